import Money
import Testing
import WiseAPI
import WiseClient

@Suite("The gate")
struct GateTests {
    private func move(_ bench: GateTestBench) async throws -> BalanceMovement {
        try await bench.client.move(try GateTestAnswers.money("25.00"), from: 1, to: 2, for: 7)
    }

    @Test("writes the intent, sends, and writes the outcome, in this order")
    func order() async throws {
        let bench = GateTestBench(.json(201, GateTestAnswers.movement()))
        #expect(try await move(bench).id == 31)
        #expect(bench.log.all == ["intent", "send", "outcome"])
        let intent = try #require(await bench.journal.intents.first)
        let request = try #require(bench.transport.requests.first)
        #expect(intent.route == .moveBetweenBalances && intent.path == "/v2/profiles/7/balance-movements")
        #expect(intent.body == request.body && intent.path == request.path && intent.key == request.headers["x-idempotence-uuid"])
        #expect(
            await bench.journal.lastOutcome
                == .succeeded(APIResponseRecord(APIResponse(status: 201, body: Array(GateTestAnswers.movement().utf8)))))
        #expect(await bench.journal.outcomes.map(\.key) == [intent.key])
    }

    @Test("makes one key for each effect, a UUID in lower case, and none for what only reads")
    func keys() async throws {
        let bench = GateTestBench(
            .json(201, GateTestAnswers.movement()), .json(201, GateTestAnswers.movement()), .json(200, GateTestAnswers.quote),
            .json(200, "[]"))
        _ = try await move(bench)
        _ = try await move(bench)
        _ = try await bench.client.quote(QuoteRequest(.source(try GateTestAnswers.money("200.00"), target: .gbp)), for: 7)
        _ = try await bench.client.balances(of: 7)
        let keys = bench.sentKeys.prefix(2).compactMap { $0 }
        #expect(
            Set(keys).count == 2 && keys == bench.transport.requests.prefix(2).compactMap { $0.headers["x-idempotence-uuid"] })
        for key in keys {
            #expect(key.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
        }
        #expect(bench.sentKeys.suffix(2) == [nil, nil])
        #expect(await bench.journal.intents.count == 2)
    }

    @Test("takes the keys of a run where a run derives them")
    func derivedKeys() async throws {
        let log = GateTestLog()
        let transport = GateTestTransport([.json(201, GateTestAnswers.movement())], log: log)
        let key = IdempotenceKey.make(0, .max)
        #expect(key == "00000000-0000-4000-bfff-ffffffffffff")
        let gate = EffectGate(journal: GateTestJournal(log: log), makeKey: { key })
        let client = WiseClient(transport: transport, authorization: nil, gate: gate)
        _ = try await client.move(try GateTestAnswers.money("25.00"), from: 1, to: 2, for: 7)
        #expect(transport.requests.first?.headers["x-idempotence-uuid"] == key)
    }

    @Test("writes a refusal down as one, and says what to do")
    func refusal() async throws {
        let bench = GateTestBench(.json(422, GateTestAnswers.insufficientFunds))
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .api(.refused) && error?.code == "balance.insufficient-funds" && error?.isAmbiguous == false)
        #expect(error?.hint?.contains("nothing was moved") == true)
        guard case .refused(let record) = await bench.journal.lastOutcome else {
            Issue.record("not journaled as refused")
            return
        }
        #expect(record.status == 422)
    }

    @Test("writes down as not sent what surely did not arrive")
    func notSent() async throws {
        let bench = GateTestBench(.refused, .refused, .refused, .refused)
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .transport(.connectionRefused) && error?.isAmbiguous == false && error?.isRetryable == true)
        #expect(await bench.journal.lastOutcome == .notSent(reason: "scripted"))
    }

    @Test("sends nothing when the journal cannot take the intent")
    func brokenIntent() async throws {
        let bench = GateTestBench(failsOnIntent: true)
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .journal && error?.isAmbiguous == false && error?.message.contains("no space left") == true)
        #expect(bench.log.all.isEmpty)
    }

    @Test("refuses every later effect after an outcome that could not be written, and still reads")
    func brokenOutcome() async throws {
        let bench = GateTestBench(.json(201, GateTestAnswers.movement()), .json(200, "[]"), failsOnOutcome: true)
        let first = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(first?.kind == .journal && first?.isAmbiguous == true)
        await bench.journal.repair()
        let second = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(second?.kind == .journal && second?.isAmbiguous == false)
        #expect(bench.log.all == ["intent", "send"])
        #expect(try await bench.client.balances(of: 7).isEmpty)
    }

    @Test(
        "says that the journal failed whatever the outcome was",
        arguments: [
            GateTestTransport.Step.json(422, "{}"), .json(201, "{}"), .json(500, ""), .fail(.tlsFailed, mayHaveArrived: false),
        ])
    func brokenOutcomes(step: GateTestTransport.Step) async throws {
        let bench = GateTestBench(step, failsOnOutcome: true, attempts: 1)
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .journal)
        let later = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(later?.kind == .journal && bench.transport.requests.count == 1)
    }

    @Test("does not send what was on its way to the journal when another outcome broke it")
    func brokenBetween() async throws {
        let bench = GateTestBench(.json(201, GateTestAnswers.movement()))
        await bench.journal.duringNextIntent {
            await bench.journal.breakOutcomes()
            _ = try? await move(bench)
        }
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .journal)
        #expect(bench.transport.requests.count == 1)
    }

    @Test("of a session that only reads sends and journals nothing")
    func readOnly() async throws {
        let bench = GateTestBench(.json(200, "[]"), policy: ReadOnlyPolicy())
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .policy && error?.code == "read_only" && error?.hint != nil)
        await #expect(throws: ClientError.self) { try await bench.client.closeBalance(42, of: 7) }
        await #expect(throws: ClientError.self) {
            try await bench.client.request(.post, path: "/v4/profiles/7/balances", body: .object([:]))
        }
        #expect(bench.log.all.isEmpty)
        #expect(try await bench.client.balances(of: 7).isEmpty)
    }

    @Test("writes down as unknown what the bank may have done before it failed", arguments: [500, 502, 503, 504, 408, 302, 418])
    func unknown(status: Int) async throws {
        let bench = GateTestBench(.json(status, ""), attempts: 1)
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .outcomeUnknown && error?.code == "outcome_unknown" && error?.isAmbiguous == true)
        let key = try #require(await bench.journal.intents.first?.key)
        #expect(error?.hint?.contains(key) == true && error?.status == status)
        #expect(await bench.journal.lastOutcome == .unknown(reason: "status \(status)"))
    }

    @Test("writes down as unknown a yes that cannot be read", arguments: ["", "{}", "[]", "<html>", #"{"id":"x"}"#])
    func unreadable(body: String) async throws {
        let bench = GateTestBench(.json(201, body))
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .unexpectedAnswer && error?.isAmbiguous == true)
        guard case .unknown = await bench.journal.lastOutcome else {
            Issue.record("not journaled as unknown")
            return
        }
    }
}

