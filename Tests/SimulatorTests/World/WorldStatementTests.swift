import Money
import Simulator
import Testing
import WiseAPI

@Suite("Statements of a world")
struct WorldStatementTests {
    @Test("add up: opening and lines make the closing balance, line by line", arguments: ["COMPACT", "FLAT"])
    func addsUp(type: String) throws {
        var caller = WorldCaller()
        for balance in try caller.balances() {
            for interval in ["2026-06-01T00:00:00Z/2026-11-02T09:00:00Z", "2026-08-01T00:00:00Z/2026-08-31T23:59:59.999Z"] {
                let ends = interval.split(separator: "/")
                let target = Self.target(balance.id, "intervalStart=\(ends[0])&intervalEnd=\(ends[1])&type=\(type)")
                let statement = try BalanceStatement(json: try caller.json(.get, target))
                var running = try #require(statement.opening)
                for line in statement.transactions.reversed() {
                    running = try running.adding(line.amount)
                    #expect(line.runningBalance == running)
                    #expect(line.amount.isNegative == (line.type == "DEBIT"))
                    if type == "FLAT" { #expect(line.totalFees.isZero) }
                }
                #expect(running == statement.closing)
            }
            #expect(try caller.statement(balance.id, type).closing == balance.amount)
        }
    }

    private static func target(_ balance: Int, _ query: String) -> String {
        "/v1/profiles/\(WorldCaller.business)/balance-statements/\(balance)/statement.json?\(query)"
    }

    @Test("show both legs of a conversion under one reference, and its fee apart when flat")
    func bothLegs() throws {
        var caller = WorldCaller()
        let euro = try caller.balance("EUR").id
        let pound = try caller.balance("GBP").id
        let quote = try caller.quote("\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"GBP\",\"sourceAmount\":300")
        let option = try #require(quote.balanceOption)
        let answer = try caller.move("{\"quoteId\":\"\(#require(quote.id))\"}")
        let reference = "BALANCE-\(try BalanceMovement(json: try JSONValue(parsing: answer.body)).id)"
        let debit = try #require(try caller.statement(euro).transactions.first)
        let credit = try #require(try caller.statement(pound).transactions.first)
        #expect(debit.referenceNumber == reference && credit.referenceNumber == reference)
        #expect(debit.amount == option.sourceAmount.negated && debit.totalFees == option.fee)
        #expect(credit.amount == option.targetAmount && credit.totalFees.isZero)
        #expect(debit.text == "Converted 300.00 EUR to \(option.targetAmount)")
        let flat = try caller.statement(euro, "FLAT").transactions
        #expect(flat[0].referenceNumber == "FEE-\(reference)" && flat[0].amount == option.fee.negated)
        #expect(flat[1].referenceNumber == reference)
        #expect(try flat[0].amount.adding(flat[1].amount) == debit.amount)
    }

    @Test("count both ends in, to the millisecond")
    func bounds() throws {
        var caller = WorldCaller()
        let euro = try caller.balance("EUR").id
        try caller.call(.post, "/_simulator/deposit", "{\"balanceId\":\(euro),\"amount\":{\"value\":5,\"currency\":\"EUR\"}}")
        func count(_ start: String, _ end: String) throws -> Int {
            let target = Self.target(euro, "intervalStart=\(start)&intervalEnd=\(end)")
            return try BalanceStatement(json: try caller.json(.get, target)).transactions.count
        }
        #expect(try count("2026-11-02T09:00:00Z", "2026-11-02T09:00:00Z") == 1)
        #expect(try count("2026-11-02T09:00:00.001Z", "2026-11-03T00:00:00Z") == 0)
        #expect(try count("2026-11-02T00:00:00Z", "2026-11-02T08:59:59.999Z") == 0)
        #expect(try count("2026-11-02T00:00:00Z", "2026-11-02T09:00:00.000%2B00:00") == 1)
    }

    static let refused: [(query: String, status: Int)] = [
        ("intervalEnd=2026-11-02T00:00:00Z", 400), ("intervalStart=2026-11-02T00:00:00Z", 400),
        ("intervalStart=2026-11-02T00:00:00Z&intervalEnd=2026-11-01T00:00:00Z", 400),
        ("intervalStart=2025-01-01T00:00:00Z&intervalEnd=2026-04-15T00:00:00Z", 200),
        ("intervalStart=2025-01-01T00:00:00Z&intervalEnd=2026-04-15T00:00:00.001Z", 400),
        ("intervalStart=yesterday&intervalEnd=2026-11-01T00:00:00Z", 400),
        ("intervalStart=2026-10-01&intervalEnd=2026-11-01T00:00:00Z", 400),
        ("intervalStart=2026-10-01T00:00:00%2B02:00&intervalEnd=2026-11-01T00:00:00Z", 422),
        ("intervalStart=2026-10-01T00:00:00Z&intervalEnd=2026-11-01T00:00:00Z&currency=GBP", 400),
        ("intervalStart=2026-10-01T00:00:00Z&intervalEnd=2026-11-01T00:00:00Z&currency=EUR", 200),
        ("intervalStart=2026-10-01T00:00:00Z&intervalEnd=2026-11-01T00:00:00Z&type=FANCY", 400),
    ]

    @Test("refuse intervals that the bank refuses", arguments: refused)
    func refusals(query: String, status: Int) throws {
        var caller = WorldCaller()
        let euro = try caller.balance("EUR").id
        let answer = try caller.call(.get, Self.target(euro, query))
        #expect(answer.status == status)
        if status == 422 { #expect(answer.code == "wrong.date.format") }
    }
}
