extension APIError {
    /// Reads a refusal from an answer that is not a success.
    ///
    /// All the shapes in which the API's services refuse are understood: a list of `errors`, the OAuth pair of `error` and
    /// `error_description`, the framework's `timestamp/status/error/message/path`, `code` with `message`, problem
    /// details with a `title`, `category` with `description`, a payment's `errorCode`, a plain text that is only a code, and
    /// an empty body.
    public init(_ response: APIResponse) {
        let challenge = response.headers["x-2fa-approval"]
        let items = Self.items(in: response)
        self.init(
            kind: Self.kind(of: response, items: items), status: response.status, items: items,
            traceID: response.headers["x-trace-id"], retryAfter: response.headers["retry-after"].flatMap { Int($0) },
            limitedBy: response.headers["x-rate-limited-by"], challenge: challenge)
    }

    private static func kind(of response: APIResponse, items: [Item]) -> Kind {
        switch response.status {
        case 400, 405, 413, 415: .invalidRequest
        case 401: .unauthorized
        case 403: response.headers["x-2fa-approval-result"]?.uppercased() == "REJECTED" ? .authenticationRequired : .forbidden
        case 404: .notFound
        case 408, 425: .server
        case 409: items.contains { $0.message.contains("already in progress") } ? .inProgress : .conflict
        case 422: .refused
        case 429: .rateLimited
        case 500...: .server
        default: .unexpectedAnswer
        }
    }

    private static func items(in response: APIResponse) -> [Item] {
        guard !response.body.isEmpty else { return [] }
        guard let json = try? JSONValue(parsing: response.body) else { return plainItems(response.body) }
        if let code = json.stringValue { return plainItems(Array(code.utf8)) }
        func text(_ member: String) -> String? { said(json[member]) }
        if let errors = json["errors"]?.arrayValue, !errors.isEmpty {
            return errors.map { error in
                Item(
                    code: said(error["code"]) ?? text("code") ?? "unknown",
                    message: said(error["message"]) ?? said(error["detail"]) ?? text("title") ?? "no message",
                    path: said(error["path"]) ?? said(error["ref"]))
            }
        }
        if let code = text("errorCode") { return [Item(code: code, message: text("errorMessage") ?? code, path: nil)] }
        if let description = text("error_description") {
            return [Item(code: text("error") ?? "unknown", message: withoutTokens(description), path: nil)]
        }
        if let title = text("title") { return [Item(code: text("code") ?? title, message: text("detail") ?? title, path: nil)] }
        if let code = text("code") {
            return [Item(code: code, message: text("message") ?? text("description") ?? code, path: nil)]
        }
        // The framework's own shape: its `path` is the address of the request, not a field.
        if let error = text("error") { return [Item(code: error, message: text("message") ?? error, path: nil)] }
        return []
    }

    /// A body that is only a code, in plain text; anything longer is a page of somebody else's.
    private static func plainItems(_ body: [UInt8]) -> [Item] {
        guard body.count <= 200, let text = String(validating: body, as: UTF8.self), !text.contains("<") else { return [] }
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? [] : [Item(code: line, message: line, path: nil)]
    }

    /// A text that says something; an empty one is as good as none.
    private static func said(_ value: JSONValue?) -> String? { value?.stringValue.flatMap { $0.isEmpty ? nil : $0 } }

    /// Some services describe a bad token by the token itself, which may be an old one of the user's and is nobody's to see.
    private static func withoutTokens(_ description: String) -> String {
        description.contains(/[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-/) ? "the token is not valid" : description
    }
}
