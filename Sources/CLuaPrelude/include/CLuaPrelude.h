#ifndef FLORIN_LUA_PRELUDE_H
#define FLORIN_LUA_PRELUDE_H

#include <stddef.h>

/* The Lua that Florin brings along: it builds the surface of the scripts from the host's functions.
   UTF-8, not terminated by 0. */
const unsigned char *florin_prelude_bytes(void);
extern const size_t florin_prelude_length;

#endif
