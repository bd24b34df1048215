#include "CCryptoHost.h"
#include "key.h"
#include "library.h"

bool ccrypto_sign(const CCryptoKey *key, const uint8_t *message, size_t messageCount, uint8_t *signature, size_t *count) {
    const Library *library = ccrypto_library();
    EVP_MD_CTX *context = library->context_new();
    if (context == NULL) return false;
    bool done = library->sign_init(context, NULL, library->sha256(), NULL, key->key) == 1
        && library->sign(context, signature, count, message, messageCount) == 1;
    library->context_free(context);
    library->clear_error();
    return done;
}

bool ccrypto_verify(
    const CCryptoKey *key, const uint8_t *message, size_t messageCount, const uint8_t *signature, size_t count) {
    const Library *library = ccrypto_library();
    EVP_MD_CTX *context = library->context_new();
    if (context == NULL) return false;
    bool is_good = library->verify_init(context, NULL, library->sha256(), NULL, key->key) == 1
        && library->verify(context, signature, count, message, messageCount) == 1;
    library->context_free(context);
    library->clear_error();
    return is_good;
}

bool ccrypto_sha256(const uint8_t *message, size_t count, uint8_t digest[32]) {
    const Library *library = ccrypto_library();
    return library != NULL && library->digest(message, count, digest, NULL, library->sha256(), NULL) == 1;
}
