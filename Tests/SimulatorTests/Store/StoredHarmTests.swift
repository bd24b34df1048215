import Foundation
import GRDB
import Money
import Testing
import WiseAPI

@testable import Simulator

@Suite("A stored world with wrong numbers in it")
struct StoredHarmTests {
    /// Statements that SQLite has no objection to.
    static let harms = [
        "UPDATE settings SET clock = 9223372036854775807",
        "UPDATE settings SET clock = -9223372036854775808",
        "UPDATE settings SET next_movement = 9223372036854775807",
        "UPDATE settings SET next_balance = (SELECT min(id) FROM balance)",
        "UPDATE settings SET next_transfer = 1",
        "UPDATE settings SET requests = -1",
        "UPDATE entry SET time = time - 86400000000000 WHERE sequence = 20",
        "UPDATE balance SET modified_at = 9223372036854775807 WHERE id = (SELECT min(id) FROM balance)",
        "UPDATE movement SET entry = 1000000",
        "INSERT INTO fault VALUES (1, '*', 'unavailable', 0, 1, NULL)",
        "INSERT INTO fault VALUES (1, '*', 'slow', 0, 1, -1)",
        "INSERT INTO choice VALUES ('sca', 'maybe')",
        "INSERT INTO choice VALUES ('nothing', 'true')",
        "INSERT INTO one_time_token VALUES ('a', 7, 'getStatement', '/', 0, '', NULL, NULL)",
        "INSERT INTO approval VALUES (28891001, 9223372036854775807, NULL, NULL, 0, NULL)",
        "INSERT INTO access_token VALUES (1, 'a', 'golden', 0, NULL)",
    ]

    @Test("is a damaged one, and is left as it is", arguments: harms)
    func damaged(statement: String) throws {
        let folder = try StateFolder()
        do { _ = try WorldStore(path: folder.world) }
        do {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            let queue = try DatabaseQueue(path: folder.world, configuration: configuration)
            try queue.write { database in
                try database.execute(sql: statement)
                #expect(database.changesCount > 0)
            }
            try queue.close()
        }
        let bytes = try folder.bytes()
        let error = try #require(throws: WorldStoreError.self) { try WorldStore(path: folder.world) }
        guard case .damaged = error else { throw error }
        #expect(try folder.bytes() == bytes)
    }

    @Test("does not come about: a change whose ledger disagrees is not written")
    func notWritten() throws {
        let folder = try StateFolder()
        let store = try WorldStore(path: folder.world)
        var held = try store.load()
        let before = held.world.records
        let euro = try #require(held.world.balances.values.first { $0.currency == .eur })
        let error = try #require(throws: WorldStoreError.self) {
            try store.update(&held) { world in
                world.balances[euro.id]?.amount = ExactDecimal(1)
                world.touched.balances.insert(euro.id)
            }
        }
        guard case .failed = error else { throw error }
        #expect(try store.load().world.records == before)
        held.world.balances[euro.id]?.amount = ExactDecimal(1)
        #expect(throws: WorldStoreError.self) { try store.replace(&held, with: held.world) }
        #expect(try store.load().world.records == before)
    }

    @Test("does not come about: right changes are told from wrong ones, posting by posting")
    func proof() throws {
        var caller = WorldCaller()
        let before = caller.world.balances
        let quote = try caller.quote("\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"USD\",\"sourceAmount\":100")
        #expect(try caller.move("{\"quoteId\":\"\(#require(quote.id))\"}").status == 201)
        let good = caller.world.changes
        func imbalance(_ changes: WorldChanges) -> String? { changes.imbalance { before[$0]?.amount } }
        #expect(imbalance(good) == nil)
        var wrong = good
        wrong.balances.removeLast()
        #expect(imbalance(wrong) != nil)
        wrong = good
        wrong.balances[0].amount = try wrong.balances[0].amount.adding(decimal("0.01"))
        #expect(imbalance(wrong) != nil)
        wrong = good
        wrong.entries[0].postings.removeAll { $0.account == .bank(.fees) }
        #expect(imbalance(wrong) != nil)
        wrong = good
        wrong.entries = []
        #expect(imbalance(wrong) != nil)
    }
}
