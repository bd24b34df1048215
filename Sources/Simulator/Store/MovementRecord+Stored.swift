import WiseAPI

extension MovementRecord: StoredRecord {
    static let table = "movement"
    static let order = "id"
    static let columns = [
        "id INTEGER PRIMARY KEY", "profile INTEGER NOT NULL REFERENCES profile", "entry INTEGER NOT NULL REFERENCES entry",
        "source_balance INTEGER NOT NULL REFERENCES balance", "target_balance INTEGER NOT NULL REFERENCES balance",
        "quote TEXT", "time INTEGER NOT NULL",
    ]

    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(
            id: try row.integer(), profile: try row.integer(), entry: try row.integer(), sourceBalance: try row.integer(),
            targetBalance: try row.integer(), quote: try row.optionalText(), time: try row.time())
    }

    func write(to row: inout RowWriter) {
        row.add(id)
        row.add(profile)
        row.add(entry)
        row.add(sourceBalance)
        row.add(targetBalance)
        row.add(quote)
        row.add(time)
    }
}
