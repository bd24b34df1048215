#include "interpreter.h"

#include <signal.h>

/* The interpreter of this thread, for the signal handler. */
static _Thread_local florin_interpreter *volatile interpreter_of_thread;

static const int cancel_signal = SIGURG;

/* Raises as long as the run is cancelled, so that no pcall can go on; takes itself away afterwards. */
static void cancel_hook(lua_State *L, lua_Debug *activation) {
    (void)activation;
    if (florin_is_cancelled_now(florin_of(L))) {
        florin_raise_cancelled(L);
    } else {
        lua_sethook(L, NULL, 0, 0);
    }
}

/* Makes the coroutine stop at its next instruction. Safe in a signal handler on the interpreter's thread. */
void florin_arm_cancel(lua_State *L) {
    lua_sethook(L, cancel_hook, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1);
}

int florin_raise_cancelled(lua_State *L) {
    florin_arm_cancel(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &florin_registry.cancelled_text);
    return lua_error(L);
}

static void handle_signal(int number) {
    (void)number;
    florin_interpreter *interpreter = interpreter_of_thread;
    if (!interpreter || !florin_is_cancelled_now(interpreter)) return;
    lua_State *current = interpreter->current;
    if (current) florin_arm_cancel(current);
}

static void install_handler(void) {
    struct sigaction action = { .sa_handler = handle_signal, .sa_flags = SA_RESTART };
    sigemptyset(&action.sa_mask);
    sigaction(cancel_signal, &action, NULL);
}

/* Called on the interpreter's thread, which may have inherited a mask that blocks everything. */
void florin_prepare_cancel(florin_interpreter *interpreter) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install_handler);
    interpreter_of_thread = interpreter;
    interpreter->thread = pthread_self();
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, cancel_signal);
    pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
}

void florin_forget_cancel(florin_interpreter *interpreter) {
    if (interpreter_of_thread == interpreter) interpreter_of_thread = NULL;
}

void florin_cancel(florin_interpreter *interpreter) {
    atomic_store(&interpreter->cancelled, true);
    pthread_kill(interpreter->thread, cancel_signal);
}

void florin_reset_cancel(florin_interpreter *interpreter) { atomic_store(&interpreter->cancelled, false); }

bool florin_is_cancelled(const florin_interpreter *interpreter) { return atomic_load(&interpreter->cancelled); }
