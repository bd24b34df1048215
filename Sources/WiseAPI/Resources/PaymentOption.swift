public import Money

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
    /// The bank's name for the combination, such as `CHEAP` or `BALANCE`; newer answers have none.
    public let payInProduct: String?
    /// What leaves, fee included.
    public let sourceAmount: Money
    /// What arrives.
    public let targetAmount: Money
    /// The fee in the source currency, all parts together.
    public let fee: Money
    /// The parts of the fee.
    public let feeParts: FeeParts
    /// The fee as a share of the source amount, four decimal places.
    public let feePercentage: ExactDecimal?
    /// The fee as the bank would show it, item by item.
    public let price: PriceBreakdown?
    /// When the money is expected to arrive.
    public let estimatedDelivery: Timestamp?
    /// The same in words.
    public let estimatedDeliveryText: String?
    /// Why it may take longer.
    public let estimatedDeliveryDelays: [DeliveryDelay]
    /// Whose profiles may use it.
    public let allowedProfileTypes: [ProfileType]
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
        payInProduct = try fields.optionalString("payInProduct")
        let source = try fields.currency("sourceCurrency")
        sourceAmount = Money(try fields.decimal("sourceAmount"), source)
        targetAmount = Money(try fields.decimal("targetAmount"), try fields.currency("targetCurrency"))
        let parts = try fields.object("fee")
        fee = Money(try parts.decimal("total"), source)
        feeParts = FeeParts(
            transferwise: try parts.optionalMoney("transferwise", in: source),
            payIn: try parts.optionalMoney("payIn", in: source), discount: try parts.optionalMoney("discount", in: source),
            partner: try parts.optionalMoney("partner", in: source))
        feePercentage = try fields.optionalDecimal("feePercentage")
        price = try fields.optionalResource("price")
        estimatedDelivery = try fields.optionalTimestamp("estimatedDelivery")
        estimatedDeliveryText = try fields.optionalString("formattedEstimatedDelivery")
        estimatedDeliveryDelays = try fields.list("estimatedDeliveryDelays")
        allowedProfileTypes = try fields.texts("allowedProfileTypes").map { ProfileType(rawValue: $0) }
        self.raw = raw
    }
}

/// What a fee is made of, in the source currency: the total is the bank's part and that of the pay-in less the discount; the
/// partner's part is inside.
public struct FeeParts: Sendable, Hashable {
    /// The bank's part.
    public let transferwise: Money?
    /// What the way of paying costs.
    public let payIn: Money?
    /// What is taken off.
    public let discount: Money?
    /// The part of a partner of the bank.
    public let partner: Money?
}

/// Why money may arrive later.
public struct DeliveryDelay: APIResource {
    /// The reason.
    public let reason: String
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a delay.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        reason = try FieldReader(raw, of: "quote.paymentOptions.estimatedDeliveryDelays").string("reason")
        self.raw = raw
    }
}
