// For pipe2.
#define _GNU_SOURCE

#include "CEditHost.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <unistd.h>

// In the order in which they are handed out.
static const int collected[] = {SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGWINCH};
enum { collected_count = sizeof collected / sizeof collected[0] };

static atomic_uint arrived[collected_count];
static struct sigaction previous[collected_count];
static atomic_bool in_use;
// Never closed: a handler may still be running on another thread when the editor is not needed any more.
static int wake_pipe[2] = {-1, -1};

static void collect(int signal) {
    int saved = errno;
    for (int index = 0; index < collected_count; index++) {
        if (collected[index] == signal) { atomic_fetch_add(&arrived[index], 1); }
    }
    // A full pipe is readable already, which is all that it has to be.
    (void)!write(wake_pipe[1], "", 1);
    errno = saved;
}

int edithost_signals_open(void) {
    if (atomic_exchange(&in_use, true)) {
        errno = EBUSY;
        return -1;
    }
    if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0) {
        atomic_store(&in_use, false);
        return -1;
    }
    sigset_t unblocked;
    sigemptyset(&unblocked);
    for (int index = 0; index < collected_count; index++) {
        atomic_store(&arrived[index], 0);
        // With SA_RESTART, because the handler may run on any thread, also in the middle of somebody's write.
        // The editor does not need EINTR: it waits for the pipe.
        struct sigaction action = {.sa_handler = collect, .sa_flags = SA_RESTART};
        sigemptyset(&action.sa_mask);
        sigaction(collected[index], NULL, &previous[index]);
        // What was started with nohup stays deaf to it.
        bool deaf = previous[index].sa_handler == SIG_IGN && (collected[index] == SIGHUP || collected[index] == SIGTERM);
        if (!deaf) { sigaction(collected[index], &action, NULL); }
        sigaddset(&unblocked, collected[index]);
    }
    // A thread that was made by a pool thread starts with everything blocked.
    pthread_sigmask(SIG_UNBLOCK, &unblocked, NULL);
    return wake_pipe[0];
}

int edithost_signals_take(void) {
    char drained[64];
    while (read(wake_pipe[0], drained, sizeof drained) > 0) {}
    for (int index = 0; index < collected_count; index++) {
        unsigned count = atomic_load(&arrived[index]);
        while (count > 0) {
            if (atomic_compare_exchange_weak(&arrived[index], &count, count - 1)) { return collected[index]; }
        }
    }
    return 0;
}

void edithost_signals_close(void) {
    for (int index = 0; index < collected_count; index++) { sigaction(collected[index], &previous[index], NULL); }
    atomic_store(&in_use, false);
}
