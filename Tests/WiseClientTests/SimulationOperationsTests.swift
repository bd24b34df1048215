import Money
import Testing
import WiseAPI
import WiseClient

@Suite("The sandbox's own operations")
struct SimulationOperationsTests {
    @Test("may be answered with nothing")
    func empty() async throws {
        let bench = GateTestBench(.json(200, ""), .json(201, ""))
        try await bench.client.simulateVerification(of: 7)
        try await bench.client.importBankTransaction(try GateTestAnswers.money("10.50"), for: 7)
        #expect(
            bench.transport.requests.map(\.target)
                == ["/v1/simulation/profiles/7/verifications", "/v1/simulation/profiles/7/bank-transactions/import"])
        #expect(bench.transport.requests.last?.body == Array(#"{"currency":"EUR","amount":10.50}"#.utf8))
        #expect(bench.log.all == ["intent", "send", "outcome", "intent", "send", "outcome"])
    }

    @Test("take no amount that cannot be sent")
    func amounts() async throws {
        let bench = GateTestBench()
        let zero = try GateTestAnswers.money("0")
        let first = await #expect(throws: ClientError.self) { try await bench.client.importBankTransaction(zero, for: 7) }
        let second = await #expect(throws: ClientError.self) {
            try await bench.client.simulateSwiftPayment(SwiftPaymentRequest(amount: zero), for: 7)
        }
        let third = await #expect(throws: ClientError.self) {
            try await bench.client.recipientRequirements(source: .eur, target: .gbp, sourceAmount: zero)
        }
        for error in [first, second, third] { #expect(error?.code == "amount_not_positive") }
        #expect(bench.log.all.isEmpty)
    }
}
