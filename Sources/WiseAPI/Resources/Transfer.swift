public import Money

/// Money that is sent to a recipient (Wise API reference, Transfer).
public struct Transfer: APIResource {
    /// The number of the transfer; statements refer to it as `TRANSFER-<id>`.
    public let id: Int
    /// The user who ordered it.
    public let user: Int?
    /// The recipient.
    public let targetAccount: Int
    /// The recipient who gets the money back if it cannot be paid out.
    public let sourceAccount: Int?
    /// The quote that it uses: a UUID, or a number in the older form.
    public let quote: String?
    /// How far it is.
    public let status: TransferStatus
    /// What the recipient reads.
    public let reference: String?
    /// Target units for one unit of source.
    public let rate: ExactDecimal?
    /// When it was ordered. The bank writes it without a zone, in UTC.
    public let created: Timestamp
    /// The business profile that ordered it.
    public let business: Int?
    /// Whether the bank waits for something about it.
    public let hasActiveIssues: Bool
    /// What is converted: what leaves without the fee.
    public let sourceAmount: Money
    /// What arrives.
    public let targetAmount: Money
    /// The key of the order, a UUID: the bank makes one transfer of each.
    public let customerTransactionID: String?
    /// What was said about the order beside its reference.
    public let details: JSONObject
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a transfer in any of its forms: the standard one, the older one with a number for its quote, and that of a
    /// third party with a UUID there.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "transfer")
        id = try fields.integer("id")
        user = try fields.optionalInteger("user")
        targetAccount = try fields.integer("targetAccount")
        sourceAccount = try fields.optionalInteger("sourceAccount")
        quote = try fields.optionalIdentifier(fields.present("quoteUuid") == nil ? "quote" : "quoteUuid")
        status = try fields.word("status")
        details = try fields.members("details")
        let referenceOfDetails = try FieldReader(details, of: "transfer.details").optionalString("reference")
        reference = try fields.optionalString("reference") ?? referenceOfDetails
        rate = try fields.optionalDecimal("rate")
        created = try fields.timestamp("created")
        business = try fields.optionalInteger("business")
        hasActiveIssues = try fields.optionalBool("hasActiveIssues") ?? false
        sourceAmount = Money(try fields.decimal("sourceValue"), try fields.currency("sourceCurrency"))
        targetAmount = Money(try fields.decimal("targetValue"), try fields.currency("targetCurrency"))
        customerTransactionID = try fields.optionalString("customerTransactionId")
        self.raw = raw
    }
}

/// How far a transfer is. The bank may also take one back to an earlier state.
public struct TransferStatus: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Ordered, not paid for.
    public static let incomingPaymentWaiting = TransferStatus(rawValue: "incoming_payment_waiting")
    /// The payment for it is on its way.
    public static let incomingPaymentInitiated = TransferStatus(rawValue: "incoming_payment_initiated")
    /// Paid for; the bank looks at it.
    public static let processing = TransferStatus(rawValue: "processing")
    /// Converted.
    public static let fundsConverted = TransferStatus(rawValue: "funds_converted")
    /// On its way to the recipient.
    public static let outgoingPaymentSent = TransferStatus(rawValue: "outgoing_payment_sent")
    /// Called off.
    public static let cancelled = TransferStatus(rawValue: "cancelled")
    /// The money is back at the sender.
    public static let fundsRefunded = TransferStatus(rawValue: "funds_refunded")
    /// The recipient's bank sent it back.
    public static let bouncedBack = TransferStatus(rawValue: "bounced_back")
    /// The payment for it was taken back.
    public static let chargedBack = TransferStatus(rawValue: "charged_back")
    /// The bank waits for the recipient, who was asked by electronic mail.
    public static let waitingForRecipient = TransferStatus(rawValue: "waiting_recipient_input_to_proceed")
    /// The bank does not say.
    public static let unknown = TransferStatus(rawValue: "unknown")
}
