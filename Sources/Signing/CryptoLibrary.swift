import CCryptoHost

/// OpenSSL's libcrypto, as it is found on this machine.
public enum CryptoLibrary {
    /// Its own words for its version, such as `OpenSSL 3.0.19 27 Jan 2026`; nil when it cannot be loaded.
    public static var version: String? { ccrypto_version().map { String(cString: $0) } }

    /// Why it cannot be loaded; nil when it can.
    public static var reason: String? {
        var reason = [CChar](repeating: 0, count: 256)
        guard !ccrypto_open(&reason, reason.count) else { return nil }
        return String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// SHA-256 (FIPS 180-4), 32 bytes; nil when the library cannot be loaded.
    public static func sha256(_ message: [UInt8]) -> [UInt8]? {
        var digest = [UInt8](repeating: 0, count: 32)
        return ccrypto_sha256(message, message.count, &digest) ? digest : nil
    }
}
