#include "interpreter.h"

/* A buffer that has grown beyond this is given back after the call. */
static const size_t kept_values = 4096;
static const size_t kept_bytes = 256 * 1024;

bool florin_reply_grow_values(florin_reply *reply) {
    size_t capacity = reply->capacity ? reply->capacity * 2 : 32;
    florin_value *values = florin_resize(
        reply->owner, reply->values, reply->capacity * sizeof(florin_value), capacity * sizeof(florin_value));
    if (!values) {
        reply->failed = true;
        return false;
    }
    reply->values = values;
    reply->capacity = capacity;
    return true;
}

bool florin_reply_grow_bytes(florin_reply *reply, size_t length) {
    size_t capacity = reply->byte_capacity ? reply->byte_capacity : 512;
    while (capacity - reply->byte_count < length) {
        if (capacity > SIZE_MAX / 4) {
            reply->failed = true;
            return false;
        }
        capacity *= 2;
    }
    char *bytes = florin_resize(reply->owner, reply->bytes, reply->byte_capacity, capacity);
    if (!bytes) {
        reply->failed = true;
        return false;
    }
    reply->bytes = bytes;
    reply->byte_capacity = capacity;
    return true;
}

void florin_clear_reply(florin_interpreter *interpreter) {
    florin_reply *reply = &interpreter->reply;
    if (reply->capacity > kept_values) {
        florin_resize(interpreter, reply->values, reply->capacity * sizeof(florin_value), 0);
        reply->values = NULL;
        reply->capacity = 0;
    }
    if (reply->byte_capacity > kept_bytes) {
        florin_resize(interpreter, reply->bytes, reply->byte_capacity, 0);
        reply->bytes = NULL;
        reply->byte_capacity = 0;
    }
    reply->count = 0;
    reply->byte_count = 0;
    reply->failed = false;
}

static void push_text(lua_State *L, const florin_reply *reply, const florin_value *value) {
    lua_pushlstring(L, reply->bytes + value->offset_of_text[0], value->offset_of_text[1]);
}

static size_t push_value(lua_State *L, const florin_reply *reply, size_t at, int depth);

/* Gives the table at the top of the stack the metatable of its class. */
static void set_class(lua_State *L, const florin_reply *reply, const florin_value *value) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.classes);
    push_text(L, reply, value);
    if (lua_rawget(L, -2) != LUA_TTABLE) {
        push_text(L, reply, value);
        luaL_error(L, "class '%s' has no metatable: register it with host.class", lua_tostring(L, -1));
    }
    lua_setmetatable(L, -3);
    lua_pop(L, 1);
}

/* Keeps the text that the table at the top of the stack was made from. */
static void set_raw(lua_State *L, const florin_reply *reply, const florin_value *value) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.raw_texts);
    lua_pushvalue(L, -2);
    push_text(L, reply, value);
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

/* Pushes the table that begins at `at` and returns where the next value begins. */
static size_t push_table(lua_State *L, const florin_reply *reply, size_t at, int depth) {
    if (depth > FLORIN_DEEPEST_REPLY) luaL_error(L, "an answer of the host is nested too deep");
    luaL_checkstack(L, 8, "an answer of the host is nested too deep");
    florin_extent extent = reply->values[at++].extent;
    lua_createtable(L, (int)(extent.elements & 0xFFFFFF), (int)(extent.fields & 0xFFFFFF));
    lua_Integer position = 0;
    while (at < reply->count) {
        const florin_value *value = &reply->values[at];
        switch (value->kind) {
        case FLORIN_TABLE_END: return at + 1;
        case FLORIN_CLASS:
            set_class(L, reply, value);
            at++;
            break;
        case FLORIN_RAW:
            set_raw(L, reply, value);
            at++;
            break;
        case FLORIN_KEY:
            push_text(L, reply, value);
            at = push_value(L, reply, at + 1, depth);
            lua_rawset(L, -3);
            break;
        default:
            at = push_value(L, reply, at, depth);
            lua_rawseti(L, -2, ++position);
        }
    }
    luaL_error(L, "an answer of the host ends inside a table");
    return at;
}

static size_t push_value(lua_State *L, const florin_reply *reply, size_t at, int depth) {
    if (at >= reply->count) luaL_error(L, "an answer of the host ends inside a table");
    const florin_value *value = &reply->values[at];
    switch (value->kind) {
    case FLORIN_BOOLEAN: lua_pushboolean(L, value->boolean); return at + 1;
    case FLORIN_INTEGER: lua_pushinteger(L, value->integer); return at + 1;
    case FLORIN_FLOAT: lua_pushnumber(L, value->number); return at + 1;
    case FLORIN_STRING: push_text(L, reply, value); return at + 1;
    case FLORIN_DECIMAL: florin_push_decimal(L, &value->decimal); return at + 1;
    case FLORIN_TABLE_BEGIN: return push_table(L, reply, at, depth + 1);
    default: lua_pushnil(L); return at + 1;
    }
}

/* Pushes everything the host has answered and returns how many values that is. */
int florin_push_reply(lua_State *L) {
    florin_reply *reply = &florin_of(L)->reply;
    if (reply->failed) florin_raise_memory(L);
    if (reply->count == 1) {
        push_value(L, reply, 0, 0);
        return 1;
    }
    int pushed = 0;
    for (size_t at = 0; at < reply->count; pushed++) {
        luaL_checkstack(L, 4, "too many results");
        at = push_value(L, reply, at, 0);
    }
    return pushed;
}
