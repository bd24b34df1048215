#define _GNU_SOURCE
#include "transfer.h"

#include <stdlib.h>
#include <string.h>

// More header than any answer of the API has.
static const size_t head_limit = 256 * 1024;

static void keep(CCurlTransfer *transfer, CURLcode code) {
    if (transfer->refusal == CURLE_OK) transfer->refusal = code;
}

#define SET(option, value) keep(transfer, transfer->library->easy_setopt(transfer->easy, option, value))

static bool append(CCurlTransfer *transfer, Buffer *buffer, const char *bytes, size_t count, size_t limit) {
    if (count > limit - buffer->count) {
        transfer->answer_too_large = true;
        return false;
    }
    if (count > buffer->capacity - buffer->count) {
        size_t capacity = buffer->count + count;
        if (capacity < 2 * buffer->capacity) capacity = 2 * buffer->capacity;
        if (capacity < 4096) capacity = 4096;
        char *grown = realloc(buffer->bytes, capacity);
        if (grown == NULL) {
            transfer->out_of_memory = true;
            return false;
        }
        buffer->bytes = grown;
        buffer->capacity = capacity;
    }
    if (count > 0) memcpy(buffer->bytes + buffer->count, bytes, count);
    buffer->count += count;
    return true;
}

static size_t receive_head(char *bytes, size_t size, size_t items, void *context) {
    CCurlTransfer *transfer = context;
    size_t count = size * items;
    // A status line starts an answer anew: an interim answer (1xx) may have come before it.
    if (count >= 5 && memcmp(bytes, "HTTP/", 5) == 0) {
        transfer->head.count = 0;
        transfer->head_is_whole = false;
    }
    if (count > 0 && (bytes[0] == '\r' || bytes[0] == '\n')) transfer->head_is_whole = true;
    return append(transfer, &transfer->head, bytes, count, head_limit) ? count : 0;
}

static size_t receive_body(char *bytes, size_t size, size_t items, void *context) {
    CCurlTransfer *transfer = context;
    size_t count = size * items;
    return append(transfer, &transfer->body, bytes, count, transfer->body_limit) ? count : 0;
}

// Called when a connection is ready and the request is about to be written to it. libcurl writes a request a second
// time when a kept connection turns out to be closed; only a read may be, because nobody knows what became of the first.
static int before_request(void *context, char *address, char *local, int port, int localPort) {
    (void)address, (void)local, (void)port, (void)localPort;
    CCurlTransfer *transfer = context;
    if (transfer->attempts > 0 && !transfer->is_read) return CURL_PREREQFUNC_ABORT;
    transfer->attempts += 1;
    return CURL_PREREQFUNC_OK;
}

