/* `pairs` and `next` in an order that does not depend on the process: integers, then text in byte order,
   then the rest as Lua has it. */
#include "interpreter.h"

#include <stdlib.h>
#include <string.h>

enum { IS_INTEGER, IS_TEXT, IS_OTHER };

typedef struct entry {
    int kind;
    lua_Integer integer;
    const char *bytes;
    size_t length;
} entry;

static int compare_text(const char *left, size_t left_length, const char *right, size_t right_length) {
    int order = memcmp(left, right, left_length < right_length ? left_length : right_length);
    if (order) return order;
    return (left_length > right_length) - (left_length < right_length);
}

static int compare_entries(const void *left_pointer, const void *right_pointer) {
    const entry *left = left_pointer, *right = right_pointer;
    if (left->kind != right->kind) return left->kind - right->kind;
    if (left->kind == IS_TEXT) return compare_text(left->bytes, left->length, right->bytes, right->length);
    return (left->integer > right->integer) - (left->integer < right->integer);
}

/* The key at the index; one that is neither integer nor text is known by its number in Lua's order. */
static entry entry_at(lua_State *L, int index, lua_Integer number) {
    if (lua_isinteger(L, index)) return (entry){ .kind = IS_INTEGER, .integer = lua_tointeger(L, index) };
    if (lua_type(L, index) != LUA_TSTRING) return (entry){ .kind = IS_OTHER, .integer = number };
    entry result = { .kind = IS_TEXT };
    result.bytes = lua_tolstring(L, index, &result.length);
    return result;
}

/* The number of keys in the table at index 1, and whether Lua's own order is 1, 2, 3 and so on. */
static size_t count_keys(lua_State *L, bool *is_list) {
    size_t count = 0;
    *is_list = true;
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        count++;
        if (*is_list && !(lua_isinteger(L, -1) && lua_tointeger(L, -1) == (lua_Integer)count)) *is_list = false;
    }
    return count;
}

/* Pushes a list of the `count` keys of the table at index 1, in order. The table keeps the texts alive
   that the entries point to, and nothing changes it meanwhile. */
static void push_keys(lua_State *L, size_t count) {
    entry *entries = lua_newuserdatauv(L, count * sizeof(entry), 0);
    lua_createtable(L, (int)count, 0);
    int keys = lua_gettop(L);
    size_t filled = 0, others = 0;
    lua_newtable(L);
    lua_pushnil(L);
    while (filled < count && lua_next(L, 1)) {
        lua_pop(L, 1);
        entries[filled] = entry_at(L, -1, (lua_Integer)others + 1);
        if (entries[filled++].kind == IS_OTHER) {
            lua_pushvalue(L, -1);
            lua_rawseti(L, keys + 1, (lua_Integer)++others);
        }
    }
    lua_settop(L, keys + 1);
    qsort(entries, count, sizeof(entry), compare_entries);
    for (size_t index = 0; index < count; index++) {
        const entry *item = &entries[index];
        if (item->kind == IS_INTEGER) {
            lua_pushinteger(L, item->integer);
        } else if (item->kind == IS_TEXT) {
            lua_pushlstring(L, item->bytes, item->length);
        } else {
            lua_rawgeti(L, keys + 1, item->integer);
        }
        lua_rawseti(L, keys, (lua_Integer)index + 1);
    }
    lua_settop(L, keys);
    lua_remove(L, keys - 1);
}

/* The iterator of `pairs`. Upvalues: the keys and the position in them. A key that is gone is passed over. */
static int next_key(lua_State *L) {
    lua_Integer position = lua_tointeger(L, lua_upvalueindex(2));
    lua_settop(L, 1);
    for (;;) {
        if (lua_rawgeti(L, lua_upvalueindex(1), ++position) == LUA_TNIL) return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, 1) != LUA_TNIL) break;
        lua_settop(L, 1);
    }
    lua_pushinteger(L, position);
    lua_replace(L, lua_upvalueindex(2));
    return 2;
}

static int native_next(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    if (lua_next(L, 1)) return 2;
    lua_pushnil(L);
    return 1;
}

static int ordered_pairs(lua_State *L) {
    luaL_checkany(L, 1);
    if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 3);
        return 3;
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    bool is_list;
    size_t count = count_keys(L, &is_list);
    if (is_list) {
        lua_pushcfunction(L, native_next);
    } else {
        push_keys(L, count);
        lua_pushinteger(L, 0);
        lua_pushcclosure(L, next_key, 2);
    }
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
}

/* Pushes the first key of the table at index 1 that comes after the key at index 2 (nil: the first of all),
   and says whether there is one. */
static bool push_key_after(lua_State *L) {
    bool from_start = lua_isnil(L, 2);
    entry after = { 0 }, best = { 0 };
    if (!from_start) after = entry_at(L, 2, 0);
    bool found = false, passed = from_start;
    lua_Integer number = 0;
    lua_pushnil(L);
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        entry candidate = entry_at(L, -1, ++number);
        bool is_later;
        if (candidate.kind == IS_OTHER && !from_start && after.kind == IS_OTHER) {
            is_later = passed;
            if (lua_rawequal(L, -1, 2)) passed = true;
        } else {
            is_later = from_start || compare_entries(&candidate, &after) > 0;
        }
        if (!is_later || (found && compare_entries(&candidate, &best) >= 0)) continue;
        best = candidate;
        found = true;
        lua_pushvalue(L, -1);
        lua_replace(L, 3);
    }
    if (!found) lua_settop(L, 2);
    return found;
}

/* `next` looks for the following key each time: slow for large tables, where `pairs` is not. */
static int ordered_next(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    if (!push_key_after(L)) {
        lua_pushnil(L);
        return 1;
    }
    lua_settop(L, 3);
    lua_pushvalue(L, 3);
    lua_rawget(L, 1);
    return 2;
}

void florin_open_order(lua_State *L) {
    if (!florin_of(L)->configuration.ordered_pairs) return;
    lua_pushglobaltable(L);
    florin_set_function(L, "pairs", ordered_pairs);
    florin_set_function(L, "next", ordered_next);
    lua_pop(L, 1);
}
