#ifndef FLORIN_VALUE_H
#define FLORIN_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/* What stands in a stream of values. A table is BEGIN, the values at 1, 2, 3 and so on, then for each
   named field KEY and its value, then END. CLASS and RAW may follow BEGIN. */
typedef uint32_t florin_kind;
enum {
    FLORIN_NIL = 0,
    FLORIN_BOOLEAN,
    FLORIN_INTEGER,
    FLORIN_FLOAT,
    FLORIN_STRING,
    FLORIN_DECIMAL,
    FLORIN_FUNCTION,
    FLORIN_TABLE_BEGIN,
    FLORIN_TABLE_END,
    FLORIN_KEY,
    FLORIN_CLASS,
    FLORIN_RAW,
};

/* coefficient (high:low, two's complement) times ten to the power of -scale. The currency is three
   ASCII bytes, big endian; 0 for a number without a currency. This is also the userdata in Lua. */
typedef struct florin_decimal {
    uint64_t low;
    int64_t high;
    uint32_t scale;
    uint32_t currency;
} florin_decimal;

/* Bytes that lie elsewhere; not terminated by 0. */
typedef struct florin_text {
    const char *_Nullable bytes;
    size_t length;
} florin_text;

/* How many values a table holds at 1, 2, 3 and so on, and how many named fields: a hint, may be 0. */
typedef struct florin_extent {
    uint32_t elements;
    uint32_t fields;
} florin_extent;

/* One entry of a stream. Text in arguments and results lies in Lua's memory and is valid until the call
   returns or the results are released. Text in a reply is an offset into the bytes of the reply. */
typedef struct florin_value {
    florin_kind kind;
    union {
        bool boolean;
        int64_t integer;
        double number;
        florin_text text;
        size_t offset_of_text[2];
        florin_decimal decimal;
        florin_extent extent;
    };
} florin_value;

#pragma clang assume_nonnull end

#endif
