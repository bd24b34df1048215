/* `require`: text modules that the host gives, and files NAME.lua in the folders it names. */
#include "interpreter.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const size_t largest_module = 4 << 20;

static bool is_word(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte == '_';
}

/* Words of letters, digits and '_' with single points between them, so that no name leaves its folder. */
static bool is_module_name(const char *name, size_t length) {
    if (length == 0 || length > 200 || !is_word(name[length - 1])) return false;
    for (size_t index = 0; index < length; index++) {
        if (is_word(name[index])) continue;
        if (name[index] != '.' || index == 0 || name[index - 1] == '.') return false;
    }
    return true;
}

/* Reads a whole file. Returns a block of `*capacity` bytes from the interpreter's memory, or NULL with
   `*problem` set, or NULL without when there is no such file. Does not raise. */
static char *read_file(
    florin_interpreter *interpreter, const char *path, size_t *length, size_t *capacity, const char **problem
) {
    *problem = NULL;
    FILE *file = fopen(path, "rbe");
    if (!file) {
        if (errno != ENOENT && errno != ENOTDIR) *problem = "cannot be opened";
        return NULL;
    }
    *length = 0;
    *capacity = 16 * 1024;
    char *bytes = florin_resize(interpreter, NULL, 0, *capacity);
    while (bytes) {
        *length += fread(bytes + *length, 1, *capacity - *length, file);
        if (*length < *capacity) break;
        char *larger = *capacity < largest_module ? florin_resize(interpreter, bytes, *capacity, *capacity * 2) : NULL;
        if (!larger) {
            florin_resize(interpreter, bytes, *capacity, 0);
            bytes = NULL;
        } else {
            bytes = larger;
            *capacity *= 2;
        }
    }
    if (!bytes) {
        *problem = "is too large";
    } else if (ferror(file)) {
        *problem = "cannot be read";
        florin_resize(interpreter, bytes, *capacity, 0);
        bytes = NULL;
    }
    fclose(file);
    return bytes;
}

/* Looks into the folder whose path is at the top of the stack, and pops it. Leaves the chunk and true, or
   nothing and false. */
static bool load_from_folder(lua_State *L, const char *name) {
    florin_interpreter *interpreter = florin_of(L);
    const char *relative = luaL_gsub(L, name, ".", "/");
    const char *path = lua_pushfstring(L, "%s/%s.lua", lua_tostring(L, -2), relative);
    const char *chunk_name = lua_pushfstring(L, "@%s", path);
    size_t length, capacity;
    const char *problem;
    char *bytes = read_file(interpreter, path, &length, &capacity, &problem);
    if (problem) luaL_error(L, "module '%s': %s %s", name, path, problem);
    if (!bytes) {
        lua_pop(L, 4);
        return false;
    }
    const char *start = florin_skip_first_line(bytes, &length);
    int status = luaL_loadbufferx(L, start, length, chunk_name, "t");
    florin_resize(interpreter, bytes, capacity, 0);
    if (status == LUA_ERRMEM) florin_raise_memory(L);
    if (status != LUA_OK) lua_error(L);
    lua_replace(L, -5);
    lua_pop(L, 3);
    return true;
}

/* The folders are in the table at the index `folders`. */
static int refuse_unknown(lua_State *L, const char *name, int folders) {
    if (lua_rawlen(L, folders) == 0) {
        return florin_raise_error(
            L, "script", "unknown_module", "require works in scripts, for files beside the script", "no module '%s'", name);
    }
    const char *hint = lua_pushfstring(L, "put %s.lua beside the script", luaL_gsub(L, name, ".", "/"));
    lua_rawgeti(L, folders, 1);
    int places = lua_gettop(L);
    for (lua_Integer index = 2; lua_rawgeti(L, folders, index) == LUA_TSTRING; index++) {
        lua_pushfstring(L, "%s; %s", lua_tostring(L, places), lua_tostring(L, -1));
        lua_replace(L, places);
        lua_settop(L, places);
    }
    return florin_raise_error(
        L, "script", "unknown_module", hint, "no module '%s' (looked in: %s)", name, lua_tostring(L, places));
}

/* Pushes the chunk of the module, or raises. */
static void push_chunk(lua_State *L, const char *name) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.modules);
    lua_pushstring(L, name);
    if (lua_rawget(L, -2) == LUA_TSTRING) {
        size_t length;
        const char *source = lua_tolstring(L, -1, &length);
        int status = luaL_loadbufferx(L, source, length, lua_pushfstring(L, "=%s", name), "t");
        if (status == LUA_ERRMEM) florin_raise_memory(L);
        if (status != LUA_OK) lua_error(L);
        return;
    }
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.folders);
    int folders = lua_gettop(L);
    for (lua_Integer index = 1; lua_rawgeti(L, folders, index) == LUA_TSTRING; index++) {
        if (load_from_folder(L, name)) return;
    }
    refuse_unknown(L, name, folders);
}

static int require(lua_State *L) {
    size_t length;
    const char *name = luaL_checklstring(L, 1, &length);
    lua_settop(L, 1);
    if (!is_module_name(name, length)) {
        return florin_raise_error(
            L, "script", "bad_module_name", "write words with points between them, such as treasury.sweep",
            "'%s' is not the name of a module", name);
    }
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.loaded);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, 2) == LUA_TLIGHTUSERDATA) {
        return florin_raise_error(
            L, "script", "module_cycle", "move what both need into a third module", "module '%s' requires itself", name);
    }
    if (!lua_isnil(L, 3)) return 1;
    push_chunk(L, name);
    lua_pushcfunction(L, florin_early_message_handler);
    lua_insert(L, 4);
    lua_replace(L, 5);
    lua_settop(L, 5);
    lua_pushvalue(L, 1);
    lua_pushlightuserdata(L, (void *)&florin_registry.loaded);
    lua_rawset(L, 2);
    lua_pushvalue(L, 1);
    if (lua_pcall(L, 1, 1, 4) != LUA_OK) {
        lua_pushvalue(L, 1);
        lua_pushnil(L);
        lua_rawset(L, 2);
        return lua_error(L);
    }
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        lua_pushboolean(L, 1);
    }
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, 2);
    return 1;
}

void florin_open_require(lua_State *L) {
    const void *const keys[] = { &florin_registry.modules, &florin_registry.folders, &florin_registry.loaded };
    for (size_t index = 0; index < 3; index++) {
        lua_newtable(L);
        lua_rawsetp(L, LUA_REGISTRYINDEX, keys[index]);
    }
    lua_pushglobaltable(L);
    florin_set_function(L, "require", require);
    lua_pop(L, 1);
}
