public import WiseAPI

/// The seam between the client core and whoever answers: the bank over HTTPS, or the simulator in process.
///
/// A transport sends a request once and gives back the answer, whatever its status. It does not retry what
/// changes something, follow redirects, sign or read the body.
public protocol Transport: Sendable {
    /// Sends one request and waits for the whole answer.
    ///
    /// Cancelling the task ends the transfer; the error then says whether the request may have arrived.
    ///
    /// - Parameters:
    ///   - request: What to send. It may not carry an `Authorization` field of its own.
    ///   - authorization: The bearer token or the application's credentials, sent with this request only.
    func send(_ request: APIRequest, authorization: Secret?) async throws(TransportError) -> APIResponse
}
