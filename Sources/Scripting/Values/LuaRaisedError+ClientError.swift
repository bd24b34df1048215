import LuaRuntime
import WiseAPI
import WiseClient

extension LuaRaisedError {
    /// An error of the client core as a script sees it.
    init(_ error: ClientError) {
        self.init(
            kind: Self.kind(of: error.kind), code: error.code, message: error.message, httpStatus: error.status,
            retryable: error.isRetryable, ambiguous: error.isAmbiguous, hint: error.hint,
            details: error.traceID.map { ["trace_id": .string($0)] })
    }

    private static func kind(of kind: ClientError.Kind) -> String {
        switch kind {
        case .api(let kind): kind.rawValue
        case .transport: "transport"
        case .unexpectedAnswer: "unexpected_answer"
        case .answerMismatch: "answer_mismatch"
        case .policy: "policy"
        case .journal: "journal"
        case .outcomeUnknown: "outcome_unknown"
        case .invalidRequest: "invalid_request"
        case .cancelled: "cancelled"
        }
    }
}