@Suite("The journal in memory")
struct GateJournalTests {
    private let intent = Intent(key: "k", route: .openBalance, path: "/", body: [1])

    @Test("keeps intents with what became of them")
    func entries() async throws {
        let journal = InMemoryEffectJournal()
        try await journal.record(intent)
        #expect(await journal.entries.map(\.outcome) == [nil])
        try await journal.record(.notSent(reason: "r"), ofKey: "k")
        #expect(await journal.entries.map(\.outcome) == [.notSent(reason: "r")])
        #expect(await journal.entries.map(\.intent) == [intent])
    }

    @Test("refuses a key that was used before, and an outcome of nothing")
    func refusals() async throws {
        let journal = InMemoryEffectJournal()
        try await journal.record(intent)
        await #expect(throws: JournalError.keyUsedBefore("k")) { try await journal.record(intent) }
        await #expect(throws: JournalError.noSuchIntent("x")) { try await journal.record(.notSent(reason: ""), ofKey: "x") }
    }

    @Test("makes the gate refuse a key that a run derives twice")
    func keyTwice() async throws {
        let transport = GateTestTransport([.json(201, GateTestAnswers.movement())], log: GateTestLog())
        let gate = EffectGate(journal: InMemoryEffectJournal(), makeKey: { "00000000-0000-4000-8000-000000000000" })
        let client = WiseClient(transport: transport, authorization: nil, gate: gate)
        let amount = try GateTestAnswers.money("25.00")
        _ = try await client.move(amount, from: 1, to: 2, for: 7)
        let error = await #expect(throws: ClientError.self) { try await client.move(amount, from: 1, to: 2, for: 7) }
        #expect(error?.kind == .journal && transport.requests.count == 1)
    }
}
