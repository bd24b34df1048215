import Money
import Testing
import WiseAPI
import WiseClient

@Suite("What an answer must say before it counts")
struct AnswerStateTests {
    @Test("a movement that is not completed is no success", arguments: ["PENDING", "CANCELLED", "REVERSED"])
    func states(state: String) async throws {
        let answer = GateTestAnswers.movement().replacing("COMPLETED", with: state)
        let bench = GateTestBench(.json(201, answer), .json(201, answer))
        let error = await #expect(throws: ClientError.self) {
            _ = try await bench.client.move(try GateTestAnswers.money("25.00"), from: 1, to: 2, for: 7)
        }
        #expect(error?.kind == .answerMismatch && error?.isAmbiguous == true)
        #expect(error?.message.contains(state) == true)
        guard case .unknown = await bench.journal.lastOutcome else {
            Issue.record("the outcome should be unknown")
            return
        }
        let body = try JSONValue(parsing: #"{"amount":{"value":25.00,"currency":"EUR"},"sourceBalanceId":1,"targetBalanceId":2}"#)
        let raw = await #expect(throws: ClientError.self) {
            _ = try await bench.client.request(.post, path: "/v2/profiles/7/balance-movements", body: body)
        }
        #expect(raw?.kind == .answerMismatch)
    }

    @Test("a raw movement is compared with its body")
    func rawMovement() async throws {
        let body = try JSONValue(parsing: #"{"amount":{"value":25.00,"currency":"EUR"},"sourceBalanceId":1,"targetBalanceId":2}"#)
        let answers = [
            GateTestAnswers.movement(source: "26.00", target: "26.00"), GateTestAnswers.movement(balances: [3, 1]), "{}",
        ]
        for answer in answers {
            let bench = GateTestBench(.json(201, answer))
            let error = await #expect(throws: ClientError.self) {
                _ = try await bench.client.request(.post, path: "/v2/profiles/7/balance-movements", body: body)
            }
            #expect(error?.kind == .answerMismatch)
        }
        let bench = GateTestBench(.json(201, GateTestAnswers.movement()))
        _ = try await bench.client.request(.post, path: "/v2/profiles/7/balance-movements", body: body)
    }

    @Test("a top-up is about its balance, and completed")
    func topUp() async throws {
        let request = TopUpRequest(profile: 7, balance: 42, amount: try GateTestAnswers.money("50.00"), channel: .card)
        let wrong = [
            GateTestAnswers.topUp.replacing(#""id":42"#, with: #""id":43"#),
            GateTestAnswers.topUp.replacing("COMPLETED", with: "FAILED"),
        ]
        for answer in wrong {
            let bench = GateTestBench(.json(200, answer))
            let error = await #expect(throws: ClientError.self) { _ = try await bench.client.topUp(request) }
            #expect(error?.kind == .answerMismatch)
        }
    }

    @Test("a path with a question mark is not sent")
    func questionMark() async throws {
        let bench = GateTestBench()
        for method in [APIRequest.Method.get, .delete] {
            let error = await #expect(throws: ClientError.self) {
                _ = try await bench.client.request(method, path: "/v4/profiles/7/balances/42?force=true")
            }
            #expect(error?.code == "query_in_path")
        }
        #expect(bench.transport.requests.isEmpty)
    }

    @Test("a read-only session does not change the simulation either, but may look at it")
    func readOnlySimulation() async throws {
        let bench = GateTestBench(.json(200, "{}"), policy: ReadOnlyPolicy())
        let error = await #expect(throws: ClientError.self) { _ = try await bench.client.control(.post, "deposit") }
        #expect(error?.kind == .policy)
        _ = try await bench.client.control(.get, "world")
        #expect(bench.transport.requests.count == 1)
    }

    @Test("a journal that could not take an intent lets nothing through afterwards")
    func brokenOnIntent() async throws {
        let bench = GateTestBench(failsOnIntent: true)
        for _ in 1...2 {
            let error = await #expect(throws: ClientError.self) { try await bench.client.closeBalance(42, of: 7) }
            #expect(error?.kind == .journal)
            await bench.journal.repair()
        }
        #expect(bench.transport.requests.isEmpty)
    }
}
