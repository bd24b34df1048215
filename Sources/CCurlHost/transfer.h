// What a transfer holds. Prepared on the caller's thread, then touched by the worker's thread only,
// apart from the fields that say otherwise.
#ifndef CCURLHOST_TRANSFER_H
#define CCURLHOST_TRANSFER_H

#include "CCurlHost.h"
#include "library.h"

typedef struct Buffer {
    char *bytes;
    size_t count;
    size_t capacity;
} Buffer;

struct CCurlTransfer {
    const Library *library;
    CURL *easy;
    struct curl_slist *headers;
    uint8_t *request_body;
    size_t request_body_count;
    bool is_read;
    // The first refusal of a setting, or CURLE_OK.
    CURLcode refusal;

    Buffer head;
    // Whether the empty line after the final answer's header lines came.
    bool head_is_whole;
    Buffer body;
    size_t body_limit;
    bool answer_too_large;
    bool out_of_memory;
    unsigned int attempts;
    char detail[CURL_ERROR_SIZE];

    CCurlCompletion completion;
    void *context;
    uint64_t identifier;
    // Guarded by the worker's lock.
    bool cancelled;
    bool is_running;
    struct CCurlTransfer *next;
};

// Fills `answer` from a transfer that ended with `code`.
void ccurl_transfer_describe(CCurlTransfer *transfer, CURLcode code, CCurlAnswer *answer);

// The library that a worker loaded.
const Library *ccurl_worker_library(const CCurlWorker *worker);

#endif
