#define _GNU_SOURCE
#include "CCurlHost.h"
#include "transfer.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct CCurlWorker {
    Library library;
    CURLM *multi;
    pthread_t thread;
    pthread_mutex_t lock;
    // Every transfer that is submitted and not complete, oldest first. Guarded by `lock`, as is `stopping`.
    CCurlTransfer *transfers;
    bool stopping;
};

const Library *ccurl_worker_library(const CCurlWorker *worker) { return &worker->library; }

static void complete(CCurlWorker *worker, CCurlTransfer *transfer, const CCurlAnswer *answer) {
    pthread_mutex_lock(&worker->lock);
    CCurlTransfer **place = &worker->transfers;
    while (*place != transfer) place = &(*place)->next;
    *place = transfer->next;
    pthread_mutex_unlock(&worker->lock);
    if (transfer->is_running) worker->library.multi_remove_handle(worker->multi, transfer->easy);
    transfer->completion(transfer->context, answer);
    ccurl_transfer_discard(transfer);
}

static void finish(CCurlWorker *worker, CCurlTransfer *transfer, CURLcode code) {
    CCurlAnswer answer;
    ccurl_transfer_describe(transfer, code, &answer);
    complete(worker, transfer, &answer);
}

static void abandon(CCurlWorker *worker, CCurlTransfer *transfer) {
    CCurlAnswer answer = {
        .outcome = CCurlOutcomeCancelled, .requestWasIssued = transfer->attempts > 0, .detail = "cancelled"};
    complete(worker, transfer, &answer);
}

// A transfer that is to be abandoned, or null.
static CCurlTransfer *next_cancelled(CCurlWorker *worker) {
    pthread_mutex_lock(&worker->lock);
    CCurlTransfer *transfer = worker->transfers;
    while (transfer != NULL && !transfer->cancelled && !worker->stopping) transfer = transfer->next;
    pthread_mutex_unlock(&worker->lock);
    return transfer;
}

// A transfer that has not been started, or null.
static CCurlTransfer *next_waiting(CCurlWorker *worker) {
    pthread_mutex_lock(&worker->lock);
    CCurlTransfer *transfer = worker->transfers;
    while (transfer != NULL && transfer->is_running) transfer = transfer->next;
    if (transfer != NULL) transfer->is_running = true;
    pthread_mutex_unlock(&worker->lock);
    return transfer;
}

static bool is_stopping(CCurlWorker *worker) {
    pthread_mutex_lock(&worker->lock);
    bool stopping = worker->stopping;
    pthread_mutex_unlock(&worker->lock);
    return stopping;
}

static void *work(void *argument) {
    CCurlWorker *worker = argument;
    const Library *library = &worker->library;
    for (;;) {
        CCurlTransfer *transfer;
        while ((transfer = next_cancelled(worker)) != NULL) abandon(worker, transfer);
        if (is_stopping(worker)) break;
        while ((transfer = next_waiting(worker)) != NULL) {
            CURLMcode code = library->multi_add_handle(worker->multi, transfer->easy);
            if (code != CURLM_OK) finish(worker, transfer, CURLE_OUT_OF_MEMORY);
        }
        int running = 0;
        library->multi_perform(worker->multi, &running);
        int left = 0;
        const CURLMsg *message;
        while ((message = library->multi_info_read(worker->multi, &left)) != NULL) {
            if (message->msg != CURLMSG_DONE) continue;
            CURLcode code = message->data.result;
            char *ended = NULL;
            library->easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &ended);
            finish(worker, (CCurlTransfer *)(void *)ended, code);
        }
        library->multi_poll(worker->multi, NULL, 0, 60 * 1000, NULL);
    }
    library->multi_cleanup(worker->multi);
    return NULL;
}

// Signals go to the other threads: a write to a connection that the server closed must not end the process.
static int start_without_signals(CCurlWorker *worker) {
    sigset_t every, before;
    sigfillset(&every);
    pthread_sigmask(SIG_SETMASK, &every, &before);
    int failure = pthread_create(&worker->thread, NULL, work, worker);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return failure;
}

CCurlWorker *ccurl_worker_start(const char *name, long connectionLimit, char *reason, size_t reasonCapacity) {
    CCurlWorker *worker = calloc(1, sizeof *worker);
    if (worker == NULL) {
        snprintf(reason, reasonCapacity, "out of memory");
        return NULL;
    }
    if (!ccurl_library_open(&worker->library, name, reason, reasonCapacity)) {
        free(worker);
        return NULL;
    }
    worker->multi = worker->library.multi_init();
    if (worker->multi == NULL) {
        snprintf(reason, reasonCapacity, "out of memory");
        free(worker);
        return NULL;
    }
    worker->library.multi_setopt(worker->multi, CURLMOPT_PIPELINING, (long)CURLPIPE_MULTIPLEX);
    worker->library.multi_setopt(worker->multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, connectionLimit);
    worker->library.multi_setopt(worker->multi, CURLMOPT_MAXCONNECTS, connectionLimit);
    pthread_mutex_init(&worker->lock, NULL);
    int failure = start_without_signals(worker);
    if (failure != 0) {
        snprintf(reason, reasonCapacity, "no thread could be started: %s", strerror(failure));
        worker->library.multi_cleanup(worker->multi);
        pthread_mutex_destroy(&worker->lock);
        free(worker);
        return NULL;
    }
    return worker;
}

void ccurl_worker_stop(CCurlWorker *worker) {
    pthread_mutex_lock(&worker->lock);
    worker->stopping = true;
    // Under the lock, because the thread frees the multi handle as soon as it can see the flag.
    worker->library.multi_wakeup(worker->multi);
    pthread_mutex_unlock(&worker->lock);
    pthread_join(worker->thread, NULL);
    pthread_mutex_destroy(&worker->lock);
    free(worker);
}

bool ccurl_worker_submit(
    CCurlWorker *worker, CCurlTransfer *transfer, uint64_t identifier, CCurlCompletion completion, void *context) {
    if (transfer->refusal != CURLE_OK) {
        ccurl_transfer_discard(transfer);
        return false;
    }
    transfer->identifier = identifier;
    transfer->completion = completion;
    transfer->context = context;
    pthread_mutex_lock(&worker->lock);
    CCurlTransfer **end = &worker->transfers;
    while (*end != NULL) end = &(*end)->next;
    *end = transfer;
    pthread_mutex_unlock(&worker->lock);
    worker->library.multi_wakeup(worker->multi);
    return true;
}

void ccurl_worker_cancel(CCurlWorker *worker, uint64_t identifier) {
    pthread_mutex_lock(&worker->lock);
    for (CCurlTransfer *transfer = worker->transfers; transfer != NULL; transfer = transfer->next) {
        if (transfer->identifier == identifier) transfer->cancelled = true;
    }
    pthread_mutex_unlock(&worker->lock);
    worker->library.multi_wakeup(worker->multi);
}
