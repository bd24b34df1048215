import Synchronization
import WiseAPI

/// Access tokens by OAuth: got when the first is needed, renewed before they expire and once when the bank refuses one.
///
/// Many requests may ask at once; one of them renews, the others wait for it. Secrets stay in memory.
public final class OAuthCredentials: Credentials {
    /// What the bank gives tokens for.
    public enum Grant: Sendable {
        /// The application itself.
        case clientCredentials
        /// A user's consent, as the refresh token that came of it.
        case refreshToken(Secret)
    }

    private struct Held {
        var token: AccessToken
        var renewAt: Int64
        var expiresAt: Int64
    }

    private let sender: Sender
    private let clock: ClientClock
    private let grant: Mutex<Grant>
    private let held = Mutex<Held?>(nil)
    private let turnstile = Turnstile()

    /// Credentials of an application.
    ///
    /// - Parameters:
    ///   - transport: The way to the bank.
    ///   - client: The client identifier, which is no secret.
    ///   - secret: The client secret.
    public init(
        transport: any Transport, client: String, secret: Secret, grant: Grant, retry: RetryPolicy = RetryPolicy(),
        limiter: RateLimiter? = nil, observer: (any ExchangeObserver)? = nil, clock: ClientClock = ClientClock()
    ) {
        let basic = Secret.basic(user: client, password: secret)
        let carrier = Carrier(
            transport: transport, credentials: FixedCredentials(basic), limiter: limiter, signer: nil, approvals: ApprovalBook(),
            observer: observer, clock: clock)
        sender = Sender(carrier: carrier, retry: retry)
        self.clock = clock
        self.grant = Mutex(grant)
    }

    /// The token, got or renewed when it is due.
    public func token() async throws(ClientError) -> AccessToken? {
        if let held = held.withLock({ $0 }), clock.now() < held.renewAt { return held.token }
        return try await renewed { held, now in
            now < held.renewAt
        } fallback: { held, now in
            now < held.expiresAt
        }
    }

    /// A token newer than one that was refused.
    public func token(insteadOf rejected: AccessToken) async throws(ClientError) -> AccessToken? {
        try await renewed { held, _ in
            held.token.number > rejected.number
        } fallback: { _, _ in
            false
        }
    }

    /// - Parameters:
    ///   - isEnough: Whether somebody else has renewed already.
    ///   - fallback: Whether the old token does when there is no new one.
    private func renewed(
        unless isEnough: @Sendable (Held, Int64) -> Bool, fallback: @Sendable (Held, Int64) -> Bool
    ) async throws(ClientError) -> AccessToken {
        do throws(CancellationError) {
            try await turnstile.enter()
        } catch {
            throw ClientError(.cancelled, code: "cancelled", message: "cancelled while waiting for a token; nothing was sent")
        }
        defer { turnstile.leave() }
        let old = held.withLock { $0 }
        if let old, isEnough(old, clock.now()) { return old.token }
        do throws(ClientError) {
            return try await renew(after: old?.token.number ?? 0)
        } catch {
            guard let old, error.isRetryable, fallback(old, clock.now()) else { throw error }
            return old.token
        }
    }

    private func renew(after number: Int) async throws(ClientError) -> AccessToken {
        let response: APIResponse
        switch await sender.send(request, safety: .reads) {
        case .failed(let error, _): throw error
        case .answered(let answer): response = answer
        }
        guard response.isSuccess else { throw Self.refused(APIError(response)) }
        guard let json = try? JSONValue(parsing: response.body), let text = json["access_token"]?.stringValue, !text.isEmpty
        else {
            throw ClientError(
                .unexpectedAnswer, code: "unexpected_answer", message: "the bank's answer holds no access token",
                hint: "Check base_url: is it the bank's API?", status: response.status, traceID: response.headers["x-trace-id"])
        }
        if let refresh = json["refresh_token"]?.stringValue, !refresh.isEmpty {
            grant.withLock { if case .refreshToken = $0 { $0 = .refreshToken(Secret(refresh)) } }
        }
        let lifetime = Int64(min(max(json["expires_in"]?.integerValue ?? 3600, 1), 1_000_000_000)) * 1000
        let expiry = clock.now() + lifetime
        let token = AccessToken(Secret(text), number: number + 1)
        held.withLock { $0 = Held(token: token, renewAt: expiry - min(60_000, lifetime / 10), expiresAt: expiry) }
        return token
    }

    /// A form, as RFC 6749 demands: its encoding is that of a query.
    private var request: APIRequest {
        let fields: [QueryItem] =
            switch grant.withLock({ $0 }) {
            case .clientCredentials: [QueryItem("grant_type", "client_credentials")]
            case .refreshToken(let token):
                [QueryItem("grant_type", "refresh_token"), QueryItem("refresh_token", token.withText { $0 })]
            }
        let form = APIRequest(.post, "/", query: fields).target.dropFirst(2)
        return APIRequest(
            .post, Route.createToken.path(),
            headers: ["accept": "application/json", "content-type": "application/x-www-form-urlencoded"], body: Array(form.utf8))
    }

    private static func refused(_ error: APIError) -> ClientError {
        ClientError(
            .api(error.kind), code: error.code, message: "the bank gave no access token: \(error.message)",
            hint: error.kind == .rateLimited || error.kind == .server
                ? "Try again in a moment" : "Check client_id, client_secret and refresh_token of oauth in the configuration",
            status: error.status, isRetryable: error.kind == .rateLimited || error.kind == .server, traceID: error.traceID)
    }
}
