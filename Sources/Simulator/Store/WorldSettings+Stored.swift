import GRDB
import WiseAPI

extension WorldSettings: StoredRecord {
    static let table = "settings"
    static let order = "only"
    static let columns = [
        "only INTEGER PRIMARY KEY CHECK (only = 1)", "seed INTEGER NOT NULL", "clock INTEGER NOT NULL",
        "user INTEGER NOT NULL", "closes_without_body INTEGER NOT NULL", "refuses_changed_repeat INTEGER NOT NULL",
        "next_balance INTEGER NOT NULL", "next_movement INTEGER NOT NULL", "next_step INTEGER NOT NULL",
        "next_transfer INTEGER NOT NULL", "next_card INTEGER NOT NULL", "next_transaction INTEGER NOT NULL",
        "next_fault INTEGER NOT NULL", "requests INTEGER NOT NULL", "identifiers INTEGER NOT NULL",
        "next_recipient INTEGER NOT NULL", "next_bank_details INTEGER NOT NULL",
    ]

    init(from row: inout RowReader) throws(StoredRecordError) {
        _ = try row.integer()
        self.init(seed: try row.bits(), clock: try row.time(), user: try row.integer())
        self[.closesWithoutBody] = try row.flag() ? "true" : "false"
        self[.refusesChangedRepeat] = try row.flag() ? "true" : "false"
        counters.balance = try row.integer()
        counters.movement = try row.integer()
        counters.step = try row.integer()
        counters.transfer = try row.integer()
        counters.card = try row.integer()
        counters.transaction = try row.integer()
        counters.fault = try row.integer()
        counters.request = try row.bits()
        counters.identifier = try row.bits()
        counters.recipient = try row.integer()
        counters.bankDetails = try row.integer()
    }

    func write(to row: inout RowWriter) {
        row.add(1)
        row.add(seed)
        row.add(clock)
        row.add(user)
        row.add(isOn(.closesWithoutBody))
        row.add(isOn(.refusesChangedRepeat))
        row.add(counters.balance)
        row.add(counters.movement)
        row.add(counters.step)
        row.add(counters.transfer)
        row.add(counters.card)
        row.add(counters.transaction)
        row.add(counters.fault)
        row.add(counters.request)
        row.add(counters.identifier)
        row.add(counters.recipient)
        row.add(counters.bankDetails)
    }
}

/// What was chosen for a switch that has no column of its own.
struct StoredChoice: StoredRecord {
    static let table = "choice"
    static let order = "name"
    static let columns = ["name TEXT PRIMARY KEY NOT NULL", "choice TEXT NOT NULL"]

    let setting: WorldSetting
    let choice: String

    /// The two oldest switches are columns of the settings.
    private static let inColumns: Set<WorldSetting> = [.closesWithoutBody, .refusesChangedRepeat]

    init(setting: WorldSetting, choice: String) { (self.setting, self.choice) = (setting, choice) }

    init(from row: inout RowReader) throws(StoredRecordError) {
        let name = try row.text()
        setting = try row.needed(WorldSetting(rawValue: name))
        choice = try row.text()
        guard setting.choices.contains(choice) else { throw StoredRecordError("'\(choice)' is no choice for '\(name)'") }
    }

    func write(to row: inout RowWriter) {
        row.add(setting.rawValue)
        row.add(choice)
    }

    /// Writes all choices in the place of those that are stored.
    static func replaceStored(_ choices: [WorldSetting: String], _ database: Database) throws {
        try database.execute(sql: "DELETE FROM \(table)")
        for (setting, choice) in choices where !inColumns.contains(setting) {
            try StoredChoice(setting: setting, choice: choice).save(database)
        }
    }
}
