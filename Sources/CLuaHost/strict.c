/* Strict globals: reading or assigning a global that nobody has declared is an error. */
#include "interpreter.h"

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

/* Pushes the global whose name is nearest to `name`, or nil. Index 1 is the table of globals. */
static void push_nearest(lua_State *L, const char *name, size_t length) {
    int best = length < 4 ? 2 : 3;
    lua_pushnil(L);
    if (length > LONGEST_COMPARED) return;
    int found = lua_gettop(L);
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) != LUA_TSTRING) continue;
        size_t candidate_length;
        const char *candidate = lua_tolstring(L, -1, &candidate_length);
        if (candidate_length > LONGEST_COMPARED) continue;
        int away = distance(name, length, candidate, candidate_length);
        /* Of two equally near names the first in byte order, so that the message is always the same. */
        bool is_tie = away == best && !lua_isnil(L, found) && strcmp(candidate, lua_tostring(L, found)) < 0;
        if (away < best || is_tie) {
            best = away;
            lua_pushvalue(L, -1);
            lua_replace(L, found);
        }
    }
}

static int raise_undeclared(lua_State *L) {
    size_t length;
    const char *name = luaL_tolstring(L, 2, &length);
    push_nearest(L, name, length);
    const char *nearest = lua_tostring(L, -1);
    const char *hint = nearest ? lua_pushfstring(L, "did you mean '%s'?", nearest) : "write 'local' before its first use";
    luaL_where(L, 1);
    return florin_raise_error(
        L, "script", "undeclared_global", hint, "%sthere is no variable '%s'", lua_tostring(L, -1), name);
}

/* Upvalue 1 is what the prelude has set before: a function or a table that may know the name, or nil. */
static int read_undeclared(lua_State *L) {
    lua_settop(L, 2);
    if (!lua_isnil(L, lua_upvalueindex(1))) {
        if (lua_isfunction(L, lua_upvalueindex(1))) {
            lua_pushvalue(L, lua_upvalueindex(1));
            lua_pushvalue(L, 1);
            lua_pushvalue(L, 2);
            lua_call(L, 2, 1);
        } else {
            lua_pushvalue(L, 2);
            lua_gettable(L, lua_upvalueindex(1));
        }
        if (!lua_isnil(L, 3)) return 1;
        lua_settop(L, 2);
    }
    return raise_undeclared(L);
}

static int assign_undeclared(lua_State *L) {
    if (florin_of(L)->at_prompt) {
        lua_settop(L, 3);
        lua_rawset(L, 1);
        return 0;
    }
    luaL_where(L, 1);
    return florin_raise_error(
        L, "script", "undeclared_global", "write 'local' before it", "%sassignment to the undeclared variable '%s'",
        lua_tostring(L, -1), luaL_tolstring(L, 2, NULL));
}

void florin_make_globals_strict(lua_State *L) {
    lua_pushglobaltable(L);
    lua_newtable(L);
    if (luaL_getmetafield(L, -2, "__index") == LUA_TNIL) lua_pushnil(L);
    lua_pushcclosure(L, read_undeclared, 1);
    lua_setfield(L, -2, "__index");
    florin_set_function(L, "__newindex", assign_undeclared);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}
