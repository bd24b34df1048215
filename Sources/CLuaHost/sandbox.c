/* What of Lua's library a script sees. Whatever is not on the list is taken away, also what a
   distribution may have added. */
#include "interpreter.h"

#include <string.h>

static const char *const allowed_globals[] = {
    "_G", "_VERSION", "assert", "collectgarbage", "coroutine", "debug", "error", "getmetatable", "ipairs", "load", "math",
    "next", "pairs", "pcall", "print", "rawequal", "rawget", "rawlen", "rawset", "require", "select", "setmetatable",
    "string", "table", "tonumber", "tostring", "type", "utf8", "xpcall", NULL,
};
/* Without what Debian's build adds for older versions. */
static const char *const allowed_in_math[] = {
    "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min",
    "mininteger", "modf", "pi", "rad", "random", "randomseed", "sin", "sqrt", "tan", "tointeger", "type", "ult", NULL,
};
static const char *const allowed_in_debug[] = { "traceback", NULL };
static const char *const refused_in_string[] = { "dump", NULL };

static bool contains(const char *const *names, const char *name) {
    for (; *names; names++) {
        if (strcmp(*names, name) == 0) return true;
    }
    return false;
}

/* Takes from the table at the top of the stack what is not (or, for a deny-list, what is) named. */
static void filter(lua_State *L, const char *const *names, bool keeps_named) {
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        lua_pop(L, 1);
        bool is_named = lua_type(L, -1) == LUA_TSTRING && contains(names, lua_tostring(L, -1));
        if (is_named == keeps_named) continue;
        lua_pushvalue(L, -1);
        lua_pushnil(L);
        lua_rawset(L, -4);
    }
}

static int load_text(lua_State *L) {
    luaL_checkany(L, 1);
    const char *mode = luaL_optstring(L, 3, "t");
    if (!strchr(mode, 't')) {
        lua_pushnil(L);
        lua_pushliteral(L, "only text can be loaded");
        return 2;
    }
    if (lua_gettop(L) < 3) lua_settop(L, 3);
    lua_pushliteral(L, "t");
    lua_replace(L, 3);
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static int set_metatable(lua_State *L) {
    if (lua_type(L, 1) == LUA_TTABLE && lua_type(L, 2) == LUA_TTABLE) {
        lua_pushliteral(L, "__gc");
        if (lua_rawget(L, 2) != LUA_TNIL) {
            return luaL_error(L, "setmetatable: finalizers (__gc) are not available, because nothing can interrupt them");
        }
        lua_pop(L, 1);
    }
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static int collect_garbage(lua_State *L) {
    static const char *const options[] = { "collect", "count", NULL };
    if (luaL_checkoption(L, 1, "collect", options) == 0) {
        lua_pushinteger(L, lua_gc(L, LUA_GCCOLLECT));
    } else {
        lua_pushnumber(L, (lua_Number)lua_gc(L, LUA_GCCOUNT) + (lua_Number)lua_gc(L, LUA_GCCOUNTB) / 1024);
    }
    return 1;
}

/* Without arguments Lua would take the time and an address. */
static int seed_random(lua_State *L) {
    if (lua_isnone(L, 1)) {
        return luaL_error(L, "math.randomseed needs a number, so that a run can be repeated");
    }
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* The handler of xpcall, around the script's own in upvalue 1: while the run is cancelled the hook is off
   inside handlers, so the script's must not start. */
static int guarded_handler(lua_State *L) {
    if (florin_is_cancelled_now(florin_of(L))) return 1;
    lua_settop(L, 1);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, 1, 1);
    return 1;
}

static int guarded_xpcall(lua_State *L) {
    luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, guarded_handler, 1);
    lua_replace(L, 2);
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static int print_line(lua_State *L) {
    florin_refuse_in_head(L);
    int count = lua_gettop(L);
    luaL_Buffer line;
    luaL_buffinit(L, &line);
    for (int index = 1; index <= count; index++) {
        if (index > 1) luaL_addchar(&line, '\t');
        luaL_tolstring(L, index, NULL);
        luaL_addvalue(&line);
    }
    luaL_addchar(&line, '\n');
    luaL_pushresult(&line);
    size_t length;
    const char *bytes = lua_tolstring(L, -1, &length);
    florin_interpreter *interpreter = florin_of(L);
    florin_clear_reply(interpreter);
    florin_status status = interpreter->host.output(interpreter->host.context, bytes, length, &interpreter->reply);
    return status == FLORIN_OK ? 0 : florin_raise_reply(L);
}

/* Replaces `name` in the table at the top of the stack; the original is upvalue 1. */
static void wrap(lua_State *L, const char *name, lua_CFunction function) {
    lua_getfield(L, -1, name);
    lua_pushcclosure(L, function, 1);
    lua_setfield(L, -2, name);
}

static void open_libraries(lua_State *L) {
    static const luaL_Reg libraries[] = {
        { LUA_GNAME, luaopen_base },         { LUA_COLIBNAME, luaopen_coroutine }, { LUA_TABLIBNAME, luaopen_table },
        { LUA_STRLIBNAME, luaopen_string },  { LUA_MATHLIBNAME, luaopen_math },    { LUA_UTF8LIBNAME, luaopen_utf8 },
        { LUA_DBLIBNAME, luaopen_debug },
    };
    for (size_t index = 0; index < sizeof libraries / sizeof *libraries; index++) {
        luaL_requiref(L, libraries[index].name, libraries[index].func, 1);
        lua_pop(L, 1);
    }
}

static void seed(lua_State *L) {
    lua_getglobal(L, "math");
    lua_getfield(L, -1, "randomseed");
    lua_pushinteger(L, (lua_Integer)florin_of(L)->configuration.random_seed);
    lua_call(L, 1, 0);
    wrap(L, "randomseed", seed_random);
    lua_pop(L, 1);
}

static void protect_string_metatable(lua_State *L) {
    lua_pushliteral(L, "");
    lua_getmetatable(L, -1);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 2);
}

void florin_open_sandbox(lua_State *L) {
    open_libraries(L);
    seed(L);
    protect_string_metatable(L);
    lua_pushglobaltable(L);
    wrap(L, "load", load_text);
    wrap(L, "setmetatable", set_metatable);
    wrap(L, "xpcall", guarded_xpcall);
    florin_set_function(L, "collectgarbage", collect_garbage);
    florin_set_function(L, "print", print_line);
    filter(L, allowed_globals, true);
    lua_getfield(L, -1, "debug");
    filter(L, allowed_in_debug, true);
    lua_getfield(L, -2, "math");
    filter(L, allowed_in_math, true);
    lua_getfield(L, -3, "string");
    filter(L, refused_in_string, false);
    lua_pop(L, 4);
}
