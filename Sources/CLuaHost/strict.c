/* Strict globals: reading or assigning a global that nobody has declared is an error. Where globals are
   not strict, only reading a part of Lua's library that is not there is one. */
#include "nearest.h"

#include <string.h>

/* Parts of Lua's library that a script does not see, and what to do instead. */
static const struct absent_part {
    const char *name;
    const char *hint;
} absent_parts[] = {
    { "os", "Florin has no os, so that a run can be repeated: give dates and settings to the script as arguments" },
    { "io", "Florin has no io: scripts read and write only through the functions that Florin gives them" },
    { "dofile", "Florin has no dofile: require \"name\" runs name.lua, which stands beside the script" },
    { "loadfile", "Florin has no loadfile: require \"name\" runs name.lua, which stands beside the script" },
    { "package", "Florin has no package: require \"name\" finds name.lua beside the script" },
};

/* The hint for the name at index 2, or NULL when that is no such part. */
static const char *hint_for_absent_part(lua_State *L) {
    if (lua_type(L, 2) != LUA_TSTRING) return NULL;
    const char *name = lua_tostring(L, 2);
    for (size_t index = 0; index < sizeof absent_parts / sizeof *absent_parts; index++) {
        if (strcmp(absent_parts[index].name, name) == 0) return absent_parts[index].hint;
    }
    return NULL;
}

static int raise_undeclared(lua_State *L) {
    florin_text name;
    name.bytes = luaL_tolstring(L, 2, &name.length);
    const char *hint = hint_for_absent_part(L);
    if (!hint) {
        florin_nearest nearest = florin_nearest_to(name);
        florin_consider_names(L, &nearest, 1);
        hint = florin_push_suggestion(L, &nearest);
    }
    if (!hint) hint = "write 'local' before its first use";
    luaL_where(L, 1);
    return florin_raise_error(
        L, "script", "undeclared_global", hint, "%sthere is no variable '%s'", lua_tostring(L, -1), name.bytes);
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
    if (!florin_of(L)->configuration.strict_globals && !hint_for_absent_part(L)) return 0;
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

void florin_guard_globals(lua_State *L) {
    bool is_strict = florin_of(L)->configuration.strict_globals;
    lua_pushglobaltable(L);
    /* The prelude's own metatable stays where globals are not strict. */
    if (is_strict || !lua_getmetatable(L, -1)) lua_newtable(L);
    if (luaL_getmetafield(L, -2, "__index") == LUA_TNIL) lua_pushnil(L);
    lua_pushcclosure(L, read_undeclared, 1);
    lua_setfield(L, -2, "__index");
    if (is_strict) {
        florin_set_function(L, "__newindex", assign_undeclared);
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
    }
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}
