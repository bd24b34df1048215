#include "interpreter.h"

static const size_t most_values = 1 << 20;
static const size_t most_text_bytes = 64 << 20;

static const char *const too_deep = "is nested deeper than 16 tables (does it contain itself?)";
static const char *const too_large = "is too large";
const char *const florin_no_memory = "does not fit into memory";
static const char *const bad_key = "has a key that is neither text nor a position in the list";
static const char *const has_hole = "is a list with a hole";

static florin_value *append(florin_interpreter *interpreter, florin_kind kind) {
    florin_values *list = &interpreter->arguments;
    if (__builtin_expect(list->count == list->capacity, 0)) {
        size_t capacity = list->capacity ? list->capacity * 2 : 32;
        florin_value *values = florin_resize(
            interpreter, list->values, list->capacity * sizeof(florin_value), capacity * sizeof(florin_value));
        if (!values) return NULL;
        list->values = values;
        list->capacity = capacity;
    }
    florin_value *value = &list->values[list->count++];
    value->kind = kind;
    return value;
}

static const char *append_text(florin_interpreter *interpreter, lua_State *L, int index, florin_kind kind) {
    florin_value *value = append(interpreter, kind);
    if (!value) return florin_no_memory;
    /* The value is a string already, so this converts nothing and does not allocate. */
    value->text.bytes = lua_tolstring(L, index, &value->text.length);
    interpreter->arguments.text_bytes += value->text.length;
    return interpreter->arguments.text_bytes > most_text_bytes ? too_large : NULL;
}

static const char *append_value(florin_interpreter *interpreter, lua_State *L, int index, int depth);

/* The name of the class whose metatable the table at the index has. */
static const char *append_class(florin_interpreter *interpreter, lua_State *L, int index) {
    if (!lua_getmetatable(L, index)) return NULL;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.class_names);
    lua_insert(L, -2);
    const char *problem = NULL;
    if (lua_rawget(L, -2) == LUA_TSTRING) problem = append_text(interpreter, L, -1, FLORIN_CLASS);
    lua_pop(L, 2);
    return problem;
}

static const char *append_fields(florin_interpreter *interpreter, lua_State *L, int index, lua_Integer length, int depth) {
    lua_pushnil(L);
    while (lua_next(L, index)) {
        const char *problem = NULL;
        if (lua_type(L, -2) == LUA_TSTRING) {
            problem = append_text(interpreter, L, -2, FLORIN_KEY);
            if (!problem) problem = append_value(interpreter, L, lua_gettop(L), depth);
        } else if (lua_isinteger(L, -2)) {
            lua_Integer key = lua_tointeger(L, -2);
            if (key < 1 || key > length) problem = key < 1 ? bad_key : has_hole;
        } else {
            problem = bad_key;
        }
        if (problem) return problem;
        lua_pop(L, 1);
    }
    return NULL;
}

static const char *append_table(florin_interpreter *interpreter, lua_State *L, int index, int depth) {
    if (depth > FLORIN_DEEPEST_ARGUMENT) return too_deep;
    if (!lua_checkstack(L, 8)) return florin_no_memory;
    florin_value *begin = append(interpreter, FLORIN_TABLE_BEGIN);
    if (!begin) return florin_no_memory;
    lua_Integer length = (lua_Integer)lua_rawlen(L, index);
    begin->extent = (florin_extent){ (uint32_t)length, 0 };
    const char *problem = append_class(interpreter, L, index);
    if (problem) return problem;
    for (lua_Integer position = 1; position <= length; position++) {
        if (lua_rawgeti(L, index, position) == LUA_TNIL) return has_hole;
        problem = append_value(interpreter, L, lua_gettop(L), depth);
        if (problem) return problem;
        lua_pop(L, 1);
    }
    problem = append_fields(interpreter, L, index, length, depth);
    if (problem) return problem;
    return append(interpreter, FLORIN_TABLE_END) ? NULL : florin_no_memory;
}

static const char *append_value(florin_interpreter *interpreter, lua_State *L, int index, int depth) {
    if (interpreter->arguments.count >= most_values) return too_large;
    florin_value *value;
    switch (lua_type(L, index)) {
    case LUA_TNIL:
    case LUA_TNONE: return append(interpreter, FLORIN_NIL) ? NULL : florin_no_memory;
    case LUA_TBOOLEAN:
        if (!(value = append(interpreter, FLORIN_BOOLEAN))) return florin_no_memory;
        value->boolean = lua_toboolean(L, index);
        return NULL;
    case LUA_TNUMBER:
        if (lua_isinteger(L, index)) {
            if (!(value = append(interpreter, FLORIN_INTEGER))) return florin_no_memory;
            value->integer = lua_tointeger(L, index);
        } else {
            if (!(value = append(interpreter, FLORIN_FLOAT))) return florin_no_memory;
            value->number = lua_tonumber(L, index);
        }
        return NULL;
    case LUA_TSTRING: return append_text(interpreter, L, index, FLORIN_STRING);
    case LUA_TTABLE: return append_table(interpreter, L, index, depth + 1);
    case LUA_TUSERDATA: {
        const florin_decimal *decimal = florin_to_decimal(L, index);
        if (decimal) {
            if (!(value = append(interpreter, FLORIN_DECIMAL))) return florin_no_memory;
            value->decimal = *decimal;
            return NULL;
        }
        return append(interpreter, FLORIN_FUNCTION) ? NULL : florin_no_memory;
    }
    default: return append(interpreter, FLORIN_FUNCTION) ? NULL : florin_no_memory;
    }
}

const char *florin_read_values(lua_State *L, int first, int last, int *which) {
    florin_interpreter *interpreter = florin_of(L);
    florin_values *list = &interpreter->arguments;
    list->count = 0;
    list->text_bytes = 0;
    int top = lua_gettop(L);
    for (int index = first; index <= last; index++) {
        /* Integers first and without detours: this is most of what a short call costs. */
        if (list->count < list->capacity && lua_isinteger(L, index)) {
            florin_value *value = &list->values[list->count++];
            value->kind = FLORIN_INTEGER;
            value->integer = lua_tointegerx(L, index, NULL);
            continue;
        }
        const char *problem = append_value(interpreter, L, index, 0);
        if (problem) {
            lua_settop(L, top);
            *which = index - first + 1;
            return problem;
        }
    }
    return NULL;
}
