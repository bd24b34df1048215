import Money
import Simulator
import Testing
import WiseAPI

@Suite("The default world")
struct WorldStandardTests {
    @Test("balances for every seed, never overdraws and ends near its goals", arguments: [1, 2, 3, 17, 99, 4711, UInt64.max])
    func isSound(seed: UInt64) throws {
        let world = World.standard(seed: seed)
        #expect(world.ledgerCheck().isBalanced)
        #expect(world.changes.isEmpty)
        #expect(world.clock.description == "2026-11-02T09:00:00Z")
        var caller = WorldCaller(world)
        let goals = ["EUR": 18_400, "GBP": 9_200, "USD": 12_700, "JPY": 1_240_000, "SGD": 6_300]
        for (code, goal) in goals {
            let held = try caller.balance(code).amount.amount
            let distance = try held.subtracting(ExactDecimal(goal)).magnitude
            #expect(distance <= ExactDecimal(goal > 100_000 ? 2000 : 20), "\(code): \(held)")
        }
        for profile in [WorldCaller.business, WorldCaller.person] {
            for balance in try caller.balances(profile) {
                let statement = try caller.statement(balance.id, "COMPACT", profile)
                #expect(statement.transactions.allSatisfy { !$0.runningBalance.isNegative }, "\(balance.id)")
            }
        }
    }

    @Test("tells every kind of transaction that the bank's recordings have")
    func isInteresting() throws {
        var caller = WorldCaller()
        var words = Set<String>()
        var hasCardExchange = false
        var hasRefund = false
        for balance in try caller.balances() {
            let lines = try caller.statement(balance.id).transactions
            words.formUnion(lines.map(\.kind))
            hasCardExchange = hasCardExchange || lines.contains { $0.kind == "CARD" && $0.raw["exchangeDetails"] != .null }
            hasRefund = hasRefund || lines.contains { $0.kind == "TRANSFER" && $0.type == "CREDIT" && $0.totalFees.isPositive }
        }
        let expected: Set = [
            "CARD", "CONVERSION", "DEPOSIT", "TRANSFER", "MONEY_ADDED", "DIRECT_DEBIT", "BALANCE_INTEREST", "UNKNOWN",
        ]
        #expect(words == expected)
        #expect(hasCardExchange)
        #expect(hasRefund)
    }

    @Test("has an invested jar that can be seen but not operated")
    func invested() throws {
        var caller = WorldCaller()
        let jar = try caller.balance("Growth")
        let dollar = try caller.balance("USD")
        #expect(jar.investmentState == .invested)
        #expect(try jar.totalWorth == money("5143.27 USD"))
        let body =
            "{\"amount\":{\"value\":1,\"currency\":\"USD\"},\"sourceBalanceId\":\(jar.id),\"targetBalanceId\":\(dollar.id)}"
        let answer = try caller.move(body)
        #expect(answer.status == 422)
        #expect(answer.code == "balance.account-inactive")
    }

    @Test("gives the same bytes for the same seed and requests")
    func deterministic() throws {
        func transcript(_ seed: UInt64) throws -> [APIResponse] {
            var caller = WorldCaller(.standard(seed: seed))
            let business = WorldCaller.business
            let members = "{\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"JPY\",\"sourceAmount\":250,\"payOut\":\"BALANCE\"}"
            var answers = [try caller.call(.post, "/v3/profiles/\(business)/quotes", members)]
            let quote = try #require(try JSONValue(parsing: answers[0].body)["id"]?.stringValue)
            answers.append(try caller.move("{\"quoteId\":\"\(quote)\"}"))
            answers.append(try caller.call(.get, "/v1/profiles/\(business)/total-funds/EUR"))
            answers.append(try caller.call(.get, "/_simulator/ledger"))
            return answers
        }
        #expect(try transcript(7) == transcript(7))
        #expect(try transcript(7) != transcript(8))
    }
}
