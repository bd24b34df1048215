#include "nearest.h"

#include <string.h>

/* Upvalues of the functions below: the operation, the metatable of amounts, that of numbers. */
enum { OPERATION = 1, MONEY = 2, DECIMAL = 3 };

const florin_decimal *florin_to_decimal(lua_State *L, int index) {
    if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index)) return NULL;
    const void *metatable = lua_topointer(L, -1);
    lua_pop(L, 1);
    florin_interpreter *interpreter = florin_of(L);
    if (metatable != interpreter->money_metatable && metatable != interpreter->decimal_metatable) return NULL;
    return lua_touserdata(L, index);
}

void florin_push_decimal(lua_State *L, const florin_decimal *decimal) {
    florin_decimal *block = lua_newuserdatauv(L, sizeof(florin_decimal), 0);
    *block = *decimal;
    lua_rawgetp(L, LUA_REGISTRYINDEX, decimal->currency ? &florin_registry.money : &florin_registry.decimal);
    lua_setmetatable(L, -2);
}

static const char *kind_of_operand(lua_State *L, int index) {
    const florin_decimal *decimal = florin_to_decimal(L, index);
    if (decimal) return decimal->currency ? "an amount of money" : "a decimal";
    if (lua_type(L, index) == LUA_TNUMBER) return lua_isinteger(L, index) ? "an integer" : "a float";
    if (lua_type(L, index) == LUA_TSTRING) return "text";
    return lua_typename(L, lua_type(L, index));
}

static int refuse_operand(lua_State *L, int index) {
    int other = 3 - index;
    if (lua_type(L, index) == LUA_TNUMBER) {
        return florin_raise_error(
            L, "money", "float_amount", "integers, amounts and decimals are exact, floats are not",
            "an amount is never a float: write it as text, such as EUR \"12.30\" or decimal \"0.05\"");
    }
    return florin_raise_error(
        L, "money", "invalid_operand", "integers, amounts and decimals can be combined", "cannot calculate with %s and %s",
        kind_of_operand(L, index < other ? index : other), kind_of_operand(L, index < other ? other : index));
}

/* The operand as a number; an integer is written to `storage`. Raises for anything else. */
static const florin_decimal *operand(lua_State *L, int index, florin_decimal *storage) {
    const florin_decimal *decimal = florin_to_decimal(L, index);
    if (decimal) return decimal;
    if (!lua_isinteger(L, index)) refuse_operand(L, index);
    int64_t integer = lua_tointeger(L, index);
    *storage = (florin_decimal){ .low = (uint64_t)integer, .high = integer < 0 ? -1 : 0, .scale = 0, .currency = 0 };
    return storage;
}

/* Asks the host, which does all arithmetic, and raises what it refuses. */
static void calculate(
    lua_State *L, florin_operation operation, const florin_decimal *left, const florin_decimal *right, florin_decimal *result
) {
    florin_interpreter *interpreter = florin_of(L);
    florin_clear_reply(interpreter);
    florin_status status =
        interpreter->host.arithmetic(interpreter->host.context, operation, left, right, result, &interpreter->reply);
    if (status != FLORIN_OK) florin_raise_reply(L);
}

static int combine(lua_State *L) {
    florin_decimal first, second, result;
    const florin_decimal *left = operand(L, 1, &first), *right = operand(L, 2, &second);
    calculate(L, (florin_operation)lua_tointeger(L, lua_upvalueindex(OPERATION)), left, right, &result);
    florin_decimal *block = lua_newuserdatauv(L, sizeof(florin_decimal), 0);
    *block = result;
    lua_pushvalue(L, lua_upvalueindex(result.currency ? MONEY : DECIMAL));
    lua_setmetatable(L, -2);
    return 1;
}

static int compare(lua_State *L) {
    florin_decimal first, second, result = { 0 };
    const florin_decimal *left = operand(L, 1, &first), *right = operand(L, 2, &second);
    calculate(L, (florin_operation)lua_tointeger(L, lua_upvalueindex(OPERATION)), left, right, &result);
    lua_pushboolean(L, result.low != 0);
    return 1;
}

/* Equality never raises: a table or a userdata of another kind is just not equal. */
static int are_equal(lua_State *L) {
    const florin_decimal *left = florin_to_decimal(L, 1), *right = florin_to_decimal(L, 2);
    florin_decimal result = { 0 };
    if (left && right) calculate(L, FLORIN_EQUAL, left, right, &result);
    lua_pushboolean(L, result.low != 0);
    return 1;
}

static void push_text_of(lua_State *L, const florin_decimal *decimal) {
    florin_decimal result;
    calculate(L, FLORIN_TEXT, decimal, decimal, &result);
    if (florin_push_reply(L) != 1) luaL_error(L, "an amount has no text");
}

static int to_text(lua_State *L) {
    const florin_decimal *decimal = florin_to_decimal(L, 1);
    if (!decimal) return luaL_typeerror(L, 1, "amount");
    push_text_of(L, decimal);
    return 1;
}

static int concatenate(lua_State *L) {
    for (int index = 1; index <= 2; index++) {
        const florin_decimal *decimal = florin_to_decimal(L, index);
        if (decimal) {
            if (lua_type(L, 3 - index) != LUA_TSTRING) {
                return florin_raise_error(
                    L, "money", "invalid_operand", "use tostring first", "cannot join %s to %s with '..'",
                    kind_of_operand(L, 1), kind_of_operand(L, 2));
            }
            push_text_of(L, decimal);
            lua_replace(L, index);
        }
    }
    lua_settop(L, 2);
    lua_concat(L, 2);
    return 1;
}

