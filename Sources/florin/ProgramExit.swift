import LuaRuntime

/// The exit codes of the program: stable, and the same for prompt, script and one-shot.
enum ProgramExit {
    static let failed: Int32 = 1
    static let usage: Int32 = 2
    static let refused: Int32 = 5
    static let needsAttention: Int32 = 7
    static let authentication: Int32 = 8
    static let unavailable: Int32 = 9
    static let rejected: Int32 = 10
    static let interrupted: Int32 = 130

    /// The code for a failure of a script.
    static func code(for failure: LuaFailure) -> Int32 {
        if failure.raised?.ambiguous == true { return needsAttention }
        if failure.kind == .cancelled { return interrupted }
        guard let raised = failure.raised else { return failed }
        return switch raised.kind {
        case "check", "policy": refused
        case "outcome_unknown", "answer_mismatch", "journal": needsAttention
        case "unauthorized", "authentication_required": authentication
        case "transport": raised.retryable ? unavailable : failed
        case "rate_limited", "server", "in_progress": unavailable
        case "refused", "not_found", "conflict", "forbidden": raised.httpStatus == nil ? failed : rejected
        case "invalid_request": raised.httpStatus == nil ? failed : rejected
        case "cancelled": interrupted
        default: failed
        }
    }
}
