import WiseAPI

/// Carries a request to the bank and brings the answer, with what the bank demands at its door: patience, a token, and the
/// proof of strong customer authentication.
///
/// What it sends a second time was turned away at the door, so it did nothing. Everything else is for the ``Sender`` to
/// decide.
struct Carrier: Sendable {
    let transport: any Transport
    let credentials: any Credentials
    let limiter: RateLimiter?
    let signer: (any ChallengeSigner)?
    let approvals: ApprovalBook
    let observer: (any ExchangeObserver)?
    let clock: ClientClock

    /// Why there is no answer.
    enum Failure: Error {
        /// The request or its answer was lost on the way, or not.
        case transport(TransportError)
        /// It was not sent, or turned away at the door: this attempt changed nothing.
        case turnedAway(ClientError)
    }

    func carry(_ request: APIRequest, attempt: Int) async throws(Failure) -> APIResponse {
        guard approvals.isGathering, ApprovalBook.isLowRiskRead(request), approvals.current(at: clock.now()) == nil else {
            return try await passDoor(request, attempt)
        }
        // The first protected read of a window goes alone; the others profit from its approval, or fail as it did.
        do throws(CancellationError) {
            try await approvals.turnstile.enter()
        } catch {
            throw .turnedAway(ClientError(.cancelled, code: "cancelled", message: "cancelled before it was sent"))
        }
        defer { approvals.turnstile.leave() }
        if let refusal = approvals.refusal { throw .turnedAway(refusal) }
        return try await passDoor(request, attempt)
    }

    private func passDoor(_ request: APIRequest, _ attempt: Int) async throws(Failure) -> APIResponse {
        let isRemembering = signer != nil && ApprovalBook.isLowRiskRead(request)
        var approval = isRemembering ? approvals.current(at: clock.now()) : nil
        var token = try await turningAway { () async throws(ClientError) in try await credentials.token() }
        var (hasNewToken, hasAnswered) = (false, false)
        while true {
            let response = try await exchange(request, approval, token, attempt)
            if response.status == 401, !hasNewToken, let rejected = token,
                let newer = try await turningAway({ () async throws(ClientError) in
                    try await credentials.token(insteadOf: rejected)
                })
            {
                (token, hasNewToken) = (newer, true)
            } else if let challenge = Challenge(response) {
                guard !hasAnswered, let signer else {
                    let refusal = challenge.refusal(response, wasAnswered: hasAnswered, by: signer)
                    approvals.refuse(refusal, request)
                    throw .turnedAway(refusal)
                }
                approval = try await turningAway { () throws(ClientError) in try signer.approval(of: challenge) }
                hasAnswered = true
            } else {
                if isRemembering, hasAnswered, let approval { approvals.remember(approval, at: clock.now()) }
                return response
            }
        }
    }

    private func turningAway<Value: Sendable>(
        _ body: () async throws(ClientError) -> Value
    ) async throws(Failure) -> Value {
        do throws(ClientError) {
            return try await body()
        } catch {
            throw .turnedAway(error)
        }
    }

    private func exchange(
        _ request: APIRequest, _ approval: Approval?, _ token: AccessToken?, _ attempt: Int
    ) async throws(Failure) -> APIResponse {
        var request = request
        approval?.add(to: &request.headers)
        let arrival = observer == nil ? 0 : clock.now()
        if let limiter { try await turningAway { () async throws(ClientError) in try await limiter.pass() } }
        let departure = observer == nil ? 0 : clock.now()
        let response: APIResponse
        do throws(TransportError) {
            response = try await transport.send(request, authorization: token?.secret)
        } catch {
            observer?.didExchange(
                Exchange(
                    request, attempt: attempt, response: nil, failure: error, milliseconds: clock.now() - departure,
                    waited: departure - arrival))
            throw .transport(error)
        }
        observer?.didExchange(
            Exchange(
                request, attempt: attempt, response: response, failure: nil, milliseconds: clock.now() - departure,
                waited: departure - arrival))
        if response.status == 429, let limiter {
            let refusal = APIError(response)
            if let seconds = refusal.retryAfter { limiter.block(seconds: seconds, by: refusal.limitedBy) }
        }
        return response
    }
}
