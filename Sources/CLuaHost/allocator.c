#include "interpreter.h"

#include <stdlib.h>

static bool must_fail(florin_interpreter *interpreter) {
    uint64_t number = ++interpreter->allocations;
    uint64_t failing = interpreter->configuration.failing_allocation;
    if (failing == 0) return false;
    return interpreter->configuration.failing_from_there ? number >= failing : number == failing;
}

static void *refuse(florin_interpreter *interpreter) {
    florin_note_memory_origin(interpreter);
    return NULL;
}

/* Lua's allocator, also used for what is in transit. Shrinking never fails, as Lua demands. */
void *florin_allocate(void *context, void *block, size_t old_size, size_t new_size) {
    florin_interpreter *interpreter = context;
    /* For a new block Lua passes the kind of the object as the old size. */
    if (!block) old_size = 0;
    if (new_size == 0) {
        free(block);
        interpreter->used -= old_size;
        return NULL;
    }
    if (new_size > old_size) {
        size_t limit = interpreter->configuration.memory_limit;
        if (interpreter->used - old_size > limit || new_size > limit - (interpreter->used - old_size)) {
            return refuse(interpreter);
        }
        if (must_fail(interpreter)) return refuse(interpreter);
    }
    void *result = realloc(block, new_size);
    if (!result) return new_size <= old_size ? block : refuse(interpreter);
    interpreter->used += new_size - old_size;
    return result;
}

/* For what is in transit: collects garbage before it gives up, as Lua does. Does not raise, because no
   script can have a finalizer. */
void *florin_resize(florin_interpreter *interpreter, void *block, size_t old_size, size_t new_size) {
    void *result = florin_allocate(interpreter, block, old_size, new_size);
    if (result || new_size == 0) return result;
    lua_gc(interpreter->main, LUA_GCCOLLECT);
    return florin_allocate(interpreter, block, old_size, new_size);
}

/* Lua has no function that raises its memory error, so this asks for more than the limit. */
_Noreturn void florin_raise_memory(lua_State *L) {
    for (;;) lua_newuserdatauv(L, florin_of(L)->configuration.memory_limit, 0);
}

size_t florin_used_memory(const florin_interpreter *interpreter) { return interpreter->used; }

uint64_t florin_allocation_count(const florin_interpreter *interpreter) { return interpreter->allocations; }
