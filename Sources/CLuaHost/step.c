/* Everything that touches Lua from outside is a step: one C function under one lua_pcall. */
#include "step.h"

#include <string.h>

bool florin_is_incomplete(florin_text message) {
    static const char end[] = "<eof>";
    size_t length = sizeof end - 1;
    return message.length >= length && memcmp(message.bytes + message.length - length, end, length) == 0;
}

const char *florin_skip_first_line(const char *source, size_t *length) {
    const char *start = source, *end = source + *length;
    if (*length >= 3 && memcmp(start, "\xEF\xBB\xBF", 3) == 0) start += 3;
    if (start < end && *start == '#') {
        /* The end of the line stays, so that lines keep their numbers. */
        while (start < end && *start != '\n') start++;
    }
    *length = (size_t)(end - start);
    return start;
}

void florin_load_main(lua_State *L, const florin_source *source) {
    florin_interpreter *interpreter = florin_of(L);
    if (florin_is_cancelled_now(interpreter)) florin_raise_cancelled(L);
    size_t length = source->length;
    const char *start = florin_skip_first_line(source->bytes, &length);
    const char *name = lua_pushfstring(L, "@%s", source->name);
    int status = luaL_loadbufferx(L, start, length, name, "t");
    lua_remove(L, -2);
    if (status == LUA_ERRMEM) florin_raise_memory(L);
    if (status != LUA_OK) {
        interpreter->is_syntax_error = true;
        lua_error(L);
    }
}

int florin_give_results(lua_State *L, int first) {
    florin_interpreter *interpreter = florin_of(L);
    luaL_checkstack(L, 8, NULL);
    int which = 0, last = lua_gettop(L);
    const char *problem = florin_read_values(L, first, last, &which);
    if (problem == florin_no_memory) florin_raise_memory(L);
    if (problem) return luaL_error(L, "result %d %s", which, problem);
    interpreter->result_count = interpreter->arguments.count;
    return last - first + 1;
}

static int run(lua_State *L) {
    florin_load_main(L, lua_touserdata(L, 1));
    lua_call(L, 0, LUA_MULTRET);
    return florin_give_results(L, 2);
}

florin_outcome florin_perform(florin_interpreter *interpreter, lua_CFunction step, void *data) {
    lua_State *L = interpreter->main;
    florin_release(interpreter);
    interpreter->is_syntax_error = false;
    interpreter->expression_is_incomplete = false;
    interpreter->noted_error = NULL;
    interpreter->failure_line = 0;
    interpreter->failure_chunk[0] = 0;
    interpreter->memory_line = 0;
    interpreter->traceback_length = 0;
    interpreter->failure_message = florin_text_of("");
    interpreter->closing = 0;
    interpreter->current = L;
    if (!lua_checkstack(L, LUA_MINSTACK)) return florin_describe(interpreter, LUA_ERRMEM);
    lua_pushcfunction(L, florin_message_handler);
    lua_pushcfunction(L, step);
    lua_pushlightuserdata(L, data);
    int status = lua_pcall(L, 1, LUA_MULTRET, 1);
    interpreter->current = L;
    lua_remove(L, 1);
    if (status == LUA_OK) return FLORIN_DONE;
    interpreter->result_count = 0;
    return florin_describe(interpreter, status);
}

void florin_release(florin_interpreter *interpreter) {
    lua_settop(interpreter->main, 0);
    interpreter->result_count = 0;
    florin_values *list = &interpreter->arguments;
    if (list->capacity > 4096) {
        florin_resize(interpreter, list->values, list->capacity * sizeof(florin_value), 0);
        *list = (florin_values){ 0 };
    }
}

const florin_value *florin_results(const florin_interpreter *interpreter, size_t *count) {
    *count = interpreter->result_count;
    return interpreter->arguments.values;
}

void florin_last_failure(const florin_interpreter *interpreter, florin_failure *failure) {
    failure->message = interpreter->failure_message;
    failure->chunk = florin_text_of(interpreter->failure_chunk);
    failure->traceback = (florin_text){ interpreter->traceback, interpreter->traceback_length };
    failure->line = interpreter->failure_line;
}

florin_outcome florin_run(florin_interpreter *interpreter, const char *source, size_t length, const char *name) {
    florin_source chunk = { source, length, name };
    interpreter->chunk_name = name;
    florin_outcome outcome = florin_perform(interpreter, run, &chunk);
    interpreter->chunk_name = NULL;
    return outcome;
}
