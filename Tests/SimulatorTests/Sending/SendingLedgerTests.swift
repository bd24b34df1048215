import Money
import Simulator
import Testing
import WiseAPI

@Suite("The ledger of transfers")
struct SendingLedgerTests {
    @Test("stays at zero through random orders, payments, states, cancellations and days", arguments: [11, 12, 13])
    func random(seed: UInt64) throws {
        var chance = WorldLedgerTests.Chance(state: seed)
        var caller = WorldCaller(.standard(seed: seed))
        let people = [try caller.recipient(), try caller.recipient(WorldCaller.routing), 148_393_301, 148_393_302]
        var copy = caller.world.records
        caller.world.forgetChanges()
        var transfers: [Int] = []
        var accepted = 0
        for round in 0..<800 {
            let before = caller.world.records.entries.count
            let answer = try operate(&caller, &chance, people, &transfers)
            #expect(answer.status != 500, "\(String(decoding: answer.body, as: UTF8.self))")
            if answer.isSuccess { accepted += 1 } else { #expect(caller.world.records.entries.count == before) }
            if round % 100 == 0 { #expect(caller.world.ledgerCheck().isBalanced) }
            Self.apply(caller.world.drainChanges(), to: &copy)
        }
        #expect(accepted > 300 && transfers.count > 50, "\(accepted) accepted, \(transfers.count) ordered")
        #expect(Set(caller.world.records.transfers.map(\.status.rawValue)).count >= 6)
        try caller.checkLedger()
        // What a store was told along the way is what the world holds.
        copy.settings = caller.world.records.settings
        #expect(copy.transfers == caller.world.records.transfers && copy.entries == caller.world.records.entries)
        #expect(copy.recipients == caller.world.records.recipients && copy.balances == caller.world.records.balances)
        #expect(copy.bankDetails == caller.world.records.bankDetails)
        // No transfer took more than it says, and none that ended without being sent kept anything.
        let entries = Dictionary(grouping: caller.world.records.entries, by: \.reference)
        for transfer in caller.world.records.transfers where transfers.contains(transfer.id) {
            var taken = ExactDecimal.zero
            for entry in entries[transfer.ledgerReference] ?? [] where entry.kind == .transfer {
                for posting in entry.postings {
                    if case .balance = posting.account { taken = try taken.subtracting(posting.amount.amount) }
                }
            }
            let isPaid = transfer.payment?.balance != nil && transfer.status != .cancelled && transfer.status != .fundsRefunded
            #expect(taken == (isPaid ? transfer.source.amount : .zero), "\(transfer)")
        }
    }

    private func operate(
        _ caller: inout WorldCaller, _ chance: inout WorldLedgerTests.Chance, _ people: [Int], _ transfers: inout [Int]
    ) throws -> APIResponse {
        let business = WorldCaller.business
        let one = transfers.isEmpty ? 1 : transfers[max(0, transfers.count - 1 - chance.draw(12))]
        switch chance.draw(16) {
        case 0...2:
            let source = ["EUR", "GBP", "JPY"][chance.draw(3)]
            let number = chance.draw(people.count)
            let target = ["EUR", "USD", "EUR", "SGD"][number]
            let amount = "\"sourceAmount\":\(1 + chance.draw(900))"
            let body = "{\"sourceCurrency\":\"\(source)\",\"targetCurrency\":\"\(target)\",\(amount)}"
            let quote = try caller.call(.post, "/v3/profiles/\(business)/quotes", body)
            guard quote.isSuccess, let id = try JSONValue(parsing: quote.body)["id"]?.stringValue else { return quote }
            let answer = try caller.call(.post, "/v1/transfers", WorldCaller.order(people[number], id, key: caller.key()))
            if let id = try JSONValue(parsing: answer.body)["id"]?.integerValue { transfers.append(id) }
            return answer
        case 3...5: return try caller.fund(one)
        case 6...13:
            let states = ["processing", "funds_converted", "outgoing_payment_sent", "bounced_back", "funds_refunded"]
            return try caller.call(.get, "/v1/simulation/transfers/\(one)/\(states[chance.draw(5)])")
        case 14: return try caller.call(.put, "/v1/transfers/\(one)/cancel")
        default:
            guard chance.draw(3) == 0 else { return try caller.call(.get, "/v1/transfers/\(one)") }
            return try caller.call(.post, "/_simulator/clock", "{\"advanceSeconds\":\(chance.draw(90_000))}")
        }
    }

    private static func apply(_ changes: WorldChanges, to records: inout WorldRecords) {
        records.entries += changes.entries
        func merge<Record>(_ new: [Record], into old: inout [Record], by id: (Record) -> Int) {
            for record in new {
                if let index = old.firstIndex(where: { id($0) >= id(record) }) {
                    if id(old[index]) == id(record) { old[index] = record } else { old.insert(record, at: index) }
                } else {
                    old.append(record)
                }
            }
        }
        merge(changes.balances, into: &records.balances) { $0.id }
        merge(changes.recipients, into: &records.recipients) { $0.id }
        merge(changes.transfers, into: &records.transfers) { $0.id }
        merge(changes.bankDetails, into: &records.bankDetails) { $0.id }
    }
}
