public import Money

/// A fee as the bank shows it: the total and what it is made of.
public struct PriceBreakdown: APIResource {
    /// Which price list was used.
    public let priceSet: Int?
    /// All together.
    public let total: PriceItem?
    /// What it is made of.
    public let items: [PriceItem]
    /// A fee that is taken later.
    public let deferredFee: Money?
    /// What is converted, before it is rounded to what the currency has.
    public let unroundedAmountToConvert: Money?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a price.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "quote.paymentOptions.price")
        priceSet = try fields.optionalInteger("priceSetId")
        total = try fields.optionalResource("total")
        items = try fields.list("items")
        deferredFee = try fields.optionalMoney("deferredFee", value: "amount")
        unroundedAmountToConvert = try fields.object("calculatedOn").optionalMoney("unroundedAmountToConvert", value: "amount")
        self.raw = raw
    }
}

/// One line of a price.
public struct PriceItem: APIResource {
    /// What it is for, such as `TRANSFERWISE`, `PAYIN`, `DISCOUNT` or `TOTAL`.
    public let type: String
    /// The words for people.
    public let label: String?
    /// How much, in the source currency; a discount is negative.
    public let value: Money
    /// How much, in words.
    public let valueLabel: String?
    /// Why, in words.
    public let explanation: String?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a line.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "quote.paymentOptions.price.items")
        type = try fields.string("type")
        label = try fields.optionalString("label")
        value = try fields.money("value", value: "amount")
        valueLabel = try fields.object("value").optionalString("label")
        explanation = try fields.object("explanation").optionalString("plainText")
        self.raw = raw
    }
}
