import WiseAPI

/// Sends one request until it is answered or may not be sent again.
struct Sender: Sendable {
    let carrier: Carrier
    let retry: RetryPolicy

    func send(_ request: APIRequest, safety: RepeatSafety) async -> EffectGate.Delivery {
        var attempts = 0
        var mayHaveArrived = false
        while true {
            attempts += 1
            let last: EffectGate.Delivery
            var retryAfter: Int?
            do throws(Carrier.Failure) {
                let response = try await carrier.carry(request, attempt: attempts)
                switch next(after: response, safety) {
                case .end: return answered(response, safety, mayHaveArrived: mayHaveArrived)
                case .again(let seconds):
                    // Being told to wait proves that nothing was done, a failing server does not.
                    if response.status != 429 { mayHaveArrived = true }
                    retryAfter = seconds
                    last = .answered(response)
                }
            } catch {
                switch error {
                case .turnedAway(let error): return .failed(error, mayHaveArrived: mayHaveArrived)
                case .transport(let error):
                    mayHaveArrived = mayHaveArrived || error.requestMayHaveArrived
                    last = .failed(ClientError(error), mayHaveArrived: mayHaveArrived)
                    guard mayRepeat(error, safety) else { return last }
                }
            }
            guard let wait = retry.waitAfter(attempts: attempts, retryAfter: retryAfter) else {
                return settled(last, mayHaveArrived: mayHaveArrived)
            }
            do {
                try await retry.wait(wait)
            } catch {
                let cancelled = ClientError(.cancelled, code: "cancelled", message: "cancelled while waiting to try again")
                return .failed(cancelled, mayHaveArrived: mayHaveArrived)
            }
        }
    }

    /// A last "wait" after an attempt whose answer was lost is not a refusal of the whole: the first may have worked.
    private func settled(_ last: EffectGate.Delivery, mayHaveArrived: Bool) -> EffectGate.Delivery {
        guard case .answered(let response) = last, response.status == 429, mayHaveArrived else { return last }
        return .failed(ClientError(APIError(response)), mayHaveArrived: true)
    }

    /// A refusal of a repeated request proves that the key did nothing before, except from the door, where nobody looks
    /// at keys.
    private func answered(_ response: APIResponse, _ safety: RepeatSafety, mayHaveArrived: Bool) -> EffectGate.Delivery {
        guard safety != .reads, mayHaveArrived, !response.isSuccess else { return .answered(response) }
        let refusal = APIError(response)
        let isFromTheDoor = [.unauthorized, .forbidden, .authenticationRequired].contains(refusal.kind)
        // A conflict may be with the first attempt, still under way, and what has no reason need not be the bank's answer.
        let provesNothing = refusal.kind == .conflict || refusal.items.isEmpty
        guard isFromTheDoor || provesNothing else { return .answered(response) }
        return .failed(ClientError(refusal), mayHaveArrived: true)
    }

    private func mayRepeat(_ error: TransportError, _ safety: RepeatSafety) -> Bool {
        error.kind.mayPass && (!error.requestMayHaveArrived || safety != .unprotected)
    }

    /// What follows an answer.
    private enum Next {
        /// It is final.
        case end
        /// The request may be sent again, not before so many seconds where the bank names them.
        case again(retryAfter: Int?)
    }

    private func next(after response: APIResponse, _ safety: RepeatSafety) -> Next {
        guard !response.isSuccess else { return .end }
        let refusal = APIError(response)
        return switch refusal.kind {
        case .rateLimited: .again(retryAfter: refusal.retryAfter)
        case .server where safety != .unprotected: .again(retryAfter: refusal.retryAfter)
        case .inProgress where safety.isKeyed: .again(retryAfter: refusal.retryAfter)
        default: .end
        }
    }
}
