public import WiseAPI

/// Hands requests to an answerer in the same process, in the form in which a server would receive them.
///
/// The token arrives as the `Authorization` field, as over a socket, so that the answerer has no shortcut.
public struct InProcessTransport: Transport {
    private let answer: @Sendable (APIRequest) async -> APIResponse

    /// A transport that asks `answer`.
    public init(answer: @escaping @Sendable (APIRequest) async -> APIResponse) { self.answer = answer }

    /// Hands the request over. A task that is already cancelled does not; later cancellation is up to the answerer.
    public func send(_ request: APIRequest, authorization: Secret?) async throws(TransportError) -> APIResponse {
        try request.refuseUnlessSendable(with: authorization)
        guard !Task.isCancelled else { throw .cancelledBeforeSending }
        var received = request
        if let authorization {
            authorization.withText { received.headers["Authorization"] = "\(authorization.scheme.rawValue) \($0)" }
        }
        return await answer(received)
    }
}