static int refuse_division(lua_State *L) {
    const florin_decimal *left = florin_to_decimal(L, 1), *right = florin_to_decimal(L, 2);
    bool has_amount_above = left && left->currency, has_amount_below = right && right->currency;
    if (has_amount_above && !has_amount_below) {
        return florin_raise_error(
            L, "money", "no_division", "use :split(n) or :allocate{...}, which lose no unit, or multiply by a decimal",
            "an amount cannot be divided with an operator, because the result would have to be rounded");
    }
    if (has_amount_below) {
        return florin_raise_error(
            L, "money", "no_division", "divide the numbers: a.amount:divide(b.amount, digits, mode)",
            "an operator cannot divide by an amount, because the result would have to be rounded");
    }
    return florin_raise_error(
        L, "money", "no_division", "use :divide(other, digits, mode), which says how the result is rounded",
        "decimals cannot be divided with an operator, because division is not exact");
}

static int refuse_power(lua_State *L) {
    return florin_raise_error(L, "money", "no_power", "multiply, which is exact", "amounts and decimals have no operator '^'");
}

static int refuse_assignment(lua_State *L) {
    return florin_raise_error(L, "money", "unchangeable", "make a new amount", "an amount cannot be changed");
}

/* The name is at index 2; upvalue 1 is the table of methods. */
static int refuse_field(lua_State *L, const florin_decimal *decimal) {
    florin_text name;
    name.bytes = luaL_tolstring(L, 2, &name.length);
    florin_nearest nearest = florin_nearest_to(name);
    if (decimal->currency) {
        florin_consider(&nearest, (florin_text){ "amount", 6 });
        florin_consider(&nearest, (florin_text){ "currency", 8 });
    }
    florin_consider_names(L, &nearest, lua_upvalueindex(1));
    const char *hint = florin_push_suggestion(L, &nearest);
    if (!hint) hint = decimal->currency ? "its fields are amount and currency" : "a decimal has methods only";
    return florin_raise_error(
        L, "money", "unknown_field", hint, "%s has no field or method '%s'", decimal->currency ? "an amount" : "a decimal",
        name.bytes);
}

/* Fields of an amount, then methods. Upvalue 1 is the table of methods. */
static int get_field(lua_State *L) {
    const florin_decimal *decimal = florin_to_decimal(L, 1);
    if (!decimal) return luaL_typeerror(L, 1, "amount");
    lua_settop(L, 2);
    if (lua_type(L, 2) == LUA_TSTRING) {
        const char *key = lua_tostring(L, 2);
        if (decimal->currency && strcmp(key, "currency") == 0) {
            char code[3] = { (char)(decimal->currency >> 16), (char)(decimal->currency >> 8), (char)decimal->currency };
            lua_pushlstring(L, code, sizeof code);
            return 1;
        }
        if (decimal->currency && strcmp(key, "amount") == 0) {
            florin_decimal amount = *decimal;
            amount.currency = 0;
            florin_push_decimal(L, &amount);
            return 1;
        }
        lua_pushvalue(L, 2);
        if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
    }
    return refuse_field(L, decimal);
}

static void set_operation(lua_State *L, const char *event, lua_CFunction function, florin_operation operation) {
    lua_pushinteger(L, operation);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.money);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.decimal);
    lua_pushcclosure(L, function, 3);
    lua_setfield(L, -2, event);
}

static void fill_metatable(lua_State *L, const char *name, const void *methods) {
    set_operation(L, "__add", combine, FLORIN_ADD);
    set_operation(L, "__sub", combine, FLORIN_SUBTRACT);
    set_operation(L, "__mul", combine, FLORIN_MULTIPLY);
    set_operation(L, "__unm", combine, FLORIN_NEGATE);
    set_operation(L, "__lt", compare, FLORIN_LESS);
    set_operation(L, "__le", compare, FLORIN_LESS_OR_EQUAL);
    florin_set_function(L, "__eq", are_equal);
    florin_set_function(L, "__tostring", to_text);
    florin_set_function(L, "__concat", concatenate);
    florin_set_function(L, "__newindex", refuse_assignment);
    const char *const divisions[] = { "__div", "__idiv", "__mod" };
    for (size_t index = 0; index < 3; index++) florin_set_function(L, divisions[index], refuse_division);
    florin_set_function(L, "__pow", refuse_power);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, methods);
    lua_pushcclosure(L, get_field, 1);
    lua_setfield(L, -2, "__index");
    lua_pushstring(L, name);
    lua_setfield(L, -2, "__name");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
}

void florin_open_money(lua_State *L) {
    florin_interpreter *interpreter = florin_of(L);
    lua_createtable(L, 0, 20);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &florin_registry.money);
    lua_createtable(L, 0, 20);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &florin_registry.decimal);
    fill_metatable(L, "decimal", &florin_registry.decimal_methods);
    interpreter->decimal_metatable = lua_topointer(L, -1);
    lua_pop(L, 1);
    fill_metatable(L, "money", &florin_registry.money_methods);
    interpreter->money_metatable = lua_topointer(L, -1);
    lua_pop(L, 1);
}
