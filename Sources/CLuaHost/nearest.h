#ifndef FLORIN_NEAREST_H
#define FLORIN_NEAREST_H

#include "interpreter.h"

/* A search for the name that was meant. What it finds belongs to the table in which it stands. */
typedef struct florin_nearest {
    florin_text name;
    /* A candidate must be nearer than this. */
    int limit;
    const char *found;
} florin_nearest;

florin_nearest florin_nearest_to(florin_text name);
/* The bytes of the candidate are terminated by 0. */
void florin_consider(florin_nearest *nearest, florin_text candidate);
/* Considers every name in the table at the index, which is an absolute one. May raise, as lua_next may. */
void florin_consider_names(lua_State *L, florin_nearest *nearest, int index);
/* Pushes the question whether that was meant and returns it, or NULL and pushes nothing. May raise. */
const char *florin_push_suggestion(lua_State *L, const florin_nearest *nearest);

#endif
