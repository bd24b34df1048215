public import Money

/// Why a simulated payment bounced (sandbox and simulator only).
public struct PayoutFailure: APIResource {
    /// The bank's code.
    public let reasonCode: String?
    /// The words for people.
    public let text: String?
    /// When.
    public let occurredAt: Timestamp?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads the answer.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "payout failure")
        reasonCode = try fields.optionalString("failure_reason_code")
        text = try fields.optionalString("failure_description")
        occurredAt = try fields.optionalTimestamp("occurred_at")
        self.raw = raw
    }
}

/// A simulated SWIFT payment (sandbox and simulator only).
public struct SwiftPayment: APIResource {
    /// The number of the message.
    public let id: Int
    /// The identifier that all banks on the way use, a UUID.
    public let endToEndReference: String?
    /// How far it is, such as `RECEIVED`.
    public let state: String?
    /// How much.
    public let amount: Money
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads the answer.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "SWIFT payment")
        id = try fields.integer("id")
        endToEndReference = try fields.optionalString("uetr")
        state = try fields.optionalString("state")
        amount = Money(try fields.decimal("amount"), try fields.currency("currency"))
        self.raw = raw
    }
}
