/* What somebody meant who wrote a name that is not there. */
#include "nearest.h"

#include <string.h>

enum { LONGEST_COMPARED = 32 };

static int smallest(int first, int second, int third) {
    int smaller = first < second ? first : second;
    return smaller < third ? smaller : third;
}

/* How many letters must be changed, added, removed or swapped with their neighbour. */
static int distance(const char *left, size_t left_length, const char *right, size_t right_length) {
    int rows[LONGEST_COMPARED + 1][LONGEST_COMPARED + 1];
    for (size_t i = 0; i <= left_length; i++) rows[i][0] = (int)i;
    for (size_t j = 0; j <= right_length; j++) rows[0][j] = (int)j;
    for (size_t i = 1; i <= left_length; i++) {
        for (size_t j = 1; j <= right_length; j++) {
            int changed = rows[i - 1][j - 1] + (left[i - 1] != right[j - 1]);
            rows[i][j] = smallest(changed, rows[i - 1][j] + 1, rows[i][j - 1] + 1);
            bool is_swap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (is_swap && rows[i - 2][j - 2] + 1 < rows[i][j]) rows[i][j] = rows[i - 2][j - 2] + 1;
        }
    }
    return rows[left_length][right_length];
}

florin_nearest florin_nearest_to(florin_text name) {
    return (florin_nearest){ .name = name, .limit = name.length < 4 ? 2 : 3 };
}

void florin_consider(florin_nearest *nearest, florin_text candidate) {
    if (nearest->name.length > LONGEST_COMPARED || candidate.length > LONGEST_COMPARED) return;
    int away = distance(nearest->name.bytes, nearest->name.length, candidate.bytes, candidate.length);
    /* Of two equally near names the first in byte order, so that the message is always the same. */
    bool is_tie = away == nearest->limit && nearest->found && strcmp(candidate.bytes, nearest->found) < 0;
    if (away < nearest->limit || is_tie) {
        nearest->limit = away;
        nearest->found = candidate.bytes;
    }
}

void florin_consider_names(lua_State *L, florin_nearest *nearest, int index) {
    lua_pushnil(L);
    while (lua_next(L, index)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) != LUA_TSTRING) continue;
        florin_text candidate;
        candidate.bytes = lua_tolstring(L, -1, &candidate.length);
        florin_consider(nearest, candidate);
    }
}

const char *florin_push_suggestion(lua_State *L, const florin_nearest *nearest) {
    return nearest->found ? lua_pushfstring(L, "Did you mean '%s'?", nearest->found) : NULL;
}
