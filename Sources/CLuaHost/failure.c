/* Why a step failed, for the host. */
#include "step.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool has_message(lua_State *L) {
    lua_pushliteral(L, "message");
    bool is_text = lua_rawget(L, 1) == LUA_TSTRING;
    lua_pop(L, 1);
    return is_text;
}

/* What the value at index 1 says of itself; never an address, which says nothing and differs from run to run. */
static int error_text(lua_State *L) {
    bool has_own_text = luaL_getmetafield(L, 1, "__tostring") != LUA_TNIL;
    int type = lua_type(L, 1);
    lua_settop(L, 1);
    if (has_own_text || type == LUA_TNUMBER) {
        luaL_tolstring(L, 1, NULL);
        /* __tostring may have returned a number; converting it allocates, so that must happen here. */
        lua_tostring(L, -1);
        return 1;
    }
    if (type == LUA_TTABLE && has_message(L)) return florin_error_line(L);
    const char *name = type == LUA_TTHREAD ? "coroutine" : lua_typename(L, type);
    lua_pushfstring(L, "an error without a message (%s%s)", type == LUA_TNIL ? "" : "a ", name);
    return 1;
}

/* The error at index 1 with only the fields that say what it is, where the whole table cannot be given to the host. */
static int reduced_error(lua_State *L) {
    static const char *const names[] = { "message", "kind", "code", "hint", "http_status", "retryable", "ambiguous" };
    lua_createtable(L, 0, sizeof names / sizeof *names);
    for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
        lua_pushstring(L, names[index]);
        lua_pushvalue(L, -1);
        int type = lua_rawget(L, 1);
        if (type == LUA_TSTRING || type == LUA_TNUMBER || type == LUA_TBOOLEAN) {
            lua_rawset(L, 2);
        } else {
            lua_pop(L, 2);
        }
    }
    return 1;
}

/* The error object is at index 1. Its text is made in a step of its own, because it may run Lua code. */
static void describe_error_object(florin_interpreter *interpreter) {
    lua_State *L = interpreter->main;
    interpreter->failure_message = florin_text_of("an error object without a text");
    if (lua_type(L, 1) == LUA_TSTRING) {
        interpreter->failure_message.bytes = lua_tolstring(L, 1, &interpreter->failure_message.length);
        return;
    }
    lua_pushcfunction(L, error_text);
    lua_pushvalue(L, 1);
    if (lua_pcall(L, 1, 1, 0) == LUA_OK) {
        interpreter->failure_message.bytes = lua_tolstring(L, 2, &interpreter->failure_message.length);
    }
    if (lua_type(L, 1) != LUA_TTABLE) return;
    int which;
    bool is_read = !florin_read_values(L, 1, 1, &which);
    if (!is_read) {
        lua_pushcfunction(L, reduced_error);
        lua_pushvalue(L, 1);
        is_read = lua_pcall(L, 1, 1, 0) == LUA_OK && !florin_read_values(L, 3, 3, &which);
    }
    if (is_read) interpreter->result_count = interpreter->arguments.count;
}

/* Lua says "chunk:line: what is wrong"; the name of the chunk may be shortened there, the line is right. */
static void note_syntax_error(florin_interpreter *interpreter) {
    const char *text = interpreter->failure_message.bytes;
    for (const char *colon = strchr(text, ':'); colon; colon = strchr(colon + 1, ':')) {
        char *end;
        long line = strtol(colon + 1, &end, 10);
        if (end > colon + 1 && *end == ':') {
            interpreter->failure_line = (int32_t)line;
            return;
        }
    }
}

florin_outcome florin_describe(florin_interpreter *interpreter, int status) {
    if (florin_is_cancelled_now(interpreter)) {
        interpreter->failure_message = florin_text_of("cancelled");
        return FLORIN_WAS_CANCELLED;
    }
    if (status == LUA_ERRMEM) {
        interpreter->failure_message = florin_text_of("not enough memory");
        interpreter->traceback_length = 0;
        interpreter->failure_line = interpreter->memory_line;
        const char *chunk = interpreter->memory_line ? interpreter->memory_chunk : interpreter->chunk_name;
        snprintf(interpreter->failure_chunk, FLORIN_LONGEST_NAME, "%s", chunk ? chunk : "");
        return FLORIN_OUT_OF_MEMORY;
    }
    describe_error_object(interpreter);
    if (florin_is_cancelled_now(interpreter)) {
        interpreter->failure_message = florin_text_of("cancelled");
        interpreter->result_count = 0;
        return FLORIN_WAS_CANCELLED;
    }
    if (!interpreter->is_syntax_error) return FLORIN_RAISED;
    note_syntax_error(interpreter);
    bool is_incomplete = interpreter->expression_is_incomplete || florin_is_incomplete(interpreter->failure_message);
    return is_incomplete ? FLORIN_SYNTAX_INCOMPLETE : FLORIN_SYNTAX;
}

