#ifndef FLORIN_REPLY_H
#define FLORIN_REPLY_H

#include "florin_value.h"
#include <string.h>

#pragma clang assume_nonnull begin

struct florin_interpreter;

/* What the host answers, in C's memory. The host appends; Lua sees it only after the host has returned. */
typedef struct florin_reply {
    florin_value *_Nullable values;
    size_t count;
    size_t capacity;
    char *_Nullable bytes;
    size_t byte_count;
    size_t byte_capacity;
    /* Set when the reply did not fit the memory limit; the call then ends with "not enough memory". */
    bool failed;
    struct florin_interpreter *owner;
} florin_reply;

/* Makes room for one more value, or for `length` more bytes. False when there is no memory. */
bool florin_reply_grow_values(florin_reply *reply);
bool florin_reply_grow_bytes(florin_reply *reply, size_t length);

static inline florin_value *_Nullable florin_reply_next(florin_reply *reply, florin_kind kind) {
    if (__builtin_expect(reply->count == reply->capacity, 0) && !florin_reply_grow_values(reply)) return NULL;
    florin_value *value = &reply->values[reply->count++];
    value->kind = kind;
    return value;
}

static inline void florin_reply_mark(florin_reply *reply, florin_kind kind) {
    (void)florin_reply_next(reply, kind);
}

static inline void florin_reply_boolean(florin_reply *reply, bool boolean) {
    florin_value *_Nullable value = florin_reply_next(reply, FLORIN_BOOLEAN);
    if (value) value->boolean = boolean;
}

static inline void florin_reply_integer(florin_reply *reply, int64_t integer) {
    florin_value *_Nullable value = florin_reply_next(reply, FLORIN_INTEGER);
    if (value) value->integer = integer;
}

static inline void florin_reply_float(florin_reply *reply, double number) {
    florin_value *_Nullable value = florin_reply_next(reply, FLORIN_FLOAT);
    if (value) value->number = number;
}

static inline void florin_reply_decimal(florin_reply *reply, florin_decimal decimal) {
    florin_value *_Nullable value = florin_reply_next(reply, FLORIN_DECIMAL);
    if (value) value->decimal = decimal;
}

/* Text of any of the kinds STRING, KEY, CLASS and RAW; the bytes are copied. */
static inline void florin_reply_text(
    florin_reply *reply, florin_kind kind, const char *_Nullable bytes, size_t length
) {
    if (reply->byte_capacity - reply->byte_count < length && !florin_reply_grow_bytes(reply, length)) return;
    florin_value *_Nullable value = florin_reply_next(reply, kind);
    if (!value) return;
    value->offset_of_text[0] = reply->byte_count;
    value->offset_of_text[1] = length;
    if (length) memcpy(reply->bytes + reply->byte_count, bytes, length);
    reply->byte_count += length;
}

static inline void florin_reply_begin_table(florin_reply *reply, uint32_t elements, uint32_t fields) {
    florin_value *_Nullable value = florin_reply_next(reply, FLORIN_TABLE_BEGIN);
    if (value) value->extent = (florin_extent){ elements, fields };
}

#pragma clang assume_nonnull end

#endif
