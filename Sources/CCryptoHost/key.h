// What a key is inside.
#ifndef CCRYPTOHOST_KEY_H
#define CCRYPTOHOST_KEY_H

#include <openssl/evp.h>

struct CCryptoKey {
    EVP_PKEY *key;
};

#endif
