import Glibc

/// A server that the token may be sent to: any over TLS, and this machine without.
public struct ServerAddress: Sendable {
    /// `scheme://host[:port]`, without a slash at the end.
    public let origin: String
    /// The host as written, with the brackets of an IPv6 address.
    public let host: String
    /// Whether the host is this machine by its very name, without a look-up.
    public let isLoopback: Bool

    /// Reads `https://host[:port]` or, on loopback, `http://host[:port]`; one slash may follow.
    public init(_ text: String) throws(TransportError) {
        guard let schemeEnd = text.firstRange(of: "://") else { throw .notAllowed("the address has no scheme") }
        let scheme = text[..<schemeEnd.lowerBound].lowercased()
        var rest = text[schemeEnd.upperBound...]
        if rest.last == "/" { rest.removeLast() }
        guard !rest.contains(where: { "/?#".contains($0) }) else {
            throw .notAllowed("a base URL has no path: the address ends after the host and the port")
        }
        let (host, port) = try Self.split(rest)
        let isLoopback = Self.isLoopback(host)
        switch scheme {
        case "https": break
        case "http":
            guard isLoopback else {
                throw .notAllowed("plain HTTP would show the token to the network on the way to \(host)")
            }
        default: throw .notAllowed("\(scheme.isEmpty ? "an empty scheme" : "the scheme of the address") is not https")
        }
        self.host = String(host)
        self.isLoopback = isLoopback
        origin = "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "")
    }

    private static func split(_ authority: Substring) throws(TransportError) -> (host: Substring, port: UInt16?) {
        let hostEnd: Substring.Index
        if authority.first == "[" {
            guard let bracket = authority.firstIndex(of: "]") else { throw .notAllowed("a bracket of the address is not closed") }
            hostEnd = authority.index(after: bracket)
            guard isIPv6(authority[..<hostEnd].dropFirst().dropLast()) else {
                throw .notAllowed("what stands in brackets is not an IPv6 address")
            }
        } else {
            hostEnd = authority.firstIndex(of: ":") ?? authority.endIndex
            guard hostEnd > authority.startIndex, authority[..<hostEnd].utf8.allSatisfy(mayStandInHost) else {
                // The text is not repeated, because what is refused here may be a password.
                throw .notAllowed("the address holds more than a host and a port")
            }
        }
        let host = authority[..<hostEnd]
        guard hostEnd < authority.endIndex else { return (host, nil) }
        let digits = authority[hostEnd...].dropFirst()
        guard authority[hostEnd] == ":", digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(digits),
            port > 0
        else { throw .notAllowed("the port of the address is not a number from 1 to 65535") }
        return (host, port)
    }

    private static func mayStandInHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func isIPv6(_ text: Substring) -> Bool {
        var address = in6_addr()
        return inet_pton(AF_INET6, String(text), &address) == 1
    }

    private static func isLoopback(_ host: Substring) -> Bool {
        if host.lowercased() == "localhost" { return true }
        if host.first == "[" {
            var address = in6_addr()
            guard inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &address) == 1 else { return false }
            return withUnsafeBytes(of: address) { $0.dropLast().allSatisfy { $0 == 0 } && $0.last == 1 }
        }
        // Four decimal numbers only: `127.1` and octal spellings are not worth the doubt.
        var address = in_addr()
        guard inet_pton(AF_INET, String(host), &address) == 1 else { return false }
        return withUnsafeBytes(of: address) { $0.first == 127 }
    }
}

extension TransportError {
    fileprivate static func notAllowed(_ message: String) -> TransportError {
        TransportError(
            .addressNotAllowed, message: message,
            hint: "give https://host or https://host:port; http:// is for localhost, 127.0.0.1 and [::1] only",
            requestMayHaveArrived: false)
    }
}
