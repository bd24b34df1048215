public import Money

/// Where a quote is in its life.
public struct QuoteStatus: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Waiting to be used.
    public static let pending = QuoteStatus(rawValue: "PENDING")
    /// Used by a transfer.
    public static let accepted = QuoteStatus(rawValue: "ACCEPTED")
    /// Used and paid.
    public static let funded = QuoteStatus(rawValue: "FUNDED")
    /// Too old.
    public static let expired = QuoteStatus(rawValue: "EXPIRED")
}

/// Which amount the caller fixed.
public struct ProvidedAmountType: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// What leaves.
    public static let source = ProvidedAmountType(rawValue: "SOURCE")
    /// What arrives.
    public static let target = ProvidedAmountType(rawValue: "TARGET")
}

/// A price that the bank promises until a time (Wise API reference, Quote).
///
/// A quote is used once. Its own level carries only the amount that was asked for; the amounts to trust are those of
/// the payment option, see ``balanceOption``.
public struct Quote: APIResource {
    /// The identifier; nil when the quote was asked for without a user.
    public let id: String?
    /// The profile that may use it.
    public let profile: Int?
    /// Leaves in this currency.
    public let sourceCurrency: Currency
    /// Arrives in this currency.
    public let targetCurrency: Currency
    /// How the money is paid out, `BALANCE` for a conversion.
    public let payOut: String?
    /// Target units for one unit of source.
    public let rate: ExactDecimal?
    /// Which amount the caller fixed.
    public let providedAmountType: ProvidedAmountType?
    /// When it was made, whole seconds.
    public let createdTime: Timestamp?
    /// After this it cannot be used.
    public let expirationTime: Timestamp?
    /// Where it is in its life.
    public let status: QuoteStatus?
    /// The ways to pay, each with its price.
    public let paymentOptions: [PaymentOption]
    /// The object on the wire.
    public let raw: JSONObject

    /// The option that pays from a balance into a balance.
    public var balanceOption: PaymentOption? { paymentOptions.first { $0.payIn == "BALANCE" && $0.payOut == "BALANCE" } }

    /// Reads a quote.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "quote")
        id = try fields.optionalString("id")
        profile = try fields.optionalInteger("profile")
        sourceCurrency = try fields.currency("sourceCurrency")
        targetCurrency = try fields.currency("targetCurrency")
        payOut = try fields.optionalString("payOut")
        rate = try fields.optionalDecimal("rate")
        providedAmountType = try fields.optionalString("providedAmountType").map { ProvidedAmountType(rawValue: $0) }
        createdTime = try fields.optionalTimestamp("createdTime")
        expirationTime = try fields.optionalTimestamp("expirationTime")
        status = try fields.optionalString("status").map { QuoteStatus(rawValue: $0) }
        paymentOptions = try fields.list("paymentOptions")
        self.raw = raw
    }
}

/// One way to pay for a quote, with its price.
public struct PaymentOption: APIResource {
    /// Whether it cannot be used.
    public let disabled: Bool
    /// Why it cannot be used: the API's code.
    public let disabledCode: String?
    /// Why it cannot be used, in words.
    public let disabledMessage: String?
    /// Where the money comes from.
    public let payIn: String
    /// Where the money goes.
    public let payOut: String
    /// What leaves, fee included.
    public let sourceAmount: Money
    /// What arrives.
    public let targetAmount: Money
    /// The fee in the source currency, all parts together.
    public let fee: Money
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a payment option.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "quote.paymentOptions")
        disabled = try fields.optionalBool("disabled") ?? false
        let reason = try fields.object("disabledReason")
        disabledCode = try reason.optionalString("code")
        disabledMessage = try reason.optionalString("message")
        payIn = try fields.string("payIn")
        payOut = try fields.string("payOut")
        let source = try fields.currency("sourceCurrency")
        sourceAmount = Money(try fields.decimal("sourceAmount"), source)
        targetAmount = Money(try fields.decimal("targetAmount"), try fields.currency("targetCurrency"))
        fee = Money(try fields.object("fee").decimal("total"), source)
        self.raw = raw
    }
}
