/// A failure that is waiting to happen.
public struct Fault: Sendable, Hashable {
    /// What happens.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The request takes effect and its answer never arrives.
        case answerLost = "answer_lost"
        /// The connection is reset before the request takes effect.
        case connectionReset = "connection_reset"
        /// The request takes effect and the connection is reset when half of the answer's body has arrived.
        case bodyReset = "body_reset"
        /// The request takes effect, and the connection ends in order in the middle of a body that was announced as longer.
        case truncatedBody = "truncated_body"
        /// The request takes effect and its answer is whole, but its body is no JSON.
        case malformedBody = "malformed_body"
        /// The request takes effect at once and its answer arrives late.
        case slow
        /// 429
        case rateLimited = "rate_limited"
        /// 500
        case serverError = "server_error"
        /// 503
        case unavailable
        /// 409: the same request is still being carried out.
        case inProgress = "in_progress"
        /// 403: strong customer authentication is demanded, also where the world's settings would not.
        case approvalDemanded = "sca_demanded"
        /// The quote that the request names or makes is out of date when the request arrives.
        case quoteExpired = "quote_expired"

        /// Whether a request that it strikes takes its effect all the same, unless the bank would have refused it anyway.
        public var letsEffectHappen: Bool {
            switch self {
            case .answerLost, .bodyReset, .truncatedBody, .malformedBody, .slow: true
            case .connectionReset, .rateLimited, .serverError, .unavailable, .inProgress, .approvalDemanded, .quoteExpired: false
            }
        }

        /// Whether it takes a number of seconds: how late the answer is, or what `Retry-After` says.
        public var takesSeconds: Bool { [.slow, .rateLimited, .unavailable].contains(self) }
    }

    /// The longest that an answer is kept back.
    public static let greatestSeconds = 3600

    /// The number, in the order in which faults were set.
    public var id: Int
    /// The operation, the name of a ``WiseAPI/Route``; `*` is any.
    public var route: String
    /// What happens.
    public var kind: Kind
    /// How many more matching requests pass unharmed first.
    public var passesBefore: Int
    /// How many matching requests it hits after those.
    public var timesLeft: Int
    /// How late the answer is, or what `Retry-After` says; nil for the kind's own choice.
    public var seconds: Int?

    /// A fault of its parts.
    public init(id: Int, route: String, kind: Kind, passesBefore: Int, timesLeft: Int, seconds: Int? = nil) {
        (self.id, self.route, self.kind) = (id, route, kind)
        (self.passesBefore, self.timesLeft, self.seconds) = (passesBefore, timesLeft, seconds)
    }
}
