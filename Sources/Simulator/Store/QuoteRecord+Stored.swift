import Money
import WiseAPI

extension QuoteRecord: StoredRecord {
    static let table = "quote"
    static let order = "id"
    static let columns = [
        "id TEXT PRIMARY KEY NOT NULL", "profile INTEGER NOT NULL REFERENCES profile", "provided_amount TEXT NOT NULL",
        "source TEXT NOT NULL", "source_currency TEXT NOT NULL", "target TEXT NOT NULL", "target_currency TEXT NOT NULL",
        "fee TEXT NOT NULL", "rate TEXT NOT NULL", "pay_out TEXT NOT NULL", "preferred_pay_in TEXT",
        "target_account INTEGER",
        "created_at INTEGER NOT NULL", "expires_at INTEGER NOT NULL", "movement INTEGER",
    ]

    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(
            id: try row.text(), profile: try row.integer(), providedAmount: try row.word(ProvidedAmountType.self),
            source: try row.money(), target: try row.money(), fee: try row.decimal(), rate: try row.decimal(),
            payOut: try row.text(), preferredPayIn: try row.optionalText(), targetAccount: try row.optionalInteger(),
            createdAt: try row.time(),
            expiresAt: try row.time(), movement: try row.optionalInteger())
    }

    func write(to row: inout RowWriter) {
        row.add(id)
        row.add(profile)
        row.add(providedAmount.rawValue)
        row.add(source)
        row.add(target)
        row.add(fee)
        row.add(rate)
        row.add(payOut)
        row.add(preferredPayIn)
        row.add(targetAccount)
        row.add(createdAt)
        row.add(expiresAt)
        row.add(movement)
    }
}
