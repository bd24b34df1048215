// RSA signatures and digests over OpenSSL's libcrypto, which is loaded when first used and is not linked.
//
// No type of OpenSSL appears here. Every function may be called from any thread.
#ifndef CCRYPTOHOST_H
#define CCRYPTOHOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Loads the library; false with a reason when it cannot be loaded. The other functions do this by themselves.
bool ccrypto_open(char *reason, size_t reasonCapacity);

// The version of the loaded library, such as "OpenSSL 3.0.19"; null when it cannot be loaded.
const char *ccrypto_version(void);

typedef enum __attribute__((enum_extensibility(closed))) CCryptoKeyProblem {
    CCryptoKeyProblemNone,
    CCryptoKeyProblemNoLibrary,
    // No key of this kind in PEM.
    CCryptoKeyProblemUnreadable,
    // It asks for a passphrase.
    CCryptoKeyProblemEncrypted,
    // A key of another algorithm.
    CCryptoKeyProblemNotRSA,
    CCryptoKeyProblemOutOfMemory,
} CCryptoKeyProblem;

typedef struct CCryptoKey CCryptoKey;

// Reads a private key (PKCS #8 or PKCS #1, PEM, not encrypted). Null with a problem when there is none.
CCryptoKey *ccrypto_private_key(const uint8_t *pem, size_t count, CCryptoKeyProblem *problem);
// Reads a public key (SubjectPublicKeyInfo, PEM). Null with a problem when there is none.
CCryptoKey *ccrypto_public_key(const uint8_t *pem, size_t count, CCryptoKeyProblem *problem);
void ccrypto_key_free(CCryptoKey *key);

// The length of the modulus in bits.
int ccrypto_key_bits(const CCryptoKey *key);

// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2). `*count` is the capacity before and the length after.
bool ccrypto_sign(
    const CCryptoKey *key, const uint8_t *message, size_t messageCount, uint8_t *signature, size_t *count);
// Whether the signature is this key's of this message.
bool ccrypto_verify(
    const CCryptoKey *key, const uint8_t *message, size_t messageCount, const uint8_t *signature, size_t count);

// SHA-256 (FIPS 180-4) into 32 bytes; false when the library cannot be loaded.
bool ccrypto_sha256(const uint8_t *message, size_t count, uint8_t digest[32]);

#endif
