#include "step.h"

/* The way a C library is usually written, to compare with. */
static const char *const amount_name = "benchmark amount";

static int add_integers(lua_State *L) {
    lua_pushinteger(L, luaL_checkinteger(L, 1) + luaL_checkinteger(L, 2));
    return 1;
}

static int new_amount(lua_State *L) {
    lua_Integer value = luaL_checkinteger(L, 1);
    florin_decimal *amount = lua_newuserdatauv(L, sizeof *amount, 0);
    *amount = (florin_decimal){ .low = (uint64_t)value, .scale = 2, .currency = 0x455552 };
    luaL_setmetatable(L, amount_name);
    return 1;
}

static int add_amounts(lua_State *L) {
    const florin_decimal *left = luaL_checkudata(L, 1, amount_name), *right = luaL_checkudata(L, 2, amount_name);
    if (left->currency != right->currency || left->scale != right->scale) return luaL_error(L, "not the same unit");
    florin_decimal sum = *left;
    sum.low += right->low;
    if (sum.low < left->low) sum.high++;
    sum.high += right->high;
    florin_decimal *amount = lua_newuserdatauv(L, sizeof *amount, 0);
    *amount = sum;
    luaL_setmetatable(L, amount_name);
    return 1;
}

static int install(lua_State *L) {
    luaL_newmetatable(L, amount_name);
    florin_set_function(L, "__add", add_amounts);
    lua_pop(L, 1);
    lua_pushglobaltable(L);
    const luaL_Reg functions[] = { { "benchmark_add", add_integers }, { "benchmark_amount", new_amount } };
    for (size_t index = 0; index < 2; index++) {
        lua_pushstring(L, functions[index].name);
        lua_pushcfunction(L, functions[index].func);
        lua_rawset(L, -3);
    }
    return 0;
}

florin_outcome florin_benchmark_install(florin_interpreter *interpreter) {
    return florin_perform(interpreter, install, NULL);
}
