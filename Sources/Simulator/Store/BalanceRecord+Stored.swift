import Money
import WiseAPI

extension BalanceRecord: StoredRecord {
    static let table = "balance"
    static let order = "id"
    static let columns = [
        "id INTEGER PRIMARY KEY", "profile INTEGER NOT NULL REFERENCES profile", "currency TEXT NOT NULL",
        "type TEXT NOT NULL", "name TEXT", "icon TEXT", "investment_state TEXT NOT NULL", "amount TEXT NOT NULL",
        "reserved TEXT NOT NULL", "unrealised_gain TEXT NOT NULL", "created_at INTEGER NOT NULL",
        "modified_at INTEGER NOT NULL", "is_closed INTEGER NOT NULL",
    ]

    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(
            id: try row.integer(), profile: try row.integer(), currency: try row.currency(),
            type: try row.word(BalanceType.self), name: try row.optionalText(), icon: try row.optionalText(),
            investmentState: try row.word(InvestmentState.self), amount: try row.decimal(), reserved: try row.decimal(),
            unrealisedGain: try row.decimal(), createdAt: try row.time(), modifiedAt: try row.time(),
            isClosed: try row.flag())
    }

    func write(to row: inout RowWriter) {
        row.add(id)
        row.add(profile)
        row.add(currency)
        row.add(type.rawValue)
        row.add(name)
        row.add(icon)
        row.add(investmentState.rawValue)
        row.add(amount)
        row.add(reserved)
        row.add(unrealisedGain)
        row.add(createdAt)
        row.add(modifiedAt)
        row.add(isClosed)
    }
}
