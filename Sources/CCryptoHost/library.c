#include "library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "CCryptoHost.h"

static pthread_once_t once = PTHREAD_ONCE_INIT;
static Library library;
static bool is_loaded = false;
static char reason[256];

static bool find(void *image, const char *name, void *function) {
    void *symbol = dlsym(image, name);
    if (symbol == NULL) {
        snprintf(reason, sizeof reason, "libcrypto has no function %s", name);
        return false;
    }
    memcpy(function, &symbol, sizeof symbol);
    return true;
}

static void load(void) {
    void *image = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (image == NULL) {
        const char *cause = dlerror();
        snprintf(reason, sizeof reason, "%s", cause != NULL ? cause : "libcrypto.so.3 cannot be loaded");
        return;
    }
    const struct {
        const char *name;
        void *function;
    } functions[] = {
        {"OpenSSL_version", &library.version},
        {"BIO_new_mem_buf", &library.bio_new_mem_buf},
        {"BIO_free", &library.bio_free},
        {"PEM_read_bio_PrivateKey", &library.read_private_key},
        {"PEM_read_bio_PUBKEY", &library.read_public_key},
        {"EVP_PKEY_free", &library.key_free},
        {"EVP_PKEY_get_base_id", &library.key_kind},
        {"EVP_PKEY_get_bits", &library.key_bits},
        {"EVP_MD_CTX_new", &library.context_new},
        {"EVP_MD_CTX_free", &library.context_free},
        {"EVP_sha256", &library.sha256},
        {"EVP_DigestSignInit", &library.sign_init},
        {"EVP_DigestSign", &library.sign},
        {"EVP_DigestVerifyInit", &library.verify_init},
        {"EVP_DigestVerify", &library.verify},
        {"EVP_Digest", &library.digest},
        {"ERR_clear_error", &library.clear_error},
    };
    for (size_t index = 0; index < sizeof functions / sizeof functions[0]; index++) {
        if (!find(image, functions[index].name, functions[index].function)) return;
    }
    is_loaded = true;
}

const Library *ccrypto_library(void) {
    pthread_once(&once, load);
    return is_loaded ? &library : NULL;
}

const char *ccrypto_library_reason(void) { return reason; }

bool ccrypto_open(char *text, size_t capacity) {
    if (ccrypto_library() != NULL) return true;
    snprintf(text, capacity, "%s", ccrypto_library_reason());
    return false;
}

const char *ccrypto_version(void) {
    const Library *library = ccrypto_library();
    return library != NULL ? library->version(0) : NULL;
}
