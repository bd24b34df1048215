/* What was typed at a prompt: an expression if it is one, otherwise statements. */
#include "step.h"

static const char *const chunk_name = "prompt";

/* Leaves the chunk `return LINE` and true when that is Lua, otherwise nothing and false. */
static bool load_as_expression(lua_State *L, const florin_source *line) {
    lua_pushliteral(L, "return ");
    lua_pushlstring(L, line->bytes, line->length);
    lua_concat(L, 2);
    size_t length;
    const char *text = lua_tolstring(L, -1, &length);
    int status = luaL_loadbufferx(L, text, length, "@prompt", "t");
    if (status == LUA_ERRMEM) florin_raise_memory(L);
    if (status != LUA_OK) {
        florin_text message;
        message.bytes = lua_tolstring(L, -1, &message.length);
        florin_of(L)->expression_is_incomplete = florin_is_incomplete(message);
        lua_pop(L, 2);
        return false;
    }
    lua_remove(L, -2);
    return true;
}

/* Replaces the value at the index by its text, as `host.display` makes it. */
static void display(lua_State *L, int index) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.host);
    lua_getfield(L, -1, "display");
    if (lua_isfunction(L, -1)) {
        lua_pushvalue(L, index);
        lua_call(L, 1, 1);
    } else {
        lua_pushvalue(L, index);
    }
    luaL_tolstring(L, -1, NULL);
    lua_tostring(L, -1);
    lua_replace(L, index);
    lua_settop(L, lua_gettop(L) - 2);
}

static int evaluate(lua_State *L) {
    const florin_source *line = lua_touserdata(L, 1);
    if (florin_is_cancelled_now(florin_of(L))) florin_raise_cancelled(L);
    if (!load_as_expression(L, line)) florin_load_main(L, line);
    lua_call(L, 0, LUA_MULTRET);
    luaL_checkstack(L, LUA_MINSTACK, "too many results to display");
    int last = lua_gettop(L);
    for (int index = 2; index <= last; index++) display(L, index);
    return florin_give_results(L, 2);
}

florin_outcome florin_evaluate(florin_interpreter *interpreter, const char *line, size_t length) {
    florin_source chunk = { line, length, chunk_name };
    interpreter->at_prompt = true;
    interpreter->chunk_name = chunk_name;
    florin_outcome outcome = florin_perform(interpreter, evaluate, &chunk);
    interpreter->at_prompt = false;
    interpreter->chunk_name = NULL;
    return outcome;
}
