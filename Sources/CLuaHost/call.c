#include "interpreter.h"

static int raise_bad_argument(lua_State *L, int which, const char *problem) {
    return florin_raise_error(
        L, "argument", "unusable_value", "pass text, numbers, booleans, amounts and tables of these", "argument %d %s", which,
        problem);
}

static int refuse_arguments(lua_State *L, int which, const char *problem) {
    if (problem == florin_no_memory) florin_raise_memory(L);
    return raise_bad_argument(L, which, problem);
}

static int finish_slowly(lua_State *L, florin_interpreter *interpreter, florin_status status) {
    if (status == FLORIN_PENDING) status = interpreter->host.wait(interpreter->host.context, &interpreter->reply);
    if (status == FLORIN_CANCELLED || florin_is_cancelled_now(interpreter)) return florin_raise_cancelled(L);
    if (status == FLORIN_ERROR) return florin_raise_reply(L);
    return florin_push_reply(L);
}

/* Every function of the host. The upvalues are its number and whether it is pure. May raise, but never
   while a Swift frame is below it: the host has returned before anything is pushed. */
int florin_call_host(lua_State *L) {
    florin_interpreter *interpreter = florin_of(L);
    uint32_t function = (uint32_t)lua_tointeger(L, lua_upvalueindex(1));
    if (interpreter->reading_head && !lua_toboolean(L, lua_upvalueindex(2))) florin_refuse_in_head(L);
    int which = 0;
    const char *problem = florin_read_values(L, 1, lua_gettop(L), &which);
    if (problem) return refuse_arguments(L, which, problem);
    florin_clear_reply(interpreter);
    florin_status status = interpreter->host.dispatch(
        interpreter->host.context, function, interpreter->arguments.values, interpreter->arguments.count,
        &interpreter->reply);
    if (status != FLORIN_OK) return finish_slowly(L, interpreter, status);
    if (interpreter->reply.count == 1 && !interpreter->reply.failed) {
        const florin_value *value = interpreter->reply.values;
        switch (value->kind) {
        case FLORIN_INTEGER: lua_pushinteger(L, value->integer); return 1;
        case FLORIN_BOOLEAN: lua_pushboolean(L, value->boolean); return 1;
        case FLORIN_DECIMAL: florin_push_decimal(L, &value->decimal); return 1;
        default: break;
        }
    }
    return florin_push_reply(L);
}
