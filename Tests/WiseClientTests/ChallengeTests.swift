import Testing
import WiseAPI
import WiseClient

@Suite("Strong customer authentication")
struct ChallengeTests {
    private struct Signer: ChallengeSigner {
        let place = "key.pem"
        func signature(over token: String) -> String { "signed(\(token))" }
    }

    private static func challenged(_ token: String) -> GateTestTransport.Step {
        .json(403, "", headers: ["x-2fa-approval": token, "x-2fa-approval-result": "REJECTED"])
    }

    private static let statement = #"{"transactions":[],"accountHolder":{"type":"BUSINESS"}}"#

    private func bench(
        _ script: GateTestTransport.Step..., signs: Bool = true, clock: ClientClock = ClientClock()
    ) -> (client: WiseClient, transport: GateTestTransport, journal: GateTestJournal) {
        let log = GateTestLog()
        let transport = GateTestTransport(script, log: log)
        let journal = GateTestJournal(log: log)
        let client = WiseClient(
            transport: transport, credentials: FixedCredentials(Secret("token")), gate: EffectGate(journal: journal),
            retry: RetryPolicy(maximumAttempts: 2, firstWait: 0) { _ in }, signer: signs ? Signer() : nil, clock: clock)
        return (client, transport, journal)
    }

    private func statement(_ client: WiseClient) async throws(ClientError) -> JSONValue {
        try await client.request(.get, path: "/v1/profiles/7/balance-statements/42/statement.json")
    }

    @Test("signs the one-time token and repeats the very same request once")
    func signs() async throws {
        let (client, transport, _) = bench(Self.challenged("ott-1"), .json(200, Self.statement))
        _ = try await statement(client)
        let requests = transport.requests
        #expect(requests.count == 2)
        #expect(requests[0].headers["x-2fa-approval"] == nil && requests[0].headers["x-signature"] == nil)
        #expect(requests[1].headers["x-2fa-approval"] == "ott-1" && requests[1].headers["x-signature"] == "signed(ott-1)")
        var repeated = requests[1]
        repeated.headers["x-2fa-approval"] = nil
        repeated.headers["x-signature"] = nil
        #expect(repeated == requests[0])
    }

    @Test("a rejected signature is an error that names the key, after two requests")
    func rejected() async throws {
        let (client, transport, _) = bench(Self.challenged("ott-1"), Self.challenged("ott-2"))
        let error = await #expect(throws: ClientError.self) { try await statement(client) }
        #expect(error?.kind == .api(.authenticationRequired) && error?.status == 403)
        #expect(error?.hint?.contains("key.pem") == true && transport.requests.count == 2)
    }

    @Test("without a key the error says what to do, and nothing is sent again")
    func noKey() async throws {
        let (client, transport, _) = bench(Self.challenged("ott-1"), signs: false)
        let error = await #expect(throws: ClientError.self) { try await statement(client) }
        #expect(error?.kind == .api(.authenticationRequired) && transport.requests.count == 1)
        #expect(error?.hint?.contains("signing_key") == true && error?.hint?.contains("app") == true)
        #expect(error?.isAmbiguous == false)
    }

    @Test("an effect is repeated with the same key, and a challenge alone leaves nothing done")
    func effect() async throws {
        let (client, transport, journal) = bench(Self.challenged("ott-1"), .json(201, GateTestAnswers.movement()))
        _ = try await client.move(try GateTestAnswers.money("25.00"), from: 1, to: 2, for: 7)
        #expect(Set(transport.requests.map { $0.headers["x-idempotence-uuid"] }).count == 1)
        #expect(transport.requests.allSatisfy { $0.body == transport.requests[0].body })
        guard case .succeeded = await journal.lastOutcome else {
            Issue.record("not journaled as a success")
            return
        }
        let (second, _, secondJournal) = bench(Self.challenged("ott-1"), signs: false)
        let error = await #expect(throws: ClientError.self) {
            try await second.move(try GateTestAnswers.money("25.00"), from: 1, to: 2, for: 7)
        }
        #expect(error?.kind == .api(.authenticationRequired) && error?.isAmbiguous == false)
        guard case .notSent = await secondJournal.lastOutcome else {
            Issue.record("not journaled as not done")
            return
        }
    }

    @Test("a challenge after a lost answer leaves the outcome unknown when it cannot be answered")
    func afterLost() async throws {
        let (client, _, _) = bench(.lost, Self.challenged("ott-1"), signs: false)
        let error = await #expect(throws: ClientError.self) {
            try await client.move(try GateTestAnswers.money("25.00"), from: 1, to: 2, for: 7)
        }
        #expect(error?.kind == .outcomeUnknown)
    }

    @Test("an approval goes with the next statement for five minutes, and with nothing else")
    func remembered() async throws {
        let time = TestTime()
        let (client, transport, _) = bench(
            Self.challenged("ott-1"), .json(200, Self.statement), .json(200, "[]"), .json(200, Self.statement),
            .json(200, Self.statement), clock: time.clock)
        _ = try await statement(client)
        _ = try await client.balances(of: 7)
        time.advance(299_999)
        _ = try await statement(client)
        time.advance(1)
        _ = try await statement(client)
        #expect(transport.requests.map { $0.headers["x-2fa-approval"] } == [nil, "ott-1", nil, "ott-1", nil])
    }

    @Test("a remembered approval that is challenged anew is signed anew")
    func challengedAnew() async throws {
        let (client, transport, _) = bench(
            Self.challenged("ott-1"), .json(200, Self.statement), Self.challenged("ott-2"), .json(200, Self.statement))
        _ = try await statement(client)
        _ = try await statement(client)
        #expect(transport.requests.map { $0.headers["x-2fa-approval"] } == [nil, "ott-1", "ott-1", "ott-2"])
    }

    @Test("a window gathers statements that run at once into one approval")
    func window() async throws {
        let (client, transport, _) = bench(
            Self.challenged("ott-1"), .json(200, Self.statement), .json(200, Self.statement), .json(200, Self.statement))
        try await client.approvalWindow {
            try await withThrowingTaskGroup { group in
                for _ in 0..<3 { group.addTask { _ = try await statement(client) } }
                try await group.waitForAll()
            }
        }
        #expect(transport.requests.map { $0.headers["x-2fa-approval"] } == [nil, "ott-1", "ott-1", "ott-1"])
    }

    @Test("a window whose challenge cannot be answered asks the bank once")
    func windowWithoutKey() async throws {
        let (client, transport, _) = bench(Self.challenged("ott-1"), .json(200, "[]"), Self.challenged("ott-2"), signs: false)
        client.openApprovalWindow()
        for _ in 0..<3 {
            let error = await #expect(throws: ClientError.self) { try await statement(client) }
            #expect(error?.kind == .api(.authenticationRequired))
        }
        #expect(transport.requests.count == 1)
        _ = try await client.balances(of: 7)
        client.closeApprovalWindow()
        await #expect(throws: ClientError.self) { try await statement(client) }
        #expect(transport.requests.count == 3)
    }
}
