#include <limits.h>
#include <stdlib.h>

#include "CCryptoHost.h"
#include "key.h"
#include "library.h"

// Asked for a passphrase, it notes that and gives none: a key that only a person can open is of no use unattended.
static int refuse_passphrase(char *buffer, int size, int writing, void *was_asked) {
    (void)buffer;
    (void)size;
    (void)writing;
    *(bool *)was_asked = true;
    return -1;
}

typedef EVP_PKEY *Reader(BIO *, EVP_PKEY **, pem_password_cb *, void *);

static CCryptoKey *read_key(const Library *library, Reader *reader, const uint8_t *pem, size_t count, CCryptoKeyProblem *problem) {
    *problem = CCryptoKeyProblemUnreadable;
    if (count == 0 || count > INT_MAX) return NULL;
    *problem = CCryptoKeyProblemOutOfMemory;
    BIO *source = library->bio_new_mem_buf(pem, (int)count);
    if (source == NULL) return NULL;
    bool was_asked = false;
    EVP_PKEY *key = reader(source, NULL, refuse_passphrase, &was_asked);
    library->bio_free(source);
    library->clear_error();
    if (key == NULL) {
        *problem = was_asked ? CCryptoKeyProblemEncrypted : CCryptoKeyProblemUnreadable;
        return NULL;
    }
    CCryptoKey *owner = NULL;
    if (library->key_kind(key) != EVP_PKEY_RSA) {
        *problem = CCryptoKeyProblemNotRSA;
    } else if ((owner = malloc(sizeof *owner)) != NULL) {
        owner->key = key;
        *problem = CCryptoKeyProblemNone;
        return owner;
    }
    library->key_free(key);
    return NULL;
}

CCryptoKey *ccrypto_private_key(const uint8_t *pem, size_t count, CCryptoKeyProblem *problem) {
    const Library *library = ccrypto_library();
    if (library != NULL) return read_key(library, library->read_private_key, pem, count, problem);
    *problem = CCryptoKeyProblemNoLibrary;
    return NULL;
}

CCryptoKey *ccrypto_public_key(const uint8_t *pem, size_t count, CCryptoKeyProblem *problem) {
    const Library *library = ccrypto_library();
    if (library != NULL) return read_key(library, library->read_public_key, pem, count, problem);
    *problem = CCryptoKeyProblemNoLibrary;
    return NULL;
}

void ccrypto_key_free(CCryptoKey *key) {
    if (key == NULL) return;
    ccrypto_library()->key_free(key->key);
    free(key);
}

int ccrypto_key_bits(const CCryptoKey *key) { return ccrypto_library()->key_bits(key->key); }
