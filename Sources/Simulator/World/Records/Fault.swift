/// A failure that is waiting to happen.
public struct Fault: Sendable, Hashable {
    /// What happens.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The request takes effect and its answer never arrives.
        case answerLost = "answer_lost"
        /// The connection breaks before the request takes effect.
        case connectionReset = "connection_reset"
        /// 429
        case rateLimited = "rate_limited"
        /// 500
        case serverError = "server_error"
        /// 503
        case unavailable
        /// 409: the same request is still being carried out.
        case inProgress = "in_progress"
    }

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

    /// A fault of its parts.
    public init(id: Int, route: String, kind: Kind, passesBefore: Int, timesLeft: Int) {
        (self.id, self.route, self.kind) = (id, route, kind)
        (self.passesBefore, self.timesLeft) = (passesBefore, timesLeft)
    }
}
