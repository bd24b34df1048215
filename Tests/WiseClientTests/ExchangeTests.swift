import Synchronization
import Testing
import WiseAPI
import WiseClient

@Suite("What an observer sees")
struct ExchangeTests {
    private final class Recorder: ExchangeObserver {
        let exchanges = Mutex<[Exchange]>([])
        func didExchange(_ exchange: Exchange) { exchanges.withLock { $0.append(exchange) } }
    }

    private struct Signer: ChallengeSigner {
        let place = "key.pem"
        func signature(over token: String) -> String { "c2lnbmF0dXJl" }
    }

    @Test("every exchange with its decisive fields, and no secret")
    func fields() async throws {
        let token = "6f1a1c2e-0c3f-4b0e-9d55-0d2f6d2f9a11"
        let log = GateTestLog()
        let transport = GateTestTransport(
            [
                .lost, .json(403, "", headers: ["x-2fa-approval": token, "x-2fa-approval-result": "REJECTED"]),
                .json(201, GateTestAnswers.movement(), headers: ["x-trace-id": "abc", "set-cookie": "hidden"]),
            ], log: log)
        let recorder = Recorder()
        let client = WiseClient(
            transport: transport, credentials: FixedCredentials(Secret("bearer-secret")),
            gate: EffectGate(journal: GateTestJournal(log: log)), retry: RetryPolicy { _ in }, signer: Signer(),
            observer: recorder)
        _ = try await client.move(try GateTestAnswers.money("25.00"), from: 1, to: 2, for: 7)
        let exchanges = recorder.exchanges.withLock { $0 }
        #expect(exchanges.map(\.attempt) == [1, 2, 2] && exchanges.map(\.status) == [nil, 403, 201])
        let text = exchanges.map(\.description).joined(separator: "\n")
        for secret in [token, "bearer-secret", "c2lnbmF0dXJl", "hidden", "set-cookie"] { #expect(!text.contains(secret)) }
        for shown in ["POST /v2/profiles/7/balance-movements", "x-trace-id: abc", "6f1a1c2e...", "attempt 2"] {
            #expect(text.contains(shown), "\(text)")
        }
        let key = transport.requests.first?.headers["x-idempotence-uuid"] ?? ""
        #expect(text.contains("x-external-correlation-id: \(key)") && key.utf8.count == 36)
    }
}
