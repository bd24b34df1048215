import GRDB

/// The tables of a stored world: one for each kind of record.
enum WorldTables {
    /// In the order in which one refers to another.
    private static let all: [any StoredRecord.Type] =
        [
            WorldSettings.self, ProfileRecord.self, BalanceRecord.self, LedgerEntry.self, StoredPosting.self, QuoteRecord.self,
            MovementRecord.self, IdempotenceRecord.self, StoredRateOverride.self, Fault.self,
            StoredChoice.self, RecipientRecord.self, TransferRecord.self, BankDetailsRecord.self,
        ] + ProofRecords.tables

    static func create(_ database: Database) throws {
        for type in all { try database.execute(sql: type.definition) }
    }

    static func deleteAll(_ database: Database) throws {
        for type in all.reversed() { try database.execute(sql: "DELETE FROM \(type.table)") }
    }

    static func write(_ records: WorldRecords, _ database: Database) throws {
        var changes = WorldChanges(settings: records.settings)
        changes.profiles = records.profiles
        changes.balances = records.balances
        changes.entries = records.entries
        changes.quotes = records.quotes
        changes.movements = records.movements
        changes.answers = records.answers
        changes.recipients = records.recipients
        changes.transfers = records.transfers
        changes.bankDetails = records.bankDetails
        changes.rateOverrides = records.rateOverrides
        changes.faults = records.faults
        changes.choices = records.settings.choices
        changes.proof = records.proof
        try write(changes, database)
    }

    static func write(_ changes: WorldChanges, _ database: Database) throws {
        try changes.settings.save(database)
        if let choices = changes.choices { try StoredChoice.replaceStored(choices, database) }
        for profile in changes.profiles { try profile.save(database) }
        for balance in changes.balances { try balance.save(database) }
        for entry in changes.entries {
            try entry.save(database)
            for (position, posting) in entry.postings.enumerated() {
                try StoredPosting(entry: entry.sequence, position: position, posting: posting).save(database)
            }
        }
        for quote in changes.quotes { try quote.save(database) }
        for movement in changes.movements { try movement.save(database) }
        for answer in changes.answers { try answer.save(database) }
        for recipient in changes.recipients { try recipient.save(database) }
        for transfer in changes.transfers { try transfer.save(database) }
        for details in changes.bankDetails { try details.save(database) }
        if let overrides = changes.rateOverrides {
            try database.execute(sql: "DELETE FROM \(StoredRateOverride.table)")
            for (position, rateOverride) in overrides.enumerated() {
                try StoredRateOverride(position: position, rateOverride: rateOverride).save(database)
            }
        }
        if let faults = changes.faults {
            try database.execute(sql: "DELETE FROM \(Fault.table)")
            for fault in faults { try fault.save(database) }
        }
        try changes.proof?.replaceStored(database)
    }

    static func read(_ database: Database) throws -> WorldRecords {
        guard var settings = try WorldSettings.readAll(database).first else { throw StoredRecordError("it has no settings") }
        for stored in try StoredChoice.readAll(database) { settings.choices[stored.setting] = stored.choice }
        var entries = try LedgerEntry.readAll(database)
        for stored in try StoredPosting.readAll(database) {
            let index = stored.entry - 1
            guard entries.indices.contains(index), entries[index].sequence == stored.entry else {
                throw StoredRecordError("a posting belongs to entry \(stored.entry), which there is not")
            }
            entries[index].postings.append(stored.posting)
        }
        return WorldRecords(
            settings: settings, profiles: try ProfileRecord.readAll(database), balances: try BalanceRecord.readAll(database),
            entries: entries, quotes: try QuoteRecord.readAll(database), movements: try MovementRecord.readAll(database),
            answers: try IdempotenceRecord.readAll(database),
            rateOverrides: try StoredRateOverride.readAll(database).map(\.rateOverride), faults: try Fault.readAll(database),
            recipients: try RecipientRecord.readAll(database), transfers: try TransferRecord.readAll(database),
            bankDetails: try BankDetailsRecord.readAll(database), proof: try ProofRecords(database))
    }
}
