public import Money

/// How a statement lists fees.
public struct StatementType: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// One line for each transaction, its fee included.
    public static let compact = StatementType(rawValue: "COMPACT")
    /// The accounting form: each fee on a line of its own.
    public static let flat = StatementType(rawValue: "FLAT")
}

/// The statement of one balance over a period, as the API sends it in JSON.
public struct BalanceStatement: APIResource {
    /// What the balance held before the period; absent in statements before 2023.
    public let opening: Money?
    /// What it held at the end of the period.
    public let closing: Money
    /// The lines, newest first as the API sends them.
    public let transactions: [StatementTransaction]
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a statement.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "statement")
        opening = try fields.optionalMoney("startOfStatementBalance")
        closing = try fields.money("endOfStatementBalance")
        // A statement without its lines is not one of a quiet month.
        _ = try fields.required("transactions", fields.present("transactions"))
        transactions = try fields.list("transactions")
        self.raw = raw
    }
}

/// One line of a statement.
public struct StatementTransaction: APIResource {
    /// `DEBIT` or `CREDIT`
    public let type: String
    /// When.
    public let date: Timestamp
    /// Signed: negative for a debit, fee included in a compact statement.
    public let amount: Money
    /// The fees, never negative.
    public let totalFees: Money
    /// What kind of line it is, such as `CARD`, `CONVERSION`, `DEPOSIT`, `TRANSFER`, `MONEY_ADDED`.
    public let kind: String
    /// The words for people.
    public let text: String
    /// What the balance held after it.
    public let runningBalance: Money
    /// The bank's reference, such as `BALANCE-<movement>`.
    public let referenceNumber: String
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a line.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "statement.transactions")
        type = try fields.string("type")
        date = try fields.timestamp("date")
        amount = try fields.money("amount")
        totalFees = try fields.money("totalFees")
        let details = try fields.object("details")
        kind = try details.string("type")
        text = try details.optionalString("description") ?? ""
        runningBalance = try fields.money("runningBalance")
        referenceNumber = try fields.string("referenceNumber")
        self.raw = raw
    }
}
