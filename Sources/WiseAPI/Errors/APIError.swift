/// A refusal of the API, whichever of its error shapes it came in.
public struct APIError: Error, Sendable, Equatable {
    /// What the refusal means for the caller. The header fields and the status decide, before the body does.
    public enum Kind: String, Sendable, CaseIterable {
        /// The request is not well formed or a value is not allowed.
        case invalidRequest = "invalid_request"
        /// The token is missing, unknown or expired.
        case unauthorized
        /// The token may not do this.
        case forbidden
        /// The bank wants strong customer authentication first.
        case authenticationRequired = "authentication_required"
        /// There is no such thing.
        case notFound = "not_found"
        /// It exists already, or another state stands in the way.
        case conflict
        /// The same request is being carried out right now.
        case inProgress = "in_progress"
        /// A business rule says no, such as insufficient funds.
        case refused
        /// Too many requests.
        case rateLimited = "rate_limited"
        /// The bank failed.
        case server
        /// An answer that this version cannot read.
        case unexpectedAnswer = "unexpected_answer"
    }

    /// One reason in a list of reasons.
    public struct Item: Sendable, Hashable {
        /// The API's own code, such as `error.greaterThanZero`.
        public let code: String
        /// The API's words.
        public let message: String
        /// Which field of the request it is about.
        public let path: String?

        /// A reason.
        public init(code: String, message: String, path: String?) {
            (self.code, self.message, self.path) = (code, message, path)
        }
    }

    /// What it means for the caller.
    public let kind: Kind
    /// The HTTP status.
    public let status: Int
    /// All reasons that the body gives, at least one unless the body says nothing.
    public let items: [Item]
    /// The bank's identifier of the request, for its support.
    public let traceID: String?
    /// Seconds to wait before the next try, where the bank says.
    public let retryAfter: Int?
    /// The name of the limiter that refused.
    public let limitedBy: String?
    /// The one-time token of a challenge for strong customer authentication.
    public let challenge: String?

    /// Makes an error from its parts.
    public init(
        kind: Kind, status: Int, items: [Item], traceID: String? = nil, retryAfter: Int? = nil, limitedBy: String? = nil,
        challenge: String? = nil
    ) {
        (self.kind, self.status, self.items, self.traceID) = (kind, status, items, traceID)
        (self.retryAfter, self.limitedBy, self.challenge) = (retryAfter, limitedBy, challenge)
    }

    /// The API's own code of the first reason.
    public var code: String? { items.first?.code }

    /// The reasons in one line.
    public var message: String {
        guard !items.isEmpty else { return "the bank answered \(status) without a reason" }
        return items.map { item in item.path.map { "\(item.message) (\($0))" } ?? item.message }.joined(separator: "; ")
    }
}
