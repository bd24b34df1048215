import CCryptoHost

/// A private RSA key that signs one-time tokens.
///
/// It prints nothing of itself (law 9). The key is OpenSSL's, loaded with the first key: a program that signs nothing pays
/// nothing for it.
public final class SigningKey: Sendable {
    private let handle: KeyHandle

    /// Reads a private key.
    ///
    /// - Parameter pem: PKCS #8 or PKCS #1 as PEM, without a passphrase; RSA of at least ``KeyError/leastBits`` bits, as the
    ///   bank asks for.
    public init(pem: [UInt8]) throws(KeyError) {
        var problem = CCryptoKeyProblem.none
        handle = try KeyHandle(ccrypto_private_key(pem, pem.count, &problem), problem)
    }

    /// The signature of a message: RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2).
    ///
    /// - Throws: ``KeyError/failed`` when the library cannot sign.
    public func signature(of message: [UInt8]) throws(KeyError) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: (handle.bits + 7) / 8)
        var count = signature.count
        guard ccrypto_sign(handle.key, message, message.count, &signature, &count) else { throw .failed }
        return Array(signature.prefix(count))
    }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
    /// How long it is, and nothing else.
    public var description: String { "<private RSA key of \(handle.bits) bits>" }
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

/// A public RSA key that checks signatures.
public final class VerificationKey: Sendable {
    private let handle: KeyHandle

    /// Reads a public key.
    ///
    /// - Parameter pem: SubjectPublicKeyInfo as PEM (`-----BEGIN PUBLIC KEY-----`), RSA of at least
    ///   ``KeyError/leastBits`` bits.
    public init(pem: [UInt8]) throws(KeyError) {
        var problem = CCryptoKeyProblem.none
        handle = try KeyHandle(ccrypto_public_key(pem, pem.count, &problem), problem)
    }

    /// Whether a signature is this key's of this message.
    public func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        ccrypto_verify(handle.key, message, message.count, signature, signature.count)
    }
}

/// The owner of one key of the library. OpenSSL lets several threads read a key that nobody changes.
private final class KeyHandle: @unchecked Sendable {
    let key: OpaquePointer

    init(_ key: OpaquePointer?, _ problem: CCryptoKeyProblem) throws(KeyError) {
        guard let key else { throw KeyError(problem) }
        self.key = key
        let bits = Int(ccrypto_key_bits(key))
        guard bits >= KeyError.leastBits else { throw .tooShort(bits: bits) }
    }

    var bits: Int { Int(ccrypto_key_bits(key)) }

    deinit { ccrypto_key_free(key) }
}
