#ifndef FLORIN_MATCH_H
#define FLORIN_MATCH_H

#include "interpreter.h"

enum {
    FLORIN_MOST_CAPTURES = 32,
    /* Special lengths of a capture: still open, and a position. */
    FLORIN_CAPTURE_OPEN = -1,
    FLORIN_CAPTURE_POSITION = -2,
};

/* One search for a Lua pattern. */
typedef struct florin_match {
    lua_State *L;
    const char *subject;
    const char *subject_end;
    const char *pattern_end;
    /* How many steps may still be made before the search is given up, and before a cancel is looked for. */
    int64_t steps_left;
    int32_t steps_to_check;
    int depth_left;
    int level;
    struct {
        const char *start;
        ptrdiff_t length;
    } captures[FLORIN_MOST_CAPTURES];
} florin_match;

/* Prepares searches in a subject; one budget of steps for all of them. */
void florin_match_begin(
    florin_match *match, lua_State *L, const char *subject, size_t length, const char *pattern, size_t pattern_length);
/* Tries the pattern at one place. Returns where the match ends, or NULL. Raises for a malformed pattern
   and when the budget is used up. */
const char *florin_match_at(florin_match *match, const char *place, const char *pattern);
/* Pushes one capture; the whole match when there are none and `index` is 0. */
void florin_push_capture(florin_match *match, int index, const char *start, const char *end);
/* Pushes all captures, or the whole match when there are none and `start` is given. Returns how many. */
int florin_push_captures(florin_match *match, const char *start, const char *end);

#endif
