import Synchronization
import Testing
import WiseAPI
import WiseClient

@Suite("Access tokens by OAuth")
struct OAuthTests {
    /// A bank whose tokens are numbered and hold for a time.
    private final class Bank: Transport {
        struct State {
            var issued = 0
            var accepted = 0
            var tokenRequests: [APIRequest] = []
            var authorizations: [String] = []
            var isDown = false
        }
        let state = Mutex(State())
        let lifetime: Int

        init(lifetime: Int = 43_199) { self.lifetime = lifetime }

        func send(_ request: APIRequest, authorization: Secret?) async throws(TransportError) -> APIResponse {
            await Task.yield()
            let text = authorization.map { secret in secret.withText { $0 } } ?? ""
            return state.withLock { state in
                state.authorizations.append(text)
                if request.path == "/oauth/token" {
                    state.tokenRequests.append(request)
                    if state.isDown { return APIResponse(status: 503) }
                    state.issued += 1
                    state.accepted = state.issued
                    let json = #"{"access_token":"t\#(state.issued)","token_type":"bearer","expires_in":\#(lifetime)}"#
                    return APIResponse(status: 200, body: Array(json.utf8))
                }
                guard text == "t\(state.accepted)" else {
                    let json = #"{"error":"invalid_token","error_description":"Invalid token"}"#
                    return APIResponse(status: 401, body: Array(json.utf8))
                }
                return APIResponse(status: 200, body: Array("[]".utf8))
            }
        }
    }

    private func client(
        _ bank: Bank, _ time: TestTime, grant: OAuthCredentials.Grant = .clientCredentials
    ) -> WiseClient {
        let retry = RetryPolicy(maximumAttempts: 2, firstWait: 0) { _ in }
        let credentials = OAuthCredentials(
            transport: bank, client: "app", secret: Secret("s3cret"), grant: grant, retry: retry, clock: time.clock)
        return WiseClient(
            transport: bank, credentials: credentials, gate: EffectGate(journal: InMemoryEffectJournal()), retry: retry,
            clock: time.clock)
    }

    @Test("asks with the application's own credentials, as a form, and once for many requests")
    func clientCredentials() async throws {
        let bank = Bank()
        let client = client(bank, TestTime())
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 { group.addTask { _ = try await client.balances(of: 7) } }
            try await group.waitForAll()
        }
        let state = bank.state.withLock { $0 }
        #expect(state.tokenRequests.count == 1)
        #expect(state.tokenRequests.first?.headers["content-type"] == "application/x-www-form-urlencoded")
        #expect(state.tokenRequests.first.map { String(decoding: $0.body, as: UTF8.self) } == "grant_type=client_credentials")
        #expect(state.authorizations.first == "YXBwOnMzY3JldA==")
    }

    @Test("sends a refresh token encoded")
    func refreshToken() async throws {
        let bank = Bank()
        _ = try await client(bank, TestTime(), grant: .refreshToken(Secret("a+b/c=&d"))).balances(of: 7)
        let body = bank.state.withLock { $0.tokenRequests.first?.body ?? [] }
        #expect(String(decoding: body, as: UTF8.self) == "grant_type=refresh_token&refresh_token=a%2Bb%2Fc%3D%26d")
    }

    @Test("renews before it expires")
    func early() async throws {
        let (bank, time) = (Bank(lifetime: 600), TestTime())
        let client = client(bank, time)
        _ = try await client.balances(of: 7)
        time.advance(539_999)
        _ = try await client.balances(of: 7)
        #expect(bank.state.withLock { $0.issued } == 1)
        time.advance(1)
        _ = try await client.balances(of: 7)
        #expect(bank.state.withLock { $0.issued } == 2)
    }

    @Test("goes on with a token that still holds when the bank gives no new one")
    func down() async throws {
        let (bank, time) = (Bank(lifetime: 600), TestTime())
        let client = client(bank, time)
        _ = try await client.balances(of: 7)
        bank.state.withLock { $0.isDown = true }
        time.advance(550_000)
        _ = try await client.balances(of: 7)
        time.advance(60_000)
        let error = await #expect(throws: ClientError.self) { try await client.balances(of: 7) }
        #expect(error?.kind == .api(.server) && error?.isRetryable == true)
    }

    @Test("renews once for many requests that the bank refused at the same time")
    func refused() async throws {
        let bank = Bank()
        let client = client(bank, TestTime())
        _ = try await client.balances(of: 7)
        bank.state.withLock { $0.accepted = 2 }
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 { group.addTask { _ = try await client.balances(of: 7) } }
            try await group.waitForAll()
        }
        #expect(bank.state.withLock { $0.issued } == 2)
    }

    @Test("tries once, not for ever, when every token is refused")
    func hopeless() async throws {
        let bank = Bank()
        let client = client(bank, TestTime())
        _ = try await client.balances(of: 7)
        let transport = Hopeless()
        let credentials = OAuthCredentials(
            transport: bank, client: "app", secret: Secret("s3cret"), grant: .clientCredentials)
        let refused = WiseClient(
            transport: transport, credentials: credentials, gate: EffectGate(journal: InMemoryEffectJournal()))
        let error = await #expect(throws: ClientError.self) { try await refused.balances(of: 7) }
        #expect(error?.kind == .api(.unauthorized) && transport.count.withLock { $0 } == 2)
    }

    private final class Hopeless: Transport {
        let count = Mutex(0)
        func send(_ request: APIRequest, authorization: Secret?) async throws(TransportError) -> APIResponse {
            count.withLock { $0 += 1 }
            return APIResponse(status: 401)
        }
    }
}
