import Money
import Testing
import WiseAPI
import WiseClient

@Suite("An answer that is compared with what was asked")
struct GateAnswerTests {
    private func expectMismatch(
        _ bench: GateTestBench, saying words: String, _ effect: @Sendable (WiseClient) async throws -> Void
    ) async {
        let error = await #expect(throws: ClientError.self) { try await effect(bench.client) }
        #expect(error?.kind == .answerMismatch && error?.code == "answer_mismatch" && error?.isAmbiguous == true)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        guard case .unknown(let reason) = await bench.journal.lastOutcome else {
            Issue.record("not journaled as unknown")
            return
        }
        #expect(reason.contains(words))
    }

    static let moves: [(answer: String, words: String)] = [
        (GateTestAnswers.movement(source: "20.00", target: "20.00"), "20.00 EUR"),
        (GateTestAnswers.movement(target: "24.99"), "24.99 EUR"),
        (GateTestAnswers.movement(sourceCurrency: "USD", targetCurrency: "USD"), "25.00 USD"),
        (GateTestAnswers.movement(targetCurrency: "GBP"), "25.00 GBP"), (GateTestAnswers.movement(balances: [2, 3]), "[2, 3]"),
        (GateTestAnswers.movement(balances: [2]), "[2]"),
    ]

    @Test("shows a move of another amount, another currency or other balances", arguments: moves)
    func move(answer: String, words: String) async throws {
        let amount = try GateTestAnswers.money("25.00")
        await expectMismatch(GateTestBench(.json(201, answer)), saying: words) {
            _ = try await $0.move(amount, from: 1, to: 2, for: 7)
        }
    }

    @Test("is the same amount however many zeros it has, and needs no balance identifiers")
    func sameMove() async throws {
        for answer in [GateTestAnswers.movement(source: "25", target: "25.0"), GateTestAnswers.movement(balances: [])] {
            let bench = GateTestBench(.json(201, answer))
            #expect(try await bench.client.move(try GateTestAnswers.money("25.00"), from: 1, to: 2, for: 7).id == 31)
        }
    }

    static let conversions: [(answer: String, words: String)] = [
        (GateTestAnswers.movement(source: "200.00", target: "170.26", targetCurrency: "USD"), "to USD"),
        (GateTestAnswers.movement(source: "200.00", sourceCurrency: "USD", target: "170.26", targetCurrency: "GBP"), "from USD"),
        (GateTestAnswers.movement(source: "200.01", target: "170.26", targetCurrency: "GBP"), "200.01 EUR left"),
        (GateTestAnswers.movement(source: "200.00", target: "170.25", targetCurrency: "GBP"), "170.25 GBP arrived"),
    ]

    @Test("shows a conversion that differs from its quote", arguments: conversions)
    func conversion(answer: String, words: String) async throws {
        let quote = try Quote(json: try JSONValue(parsing: GateTestAnswers.quote))
        await expectMismatch(GateTestBench(.json(201, answer)), saying: words) { _ = try await $0.convert(quote, for: 7) }
    }

    @Test("shows a conversion into a jar that was between other balances")
    func jar() async throws {
        let quote = try Quote(json: try JSONValue(parsing: GateTestAnswers.quote))
        let answer = GateTestAnswers.movement(source: "200.00", target: "170.26", targetCurrency: "GBP", balances: [9, 1])
        await expectMismatch(GateTestBench(.json(201, answer)), saying: "[1, 9]") {
            _ = try await $0.convert(quote, from: 1, to: 2, for: 7)
        }
        let bench = GateTestBench(.json(201, answer))
        #expect(try await bench.client.convert(quote, from: 1, to: 9, for: 7).id == 31)
    }

    static let openings: [(answer: String, words: String)] = [
        (GateTestAnswers.balance(currency: "USD", type: "SAVINGS", name: "Taxes"), "USD"),
        (GateTestAnswers.balance(type: "STANDARD", name: "Taxes"), "STANDARD"),
        (GateTestAnswers.balance(type: "SAVINGS", name: "Rent"), "Rent"), (GateTestAnswers.balance(type: "SAVINGS"), "nothing"),
    ]

    @Test("shows a jar of another currency, type or name", arguments: openings)
    func opening(answer: String, words: String) async throws {
        let request = OpenBalanceRequest(currency: .eur, type: .savings, name: "Taxes")
        await expectMismatch(GateTestBench(.json(201, answer)), saying: words) { _ = try await $0.openBalance(request, for: 7) }
    }

    @Test("shows another balance that was closed, another recipient and a top-up in another currency")
    func others() async throws {
        await expectMismatch(GateTestBench(.json(200, GateTestAnswers.balance(43))), saying: "43") {
            try await $0.closeBalance(42, of: 7)
        }
        for answer in [#"{"userProfileId":7,"recipientId":9}"#, #"{"userProfileId":9,"recipientId":8}"#] {
            await expectMismatch(GateTestBench(.json(200, answer)), saying: "9") {
                _ = try await $0.setExcessMoneyAccount(of: 7, recipient: 8)
            }
        }
        let amount = try GateTestAnswers.money("250", .usd)
        await expectMismatch(GateTestBench(.json(200, GateTestAnswers.topUp)), saying: "EUR") {
            _ = try await $0.topUp(TopUpRequest(profile: 7, balance: 42, amount: amount, channel: .card))
        }
    }
}
