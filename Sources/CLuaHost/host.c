/* The `host` table, which only the preludes see. */
#include "interpreter.h"

void florin_set_function(lua_State *L, const char *name, lua_CFunction function) {
    lua_pushcfunction(L, function);
    lua_setfield(L, -2, name);
}

/* host.methods(name): the table of methods of "money" or "decimal", for the prelude to fill. */
static int host_methods(lua_State *L) {
    static const char *const names[] = { "money", "decimal", NULL };
    bool is_decimal = luaL_checkoption(L, 1, NULL, names) == 1;
    lua_rawgetp(L, LUA_REGISTRYINDEX, is_decimal ? &florin_registry.decimal_methods : &florin_registry.money_methods);
    return 1;
}

/* host.class(name, metatable): objects of this class get the metatable. host.class(name): the metatable. */
static int host_class(lua_State *L) {
    luaL_checkstring(L, 1);
    lua_settop(L, 2);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.classes);
    if (lua_isnil(L, 2)) {
        lua_pushvalue(L, 1);
        lua_rawget(L, 3);
        return 1;
    }
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 2);
    lua_rawset(L, 3);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.class_names);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, 1);
    lua_rawset(L, -3);
    lua_pushvalue(L, 2);
    return 1;
}

/* host.raw(object): the text that the object was made from, or nil. */
static int host_raw(lua_State *L) {
    luaL_checkany(L, 1);
    lua_settop(L, 1);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.raw_texts);
    lua_insert(L, 1);
    lua_rawget(L, 1);
    return 1;
}

/* host.kind(value): "money", "decimal", the class of an object, or nil. */
static int host_kind(lua_State *L) {
    luaL_checkany(L, 1);
    const florin_decimal *decimal = florin_to_decimal(L, 1);
    if (decimal) {
        lua_pushstring(L, decimal->currency ? "money" : "decimal");
        return 1;
    }
    if (lua_type(L, 1) != LUA_TTABLE || !lua_getmetatable(L, 1)) {
        lua_pushnil(L);
        return 1;
    }
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.class_names);
    lua_insert(L, -2);
    lua_rawget(L, -2);
    return 1;
}

static void new_registry_table(lua_State *L, const void *key, const char *mode) {
    lua_newtable(L);
    if (mode) {
        lua_createtable(L, 0, 1);
        lua_pushstring(L, mode);
        lua_setfield(L, -2, "__mode");
        lua_setmetatable(L, -2);
    }
    lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

void florin_open_host(lua_State *L) {
    new_registry_table(L, &florin_registry.classes, NULL);
    new_registry_table(L, &florin_registry.class_names, NULL);
    new_registry_table(L, &florin_registry.raw_texts, "k");
    lua_pushliteral(L, "cancelled");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &florin_registry.cancelled_text);
    lua_newtable(L);
    florin_set_function(L, "methods", host_methods);
    florin_set_function(L, "class", host_class);
    florin_set_function(L, "raw", host_raw);
    florin_set_function(L, "kind", host_kind);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &florin_registry.host);
}
