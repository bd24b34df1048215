import WiseAPI

extension WiseClient {
    /// The key that a body brings with it, for an operation whose body carries the key.
    ///
    /// - Throws: When it is no UUID: the bank refuses any other text.
    static func chosenKey(in body: JSONValue?, of route: Route) throws(ClientError) -> String? {
        guard route.repeatSafety == .keyedInBody, let value = body?[keyMember], !value.isNull else { return nil }
        let key = value.stringValue ?? value.text
        try checkUUID(key, keyMember)
        return key
    }

    /// The bytes of a body; where it carries the key, the key is in it.
    static func bytes(of body: JSONValue?, to route: Route, key: String) -> [UInt8] {
        guard route.repeatSafety == .keyedInBody, var object = body?.objectValue else { return body?.bytes ?? [] }
        object[keyMember] = .string(key)
        return JSONValue.object(object).bytes
    }

    /// The member of a body that carries its key.
    private static let keyMember = "customerTransactionId"

    /// Refuses what is no UUID (RFC 9562: 8-4-4-4-12 hexadecimal digits).
    static func checkUUID(_ text: String, _ name: String) throws(ClientError) {
        guard text.wholeMatch(of: /[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/) == nil else { return }
        throw ClientError(
            .invalidRequest, code: "not_a_uuid", message: "\(name) is no UUID, so nothing was sent",
            hint: "Give the identifier as the bank writes it: 8-4-4-4-12 hexadecimal digits")
    }

    /// Refuses a text that says nothing.
    static func checkPresent(_ text: String, _ name: String) throws(ClientError) {
        guard text.allSatisfy(\.isWhitespace) else { return }
        throw ClientError(
            .invalidRequest, code: "text_missing", message: "\(name) is empty, so nothing was sent", hint: "Give \(name)")
    }

    /// Refuses a page size that the bank does not take.
    static func checkPageSize(_ size: Int, _ range: ClosedRange<Int>) throws(ClientError) {
        guard !range.contains(size) else { return }
        throw ClientError(
            .invalidRequest, code: "page_size",
            message: "a page of \(size) is not between \(range.lowerBound) and \(range.upperBound)",
            hint: "Ask for a page of \(range.lowerBound) to \(range.upperBound)")
    }
}
