#ifndef FLORIN_INTERNAL_INTERPRETER_H
#define FLORIN_INTERNAL_INTERPRETER_H

#include "include/CLuaHost.h"

#include <lua5.4/lua.h>
#include <lua5.4/lauxlib.h>
#include <lua5.4/lualib.h>
#include <pthread.h>
#include <stdatomic.h>

enum {
    FLORIN_DEEPEST_ARGUMENT = 16,
    FLORIN_DEEPEST_REPLY = 64,
    FLORIN_LONGEST_TRACEBACK = 4096,
    FLORIN_LONGEST_NAME = 512,
};

/* An array in the interpreter's own memory, outside Lua but under the same limit. */
typedef struct florin_values {
    florin_value *values;
    size_t count;
    size_t capacity;
    size_t text_bytes;
} florin_values;

struct florin_interpreter {
    lua_State *main;
    /* The coroutine that runs now: where a cancel must set its hook. */
    lua_State *volatile current;
    atomic_bool cancelled;
    pthread_t thread;
    florin_host host;
    florin_configuration configuration;

    size_t used;
    uint64_t allocations;

    florin_values arguments;
    florin_reply reply;

    /* Pinned by the registry, so that an amount is recognised by an address. */
    const void *money_metatable;
    const void *decimal_metatable;

    uint32_t function_count;
    /* How many coroutines are being closed inside each other. */
    int closing;
    bool at_prompt;
    bool reading_head;
    /* While a head is read: whether something else was tried first, and whether the head has come. */
    bool head_refused;
    bool head_seen;
    bool is_syntax_error;
    /* What was typed at the prompt begins an expression. */
    bool expression_is_incomplete;

    /* An error that passes through a second handler, whose origin is noted already. */
    const void *noted_error;
    int32_t failure_line;
    size_t traceback_length;
    char failure_chunk[FLORIN_LONGEST_NAME];
    /* Where memory ran out last; a pcall may have gone on after it. */
    int32_t memory_line;
    char memory_chunk[FLORIN_LONGEST_NAME];
    /* What the chunk of this step is called, or NULL. */
    const char *chunk_name;
    florin_text failure_message;
    size_t result_count;
    char traceback[FLORIN_LONGEST_TRACEBACK];
};

static inline florin_interpreter *florin_of(lua_State *L) {
    return *(florin_interpreter **)lua_getextraspace(L);
}

/* Keys of the registry: the address of one of these. */
typedef struct florin_keys {
    char money, decimal, money_methods, decimal_methods, classes, class_names, raw_texts, host, modules, folders, loaded;
    char cancelled_text, error_in_error_text;
} florin_keys;
extern const florin_keys florin_registry;

/* allocator.c */
void *florin_allocate(void *interpreter, void *block, size_t old_size, size_t new_size);
void *florin_resize(florin_interpreter *interpreter, void *block, size_t old_size, size_t new_size);
_Noreturn void florin_raise_memory(lua_State *L);

/* arguments.c: reads the values at first...last into `interpreter->arguments`. Does not raise and does
   not allocate in Lua; says what is wrong, or NULL. */
extern const char *const florin_no_memory;
const char *florin_read_values(lua_State *L, int first, int last, int *which);

/* reply.c: may raise. */
int florin_push_reply(lua_State *L);
void florin_clear_reply(florin_interpreter *interpreter);

/* call.c */
int florin_call_host(lua_State *L);

/* error.c: may raise, that is their purpose. */
int florin_raise_error(lua_State *L, const char *kind, const char *code, const char *hint, const char *format, ...);
int florin_raise_reply(lua_State *L);
void florin_open_errors(lua_State *L);
/* The error object at index 1 as one line, from its fields. */
int florin_error_line(lua_State *L);
/* Message handler: notes where the error comes from. Cannot raise. */
int florin_message_handler(lua_State *L);
/* The same for an error object that will pass through another handler. */
int florin_early_message_handler(lua_State *L);
void florin_note_origin(florin_interpreter *interpreter, lua_State *L, int level);
/* Notes which line wants memory that is not there. Called by the allocator: touches nothing of Lua's. */
void florin_note_memory_origin(florin_interpreter *interpreter);

/* failure.c: says why the last step failed, whose error object is at index 1. Does not raise. */
florin_outcome florin_describe(florin_interpreter *interpreter, int status);

/* money.c */
void florin_open_money(lua_State *L);
void florin_push_decimal(lua_State *L, const florin_decimal *decimal);
/* The value at the index if it is an amount or a number of ours, otherwise NULL. Does not raise. */
const florin_decimal *florin_to_decimal(lua_State *L, int index);

/* cancel.c */
void florin_prepare_cancel(florin_interpreter *interpreter);
void florin_forget_cancel(florin_interpreter *interpreter);
void florin_arm_cancel(lua_State *L);
int florin_raise_cancelled(lua_State *L);
static inline bool florin_is_cancelled_now(florin_interpreter *interpreter) {
    return atomic_load_explicit(&interpreter->cancelled, memory_order_relaxed);
}

/* Each opens one part of the library. All may raise. */
void florin_open_sandbox(lua_State *L);
void florin_open_bounds(lua_State *L);
void florin_open_patterns(lua_State *L);
void florin_open_coroutines(lua_State *L);
void florin_open_order(lua_State *L);
void florin_open_require(lua_State *L);
void florin_open_host(lua_State *L);
void florin_guard_globals(lua_State *L);

/* Puts a function into the table at the top of the stack. May raise. */
void florin_set_function(lua_State *L, const char *name, lua_CFunction function);
/* Where the Lua text begins: after a byte order mark, and after a first line that begins with '#'. */
const char *florin_skip_first_line(const char *source, size_t *length);
/* Runs one protected step, which gets `data` as light userdata. Its results stay on the stack. */
florin_outcome florin_perform(florin_interpreter *interpreter, lua_CFunction step, void *data);
/* At the end of a step: its results are the values from `first` on. May raise. */
int florin_give_results(lua_State *L, int first);
/* Raises when a head is being read: nothing else may happen then. */
void florin_refuse_in_head(lua_State *L);

#endif
