import GRDB
import Testing
import WiseAPI

@testable import Simulator

@Suite("A world of the first format")
struct MigrationTests {
    /// Makes a stored world one of the first format, as the first version of the tables had it.
    private static func age(_ folder: StateFolder, _ more: String = "") throws {
        let queue = try DatabaseQueue(path: folder.world)
        try queue.write { database in
            let later = [
                "choice", "one_time_token", "approval", "public_key", "access_token", "transfer", "recipient", "bank_details",
            ]
            for table in later {
                try database.execute(sql: "DROP TABLE \(table)")
            }
            try database.execute(
                sql: """
                    ALTER TABLE fault DROP COLUMN seconds;
                    ALTER TABLE quote DROP COLUMN target_account;
                    ALTER TABLE settings DROP COLUMN next_recipient;
                    ALTER TABLE settings DROP COLUMN next_bank_details;
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

    @Test("can send money: its accounts have a recipient, and the default world's are there")
    func sends() async throws {
        let folder = try StateFolder()
        let (business, person) = (WorldCaller.business, WorldCaller.person)
        let before: [LedgerEntry]
        do {
            let bank = try SimulatedBank(store: try WorldStore(path: folder.world))
            #expect(try await BankClient(bank: bank).deposit("5.00", "GBP").isSuccess)
            before = try WorldStore(path: folder.world).load().world.records.entries
        }
        try Self.age(folder, "DELETE FROM fault; UPDATE profile SET excess_recipient = NULL;")
        let client = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
        let world = try WorldStore(path: folder.world).load().world
        #expect(world.records.entries == before)
        #expect(world.records.transfers.isEmpty)
        #expect(world.records.recipients.map(\.id) == World.standard().records.recipients.map(\.id))
        for profile in [business, person] {
            let account = try await client.json(.get, "/v4/profiles/\(profile)/multi-currency-account")
            let recipient = try #require(account["recipientId"]?.integerValue)
            let shown = try await client.json(.get, "/v2/accounts/\(recipient)")
            #expect(shown["isInternal"]?.boolValue == true && shown["profileId"]?.integerValue == profile)
        }
        let quote = try await client.json(
            .post, "/v3/profiles/\(business)/quotes",
            #"{"sourceCurrency":"EUR","targetCurrency":"EUR","sourceAmount":10}"#)
        let id = try #require(quote["id"]?.stringValue)
        let recipient = try #require(world.records.recipients.first { $0.type == "iban" }).id
        let order =
            "{\"targetAccount\":\(recipient),\"quoteUuid\":\"\(id)\",\"customerTransactionId\":\"\(id)\"}"
        let transfer = try await client.json(.post, "/v1/transfers", order)
        let number = try #require(transfer["id"]?.integerValue)
        let paid = try await client.send(
            .post, "/v3/profiles/\(business)/transfers/\(number)/payments", #"{"type":"BALANCE"}"#)
        #expect(paid.status == 201)
        let again = try WorldStore(path: folder.world).load().world
        #expect(again.records.transfers.map(\.id) == [number] && again.records.entries.count == before.count + 1)
        #expect(again.ledgerCheck().isBalanced)
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
