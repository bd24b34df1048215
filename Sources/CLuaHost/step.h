#ifndef FLORIN_STEP_H
#define FLORIN_STEP_H

#include "interpreter.h"

#include <string.h>

/* Lua text and what errors call it. */
typedef struct florin_source {
    const char *bytes;
    size_t length;
    const char *name;
} florin_source;

static inline florin_text florin_text_of(const char *bytes) { return (florin_text){ bytes, strlen(bytes) }; }

/* Pushes the chunk; when it is not Lua, the step ends with a syntax error. May raise. */
void florin_load_main(lua_State *L, const florin_source *source);

/* Whether this is what Lua says of text that ends too early, so that more text may help. */
bool florin_is_incomplete(florin_text message);

#endif
