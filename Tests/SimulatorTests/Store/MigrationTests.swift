import GRDB
import Simulator
import Testing
import WiseAPI

@Suite("A world of the first format")
struct MigrationTests {
    /// Makes a stored world one of the first format, as the first version of the tables had it.
    private static func age(_ folder: StateFolder, _ more: String = "") throws {
        let queue = try DatabaseQueue(path: folder.world)
        try queue.write { database in
            for table in ["choice", "one_time_token", "approval", "public_key", "access_token"] {
                try database.execute(sql: "DROP TABLE \(table)")
            }
            try database.execute(
                sql: """
                    ALTER TABLE fault DROP COLUMN seconds;
                    ALTER TABLE quote DROP COLUMN target_account;
                    INSERT INTO fault VALUES (1, 'listProfiles', 'server_error', 0, 1);
                    UPDATE settings SET next_fault = 2, refuses_changed_repeat = 1;
                    PRAGMA user_version = 1;
                    \(more)
                    """)
        }
        try queue.close()
    }

    @Test("opens, and has all that it had")
    func opens() async throws {
        let folder = try StateFolder()
        let before: Balance
        do {
            let client = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
            #expect(try await client.deposit("5.00", "GBP").isSuccess)
            before = try await client.balance("GBP")
        }
        try Self.age(folder)
        let client = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
        #expect(try await client.send(.get, "/v2/profiles").status == 500, "the fault was kept")
        #expect(try await client.balance("GBP") == before)
        let settings = try await client.json(.get, "/_simulator/settings")
        let strict = settings.arrayValue?.first { $0["name"]?.stringValue == "refusesChangedRepeat" }
        #expect(strict?["value"]?.boolValue == true)
        _ = try await client.json(.post, "/_simulator/settings", #"{"sca":"on"}"#)
        // It is one of the present format now.
        let again = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
        #expect(try await again.balance("GBP") == before)
        #expect(try await again.bank.ledgerCheck().isBalanced)
    }

    @Test("stays as it is when its ledger does not balance")
    func damaged() throws {
        let folder = try StateFolder()
        do { _ = try WorldStore(path: folder.world) }
        try Self.age(folder, "UPDATE posting SET amount = '1.00' WHERE entry = 3 AND position = 0;")
        let bytes = try folder.bytes()
        let error = try #require(throws: WorldStoreError.self) { try WorldStore(path: folder.world) }
        guard case .damaged = error else { throw error }
        #expect(try folder.bytes() == bytes)
    }
}
