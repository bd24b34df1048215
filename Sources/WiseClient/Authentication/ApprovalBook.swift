import Synchronization
import WiseAPI

/// Remembers the last approval, since one opens five minutes for all reads of low risk.
///
/// An approved token that is sent again is accepted or challenged anew, never harmful.
final class ApprovalBook: Sendable {
    private struct State {
        var approval: Approval?
        var approvedAt: Int64 = 0
        var windows = 0
        var refusal: ClientError?
    }

    /// Five minutes in milliseconds: how long an approval of low risk lasts.
    private static let lifetime: Int64 = 300_000

    private let state = Mutex(State())
    /// In a window one protected read at a time asks for an approval.
    let turnstile = Turnstile()

    /// Whether a window is open.
    var isGathering: Bool { state.withLock { $0.windows > 0 } }

    /// Why the last challenge of this window could not be answered.
    var refusal: ClientError? { state.withLock { $0.refusal } }

    /// The approval that still holds.
    func current(at now: Int64) -> Approval? {
        state.withLock { state in
            guard let approval = state.approval, now - state.approvedAt < Self.lifetime else { return nil }
            return approval
        }
    }

    func remember(_ approval: Approval, at now: Int64) {
        state.withLock { state in
            (state.approval, state.approvedAt, state.refusal) = (approval, now, nil)
        }
    }

    /// Keeps a challenge that could not be answered: in a window it would only be repeated, and the bank counts.
    func refuse(_ refusal: ClientError, _ request: APIRequest) {
        guard Self.isLowRiskRead(request) else { return }
        state.withLock { state in
            state.approval = nil
            if state.windows > 0 { state.refusal = refusal }
        }
    }

    func open() { state.withLock { $0.windows += 1 } }

    func close() {
        state.withLock { state in
            state.windows = max(0, state.windows - 1)
            if state.windows == 0 { state.refusal = nil }
        }
    }

    /// Whether an approval of low risk can help a request.
    static func isLowRiskRead(_ request: APIRequest) -> Bool {
        guard case .route(let route, _) = Route.match(request.method, path: request.path) else { return false }
        return route.securityClass == .low && !route.isEffect
    }
}
