public import WiseAPI

/// One request and its answer, as a person who looks for a fault may see them: no token, no signature, no body.
public struct Exchange: Sendable, CustomStringConvertible {
    /// The method.
    public let method: APIRequest.Method
    /// Path and query.
    public let target: String
    /// Which attempt of the same request it was, from 1.
    public let attempt: Int
    /// The status of the answer, nil when there was none.
    public let status: Int?
    /// What stood in the way of an answer.
    public let failure: String?
    /// The header fields that decided, first those of the request, then those of the answer.
    public let fields: [HeaderFields.Field]
    /// How long it took, in milliseconds, without the wait for the rate limit.
    public let milliseconds: Int64
    /// How long it waited for the rate limit before, in milliseconds.
    public let waited: Int64

    /// A few lines for the standard error stream, without an end of line.
    public var description: String {
        var first = "\(method.rawValue) \(target)"
        if attempt > 1 { first += " (attempt \(attempt))" }
        first += " -> \(status.map(String.init) ?? failure ?? "no answer") in \(milliseconds) ms"
        if waited > 0 { first += ", waited \(waited) ms for the rate limit" }
        return ([first] + fields.map { "  \($0.name): \($0.value)" }).joined(separator: "\n")
    }
}

/// Sees every exchange with the bank after it happened.
public protocol ExchangeObserver: Sendable {
    /// Called for each, in the task that waited for the answer.
    func didExchange(_ exchange: Exchange)
}

extension Exchange {
    init(
        _ request: APIRequest, attempt: Int, response: APIResponse?, failure: TransportError?, milliseconds: Int64,
        waited: Int64
    ) {
        (method, target, self.attempt) = (request.method, request.target, attempt)
        (status, self.failure) = (response?.status, failure?.message)
        (self.milliseconds, self.waited) = (milliseconds, waited)
        fields =
            Self.decisive(in: request.headers, Self.decisiveInRequest)
            + Self.decisive(in: response?.headers ?? [:], Self.decisiveInResponse)
    }

    private static let decisiveInRequest: Set<String> = [
        "x-idempotence-uuid", "x-external-correlation-id", "x-2fa-approval", "one-time-token", "accept-language",
    ]

    private static let decisiveInResponse: Set<String> = [
        "x-trace-id", "x-external-correlation-id", "x-2fa-approval", "x-2fa-approval-result", "retry-after", "x-rate-limited-by",
        "content-type",
    ]

    private static func decisive(in headers: HeaderFields, _ names: Set<String>) -> [HeaderFields.Field] {
        headers.compactMap { field in
            let name = field.name.lowercased()
            guard names.contains(name) else { return nil }
            return HeaderFields.Field(name, secretive.contains(name) ? shortened(field.value) : field.value)
        }
    }

    /// Who has the whole token of a challenge can answer it.
    private static let secretive: Set<String> = ["x-2fa-approval", "one-time-token"]

    private static func shortened(_ value: String) -> String {
        value.count > 16 ? "\(value.prefix(8))..." : "..."
    }
}
