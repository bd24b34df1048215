import CCryptoHost

/// Why a key cannot be used.
public enum KeyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// libcrypto cannot be loaded.
    case noLibrary(reason: String)
    /// There is no key of the right kind in PEM.
    case unreadable
    /// It has a passphrase.
    case encrypted
    /// It is for another algorithm.
    case notRSA
    /// It has too few bits.
    case tooShort(bits: Int)
    /// There was no memory for it, or the library could not use it.
    case failed

    /// The least length of a modulus that the bank takes.
    public static let leastBits = 2048

    init(_ problem: CCryptoKeyProblem) {
        self =
            switch problem {
            case .noLibrary: .noLibrary(reason: CryptoLibrary.reason ?? "it cannot be loaded")
            case .unreadable: .unreadable
            case .encrypted: .encrypted
            case .notRSA: .notRSA
            case .none, .outOfMemory: .failed
            }
    }

    /// What is wrong and what to do, without a name for the file.
    public var description: String {
        switch self {
        case .noLibrary(let reason): "libcrypto is needed for signatures (\(reason)): apt-get install libssl3"
        case .unreadable: "there is no key in it: it should be PEM, as openssl genrsa -out key.pem 2048 writes it"
        case .encrypted: "the key has a passphrase: write it without one (openssl pkey), to a file that only you can read"
        case .notRSA: "the key is not RSA, and the bank takes no other: openssl genrsa -out key.pem 2048"
        case .tooShort(let bits): "the key has \(bits) bits and needs \(Self.leastBits): openssl genrsa -out key.pem 2048"
        case .failed: "libcrypto could not use the key"
        }
    }
}
