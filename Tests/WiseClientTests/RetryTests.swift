import Money
import Testing
import WiseAPI
import WiseClient

@Suite("Sending again")
struct RetryTests {
    private func move(_ bench: GateTestBench) async throws -> BalanceMovement {
        try await bench.client.move(try GateTestAnswers.money("25.00"), from: 1, to: 2, for: 7)
    }

    private func topUp(_ bench: GateTestBench) async throws -> TopUp {
        let request = TopUpRequest(profile: 7, balance: 42, amount: try GateTestAnswers.money("250"), channel: .card)
        return try await bench.client.topUp(request)
    }

    static let passing: [GateTestTransport.Step] = [
        .lost, .refused, .fail(.timedOut, mayHaveArrived: true), .json(500, ""), .json(503, ""), .json(408, ""), .json(429, "{}"),
        .json(409, #"{"errors":[{"code":"CONFLICT","message":"Request already in progress"}]}"#),
        .fail(.nameNotResolved, mayHaveArrived: false), .fail(.malformedAnswer, mayHaveArrived: true),
    ]

    @Test("a keyed effect carries the same key and the same bytes each time", arguments: passing)
    func keyed(trouble: GateTestTransport.Step) async throws {
        let bench = GateTestBench(trouble, trouble, .json(201, GateTestAnswers.movement()))
        #expect(try await move(bench).id == 31)
        let requests = bench.transport.requests
        #expect(requests.count == 3 && requests.allSatisfy { $0 == requests[0] })
        #expect(requests[0].headers["x-idempotence-uuid"] == (await bench.journal.intents.first?.key))
        #expect(bench.log.all == ["intent", "send", "send", "send", "outcome"])
        guard case .succeeded = await bench.journal.lastOutcome else {
            Issue.record("not journaled as a success")
            return
        }
    }

    @Test("a keyed effect ends as unknown when trouble does not", arguments: passing.filter { !$0.leavesNothing })
    func keyedUnknown(trouble: GateTestTransport.Step) async throws {
        let bench = GateTestBench(trouble, trouble, trouble, trouble)
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .outcomeUnknown && error?.isAmbiguous == true && error?.isRetryable == false)
        #expect(bench.transport.isScriptDone && bench.transport.requests.count == 4 && bench.waits.count == 3)
        guard case .unknown = await bench.journal.lastOutcome else {
            Issue.record("not journaled as unknown")
            return
        }
    }

    @Test("an effect without a key is not sent again once it may have arrived")
    func unprotected() async throws {
        for trouble in [GateTestTransport.Step.lost, .fail(.timedOut, mayHaveArrived: true), .json(500, ""), .json(503, "")] {
            let bench = GateTestBench(trouble)
            let error = await #expect(throws: ClientError.self) { try await topUp(bench) }
            #expect(error?.kind == .outcomeUnknown && bench.transport.requests.count == 1 && bench.waits.isEmpty)
            guard case .unknown = await bench.journal.lastOutcome else {
                Issue.record("not journaled as unknown")
                return
            }
        }
    }

    @Test("an effect without a key is sent again when it surely did not arrive")
    func unprotectedAgain() async throws {
        let bench = GateTestBench(.refused, .json(429, "{}"), .json(200, GateTestAnswers.topUp))
        #expect(try await topUp(bench).transaction == 91)
        #expect(bench.sentKeys == [nil, nil, nil])
    }

    @Test("obeys Retry-After to the second")
    func retryAfter() async throws {
        let bench = GateTestBench(
            .json(429, "{}", headers: ["Retry-After": "5"]), .json(429, "{}", headers: ["retry-after": "0"]),
            .json(503, "", headers: ["retry-after": "7"]), .json(201, GateTestAnswers.movement()))
        _ = try await move(bench)
        #expect(bench.waits == [5000, 0, 7000])
    }

