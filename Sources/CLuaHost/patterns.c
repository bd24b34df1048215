/* string.find, match, gmatch and gsub over the matcher with a budget; results and errors as in Lua 5.4. */
#define _GNU_SOURCE
#include "match.h"

#include <string.h>

/* A start position as Lua counts: from 1, or from the end when negative. */
static size_t start_position(lua_Integer position, size_t length) {
    if (position > 0) return (size_t)position;
    if (position == 0 || position < -(lua_Integer)length) return 1;
    return length + (size_t)position + 1;
}

static bool has_specials(const char *pattern, size_t length) {
    for (size_t index = 0; index < length; index++) {
        if (pattern[index] && strchr("^$*+?.([%-", pattern[index])) return true;
    }
    return false;
}

static int push_plain_find(lua_State *L, const char *found, const char *subject, size_t length) {
    lua_pushinteger(L, found - subject + 1);
    lua_pushinteger(L, (lua_Integer)(found - subject + (ptrdiff_t)length));
    return 2;
}

static int find_or_match(lua_State *L, bool finds) {
    size_t length, pattern_length;
    const char *subject = luaL_checklstring(L, 1, &length);
    const char *pattern = luaL_checklstring(L, 2, &pattern_length);
    size_t start = start_position(luaL_optinteger(L, 3, 1), length) - 1;
    if (start > length) {
        lua_pushnil(L);
        return 1;
    }
    if (finds && (lua_toboolean(L, 4) || !has_specials(pattern, pattern_length))) {
        const char *found =
            pattern_length == 0 ? subject + start : memmem(subject + start, length - start, pattern, pattern_length);
        if (found) return push_plain_find(L, found, subject, pattern_length);
        lua_pushnil(L);
        return 1;
    }
    florin_match match;
    florin_match_begin(&match, L, subject, length, pattern, pattern_length);
    bool is_anchored = pattern_length > 0 && *pattern == '^';
    if (is_anchored) pattern++;
    const char *place = subject + start;
    do {
        const char *end = florin_match_at(&match, place, pattern);
        if (!end) continue;
        if (!finds) return florin_push_captures(&match, place, end);
        lua_pushinteger(L, place - subject + 1);
        lua_pushinteger(L, end - subject);
        return florin_push_captures(&match, NULL, NULL) + 2;
    } while (place++ < match.subject_end && !is_anchored);
    lua_pushnil(L);
    return 1;
}

static int find(lua_State *L) { return find_or_match(L, true); }

static int match_once(lua_State *L) { return find_or_match(L, false); }

/* Upvalues: subject, pattern, where to go on, where the last match ended (-1: none yet). */
static int next_match(lua_State *L) {
    size_t length, pattern_length;
    const char *subject = lua_tolstring(L, lua_upvalueindex(1), &length);
    const char *pattern = lua_tolstring(L, lua_upvalueindex(2), &pattern_length);
    lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
    florin_match match;
    florin_match_begin(&match, L, subject, length, pattern, pattern_length);
    for (lua_Integer at = lua_tointeger(L, lua_upvalueindex(3)); at <= (lua_Integer)length; at++) {
        const char *end = florin_match_at(&match, subject + at, pattern);
        if (!end || end - subject == last) continue;
        lua_pushinteger(L, end - subject);
        lua_pushvalue(L, -1);
        lua_replace(L, lua_upvalueindex(3));
        lua_replace(L, lua_upvalueindex(4));
        return florin_push_captures(&match, subject + at, end);
    }
    return 0;
}

static int match_all(lua_State *L) {
    size_t length;
    luaL_checklstring(L, 1, &length);
    luaL_checkstring(L, 2);
    size_t start = start_position(luaL_optinteger(L, 3, 1), length) - 1;
    lua_settop(L, 2);
    lua_pushinteger(L, (lua_Integer)(start > length ? length + 1 : start));
    lua_pushinteger(L, -1);
    lua_pushcclosure(L, next_match, 4);
    return 1;
}

/* Adds the replacement text at index 3, in which %1 and so on stand for captures. */
static void add_text(florin_match *match, luaL_Buffer *buffer, const char *start, const char *end) {
    lua_State *L = match->L;
    size_t length;
    const char *text = lua_tolstring(L, 3, &length);
    for (size_t index = 0; index < length; index++) {
        if (text[index] != '%') {
            luaL_addchar(buffer, text[index]);
            continue;
        }
        char name = ++index < length ? text[index] : 0;
        if (name == '%') {
            luaL_addchar(buffer, '%');
        } else if (name == '0') {
            luaL_addlstring(buffer, start, (size_t)(end - start));
        } else if (name >= '1' && name <= '9') {
            florin_push_capture(match, name - '1', start, end);
            luaL_tolstring(L, -1, NULL);
            lua_remove(L, -2);
            luaL_addvalue(buffer);
        } else {
            luaL_error(L, "invalid use of '%%' in replacement string");
        }
    }
}

/* Adds what stands for one match; the type of the replacement is `type`. */
static bool add_replacement(florin_match *match, luaL_Buffer *buffer, const char *start, const char *end, int type) {
    lua_State *L = match->L;
    if (type == LUA_TFUNCTION) {
        lua_pushvalue(L, 3);
        int count = florin_push_captures(match, start, end);
        lua_call(L, count, 1);
    } else if (type == LUA_TTABLE) {
        florin_push_capture(match, 0, start, end);
        lua_gettable(L, 3);
    } else {
        add_text(match, buffer, start, end);
        return true;
    }
    if (!lua_toboolean(L, -1)) {
        lua_pop(L, 1);
        luaL_addlstring(buffer, start, (size_t)(end - start));
        return false;
    }
    if (!lua_isstring(L, -1)) luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
    luaL_addvalue(buffer);
    return true;
}

static int substitute(lua_State *L) {
    size_t length, pattern_length;
    const char *subject = luaL_checklstring(L, 1, &length);
    const char *pattern = luaL_checklstring(L, 2, &pattern_length);
    int type = lua_type(L, 3);
    luaL_argexpected(
        L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
        "string/function/table");
    if (type == LUA_TNUMBER) lua_tostring(L, 3);
    lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1);
    florin_match match;
    florin_match_begin(&match, L, subject, length, pattern, pattern_length);
    bool is_anchored = pattern_length > 0 && *pattern == '^', has_changed = false;
    if (is_anchored) pattern++;
    const char *place = subject, *last = NULL;
    lua_Integer count = 0;
    luaL_Buffer buffer;
    luaL_buffinit(L, &buffer);
    while (count < most) {
        const char *end = florin_match_at(&match, place, pattern);
        if (end && end != last) {
            count++;
            if (add_replacement(&match, &buffer, place, end, type)) has_changed = true;
            place = last = end;
        } else if (place < match.subject_end) {
            luaL_addchar(&buffer, *place++);
        } else {
            break;
        }
        if (is_anchored) break;
    }
    if (has_changed) {
        luaL_addlstring(&buffer, place, (size_t)(match.subject_end - place));
        luaL_pushresult(&buffer);
    } else {
        lua_pushvalue(L, 1);
    }
    lua_pushinteger(L, count);
    return 2;
}

void florin_open_patterns(lua_State *L) {
    lua_getglobal(L, "string");
    florin_set_function(L, "find", find);
    florin_set_function(L, "match", match_once);
    florin_set_function(L, "gmatch", match_all);
    florin_set_function(L, "gsub", substitute);
    lua_pop(L, 1);
}
