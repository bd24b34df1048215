/* coroutine.resume, wrap and close, written again because a cancel must reach the coroutine that runs
   and must not stop at the one that resumed it. The steps are those of Lua 5.4's lcorolib.c
   (Copyright (C) 1994-2022 Lua.org, PUC-Rio; MIT licence). */
#include "interpreter.h"

/* Debian's 5.4.4 runs out of C stack when many coroutines are closed inside each other. */
static const int most_nested_closes = 100;

static lua_State *coroutine_at(lua_State *L, int index) {
    lua_State *coroutine = lua_tothread(L, index);
    luaL_argexpected(L, coroutine, index, "coroutine");
    return coroutine;
}

/* Whatever the coroutine ended with, a cancelled run goes on being cancelled. */
static void stop_if_cancelled(lua_State *L, florin_interpreter *interpreter) {
    if (florin_is_cancelled_now(interpreter)) florin_raise_cancelled(L);
}

/* Moves `count` arguments over and resumes. Returns the number of results on L's stack, or -1 with the error there. */
static int resume(lua_State *L, lua_State *coroutine, int count) {
    florin_interpreter *interpreter = florin_of(L);
    if (!lua_checkstack(coroutine, count)) {
        lua_pushliteral(L, "too many arguments to resume");
        return -1;
    }
    lua_xmove(L, coroutine, count);
    lua_State *previous = interpreter->current;
    int results = 0;
    interpreter->current = coroutine;
    if (florin_is_cancelled_now(interpreter)) florin_arm_cancel(coroutine);
    int status = lua_resume(coroutine, L, count, &results);
    interpreter->current = previous;
    stop_if_cancelled(L, interpreter);
    if (status != LUA_OK && status != LUA_YIELD) {
        lua_xmove(coroutine, L, 1);
        return -1;
    }
    if (!lua_checkstack(L, results + 1)) {
        lua_pop(coroutine, results);
        lua_pushliteral(L, "too many results to resume");
        return -1;
    }
    lua_xmove(coroutine, L, results);
    return results;
}

static int close_coroutine(lua_State *L, lua_State *coroutine) {
    florin_interpreter *interpreter = florin_of(L);
    if (interpreter->closing >= most_nested_closes) luaL_error(L, "too many coroutines are closed inside each other");
    lua_State *previous = interpreter->current;
    interpreter->closing++;
    interpreter->current = coroutine;
    if (florin_is_cancelled_now(interpreter)) florin_arm_cancel(coroutine);
    int status = lua_resetthread(coroutine);
    interpreter->current = previous;
    interpreter->closing--;
    stop_if_cancelled(L, interpreter);
    return status;
}

static int coroutine_resume(lua_State *L) {
    lua_State *coroutine = coroutine_at(L, 1);
    int results = resume(L, coroutine, lua_gettop(L) - 1);
    bool succeeded = results >= 0;
    if (!succeeded) results = 1;
    lua_pushboolean(L, succeeded);
    lua_insert(L, -(results + 1));
    return results + 1;
}

static int resume_wrapped(lua_State *L) {
    lua_State *coroutine = lua_tothread(L, lua_upvalueindex(1));
    int results = resume(L, coroutine, lua_gettop(L));
    if (results >= 0) return results;
    int status = lua_status(coroutine);
    if (status != LUA_OK && status != LUA_YIELD) {
        status = close_coroutine(L, coroutine);
        lua_xmove(coroutine, L, 1);
    }
    if (status != LUA_ERRMEM && lua_type(L, -1) == LUA_TSTRING) {
        luaL_where(L, 1);
        lua_insert(L, -2);
        lua_concat(L, 2);
    }
    return lua_error(L);
}

static int coroutine_wrap(lua_State *L) {
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_State *coroutine = lua_newthread(L);
    lua_pushvalue(L, 1);
    lua_xmove(L, coroutine, 1);
    lua_pushcclosure(L, resume_wrapped, 1);
    return 1;
}

/* Whether the coroutine may be closed: it is suspended or dead, not running and not waiting for another. */
static bool may_close(lua_State *L, lua_State *coroutine) {
    if (coroutine == L) return false;
    lua_Debug activation;
    int status = lua_status(coroutine);
    return status != LUA_OK || !lua_getstack(coroutine, 0, &activation);
}

static int coroutine_close(lua_State *L) {
    lua_State *coroutine = coroutine_at(L, 1);
    if (!may_close(L, coroutine)) return luaL_error(L, "cannot close a running coroutine");
    if (close_coroutine(L, coroutine) == LUA_OK) {
        lua_pushboolean(L, 1);
        return 1;
    }
    lua_pushboolean(L, 0);
    lua_xmove(coroutine, L, 1);
    return 2;
}

void florin_open_coroutines(lua_State *L) {
    lua_getglobal(L, "coroutine");
    florin_set_function(L, "resume", coroutine_resume);
    florin_set_function(L, "wrap", coroutine_wrap);
    florin_set_function(L, "close", coroutine_close);
    lua_pop(L, 1);
}