    @Test("gives up at once when the bank wants a longer wait than is allowed", arguments: ["11", "3600", "9223372036854775807"])
    func longRetryAfter(seconds: String) async throws {
        let bench = GateTestBench(.json(429, "{}", headers: ["Retry-After": seconds]))
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .api(.rateLimited) && error?.isRetryable == true && error?.isAmbiguous == false)
        #expect(error?.hint?.contains(seconds) == true && bench.waits.isEmpty)
        guard case .refused = await bench.journal.lastOutcome else {
            Issue.record("not journaled as refused")
            return
        }
    }

    @Test("waits at random, and longer at most from time to time")
    func backoff() async throws {
        var longest = [0, 0, 0]
        for _ in 0..<200 {
            let bench = GateTestBench(.lost, .lost, .lost, .json(200, "[]"))
            _ = try await bench.client.balances(of: 7)
            #expect(bench.waits.count == 3)
            for (index, wait) in bench.waits.enumerated() { longest[index] = max(longest[index], wait) }
            #expect(zip(bench.waits, [100, 200, 400]).allSatisfy { (0...$1).contains($0) })
        }
        #expect(longest[1] > 100 && longest[2] > 200)
    }

    @Test("is unknown when a last \"wait\" follows a lost answer")
    func lastWait() async throws {
        let bench = GateTestBench(.lost, .json(429, "{}"), attempts: 2)
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .outcomeUnknown)
    }

    @Test("is unknown when nobody listens any more after a lost answer")
    func lostThenRefused() async throws {
        let bench = GateTestBench(.lost, .refused, attempts: 2)
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .outcomeUnknown)
    }

    @Test("is a refusal when the bank refuses the same key after a lost answer: nothing was kept under it")
    func lostThenRefusal() async throws {
        let bench = GateTestBench(.lost, .json(422, GateTestAnswers.insufficientFunds))
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .api(.refused) && error?.isAmbiguous == false)
    }

    @Test(
        "is unknown when the bank does not let the caller in after a lost answer: it did not look at the key",
        arguments: [401, 403])
    func lostThenLockedOut(status: Int) async throws {
        let bench = GateTestBench(.lost, .json(status, ""))
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .outcomeUnknown && error?.status == status)
        guard case .unknown = await bench.journal.lastOutcome else {
            Issue.record("not journaled as unknown")
            return
        }
    }

    @Test("stops at once at what another try cannot help", arguments: [400, 401, 403, 404, 409, 422])
    func refusals(status: Int) async throws {
        let bench = GateTestBench(.json(status, ""))
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.status == status && error?.isAmbiguous == false && bench.waits.isEmpty)
    }

    @Test(
        "stops at once at what another try cannot help, on the way",
        arguments: [TransportError.Kind.tlsFailed, .addressNotAllowed, .libraryMissing, .cancelled])
    func transportRefusals(kind: TransportError.Kind) async throws {
        let bench = GateTestBench(.fail(kind, mayHaveArrived: false))
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == (kind == .cancelled ? .cancelled : .transport(kind)) && error?.isRetryable == false)
        #expect(await bench.journal.lastOutcome == .notSent(reason: "scripted"))
    }

    @Test("reads are sent again after any trouble that may pass", arguments: passing.filter { !$0.isConflict })
    func reads(trouble: GateTestTransport.Step) async throws {
        let bench = GateTestBench(trouble, .json(200, "[]"))
        #expect(try await bench.client.balances(of: 7).isEmpty)
        #expect(bench.transport.requests.count == 2 && bench.log.all == ["send", "send"])
    }

    @Test("a read that fails for good is an error, not an unknown outcome")
    func failedRead() async throws {
        let lost = GateTestBench(.lost, attempts: 1)
        let first = await #expect(throws: ClientError.self) { try await lost.client.balances(of: 7) }
        #expect(first?.kind == .transport(.connectionLost) && first?.isAmbiguous == false && first?.isRetryable == true)
        let broken = GateTestBench(.json(500, ""), attempts: 1)
        let second = await #expect(throws: ClientError.self) { try await broken.client.balances(of: 7) }
        #expect(second?.kind == .api(.server) && second?.isAmbiguous == false && second?.isRetryable == true)
    }
}

extension GateTestTransport.Step {
    /// Whether the trouble proves that nothing was done.
    fileprivate var leavesNothing: Bool {
        switch self {
        case .answer(let response): response.status == 429
        case .fail(_, let mayHaveArrived): !mayHaveArrived
        }
    }

    fileprivate var isConflict: Bool {
        if case .answer(let response) = self { response.status == 409 } else { false }
    }
}
