/* Lua's patterns with a budget of steps: Lua's own matcher can go on for hours on a short text, inside C,
   where nothing can interrupt it. The rules and the structure are those of Lua 5.4's lstrlib.c
   (Copyright (C) 1994-2022 Lua.org, PUC-Rio; MIT licence). */
#include "match.h"

#include <ctype.h>
#include <string.h>

static const char escape = '%';
static const int64_t most_steps = 50 * 1000 * 1000;
static const int32_t steps_between_checks = 1 << 16;
static const int deepest_match = 200;

static unsigned char byte_at(const char *place) { return (unsigned char)*place; }

void florin_match_begin(
    florin_match *match, lua_State *L, const char *subject, size_t length, const char *pattern, size_t pattern_length
) {
    match->L = L;
    match->subject = subject;
    match->subject_end = subject + length;
    match->pattern_end = pattern + pattern_length;
    match->steps_left = most_steps + 16 * (int64_t)length;
    match->steps_to_check = steps_between_checks;
    match->level = 0;
    match->depth_left = deepest_match;
}

static void check_budget(florin_match *match) {
    match->steps_left -= steps_between_checks;
    match->steps_to_check = steps_between_checks;
    if (florin_is_cancelled_now(florin_of(match->L))) florin_raise_cancelled(match->L);
    if (match->steps_left < 0) {
        florin_raise_error(
            match->L, "script", "pattern_too_slow", "use fewer repetitions, or begin the pattern with '^'",
            "this pattern takes too many steps on this text");
    }
}

static inline void count_step(florin_match *match) {
    if (__builtin_expect(--match->steps_to_check < 0, 0)) check_budget(match);
}

static int closed_capture(florin_match *match, int digit) {
    int index = digit - '1';
    if (index < 0 || index >= match->level || match->captures[index].length == FLORIN_CAPTURE_OPEN) {
        return luaL_error(match->L, "invalid capture index %%%d", index + 1);
    }
    return index;
}

static int capture_to_close(florin_match *match) {
    for (int level = match->level - 1; level >= 0; level--) {
        if (match->captures[level].length == FLORIN_CAPTURE_OPEN) return level;
    }
    return luaL_error(match->L, "invalid pattern capture");
}

/* The end of the single-character class that begins at `pattern`. */
static const char *class_end(florin_match *match, const char *pattern) {
    if (pattern == match->pattern_end) luaL_error(match->L, "malformed pattern (ends with '%%')");
    char first = *pattern++;
    if (first == escape) {
        if (pattern == match->pattern_end) luaL_error(match->L, "malformed pattern (ends with '%%')");
        return pattern + 1;
    }
    if (first != '[') return pattern;
    if (pattern < match->pattern_end && *pattern == '^') pattern++;
    /* The first character of a set is never its end. */
    do {
        if (pattern == match->pattern_end) luaL_error(match->L, "malformed pattern (missing ']')");
        if (*pattern++ == escape) {
            if (pattern == match->pattern_end) luaL_error(match->L, "malformed pattern (missing ']')");
            pattern++;
        }
    } while (pattern == match->pattern_end || *pattern != ']');
    return pattern + 1;
}

static bool is_in_class(int character, int name) {
    bool result;
    switch (tolower(name)) {
    case 'a': result = isalpha(character); break;
    case 'c': result = iscntrl(character); break;
    case 'd': result = isdigit(character); break;
    case 'g': result = isgraph(character); break;
    case 'l': result = islower(character); break;
    case 'p': result = ispunct(character); break;
    case 's': result = isspace(character); break;
    case 'u': result = isupper(character); break;
    case 'w': result = isalnum(character); break;
    case 'x': result = isxdigit(character); break;
    default: return name == character;
    }
    return isupper(name) ? !result : result;
}

/* `set` is at the '[', `end` at the ']'. */
static bool is_in_set(int character, const char *set, const char *end) {
    bool result = true;
    if (set[1] == '^') {
        result = false;
        set++;
    }
    while (++set < end) {
        if (*set == escape) {
            set++;
            if (is_in_class(character, byte_at(set))) return result;
        } else if (set[1] == '-' && set + 2 < end) {
            set += 2;
            if (byte_at(set - 2) <= character && character <= byte_at(set)) return result;
        } else if (byte_at(set) == character) {
            return result;
        }
    }
    return !result;
}

static bool matches_one(florin_match *match, const char *place, const char *pattern, const char *end) {
    count_step(match);
    if (place >= match->subject_end) return false;
    int character = byte_at(place);
    switch (*pattern) {
    case '.': return true;
    case '%': return is_in_class(character, byte_at(pattern + 1));
    case '[': return is_in_set(character, pattern, end - 1);
    default: return byte_at(pattern) == character;
    }
}

static const char *do_match(florin_match *match, const char *place, const char *pattern);

static const char *match_balance(florin_match *match, const char *place, const char *pattern) {
    if (pattern >= match->pattern_end - 1) luaL_error(match->L, "malformed pattern (missing arguments to '%%b')");
    if (place >= match->subject_end || *place != *pattern) return NULL;
    char open = *pattern, close = pattern[1];
    int nested = 1;
    while (++place < match->subject_end) {
        count_step(match);
        if (*place == close) {
            if (--nested == 0) return place + 1;
        } else if (*place == open) {
            nested++;
        }
    }
    return NULL;
}

static const char *expand_most(florin_match *match, const char *place, const char *pattern, const char *end) {
    ptrdiff_t count = 0;
    while (matches_one(match, place + count, pattern, end)) count++;
    for (; count >= 0; count--) {
        const char *result = do_match(match, place + count, end + 1);
        if (result) return result;
    }
    return NULL;
}

