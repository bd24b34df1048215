// The functions of libcrypto that are used, found by name in the loaded library.
#ifndef CCRYPTOHOST_LIBRARY_H
#define CCRYPTOHOST_LIBRARY_H

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct Library {
    const char *(*version)(int);
    BIO *(*bio_new_mem_buf)(const void *, int);
    int (*bio_free)(BIO *);
    EVP_PKEY *(*read_private_key)(BIO *, EVP_PKEY **, pem_password_cb *, void *);
    EVP_PKEY *(*read_public_key)(BIO *, EVP_PKEY **, pem_password_cb *, void *);
    void (*key_free)(EVP_PKEY *);
    int (*key_kind)(const EVP_PKEY *);
    int (*key_bits)(const EVP_PKEY *);
    EVP_MD_CTX *(*context_new)(void);
    void (*context_free)(EVP_MD_CTX *);
    const EVP_MD *(*sha256)(void);
    int (*sign_init)(EVP_MD_CTX *, EVP_PKEY_CTX **, const EVP_MD *, ENGINE *, EVP_PKEY *);
    int (*sign)(EVP_MD_CTX *, unsigned char *, size_t *, const unsigned char *, size_t);
    int (*verify_init)(EVP_MD_CTX *, EVP_PKEY_CTX **, const EVP_MD *, ENGINE *, EVP_PKEY *);
    int (*verify)(EVP_MD_CTX *, const unsigned char *, size_t, const unsigned char *, size_t);
    int (*digest)(const void *, size_t, unsigned char *, unsigned int *, const EVP_MD *, ENGINE *);
    void (*clear_error)(void);
} Library;

// The loaded library, or null; then `ccrypto_library_reason` says why.
const Library *ccrypto_library(void);
const char *ccrypto_library_reason(void);

#endif
