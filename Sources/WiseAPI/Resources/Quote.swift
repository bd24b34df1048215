public import Money

/// A price that the bank promises until a time (Wise API reference, Quote).
///
/// A quote is used once. Its own level carries only the amount that was asked for; the amounts to trust are those of
/// the payment option, see ``balanceOption`` and ``option(payIn:payOut:)``.
public struct Quote: APIResource {
    /// The identifier; nil when the quote was asked for without a user.
    public let id: String?
    /// The user who asked.
    public let user: Int?
    /// The profile that may use it.
    public let profile: Int?
    /// Leaves in this currency.
    public let sourceCurrency: Currency
    /// Arrives in this currency.
    public let targetCurrency: Currency
    /// What leaves, where that was asked for.
    public let sourceAmount: Money?
    /// What arrives, where that was asked for.
    public let targetAmount: Money?
    /// How the money is paid out, `BALANCE` for a conversion.
    public let payOut: String?
    /// How the caller would like to pay: that option stands first.
    public let preferredPayIn: String?
    /// Target units for one unit of source.
    public let rate: ExactDecimal?
    /// Whether the rate is promised.
    public let rateType: RateType?
    /// Which amount the caller fixed.
    public let providedAmountType: ProvidedAmountType?
    /// Whether the target amount arrives whatever the rate does.
    public let guaranteedTargetAmount: Bool?
    /// Whether a target amount may be guaranteed on this route.
    public let guaranteedTargetAmountAllowed: Bool?
    /// Whether a target amount may be asked for on this route.
    public let targetAmountAllowed: Bool?
    /// When it was made, whole seconds.
    public let createdTime: Timestamp?
    /// After this it cannot be used.
    public let expirationTime: Timestamp?
    /// Until then its rate holds once it is used; never before ``expirationTime``.
    public let rateExpirationTime: Timestamp?
    /// When its rate was the market's, shortly before it was made.
    public let rateTimestamp: Timestamp?
    /// Where it is in its life.
    public let status: QuoteStatus?
    /// What the bank has to say about it.
    public let notices: [QuoteNotice]
    /// The ways to pay, each with its price.
    public let paymentOptions: [PaymentOption]
    /// The object on the wire.
    public let raw: JSONObject

    /// The option that pays from a balance into a balance.
    public var balanceOption: PaymentOption? { option(payIn: "BALANCE", payOut: "BALANCE") }

    /// The option that pays from a balance in the quote's own way: what a transfer costs that is funded from a balance.
    public var fundingOption: PaymentOption? { payOut.flatMap { option(payIn: "BALANCE", payOut: $0) } }

    /// The notice that forbids the use of the quote, nil when there is none.
    public var blockingNotice: QuoteNotice? { notices.first { $0.type == .blocked } }

    /// The first option that pays in and out in these ways.
    public func option(payIn: String, payOut: String) -> PaymentOption? {
        paymentOptions.first { $0.payIn == payIn && $0.payOut == payOut }
    }

    /// Reads a quote.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "quote")
        id = try fields.optionalString("id")
        user = try fields.optionalInteger("user")
        profile = try fields.optionalInteger("profile")
        sourceCurrency = try fields.currency("sourceCurrency")
        targetCurrency = try fields.currency("targetCurrency")
        sourceAmount = try fields.optionalMoney("sourceAmount", in: sourceCurrency)
        targetAmount = try fields.optionalMoney("targetAmount", in: targetCurrency)
        payOut = try fields.optionalString("payOut")
        preferredPayIn = try fields.optionalString("preferredPayIn")
        rate = try fields.optionalDecimal("rate")
        rateType = try fields.optionalWord("rateType")
        providedAmountType = try fields.optionalWord("providedAmountType")
        guaranteedTargetAmount = try fields.optionalBool("guaranteedTargetAmount")
        guaranteedTargetAmountAllowed = try fields.optionalBool("guaranteedTargetAmountAllowed")
        targetAmountAllowed = try fields.optionalBool("targetAmountAllowed")
        createdTime = try fields.optionalTimestamp("createdTime")
        expirationTime = try fields.optionalTimestamp("expirationTime")
        rateExpirationTime = try fields.optionalTimestamp("rateExpirationTime")
        rateTimestamp = try fields.optionalTimestamp("rateTimestamp")
        status = try fields.optionalWord("status")
        notices = try fields.list("notices")
        paymentOptions = try fields.list("paymentOptions")
        self.raw = raw
    }
}
