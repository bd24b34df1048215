public import Money

/// A mid-market rate: indicative, nobody trades at it.
public struct ExchangeRate: APIResource {
    /// Target units for one unit of source.
    public let rate: Rate
    /// When it was.
    public let time: Timestamp
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a rate.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "rate")
        let source = try fields.currency("source")
        let target = try fields.currency("target")
        let value = try fields.decimal("rate")
        guard let rate = try? Rate(source: source, target: target, value: value) else {
            throw fields.failure("rate", "a number above zero should stand here")
        }
        self.rate = rate
        time = try fields.timestamp("time")
        self.raw = raw
    }

    /// Makes a rate.
    public init(rate: Rate, time: Timestamp) {
        self.rate = rate
        self.time = time
        raw = [
            "rate": .decimal(rate.value), "source": .string(rate.source.code), "target": .string(rate.target.code),
            "time": .string(time.textWithOffset),
        ]
    }
}

/// A currency with its name, as the API lists it.
public struct CurrencyDescription: APIResource {
    /// ISO 4217 code.
    public let code: String
    /// The name in the language that was asked for.
    public let name: String
    /// The sign, such as `€`.
    public let symbol: String?
    /// Whether amounts have decimal places at the bank.
    public let supportsDecimals: Bool
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a currency.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "currency")
        code = try fields.string("code")
        name = try fields.string("name")
        symbol = try fields.optionalString("symbol")
        supportsDecimals = try fields.optionalBool("supportsDecimals") ?? true
        self.raw = raw
    }

    /// Describes a currency.
    public init(_ currency: Currency) {
        code = currency.code
        name = currency.name
        symbol = currency.symbol
        supportsDecimals = currency.providerDigits > 0
        raw = [
            "code": .string(code), "symbol": .string(currency.symbol), "name": .string(name),
            "countryKeywords": .array([]), "supportsDecimals": .bool(supportsDecimals),
        ]
    }
}
