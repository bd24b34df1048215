// HTTP transfers over libcurl, which is loaded when the first worker starts and is not linked.
//
// A worker owns one thread and, on it, one multi handle with its connections. A transfer is prepared by
// its caller, then submitted, and from then on belongs to the worker. No type of libcurl appears here.
#ifndef CCURLHOST_H
#define CCURLHOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum __attribute__((enum_extensibility(closed))) CCurlOutcome {
    CCurlOutcomeAnswered,
    CCurlOutcomeNameNotResolved,
    CCurlOutcomeProxyNotResolved,
    CCurlOutcomeConnectionRefused,
    CCurlOutcomeConnectionFailed,
    CCurlOutcomeConnectionLost,
    CCurlOutcomeTimedOut,
    CCurlOutcomeTLSFailed,
    CCurlOutcomeCertificateFileUnusable,
    CCurlOutcomeAnswerTooLarge,
    CCurlOutcomeCancelled,
    CCurlOutcomeMalformedAnswer,
    CCurlOutcomeMalformedAddress,
    CCurlOutcomeOutOfMemory,
} CCurlOutcome;

// How a transfer ended. The pointers are good until the completion returns.
typedef struct CCurlAnswer {
    CCurlOutcome outcome;
    // Whether the first byte of the request may have been handed to a connection. Stays true across a second attempt.
    bool requestWasIssued;
    long status;
    // The final answer's status line and header lines as received, and the decoded body. Empty unless answered.
    const char *head;
    size_t headCount;
    const uint8_t *body;
    size_t bodyCount;
    // What libcurl says of a failure; never null.
    const char *detail;
} CCurlAnswer;

typedef void (*CCurlCompletion)(void *context, const CCurlAnswer *answer);

typedef struct CCurlWorker CCurlWorker;
typedef struct CCurlTransfer CCurlTransfer;

// Loads the library and starts the thread. Null with a reason in `reason` when either fails.
CCurlWorker *ccurl_worker_start(const char *library, long connectionLimit, char *reason, size_t reasonCapacity);

// Cancels what is running, ends the thread and waits for it. Completions are still called, on the worker's thread.
void ccurl_worker_stop(CCurlWorker *worker);

// Takes the transfer over. `completion` is called exactly once, on the worker's thread, unless false is returned:
// then a setting was refused or memory ran out, the transfer is gone and nothing was sent.
bool ccurl_worker_submit(
    CCurlWorker *worker, CCurlTransfer *transfer, uint64_t identifier, CCurlCompletion completion, void *context);

// Ends the transfer with this identifier soon. Does nothing when it has already ended or is unknown.
void ccurl_worker_cancel(CCurlWorker *worker, uint64_t identifier);

// Null when memory runs out. Later failures are kept in the transfer and reported when it is submitted.
CCurlTransfer *ccurl_transfer_create(CCurlWorker *worker, const char *url, const char *method);
void ccurl_transfer_discard(CCurlTransfer *transfer);

// One line, `Name: value`. Copied; the copy is wiped when the transfer ends.
void ccurl_transfer_add_header(CCurlTransfer *transfer, const char *line);
// The bytes are copied. Needed for an empty body too where the method announces its length.
void ccurl_transfer_set_body(CCurlTransfer *transfer, const uint8_t *bytes, size_t count);
// The environment's proxy variables are not read; without this call the server is reached directly.
void ccurl_transfer_set_proxy(CCurlTransfer *transfer, const char *proxy, const char *exemptions);
// Trusts the authorities in this PEM file instead of the system's.
void ccurl_transfer_set_certificate_file(CCurlTransfer *transfer, const char *path);
void ccurl_transfer_set_user_agent(CCurlTransfer *transfer, const char *text);
// Each at least 1.
void ccurl_transfer_set_time_limits(
    CCurlTransfer *transfer, long connectMilliseconds, long stallSeconds, long wholeMilliseconds);
// The most bytes that a decoded body may have.
void ccurl_transfer_set_body_limit(CCurlTransfer *transfer, size_t count);

#endif
