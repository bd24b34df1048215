/* The head of a script: the table that it gives to `script`, read without running what follows. */
#include "interpreter.h"

#include "step.h"

/* A script that does so much before its head has none. */
static const int most_instructions = 1000 * 1000;

static const char *const refusal = "nothing may happen before script{...}";

void florin_refuse_in_head(lua_State *L) {
    florin_interpreter *interpreter = florin_of(L);
    if (!interpreter->reading_head) return;
    interpreter->head_refused = true;
    luaL_error(L, "%s", refusal);
}

static void stop_long_head(lua_State *L, lua_Debug *activation) {
    (void)activation;
    florin_of(L)->head_refused = true;
    lua_sethook(L, stop_long_head, LUA_MASKCOUNT, 1);
    luaL_error(L, "%s", refusal);
}

/* What `script` is while the head is read. */
static int give_head(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    florin_of(L)->head_seen = true;
    lua_settop(L, 1);
    return lua_yield(L, 1);
}

/* Pushes the globals that the chunk sees: its own `script`, and everything else to read. */
static void push_environment(lua_State *L) {
    lua_newtable(L);
    florin_set_function(L, "script", give_head);
    lua_createtable(L, 0, 1);
    lua_pushglobaltable(L);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
}

/* Leaves the head, or nothing when there is none. */
static int read_head(lua_State *L) {
    florin_interpreter *interpreter = florin_of(L);
    const florin_source *source = lua_touserdata(L, 1);
    florin_load_main(L, source);
    push_environment(L);
    lua_setupvalue(L, 2, 1);
    lua_State *coroutine = lua_newthread(L);
    lua_pushvalue(L, 2);
    lua_xmove(L, coroutine, 1);
    lua_sethook(coroutine, stop_long_head, LUA_MASKCOUNT, most_instructions);
    int results = 0;
    interpreter->current = coroutine;
    if (florin_is_cancelled_now(interpreter)) florin_arm_cancel(coroutine);
    int status = lua_resume(coroutine, L, 0, &results);
    interpreter->current = interpreter->main;
    if (florin_is_cancelled_now(interpreter)) florin_raise_cancelled(L);
    bool is_head = status == LUA_YIELD && interpreter->head_seen;
    if (status == LUA_ERRMEM) florin_raise_memory(L);
    if (interpreter->head_refused || status == LUA_OK || (status == LUA_YIELD && !is_head)) return florin_give_results(L, 4);
    if (!is_head) {
        florin_note_origin(interpreter, coroutine, 0);
        interpreter->noted_error = lua_topointer(coroutine, -1);
        lua_xmove(coroutine, L, 1);
        return lua_error(L);
    }
    lua_xmove(coroutine, L, 1);
    return florin_give_results(L, 4);
}

florin_outcome florin_head(florin_interpreter *interpreter, const char *source, size_t length, const char *name) {
    florin_source chunk = { source, length, name };
    interpreter->reading_head = true;
    interpreter->chunk_name = name;
    interpreter->head_refused = false;
    interpreter->head_seen = false;
    florin_outcome outcome = florin_perform(interpreter, read_head, &chunk);
    interpreter->reading_head = false;
    interpreter->chunk_name = NULL;
    return outcome == FLORIN_DONE && interpreter->result_count == 0 ? FLORIN_NO_HEAD : outcome;
}