CCurlTransfer *ccurl_transfer_create(CCurlWorker *worker, const char *url, const char *method) {
    CCurlTransfer *transfer = calloc(1, sizeof *transfer);
    if (transfer == NULL) return NULL;
    transfer->library = ccurl_worker_library(worker);
    transfer->easy = transfer->library->easy_init();
    if (transfer->easy == NULL) {
        free(transfer);
        return NULL;
    }
    bool is_head = strcmp(method, "HEAD") == 0;
    bool is_get = strcmp(method, "GET") == 0;
    transfer->is_read = is_head || is_get;

    SET(CURLOPT_URL, url);
    if (is_head) {
        SET(CURLOPT_NOBODY, 1L);
    } else if (!is_get) {
        SET(CURLOPT_CUSTOMREQUEST, method);
    }
    SET(CURLOPT_PATH_AS_IS, 1L);
    SET(CURLOPT_PROTOCOLS_STR, "http,https");
    SET(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    SET(CURLOPT_FOLLOWLOCATION, 0L);
    // Without TLS nothing says early that a server shares a connection, and waiting for it would hold requests back.
    bool may_share = strncmp(url, "https:", 6) == 0;
    SET(CURLOPT_HTTP_VERSION, may_share ? (long)CURL_HTTP_VERSION_2TLS : (long)CURL_HTTP_VERSION_1_1);
    SET(CURLOPT_PIPEWAIT, may_share ? 1L : 0L);
    SET(CURLOPT_ACCEPT_ENCODING, "");
    SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    SET(CURLOPT_SSL_VERIFYPEER, 1L);
    SET(CURLOPT_SSL_VERIFYHOST, 2L);
    // The header fields, with the token among them, are for the server and not for a proxy on the way.
    SET(CURLOPT_HEADEROPT, (long)CURLHEADER_SEPARATE);
    SET(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    SET(CURLOPT_PROXY, "");
    SET(CURLOPT_NOSIGNAL, 1L);
    SET(CURLOPT_TCP_KEEPALIVE, 1L);
    SET(CURLOPT_ERRORBUFFER, transfer->detail);
    SET(CURLOPT_PRIVATE, transfer);
    SET(CURLOPT_HEADERFUNCTION, receive_head);
    SET(CURLOPT_HEADERDATA, transfer);
    SET(CURLOPT_WRITEFUNCTION, receive_body);
    SET(CURLOPT_WRITEDATA, transfer);
    SET(CURLOPT_PREREQFUNCTION, before_request);
    SET(CURLOPT_PREREQDATA, transfer);
#if LIBCURL_VERSION_NUM >= 0x075700
    // Cancelling while a name is looked up does not wait for the lookup. A library that is older only waits.
    transfer->library->easy_setopt(transfer->easy, CURLOPT_QUICK_EXIT, 1L);
#endif
    ccurl_transfer_add_header(transfer, "Expect:");
    return transfer;
}

void ccurl_transfer_discard(CCurlTransfer *transfer) {
    transfer->library->easy_cleanup(transfer->easy);
    for (struct curl_slist *line = transfer->headers; line != NULL; line = line->next) {
        explicit_bzero(line->data, strlen(line->data));
    }
    transfer->library->slist_free_all(transfer->headers);
    free(transfer->request_body);
    free(transfer->head.bytes);
    free(transfer->body.bytes);
    free(transfer);
}

void ccurl_transfer_add_header(CCurlTransfer *transfer, const char *line) {
    struct curl_slist *headers = transfer->library->slist_append(transfer->headers, line);
    if (headers == NULL) {
        keep(transfer, CURLE_OUT_OF_MEMORY);
        return;
    }
    transfer->headers = headers;
    SET(CURLOPT_HTTPHEADER, headers);
}

void ccurl_transfer_set_body(CCurlTransfer *transfer, const uint8_t *bytes, size_t count) {
    transfer->request_body = malloc(count + 1);
    if (transfer->request_body == NULL) {
        keep(transfer, CURLE_OUT_OF_MEMORY);
        return;
    }
    if (count > 0) memcpy(transfer->request_body, bytes, count);
    SET(CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    SET(CURLOPT_POSTFIELDS, transfer->request_body);
    // A body turns a transfer into a POST unless its method is named.
    if (transfer->is_read) SET(CURLOPT_CUSTOMREQUEST, "GET");
}

void ccurl_transfer_set_proxy(CCurlTransfer *transfer, const char *proxy, const char *exemptions) {
    SET(CURLOPT_PROXY, proxy);
    SET(CURLOPT_NOPROXY, exemptions);
}

void ccurl_transfer_set_certificate_file(CCurlTransfer *transfer, const char *path) {
    SET(CURLOPT_CAINFO, path);
    SET(CURLOPT_CAPATH, NULL);
    SET(CURLOPT_PROXY_CAINFO, path);
    SET(CURLOPT_PROXY_CAPATH, NULL);
}

void ccurl_transfer_set_user_agent(CCurlTransfer *transfer, const char *text) { SET(CURLOPT_USERAGENT, text); }

void ccurl_transfer_set_time_limits(
    CCurlTransfer *transfer, long connectMilliseconds, long stallSeconds, long wholeMilliseconds) {
    SET(CURLOPT_CONNECTTIMEOUT_MS, connectMilliseconds);
    SET(CURLOPT_LOW_SPEED_LIMIT, 1L);
    SET(CURLOPT_LOW_SPEED_TIME, stallSeconds);
    SET(CURLOPT_TIMEOUT_MS, wholeMilliseconds);
}

void ccurl_transfer_set_body_limit(CCurlTransfer *transfer, size_t count) { transfer->body_limit = count; }
