import Money
import Testing
import WiseAPI
import WiseClient

@Suite("Cancelling")
struct RetryCancellationTests {
    private func move(_ bench: GateTestBench) async throws -> BalanceMovement {
        try await bench.client.move(try GateTestAnswers.money("25.00"), from: 1, to: 2, for: 7)
    }

    @Test("while waiting after a refused connection leaves nothing sent")
    func afterRefused() async throws {
        let bench = GateTestBench(.refused, wait: { _ in throw CancellationError() })
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .cancelled && error?.isAmbiguous == false)
        guard case .notSent = await bench.journal.lastOutcome else {
            Issue.record("not journaled as not sent")
            return
        }
    }

    @Test("while waiting after a lost answer leaves the outcome unknown")
    func afterLost() async throws {
        let bench = GateTestBench(.lost, wait: { _ in throw CancellationError() })
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .outcomeUnknown && error?.isAmbiguous == true)
        guard case .unknown = await bench.journal.lastOutcome else {
            Issue.record("not journaled as unknown")
            return
        }
    }

    @Test("in the middle of a request leaves the outcome unknown, and nothing is sent again")
    func onTheWay() async throws {
        let bench = GateTestBench(.fail(.cancelled, mayHaveArrived: true))
        let error = await #expect(throws: ClientError.self) { try await move(bench) }
        #expect(error?.kind == .outcomeUnknown && bench.transport.requests.count == 1)
    }

    @Test("a read is only cancelled")
    func read() async throws {
        let bench = GateTestBench(.fail(.cancelled, mayHaveArrived: true))
        let error = await #expect(throws: ClientError.self) { try await bench.client.balances(of: 7) }
        #expect(error?.kind == .cancelled && error?.isAmbiguous == false && error?.isRetryable == false)
    }

    @Test("a task cancels its wait, with the real clock")
    func realWait() async throws {
        let log = GateTestLog()
        let transport = GateTestTransport([.refused], log: log)
        let retry = RetryPolicy(firstWait: 3_600_000, longestWait: 3_600_000)
        let gate = EffectGate(journal: GateTestJournal(log: log))
        let client = WiseClient(transport: transport, authorization: nil, gate: gate, retry: retry)
        let task = Task { try await client.balances(of: 7) }
        while transport.requests.isEmpty { await Task.yield() }
        task.cancel()
        let error = await #expect(throws: ClientError.self) { try await task.value }
        #expect(error?.kind == .cancelled)
    }
}
