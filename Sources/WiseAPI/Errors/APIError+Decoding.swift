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
        guard let object = (try? JSONValue(parsing: response.body))?.objectValue else { return plainItems(response.body) }
        func text(_ member: String) -> String? { object[member]?.stringValue }
        if let errors = object["errors"]?.arrayValue, !errors.isEmpty {
            return errors.map { error in
                Item(
                    code: error["code"]?.stringValue ?? text("code") ?? "unknown",
                    message: error["message"]?.stringValue ?? error["detail"]?.stringValue ?? text("title") ?? "no message",
                    path: error["path"]?.stringValue ?? error["ref"]?.stringValue)
            }
        }
        if let code = text("errorCode") { return [Item(code: code, message: text("errorMessage") ?? code, path: nil)] }
        if let description = text("error_description") {
            return [Item(code: text("error") ?? "unknown", message: description, path: nil)]
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
        let line = String(text.filter { !$0.isNewline })
        return line.isEmpty ? [] : [Item(code: line, message: line, path: nil)]
    }
}
