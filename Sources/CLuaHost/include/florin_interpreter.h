#ifndef FLORIN_INTERPRETER_H
#define FLORIN_INTERPRETER_H

#include "florin_reply.h"

#pragma clang assume_nonnull begin

/* A Lua interpreter. Used from one thread, the one that created it, except where said otherwise. */
typedef struct florin_interpreter florin_interpreter;

/* What a function of the host says when it returns. */
typedef uint32_t florin_status;
enum {
    /* The reply holds the results. */
    FLORIN_OK = 0,
    /* The reply holds one value, which is raised. */
    FLORIN_ERROR,
    /* The results come later: `wait` is called, which blocks and then says one of the others. */
    FLORIN_PENDING,
    /* The run was cancelled meanwhile. */
    FLORIN_CANCELLED,
};

/* What is computed with amounts and numbers. The first three have a number as result, the next three
   a boolean in `result->low`, and TEXT the text in the reply. */
typedef uint32_t florin_operation;
enum {
    FLORIN_ADD = 0,
    FLORIN_SUBTRACT,
    FLORIN_MULTIPLY,
    FLORIN_NEGATE,
    FLORIN_EQUAL,
    FLORIN_LESS,
    FLORIN_LESS_OR_EQUAL,
    FLORIN_TEXT,
};

/* The functions of the host. None of them may call back into the interpreter. */
typedef struct florin_host {
    void *context;
    florin_status (*dispatch)(
        void *context, uint32_t function, const florin_value *_Nullable arguments, size_t count, florin_reply *reply);
    florin_status (*wait)(void *context, florin_reply *reply);
    florin_status (*arithmetic)(
        void *context, florin_operation operation, const florin_decimal *left, const florin_decimal *right,
        florin_decimal *result, florin_reply *reply);
    florin_status (*output)(void *context, const char *bytes, size_t length, florin_reply *reply);
} florin_host;

typedef struct florin_configuration {
    size_t memory_limit;
    uint64_t random_seed;
    bool ordered_pairs;
    bool strict_globals;
    /* For tests: the number of the allocation that fails, from 1, and whether all later ones fail too. 0 for none. */
    uint64_t failing_allocation;
    bool failing_from_there;
} florin_configuration;

/* How a step ended. */
typedef uint32_t florin_outcome;
enum {
    FLORIN_DONE = 0,
    FLORIN_SYNTAX,
    FLORIN_SYNTAX_INCOMPLETE,
    FLORIN_RAISED,
    FLORIN_OUT_OF_MEMORY,
    FLORIN_WAS_CANCELLED,
    /* For florin_head: the chunk does not begin with a head. */
    FLORIN_NO_HEAD,
};

/* What is known about the last step that did not end well. Valid until the next step or florin_release. */
typedef struct florin_failure {
    florin_text message;
    florin_text chunk;
    florin_text traceback;
    /* From 1; 0 when not known. */
    int32_t line;
} florin_failure;

/* NULL when there is no memory for it. */
florin_interpreter *_Nullable florin_create(const florin_configuration *configuration, const florin_host *host);
void florin_destroy(florin_interpreter *interpreter);

/* The libraries and what the sandbox makes of them. The first step. */
florin_outcome florin_open(florin_interpreter *interpreter);
/* Functions get the numbers 0, 1, 2 and so on. A pure one may be called while a head is read. */
florin_outcome florin_add_function(florin_interpreter *interpreter, const char *_Nullable name, size_t length, bool is_pure);
florin_outcome florin_add_module(
    florin_interpreter *interpreter, const char *_Nullable name, size_t name_length, const char *_Nullable source, size_t length);
florin_outcome florin_add_folder(florin_interpreter *interpreter, const char *_Nullable path, size_t length);
florin_outcome florin_run_prelude(
    florin_interpreter *interpreter, const char *_Nullable name, size_t name_length, const char *_Nullable source, size_t length);
/* After the preludes: globals are guarded, strictly if so configured. */
florin_outcome florin_seal(florin_interpreter *interpreter);

/* These leave results: see florin_results. The name is terminated by 0. */
florin_outcome florin_run(florin_interpreter *interpreter, const char *_Nullable source, size_t length, const char *name);
florin_outcome florin_head(florin_interpreter *interpreter, const char *_Nullable source, size_t length, const char *name);
florin_outcome florin_evaluate(florin_interpreter *interpreter, const char *_Nullable line, size_t length);

/* The results of a step that is DONE; after RAISED the error object, as one value. */
const florin_value *_Nullable florin_results(const florin_interpreter *interpreter, size_t *count);
void florin_last_failure(const florin_interpreter *interpreter, florin_failure *failure);
/* Lets go of the results. */
void florin_release(florin_interpreter *interpreter);

/* From any thread, while the interpreter and the thread that created it exist. */
void florin_cancel(florin_interpreter *interpreter);
void florin_reset_cancel(florin_interpreter *interpreter);
bool florin_is_cancelled(const florin_interpreter *interpreter);

size_t florin_used_memory(const florin_interpreter *interpreter);
uint64_t florin_allocation_count(const florin_interpreter *interpreter);

#pragma clang assume_nonnull end

#endif
