public import Money

/// How paying for a transfer ended (Wise API reference, Fund a transfer).
///
/// An answer that says ``Status/rejected`` is a refusal whatever its HTTP status: see ``APIError/init(refusing:_:)``.
public struct FundingResult: APIResource {
    /// How it ended.
    public struct Status: APIWord {
        /// The word on the wire.
        public let rawValue: String
        /// A word by its text.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Paid.
        public static let completed = Status(rawValue: "COMPLETED")
        /// Not paid; nothing moved.
        public static let rejected = Status(rawValue: "REJECTED")
        /// Noted, but not paid yet.
        public static let created = Status(rawValue: "CREATED")
    }

    /// Where the money came from, `BALANCE`.
    public let type: String?
    /// How it ended.
    public let status: Status
    /// Why it was rejected.
    public let errorCode: String?
    /// Why it was rejected, in words; mostly null.
    public let errorMessage: String?
    /// The number of the movement out of the balance; older answers do not give it.
    public let balanceTransaction: Int?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads the answer.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "funding")
        type = try fields.optionalString("type")
        status = try fields.word("status")
        errorCode = try fields.optionalString("errorCode")
        errorMessage = try fields.optionalString("errorMessage")
        balanceTransaction = try fields.optionalInteger("balanceTransactionId")
        self.raw = raw
    }
}

/// A payment that came in for a transfer.
public struct TransferPayment: APIResource {
    /// The number of the payment.
    public let id: Int
    /// How it was paid, such as `BALANCE`.
    public let method: String
    /// How much.
    public let amount: Money
    /// When it was made.
    public let timeCreated: Timestamp?
    /// When it last changed.
    public let timeUpdated: Timestamp?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a payment.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "transfer payment")
        id = try fields.integer("id")
        method = try fields.string("method")
        amount = Money(try fields.decimal("amount"), try fields.currency("currency"))
        timeCreated = try fields.optionalTimestamp("timeCreated")
        timeUpdated = try fields.optionalTimestamp("timeUpdated")
        self.raw = raw
    }
}

/// When a transfer is expected to arrive.
public struct DeliveryEstimate: APIResource {
    /// When.
    public let time: Timestamp
    /// The same in words, in the time zone that was asked for.
    public let text: String?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads the answer.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "delivery estimate")
        time = try fields.timestamp("estimatedDeliveryDate")
        text = try fields.optionalString("formattedEstimatedDeliveryDate")
        self.raw = raw
    }
}
