import WiseAPI

extension APIRequest {
    /// Refuses what cannot be written as one HTTP request, before anything is sent.
    ///
    /// Line breaks in a field would let a value add fields of its own (RFC 9110, section 5.5); the fields refused by
    /// name belong to the transport, which computes them or takes them from the ``Secret``.
    func refuseUnlessSendable(with authorization: Secret?) throws(TransportError) {
        guard path.utf8.first == UInt8(ascii: "/"), target.utf8.allSatisfy(Self.mayStandInTarget) else {
            throw .malformed("the path or query holds a character that must be percent-encoded, or the path starts with no slash")
        }
        guard method != .head || body.isEmpty else { throw .malformed("a HEAD request has no body") }
        for field in headers {
            guard !field.name.isEmpty, field.name.utf8.allSatisfy(Self.mayStandInName) else {
                throw .malformed("a header field's name holds a character that names may not hold")
            }
            guard field.value.utf8.allSatisfy(Self.mayStandInValue) else {
                throw .malformed("the value of the header field \(field.name) holds a line break or a control character")
            }
            guard !Self.reservedNames.contains(field.name.lowercased()) else {
                throw .malformed("the header field \(field.name) is set by the transport and cannot be given")
            }
        }
        if let authorization, !authorization.withText({ !$0.isEmpty && $0.utf8.allSatisfy(Self.mayStandInToken) }) {
            throw TransportError(
                .malformedRequest, message: "the token is empty or holds a character that no token holds",
                hint: "check where the token is read from; it is one line of letters, digits and dashes",
                requestMayHaveArrived: false)
        }
    }

    private static let reservedNames: Set<String> = [
        "authorization", "connection", "content-length", "expect", "host", "keep-alive", "proxy-authorization",
        "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
    ]

    private static func mayStandInTarget(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "#") && byte != UInt8(ascii: "\\")
    }

    /// `tchar` of RFC 9110, section 5.6.2.
    private static func mayStandInName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    private static func mayStandInValue(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || byte == UInt8(ascii: "\t") }

    private static func mayStandInToken(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}

extension TransportError {
    fileprivate static func malformed(_ message: String) -> TransportError {
        TransportError(
            .malformedRequest, message: message, hint: "correct the request; nothing was sent", requestMayHaveArrived: false)
    }
}
