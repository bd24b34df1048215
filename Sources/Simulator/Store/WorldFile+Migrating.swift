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
                    for step in Self.steps.dropFirst(version - 1) { try step(database) }
                    try database.execute(sql: "PRAGMA user_version = \(Self.formatVersion)")
                    try Self.checkWorld(database)
                    return .commit
                }
            }
            try queue.close()
        } catch {
            throw WorldStoreError(error, path: path)
        }
    }

    /// The steps from each version to the next, beginning with the first.
    private static let steps: [@Sendable (Database) throws -> Void] = [addProof]

    /// From 1 to 2: tokens, approvals and keys; choices of settings; seconds of faults; recipients of quotes.
    @Sendable
    private static func addProof(_ database: Database) throws {
        for table in [StoredChoice.self] + ProofRecords.tables as [any StoredRecord.Type] {
            try database.execute(sql: table.definition)
        }
        try database.execute(sql: "ALTER TABLE \(Fault.table) ADD COLUMN seconds INTEGER")
        try database.execute(sql: "ALTER TABLE \(QuoteRecord.table) ADD COLUMN target_account INTEGER")
    }
}