static const char *expand_least(florin_match *match, const char *place, const char *pattern, const char *end) {
    for (;;) {
        const char *result = do_match(match, place, end + 1);
        if (result) return result;
        if (!matches_one(match, place, pattern, end)) return NULL;
        place++;
    }
}

static const char *start_capture(florin_match *match, const char *place, const char *pattern, int kind) {
    if (match->level >= FLORIN_MOST_CAPTURES) luaL_error(match->L, "too many captures");
    match->captures[match->level].start = place;
    match->captures[match->level].length = kind;
    match->level++;
    const char *result = do_match(match, place, pattern);
    if (!result) match->level--;
    return result;
}

static const char *end_capture(florin_match *match, const char *place, const char *pattern) {
    int level = capture_to_close(match);
    match->captures[level].length = place - match->captures[level].start;
    const char *result = do_match(match, place, pattern);
    if (!result) match->captures[level].length = FLORIN_CAPTURE_OPEN;
    return result;
}

static const char *match_capture(florin_match *match, const char *place, int digit) {
    int index = closed_capture(match, digit);
    size_t length = (size_t)match->captures[index].length;
    if ((size_t)(match->subject_end - place) < length) return NULL;
    return memcmp(match->captures[index].start, place, length) == 0 ? place + length : NULL;
}

/* %f[set]: between a character outside the set and one inside. */
static bool is_frontier(florin_match *match, const char *place, const char *set, const char *end) {
    int before = place == match->subject ? 0 : byte_at(place - 1);
    int here = place == match->subject_end ? 0 : byte_at(place);
    return !is_in_set(before, set, end - 1) && is_in_set(here, set, end - 1);
}

/* One character class with what may follow it: nothing, or one of ? + * -. `*pattern` and the result are
   where to go on; `*is_final` when the result is that of the whole rest. */
static const char *match_repeated(florin_match *match, const char *place, const char **pattern, bool *is_final) {
    const char *start = *pattern, *end = class_end(match, start);
    char repetition = end < match->pattern_end ? *end : 0;
    *is_final = true;
    switch (repetition) {
    case '?':
        if (matches_one(match, place, start, end)) {
            const char *result = do_match(match, place + 1, end + 1);
            if (result) return result;
        }
        *is_final = false;
        *pattern = end + 1;
        return place;
    case '+': return matches_one(match, place, start, end) ? expand_most(match, place + 1, start, end) : NULL;
    case '*': return expand_most(match, place, start, end);
    case '-': return expand_least(match, place, start, end);
    default:
        if (!matches_one(match, place, start, end)) return NULL;
        *is_final = false;
        *pattern = end;
        return place + 1;
    }
}

/* What begins with '%' and is not a class: %b, %f and %1 to %9. False when it is a class. */
static bool match_escape(florin_match *match, const char **place, const char **pattern) {
    const char *name = *pattern + 1;
    if (name >= match->pattern_end) return false;
    if (*name == 'b') {
        *place = match_balance(match, *place, name + 1);
        *pattern = name + 3;
        return true;
    }
    if (*name == 'f') {
        const char *set = name + 1;
        if (set >= match->pattern_end || *set != '[') luaL_error(match->L, "missing '[' after '%%f' in pattern");
        const char *end = class_end(match, set);
        if (!is_frontier(match, *place, set, end)) *place = NULL;
        *pattern = end;
        return true;
    }
    if (!isdigit(byte_at(name))) return false;
    *place = match_capture(match, *place, byte_at(name));
    *pattern = name + 1;
    return true;
}

static const char *match_items(florin_match *match, const char *place, const char *pattern) {
    while (place && pattern < match->pattern_end) {
        count_step(match);
        if (*pattern == '(') {
            bool is_position = pattern + 1 < match->pattern_end && pattern[1] == ')';
            if (is_position) return start_capture(match, place, pattern + 2, FLORIN_CAPTURE_POSITION);
            return start_capture(match, place, pattern + 1, FLORIN_CAPTURE_OPEN);
        }
        if (*pattern == ')') return end_capture(match, place, pattern + 1);
        if (*pattern == '$' && pattern + 1 == match->pattern_end) return place == match->subject_end ? place : NULL;
        if (*pattern == escape && match_escape(match, &place, &pattern)) continue;
        bool is_final;
        place = match_repeated(match, place, &pattern, &is_final);
        if (is_final) return place;
    }
    return place;
}

static const char *do_match(florin_match *match, const char *place, const char *pattern) {
    if (match->depth_left-- == 0) luaL_error(match->L, "pattern too complex");
    const char *result = match_items(match, place, pattern);
    match->depth_left++;
    return result;
}

const char *florin_match_at(florin_match *match, const char *place, const char *pattern) {
    match->level = 0;
    match->depth_left = deepest_match;
    return do_match(match, place, pattern);
}

void florin_push_capture(florin_match *match, int index, const char *start, const char *end) {
    if (index >= match->level) {
        if (index != 0) luaL_error(match->L, "invalid capture index %%%d", index + 1);
        lua_pushlstring(match->L, start, (size_t)(end - start));
        return;
    }
    ptrdiff_t length = match->captures[index].length;
    if (length == FLORIN_CAPTURE_OPEN) luaL_error(match->L, "unfinished capture");
    if (length == FLORIN_CAPTURE_POSITION) {
        lua_pushinteger(match->L, match->captures[index].start - match->subject + 1);
    } else {
        lua_pushlstring(match->L, match->captures[index].start, (size_t)length);
    }
}

int florin_push_captures(florin_match *match, const char *start, const char *end) {
    int count = match->level == 0 && start ? 1 : match->level;
    luaL_checkstack(match->L, count, "too many captures");
    for (int index = 0; index < count; index++) florin_push_capture(match, index, start, end);
    return count;
}
