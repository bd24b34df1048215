public import WiseAPI

extension ExchangeLog {
    /// The line of an exchange.
    ///
    /// Of the request's header fields only those that are known to be harmless show their values; forms show the kind of
    /// grant and nothing else, JSON hides the members that are named like secrets, and a request's body that is neither
    /// shows its length. An answer shows all but one-time tokens and the members that hide in a request; one that is
    /// neither JSON nor a bare code may be a piece of a secret.
    public static func line(
        _ method: String, _ target: String, _ headers: HeaderFields, _ body: [UInt8], _ answer: APIResponse
    ) -> [UInt8] {
        var output = JSONValue.object([
            "method": .string(method), "target": .string(shown(target: target)),
            "request": .object([
                "headers": shown(headers) { harmlessFields.contains($0) },
                "body": .string(shown(request: body, type: headers["content-type"] ?? "")),
            ]),
            "answer": .object([
                "status": .integer(answer.status), "headers": shown(answer.headers) { $0 != "x-2fa-approval" },
                "body": .string(shown(answer: answer.body)),
            ]),
        ]).bytes
        output.append(UInt8(ascii: "\n"))
        return output
    }

    private static let hidden = "<hidden>"

    private static let harmlessFields: Set<String> = [
        "accept", "accept-encoding", "accept-language", "accept-minor-version", "connection", "content-length", "content-type",
        "host", "user-agent", "x-external-correlation-id", "x-idempotence-uuid",
    ]

    private static let secretNames: Set<String> = [
        "access_token", "client_secret", "code_verifier", "devicefingerprint", "facemap", "onetimetoken", "otpcode", "password",
        "pin", "refresh_token", "registration_code", "registrationcode", "secret", "token",
    ]

    private static func shown(_ headers: HeaderFields, showing isShown: (String) -> Bool) -> JSONValue {
        var object: JSONObject = [:]
        for field in headers {
            let name = field.name.lowercased()
            let value = isShown(name) ? field.value : hidden
            object[name] = .string((object[name]?.stringValue).map { "\($0), \(value)" } ?? value)
        }
        return .object(object)
    }

    private static func shown(target: String) -> String {
        guard let start = target.firstIndex(of: "?") else { return target }
        let pairs = target[target.index(after: start)...].split(separator: "&", omittingEmptySubsequences: false)
        let shown = pairs.map { pair in
            let name = pair.prefix { $0 != "=" }
            return secretNames.contains(name.lowercased()) ? "\(name)=\(hidden)" : String(pair)
        }
        return target[...start] + shown.joined(separator: "&")
    }

    private static func shown(request body: [UInt8], type: String) -> String {
        if body.isEmpty { return "" }
        if let text = shown(json: body) { return text }
        if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
            let pairs = String(decoding: body, as: UTF8.self).split(separator: "&")
            return pairs.map { $0.hasPrefix("grant_type=") ? String($0) : "\($0.prefix { $0 != "=" })=\(hidden)" }
                .joined(separator: "&")
        }
        return "<\(body.count) bytes that are no JSON>"
    }

    private static func shown(answer body: [UInt8]) -> String {
        if body.isEmpty { return "" }
        if let text = shown(json: body) { return text }
        // A bare code says why a payment was refused: lower-case words with a point. No token looks like that.
        let point = UInt8(ascii: "."), hyphen = UInt8(ascii: "-")
        let isCode =
            body.count <= 64 && body.contains(point)
            && body.allSatisfy { (0x61...0x7A).contains($0) || $0 == point || $0 == hyphen }
        return isCode ? String(decoding: body, as: UTF8.self) : "<\(body.count) bytes that are no JSON>"
    }

    /// The JSON with its secrets hidden, byte for byte the same where there are none; nil when it is none.
    private static func shown(json body: [UInt8]) -> String? {
        guard let value = try? JSONValue(parsing: body) else { return nil }
        let shown = shown(value)
        return shown == value ? String(decoding: body, as: UTF8.self) : shown.text
    }

    private static func shown(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let items): return .array(items.map(shown))
        case .object(var object):
            for member in object.members {
                let isSecret = secretNames.contains(member.key.lowercased()) && !member.value.isNull
                object[member.key] = isSecret ? .string(hidden) : shown(member.value)
            }
            return .object(object)
        default: return value
        }
    }
}
