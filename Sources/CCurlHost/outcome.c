// From libcurl's codes to what a caller can act on.
#include "transfer.h"

#include <errno.h>

static CCurlOutcome outcome_of_connecting(CCurlTransfer *transfer) {
    long cause = 0;
    transfer->library->easy_getinfo(transfer->easy, CURLINFO_OS_ERRNO, &cause);
    return cause == ECONNREFUSED ? CCurlOutcomeConnectionRefused : CCurlOutcomeConnectionFailed;
}

static CCurlOutcome outcome_of(CCurlTransfer *transfer, CURLcode code) {
    if (transfer->out_of_memory) return CCurlOutcomeOutOfMemory;
    if (transfer->answer_too_large) return CCurlOutcomeAnswerTooLarge;
    switch (code) {
    // libcurl is content with an answer that ends among its header lines.
    case CURLE_OK: return transfer->head_is_whole ? CCurlOutcomeAnswered : CCurlOutcomeConnectionLost;
    case CURLE_COULDNT_RESOLVE_HOST: return CCurlOutcomeNameNotResolved;
    case CURLE_COULDNT_RESOLVE_PROXY: return CCurlOutcomeProxyNotResolved;
    case CURLE_COULDNT_CONNECT: return outcome_of_connecting(transfer);
    case CURLE_OPERATION_TIMEDOUT: return CCurlOutcomeTimedOut;
    case CURLE_SSL_CACERT_BADFILE: return CCurlOutcomeCertificateFileUnusable;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_ENGINE_SETFAILED:
    case CURLE_SSL_ENGINE_INITFAILED:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_USE_SSL_FAILED:
    case CURLE_PEER_FAILED_VERIFICATION: return CCurlOutcomeTLSFailed;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING: return CCurlOutcomeMalformedAnswer;
    // Before the request the address itself was refused; after it an answer came that is not HTTP/1 or newer.
    case CURLE_UNSUPPORTED_PROTOCOL:
        return transfer->attempts > 0 ? CCurlOutcomeMalformedAnswer : CCurlOutcomeMalformedAddress;
    case CURLE_URL_MALFORMAT: return CCurlOutcomeMalformedAddress;
    case CURLE_OUT_OF_MEMORY: return CCurlOutcomeOutOfMemory;
    default: return transfer->attempts > 0 ? CCurlOutcomeConnectionLost : CCurlOutcomeConnectionFailed;
    }
}

static const char *describe(CCurlTransfer *transfer, CURLcode code) {
    if (code == CURLE_OK) return "";
    return transfer->detail[0] != '\0' ? transfer->detail : transfer->library->easy_strerror(code);
}

void ccurl_transfer_describe(CCurlTransfer *transfer, CURLcode code, CCurlAnswer *answer) {
    *answer = (CCurlAnswer){
        .outcome = outcome_of(transfer, code),
        .requestWasIssued = transfer->attempts > 0,
        .head = transfer->head.bytes,
        .body = (const uint8_t *)transfer->body.bytes,
        .detail = describe(transfer, code),
    };
    if (answer->outcome != CCurlOutcomeAnswered) return;
    answer->headCount = transfer->head.count;
    answer->bodyCount = transfer->body.count;
    transfer->library->easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &answer->status);
}
