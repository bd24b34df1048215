import Money
import WiseAPI

extension RecipientRecord: StoredRecord {
    static let table = "recipient"
    static let order = "id"
    static let columns = [
        "id INTEGER PRIMARY KEY", "profile INTEGER NOT NULL REFERENCES profile", "currency TEXT NOT NULL",
        "country TEXT NOT NULL", "type TEXT NOT NULL", "account_holder_name TEXT NOT NULL", "legal_type TEXT NOT NULL",
        "details TEXT NOT NULL", "owned_by_customer INTEGER NOT NULL", "is_active INTEGER NOT NULL",
        "created_at INTEGER NOT NULL",
    ]

    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(
            id: try row.integer(), profile: try row.integer(), currency: try row.currency(), country: try row.text(),
            type: try row.text(), accountHolderName: try row.text(), legalType: try row.text(), details: try row.object(),
            ownedByCustomer: try row.flag(), isActive: try row.flag(), createdAt: try row.time())
    }

    func write(to row: inout RowWriter) {
        row.add(id)
        row.add(profile)
        row.add(currency)
        row.add(country)
        row.add(type)
        row.add(accountHolderName)
        row.add(legalType)
        row.add(details)
        row.add(ownedByCustomer)
        row.add(isActive)
        row.add(createdAt)
    }
}

extension TransferRecord: StoredRecord {
    static let table = "transfer"
    static let order = "id"
    static let columns = [
        "id INTEGER PRIMARY KEY", "profile INTEGER NOT NULL REFERENCES profile", "origin TEXT NOT NULL",
        "key TEXT NOT NULL UNIQUE", "request_fingerprint INTEGER NOT NULL", "recipient INTEGER NOT NULL REFERENCES recipient",
        "refund_recipient INTEGER", "quote TEXT NOT NULL", "pay_in_session TEXT NOT NULL", "details TEXT NOT NULL",
        "source TEXT NOT NULL", "source_currency TEXT NOT NULL", "target TEXT NOT NULL", "target_currency TEXT NOT NULL",
        "fee TEXT NOT NULL", "rate TEXT NOT NULL", "status TEXT NOT NULL", "created_at INTEGER NOT NULL",
        "updated_at INTEGER NOT NULL", "is_begun INTEGER NOT NULL", "failure_code TEXT", "payment INTEGER",
        "payment_balance INTEGER REFERENCES balance", "payment_time INTEGER",
    ]

    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(
            id: try row.integer(), profile: try row.integer(), origin: try row.word(Origin.self), key: try row.text(),
            requestFingerprint: try row.bits(), recipient: try row.integer(), refundRecipient: try row.optionalInteger(),
            quote: try row.text(), payInSession: try row.text(), details: try row.object(), source: try row.money(),
            target: try row.money(), fee: try row.decimal(), rate: try row.decimal(),
            status: try row.word(TransferStatus.self), createdAt: try row.time())
        updatedAt = try row.time()
        isBegun = try row.flag()
        failureCode = try row.optionalText()
        let (payment, balance, time) = (try row.optionalInteger(), try row.optionalInteger(), try row.optionalTime())
        guard let payment else { return }
        self.payment = TransferPaymentRecord(id: payment, balance: balance, time: try row.needed(time))
    }

    func write(to row: inout RowWriter) {
        row.add(id)
        row.add(profile)
        row.add(origin.rawValue)
        row.add(key)
        row.add(requestFingerprint)
        row.add(recipient)
        row.add(refundRecipient)
        row.add(quote)
        row.add(payInSession)
        row.add(details)
        row.add(source)
        row.add(target)
        row.add(fee)
        row.add(rate)
        row.add(status.rawValue)
        row.add(createdAt)
        row.add(updatedAt)
        row.add(isBegun)
        row.add(failureCode)
        row.add(payment?.id)
        row.add(payment?.balance)
        row.add(payment?.time)
    }
}

extension BankDetailsRecord: StoredRecord {
    static let table = "bank_details"
    static let order = "id"
    static let columns = [
        "id INTEGER PRIMARY KEY", "profile INTEGER NOT NULL REFERENCES profile",
        "balance INTEGER NOT NULL REFERENCES balance", "currency TEXT NOT NULL", "is_active INTEGER NOT NULL",
        "created_at INTEGER NOT NULL",
    ]

    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(
            id: try row.integer(), profile: try row.integer(), balance: try row.integer(), currency: try row.currency(),
            isActive: try row.flag(), createdAt: try row.time())
    }

    func write(to row: inout RowWriter) {
        row.add(id)
        row.add(profile)
        row.add(balance)
        row.add(currency)
        row.add(isActive)
        row.add(createdAt)
    }
}
