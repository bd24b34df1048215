import Money
import WiseAPI

extension LedgerEntry: StoredRecord {
    static let table = "entry"
    static let order = "sequence"
    static let columns = [
        "sequence INTEGER PRIMARY KEY", "time INTEGER NOT NULL", "kind TEXT NOT NULL", "reference TEXT NOT NULL",
        "fee TEXT NOT NULL", "party TEXT", "party_account TEXT", "payment_reference TEXT", "category TEXT", "city TEXT",
        "country TEXT", "card_digits TEXT", "card_holder TEXT", "exchange_source TEXT", "exchange_source_currency TEXT",
        "exchange_target TEXT", "exchange_target_currency TEXT", "exchange_rate TEXT",
    ]

    /// The entry without its postings, which have a table of their own.
    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(
            sequence: try row.integer(), time: try row.time(), kind: try row.word(EntryKind.self),
            reference: try row.text(), postings: [], fee: try row.decimal(),
            details: EntryDetails(
                party: try row.optionalText(), partyAccount: try row.optionalText(),
                paymentReference: try row.optionalText(), category: try row.optionalText(), city: try row.optionalText(),
                country: try row.optionalText(), cardDigits: try row.optionalText(), cardHolder: try row.optionalText()))
        guard let source = try row.optionalMoney(), let target = try row.optionalMoney() else { return }
        exchange = EntryExchange(source: source, target: target, rate: try row.decimal())
    }

    func write(to row: inout RowWriter) {
        row.add(sequence)
        row.add(time)
        row.add(kind.rawValue)
        row.add(reference)
        row.add(fee)
        row.add(details.party)
        row.add(details.partyAccount)
        row.add(details.paymentReference)
        row.add(details.category)
        row.add(details.city)
        row.add(details.country)
        row.add(details.cardDigits)
        row.add(details.cardHolder)
        row.add(exchange?.source)
        row.add(exchange?.target)
        row.add(exchange?.rate)
    }
}

/// A posting with its place in the ledger.
struct StoredPosting: StoredRecord {
    static let table = "posting"
    static let order = "entry, position"
    static let columns = [
        "entry INTEGER NOT NULL REFERENCES entry", "position INTEGER NOT NULL", "account TEXT NOT NULL",
        "amount TEXT NOT NULL", "currency TEXT NOT NULL",
    ]
    static let constraints = ["PRIMARY KEY (entry, position)"]

    let entry: Int
    let position: Int
    let posting: Posting

    init(entry: Int, position: Int, posting: Posting) {
        self.entry = entry
        self.position = position
        self.posting = posting
    }

    init(from row: inout RowReader) throws(StoredRecordError) {
        entry = try row.integer()
        position = try row.integer()
        let account = try row.text()
        posting = Posting(try row.needed(LedgerAccount(text: account)), try row.money())
    }

    func write(to row: inout RowWriter) {
        row.add(entry)
        row.add(position)
        row.add(posting.account.text)
        row.add(posting.amount)
    }
}
