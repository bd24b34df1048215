import Money
import Simulator
import Testing
import WiseAPI

@Suite("The ledger of a world")
struct WorldLedgerTests {
    /// A small generator of its own, so that the cases are the same on every machine.
    struct Chance: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 31)
        }
        mutating func draw(_ count: Int) -> Int { Int(next() >> 33) % count }
    }

    @Test("stays at zero through thousands of random operations, refused ones included", arguments: [1, 2, 3])
    func random(seed: UInt64) throws {
        var chance = Chance(state: seed)
        var caller = WorldCaller(.standard(seed: seed))
        var accepted = 0
        var refused = 0
        var balances: [Balance] = []
        for round in 0..<1500 {
            let before = round % 50 == 0 ? caller.world.records : nil
            if round % 25 == 0 { balances = try caller.balances() }
            let answer = try operate(&caller, &chance, balances)
            if answer.isSuccess {
                accepted += 1
            } else {
                refused += 1
                if let before {
                    #expect(caller.world.records.balances == before.balances, "round \(round)")
                    #expect(caller.world.records.entries.count == before.entries.count, "round \(round)")
                }
            }
            #expect(answer.status != 500)
            if round % 100 == 0 { #expect(caller.world.ledgerCheck().isBalanced) }
        }
        #expect(caller.world.ledgerCheck().isBalanced)
        #expect(accepted > 300 && refused > 100, "\(accepted) accepted, \(refused) refused")
        // Records make the same world again: every entry passes the checks once more.
        let replica = try World(records: caller.world.records)
        #expect(replica.records == caller.world.records)
    }

    private func operate(
        _ caller: inout WorldCaller, _ chance: inout Chance, _ balances: [Balance]
    ) throws -> APIResponse {
        let one = balances[chance.draw(balances.count)]
        let other = balances[chance.draw(balances.count)]
        let business = WorldCaller.business
        let value = "\(chance.draw(900)).\(chance.draw(3) == 0 ? "5" : "00")"
        switch chance.draw(8) {
        case 0...2:
            let body =
                "{\"sourceCurrency\":\"\(one.currency)\",\"targetCurrency\":\"\(other.currency)\",\"sourceAmount\":\(value),\"payOut\":\"BALANCE\"}"
            let answer = try caller.call(.post, "/v3/profiles/\(business)/quotes", body)
            guard answer.isSuccess, let id = try JSONValue(parsing: answer.body)["id"]?.stringValue else { return answer }
            let kind = chance.draw(2) == 0 ? "" : ",\"sourceBalanceId\":\(one.id),\"targetBalanceId\":\(other.id)"
            return try caller.move("{\"quoteId\":\"\(id)\"\(kind)}")
        case 3...4:
            let body =
                "{\"amount\":{\"value\":\(value),\"currency\":\"\(one.currency)\"},\"sourceBalanceId\":\(one.id),\"targetBalanceId\":\(other.id)}"
            return try caller.move(body)
        case 5:
            let body = "{\"balanceId\":\(one.id),\"amount\":{\"value\":\(value),\"currency\":\"\(one.currency)\"}}"
            return try caller.call(.post, "/_simulator/\(chance.draw(2) == 0 ? "deposit" : "withdraw")", body)
        case 6:
            let body = "{\"currency\":\"\(one.currency)\",\"type\":\"SAVINGS\",\"name\":\"Jar\"}"
            return try caller.call(.post, "/v4/profiles/\(business)/balances", body, key: caller.key())
        default: return try caller.call(.delete, "/v4/profiles/\(business)/balances/\(one.id)")
        }
    }

    @Test("refuses records whose ledger was tampered with")
    func tampered() throws {
        let records = World.standard().records
        var wrong = records
        wrong.entries[5].postings[0].amount = wrong.entries[5].postings[0].amount.negated
        #expect(throws: WorldLoadingError.self) { try World(records: wrong) }
        wrong = records
        wrong.entries.remove(at: 7)
        #expect(throws: WorldLoadingError.self) { try World(records: wrong) }
        wrong = records
        wrong.balances[0].amount = try decimal("1.00")
        #expect(throws: WorldLoadingError.self) { try World(records: wrong) }
    }

    @Test("tells a store what changed, once, and nothing for a read")
    func changes() throws {
        var caller = WorldCaller()
        var copy = caller.world.records
        _ = try caller.balances()
        #expect(!caller.world.hasChanges)
        let quote = try caller.quote("\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"USD\",\"sourceAmount\":100")
        #expect(try caller.move("{\"quoteId\":\"\(#require(quote.id))\"}").status == 201)
        let changes = caller.world.drainChanges()
        #expect(changes.entries.count == 1 && changes.balances.count == 2 && changes.quotes.count == 1)
        #expect(changes.movements.count == 1 && changes.answers.count == 1 && changes.rateOverrides == nil)
        #expect(!caller.world.hasChanges)
        copy.settings = changes.settings
        copy.entries += changes.entries
        for balance in changes.balances {
            let index = try #require(copy.balances.firstIndex { $0.id == balance.id })
            copy.balances[index] = balance
        }
        (copy.quotes, copy.movements) = (copy.quotes + changes.quotes, copy.movements + changes.movements)
        copy.answers += changes.answers
        #expect(try World(records: copy).records == caller.world.records)
    }
}
