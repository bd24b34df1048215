/* Library functions that could go on for hours inside C, where nothing can interrupt them, refuse what
   is larger than any sensible use. */
#include "interpreter.h"

static const lua_Integer most_elements = 10 * 1000 * 1000;
static const size_t most_repeated_bytes = 64 << 20;
static const lua_Integer most_repetitions = 16 << 20;

/* Goes on as the library function in upvalue 1, in the same frame, so that its errors have the right name. */
static int call_original(lua_State *L) {
    lua_CFunction original = lua_tocfunction(L, lua_upvalueindex(1));
    return original(L);
}

static int refuse_range(lua_State *L, const char *function) {
    return luaL_error(L, "%s: more than %d elements at once", function, (int)most_elements);
}

static bool is_too_wide(lua_Integer first, lua_Integer last) {
    return first <= last && (lua_Unsigned)last - (lua_Unsigned)first >= (lua_Unsigned)most_elements;
}

static int bounded_rep(lua_State *L) {
    size_t length, separator;
    luaL_checklstring(L, 1, &length);
    lua_Integer count = luaL_checkinteger(L, 2);
    luaL_optlstring(L, 3, "", &separator);
    if (count <= 0 || length + separator == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    if (count > most_repetitions || (size_t)count > most_repeated_bytes / (length + separator)) {
        return luaL_error(L, "string.rep: the result is larger than 64 MiB");
    }
    return call_original(L);
}

static int bounded_move(lua_State *L) {
    if (is_too_wide(luaL_checkinteger(L, 2), luaL_checkinteger(L, 3))) return refuse_range(L, "table.move");
    return call_original(L);
}

/* For concat and unpack; upvalue 2 is where the range begins among the arguments, upvalue 3 the name. */
static int bounded_range(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    int at = (int)lua_tointeger(L, lua_upvalueindex(2));
    lua_Integer first = luaL_optinteger(L, at, 1);
    lua_Integer last = lua_isnoneornil(L, at + 1) ? luaL_len(L, 1) : luaL_checkinteger(L, at + 1);
    if (is_too_wide(first, last)) return refuse_range(L, lua_tostring(L, lua_upvalueindex(3)));
    return call_original(L);
}

/* For insert, remove and sort, which go by the length of the table. Upvalue 2 is the name. */
static int bounded_length(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    if (luaL_len(L, 1) > most_elements) return refuse_range(L, lua_tostring(L, lua_upvalueindex(2)));
    return call_original(L);
}

/* Replaces `name` in the table at the top of the stack. */
static void wrap(lua_State *L, const char *name, lua_CFunction function) {
    lua_getfield(L, -1, name);
    lua_pushcclosure(L, function, 1);
    lua_setfield(L, -2, name);
}

static void wrap_range(lua_State *L, const char *name, const char *full_name, int at) {
    lua_getfield(L, -1, name);
    lua_pushinteger(L, at);
    lua_pushstring(L, full_name);
    lua_pushcclosure(L, bounded_range, 3);
    lua_setfield(L, -2, name);
}

static void wrap_length(lua_State *L, const char *name, const char *full_name) {
    lua_getfield(L, -1, name);
    lua_pushstring(L, full_name);
    lua_pushcclosure(L, bounded_length, 2);
    lua_setfield(L, -2, name);
}

void florin_open_bounds(lua_State *L) {
    lua_getglobal(L, "string");
    wrap(L, "rep", bounded_rep);
    lua_pop(L, 1);
    lua_getglobal(L, "table");
    wrap(L, "move", bounded_move);
    wrap_range(L, "concat", "table.concat", 3);
    wrap_range(L, "unpack", "table.unpack", 2);
    wrap_length(L, "insert", "table.insert");
    wrap_length(L, "remove", "table.remove");
    wrap_length(L, "sort", "table.sort");
    lua_pop(L, 1);
}
