/* Making an interpreter: memory, libraries, what the host adds. */
#include "step.h"

#include <stdlib.h>

const florin_keys florin_registry;

florin_interpreter *florin_create(const florin_configuration *configuration, const florin_host *host) {
    florin_interpreter *interpreter = calloc(1, sizeof *interpreter);
    if (!interpreter) return NULL;
    interpreter->configuration = *configuration;
    interpreter->host = *host;
    interpreter->reply.owner = interpreter;
    interpreter->main = lua_newstate(florin_allocate, interpreter);
    if (!interpreter->main) {
        free(interpreter);
        return NULL;
    }
    *(florin_interpreter **)lua_getextraspace(interpreter->main) = interpreter;
    interpreter->current = interpreter->main;
    florin_prepare_cancel(interpreter);
    return interpreter;
}

void florin_destroy(florin_interpreter *interpreter) {
    florin_forget_cancel(interpreter);
    lua_close(interpreter->main);
    free(interpreter->arguments.values);
    free(interpreter->reply.values);
    free(interpreter->reply.bytes);
    free(interpreter);
}

static int open(lua_State *L) {
    florin_open_host(L);
    florin_open_errors(L);
    florin_open_money(L);
    florin_open_sandbox(L);
    florin_open_bounds(L);
    florin_open_patterns(L);
    florin_open_coroutines(L);
    florin_open_order(L);
    florin_open_require(L);
    return 0;
}

florin_outcome florin_open(florin_interpreter *interpreter) { return florin_perform(interpreter, open, NULL); }

/* A name with what belongs to it. */
typedef struct named_source {
    florin_text name;
    florin_text source;
    bool is_pure;
} named_source;

static int add_function(lua_State *L) {
    const named_source *function = lua_touserdata(L, 1);
    florin_interpreter *interpreter = florin_of(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.host);
    lua_pushlstring(L, function->name.bytes, function->name.length);
    lua_pushinteger(L, interpreter->function_count++);
    lua_pushboolean(L, function->is_pure);
    lua_pushcclosure(L, florin_call_host, 2);
    lua_rawset(L, -3);
    return 0;
}

florin_outcome florin_add_function(florin_interpreter *interpreter, const char *name, size_t length, bool is_pure) {
    named_source function = { .name = { name, length }, .is_pure = is_pure };
    return florin_perform(interpreter, add_function, &function);
}

static int add_module(lua_State *L) {
    const named_source *module = lua_touserdata(L, 1);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.modules);
    lua_pushlstring(L, module->name.bytes, module->name.length);
    lua_pushlstring(L, module->source.bytes, module->source.length);
    lua_rawset(L, -3);
    return 0;
}

florin_outcome florin_add_module(
    florin_interpreter *interpreter, const char *name, size_t name_length, const char *source, size_t length
) {
    named_source module = { .name = { name, name_length }, .source = { source, length } };
    return florin_perform(interpreter, add_module, &module);
}

static int add_folder(lua_State *L) {
    const named_source *folder = lua_touserdata(L, 1);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.folders);
    /* An empty path is the current folder, not the root. */
    lua_pushlstring(L, folder->name.length ? folder->name.bytes : ".", folder->name.length ? folder->name.length : 1);
    lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    return 0;
}

florin_outcome florin_add_folder(florin_interpreter *interpreter, const char *path, size_t length) {
    named_source folder = { .name = { path, length } };
    return florin_perform(interpreter, add_folder, &folder);
}

static int run_prelude(lua_State *L) {
    const named_source *prelude = lua_touserdata(L, 1);
    lua_pushlstring(L, prelude->name.bytes, prelude->name.length);
    const char *name = lua_pushfstring(L, "=%s", lua_tostring(L, -1));
    int status = luaL_loadbufferx(L, prelude->source.bytes, prelude->source.length, name, "t");
    if (status == LUA_ERRMEM) florin_raise_memory(L);
    if (status != LUA_OK) {
        florin_of(L)->is_syntax_error = true;
        return lua_error(L);
    }
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.host);
    lua_call(L, 1, 0);
    return 0;
}

florin_outcome florin_run_prelude(
    florin_interpreter *interpreter, const char *name, size_t name_length, const char *source, size_t length
) {
    named_source prelude = { .name = { name, name_length }, .source = { source, length } };
    return florin_perform(interpreter, run_prelude, &prelude);
}

static int seal(lua_State *L) {
    florin_guard_globals(L);
    return 0;
}

florin_outcome florin_seal(florin_interpreter *interpreter) { return florin_perform(interpreter, seal, NULL); }
