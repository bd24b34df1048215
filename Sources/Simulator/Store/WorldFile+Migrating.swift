import GRDB

extension WorldFile {
    /// Brings the tables of an older version to the present one.
    ///
    /// One transaction, which ends with the checks that a file of the present version has to pass: a world that does not
    /// come out right stays the older one that it was.
    func migrate() throws(WorldStoreError) {
        do {
            let queue = try DatabaseQueue(path: path, configuration: Self.configuration())
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.exclusive) {
                    // Another process may have done it meanwhile.
                    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
                    guard version < Self.formatVersion else { return .rollback }
                    for step in Self.steps.dropFirst(version - 1).joined() { try step(database) }
                    try database.execute(sql: "PRAGMA user_version = \(Self.formatVersion)")
                    _ = try Self.checkedWorld(database)
                    return .commit
                }
            }
            try queue.close()
        } catch {
            throw WorldStoreError(error, path: path)
        }
    }

    /// The steps from each version to the next, beginning with those from the first.
    private static let steps: [[@Sendable (Database) throws -> Void]] = [[addProof, addSending, completeAccounts]]

    /// From 1 to 2: tokens, approvals and keys; choices of settings; seconds of faults; recipients of quotes.
    @Sendable
    private static func addProof(_ database: Database) throws {
        for table in [StoredChoice.self] + ProofRecords.tables as [any StoredRecord.Type] {
            try database.execute(sql: table.definition)
        }
        try database.execute(sql: "ALTER TABLE \(Fault.table) ADD COLUMN seconds INTEGER")
        try database.execute(sql: "ALTER TABLE \(QuoteRecord.table) ADD COLUMN target_account INTEGER")
    }
    /// From 1 to 2: recipients, transfers, bank details.
    @Sendable
    private static func addSending(_ database: Database) throws {
        for table in [RecipientRecord.self, TransferRecord.self, BankDetailsRecord.self] as [any StoredRecord.Type] {
            try database.execute(sql: table.definition)
        }
        let counters = [
            "next_recipient": WorldCounters.firstRecipient, "next_bank_details": WorldCounters.firstBankDetails,
        ]
        for (column, first) in counters {
            try database.execute(
                sql: "ALTER TABLE \(WorldSettings.table) ADD COLUMN \(column) INTEGER NOT NULL DEFAULT \(first)")
        }
    }

    /// From 1 to 2: what a world has from its beginning now. Nothing that it had is changed.
    @Sendable
    private static func completeAccounts(_ database: Database) throws {
        var world = try WorldStore.load(database).world
        world.completeFirstVersion()
        try WorldTables.write(world.drainChanges(), database)
    }
}
