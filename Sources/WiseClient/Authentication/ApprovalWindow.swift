extension WiseClient {
    /// Gathers the reads of `body` into one approval of strong customer authentication.
    ///
    /// The first challenge of a protected read (a statement) is answered; its approval goes with the others, also with
    /// those that run at the same time, which wait for it. When it cannot be answered, the others fail with the same
    /// error and are not sent: each would be another challenge, and the bank blocks after five.
    public func approvalWindow<Value, Failure: Error>(
        _ body: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        openApprovalWindow()
        defer { closeApprovalWindow() }
        return try await body()
    }

    /// Begins what ``approvalWindow(_:)`` does, for callers that cannot hand over a closure. Windows may nest.
    public func openApprovalWindow() { sender.carrier.approvals.open() }

    /// Ends it. Each opened window has to be closed once, also after an error.
    public func closeApprovalWindow() { sender.carrier.approvals.close() }
}
