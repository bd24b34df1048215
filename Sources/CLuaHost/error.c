#include "interpreter.h"

#include <stdarg.h>
#include <stdio.h>

static void set_class_error(lua_State *L) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.classes);
    lua_getfield(L, -1, "error");
    lua_setmetatable(L, -3);
    lua_pop(L, 1);
}

/* Raises a table of class "error". `code` and `hint` may be NULL. */
int florin_raise_error(lua_State *L, const char *kind, const char *code, const char *hint, const char *format, ...) {
    luaL_checkstack(L, 8, NULL);
    lua_createtable(L, 0, 6);
    va_list values;
    va_start(values, format);
    lua_pushvfstring(L, format, values);
    va_end(values);
    lua_setfield(L, -2, "message");
    lua_pushstring(L, kind);
    lua_setfield(L, -2, "kind");
    if (code) {
        lua_pushstring(L, code);
        lua_setfield(L, -2, "code");
    }
    if (hint) {
        lua_pushstring(L, hint);
        lua_setfield(L, -2, "hint");
    }
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "retryable");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "ambiguous");
    set_class_error(L);
    return lua_error(L);
}

/* Raises the one value that the host has answered. */
int florin_raise_reply(lua_State *L) {
    luaL_checkstack(L, 8, NULL);
    if (florin_push_reply(L) == 0) lua_pushliteral(L, "a function of the host failed without a reason");
    return lua_error(L);
}

/* One text field of the error object at index 1, or NULL. */
static const char *field(lua_State *L, const char *name) {
    lua_pushstring(L, name);
    return lua_rawget(L, 1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
}

/* An error as one line: what happened, which error it is, what to do next. */
int florin_error_line(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    const char *message = field(L, "message"), *kind = field(L, "kind"), *code = field(L, "code"), *hint = field(L, "hint");
    lua_pushstring(L, message ? message : "an error without a message");
    if (kind && code) {
        lua_pushfstring(L, " [%s.%s]", kind, code);
    } else {
        lua_pushfstring(L, kind ? " [%s]" : "", kind);
    }
    if (hint) {
        lua_pushfstring(L, "; %s", hint);
    } else {
        lua_pushliteral(L, "");
    }
    lua_concat(L, 3);
    return 1;
}

void florin_open_errors(lua_State *L) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.classes);
    lua_createtable(L, 0, 3);
    florin_set_function(L, "__tostring", florin_error_line);
    lua_pushliteral(L, "error");
    lua_setfield(L, -2, "__name");
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.class_names);
    lua_pushvalue(L, -2);
    lua_pushliteral(L, "error");
    lua_rawset(L, -3);
    lua_pop(L, 1);
    lua_setfield(L, -2, "error");
    lua_pop(L, 1);
    /* Kept alive, because Lua makes this text without protection when a message handler fails. */
    lua_pushliteral(L, "error in error handling");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &florin_registry.error_in_error_text);
}

/* The script is where the reader can do something; parts of the host have names that begin with '='. */
static bool is_script(const lua_Debug *frame) { return frame->source[0] != '='; }

static void note_chunk(char *name, const lua_Debug *frame) {
    snprintf(name, FLORIN_LONGEST_NAME, "%s", frame->source[0] == '@' ? frame->source + 1 : frame->short_src);
}

static void append_frame(florin_interpreter *interpreter, const lua_Debug *frame) {
    size_t room = FLORIN_LONGEST_TRACEBACK - interpreter->traceback_length;
    char *end = interpreter->traceback + interpreter->traceback_length;
    int written;
    if (frame->what[0] == 'm') {
        written = snprintf(end, room, "%s:%d: in the main chunk\n", frame->short_src, frame->currentline);
    } else if (frame->what[0] == 'C') {
        written = snprintf(end, room, "in function '%s'\n", frame->name ? frame->name : "?");
    } else if (frame->name) {
        written = snprintf(end, room, "%s:%d: in %s '%s'\n", frame->short_src, frame->currentline, frame->namewhat, frame->name);
    } else {
        written = snprintf(end, room, "%s:%d: in a function\n", frame->short_src, frame->currentline);
    }
    if (written > 0 && (size_t)written < room) interpreter->traceback_length += (size_t)written;
}

/* Notes the calls from `level` on, in memory that is already there: this cannot raise and allocates nothing. */
void florin_note_origin(florin_interpreter *interpreter, lua_State *L, int level) {
    interpreter->traceback_length = 0;
    interpreter->failure_line = 0;
    interpreter->failure_chunk[0] = 0;
    bool is_in_script = false;
    lua_Debug frame;
    for (; level < 64 && lua_getstack(L, level, &frame); level++) {
        if (!lua_getinfo(L, "Sln", &frame)) break;
        bool is_lua = frame.what[0] != 'C';
        if (!is_lua && !frame.name) continue;
        append_frame(interpreter, &frame);
        if (is_lua && !is_in_script && frame.currentline > 0 && (is_script(&frame) || !interpreter->failure_line)) {
            is_in_script = is_script(&frame);
            interpreter->failure_line = frame.currentline;
            note_chunk(interpreter->failure_chunk, &frame);
        }
    }
}

void florin_note_memory_origin(florin_interpreter *interpreter) {
    interpreter->memory_line = 0;
    lua_Debug frame;
    for (int level = 0; interpreter->current && level < 64 && lua_getstack(interpreter->current, level, &frame); level++) {
        if (!lua_getinfo(interpreter->current, "Sl", &frame)) return;
        if (frame.currentline <= 0 || !is_script(&frame)) continue;
        interpreter->memory_line = frame.currentline;
        note_chunk(interpreter->memory_chunk, &frame);
        return;
    }
}

/* The error object passes unchanged. */
int florin_message_handler(lua_State *L) {
    florin_interpreter *interpreter = florin_of(L);
    const void *object = lua_topointer(L, 1);
    if (interpreter->is_syntax_error || (object && object == interpreter->noted_error)) return 1;
    florin_note_origin(interpreter, L, 1);
    return 1;
}

int florin_early_message_handler(lua_State *L) {
    florin_message_handler(L);
    florin_of(L)->noted_error = lua_topointer(L, 1);
    return 1;
}
