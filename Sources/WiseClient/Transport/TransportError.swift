/// Why a request has no answer.
public struct TransportError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What happened, in terms that a retry rule can use.
    public enum Kind: String, Sendable, CaseIterable {
        /// The host's name has no address.
        case nameNotResolved
        /// Nothing listens at the address.
        case connectionRefused
        /// No connection came about, for another reason.
        case connectionFailed
        /// The connection ended before the answer was whole.
        case connectionLost
        /// One of the time limits was reached.
        case timedOut
        /// No trusted, modern enough encryption was agreed on.
        case tlsFailed
        /// The answer is longer than the configured limit.
        case answerTooLarge
        /// The task was cancelled.
        case cancelled
        /// The address is neither HTTPS nor plain HTTP on this machine.
        case addressNotAllowed
        /// The request cannot be written as HTTP.
        case malformedRequest
        /// What came back is not HTTP, or its encoding is damaged.
        case malformedAnswer
        /// The HTTP library could not be loaded.
        case libraryMissing
        /// What answers in this process cannot be opened.
        case cannotOpen

        /// Whether the same request may get through at another time.
        public var mayPass: Bool {
            switch self {
            case .nameNotResolved, .connectionRefused, .connectionFailed, .connectionLost, .timedOut, .malformedAnswer: true
            case .tlsFailed, .answerTooLarge, .cancelled, .addressNotAllowed, .malformedRequest, .libraryMissing, .cannotOpen:
                false
            }
        }
    }

    /// What happened.
    public let kind: Kind
    /// What happened, in one sentence without a secret.
    public let message: String
    /// What to do next.
    public let hint: String
    /// False only when the request surely did not reach the server.
    public let requestMayHaveArrived: Bool

    /// An error of a kind.
    public init(_ kind: Kind, message: String, hint: String, requestMayHaveArrived: Bool) {
        self.kind = kind
        self.message = message
        self.hint = hint
        self.requestMayHaveArrived = requestMayHaveArrived
    }

    /// The message and the hint in one line.
    public var description: String { "\(message); \(hint)" }
}

extension TransportError {
    static var cancelledBeforeSending: TransportError {
        TransportError(
            .cancelled, message: "the request was cancelled before it was sent", hint: "send it again when it is wanted",
            requestMayHaveArrived: false)
    }
}
