public import Money

/// What is asked of a quote: two currencies and exactly one amount.
public struct QuoteRequest: Sendable, Hashable {
    /// The amount that is fixed.
    public enum Amount: Sendable, Hashable {
        /// So much leaves, fee included; the money is in the source currency.
        case source(Money, target: Currency)
        /// So much arrives; the money is in the target currency.
        case target(source: Currency, Money)
    }

    /// The amount that is fixed, and the other currency.
    public var amount: Amount
    /// How the money is paid out; a conversion between balances needs `BALANCE`.
    public var payOut: String
    /// How the caller would like to pay; nil says `BALANCE` for a conversion and nothing otherwise.
    public var preferredPayIn: String?
    /// The recipient, where it is known already: the price may depend on it.
    public var recipient: Int?

    /// A request for a quote.
    public init(_ amount: Amount, payOut: String = "BALANCE", preferredPayIn: String? = nil, recipient: Int? = nil) {
        (self.amount, self.payOut, self.preferredPayIn, self.recipient) = (amount, payOut, preferredPayIn, recipient)
    }

    /// The currency that leaves.
    public var sourceCurrency: Currency {
        switch amount {
        case .source(let money, _): money.currency
        case .target(let source, _): source
        }
    }

    /// The currency that arrives.
    public var targetCurrency: Currency {
        switch amount {
        case .source(_, let target): target
        case .target(_, let money): money.currency
        }
    }

    /// The body on the wire.
    public var json: JSONValue {
        var object: JSONObject = [
            "sourceCurrency": .string(sourceCurrency.code), "targetCurrency": .string(targetCurrency.code),
        ]
        switch amount {
        case .source(let money, _): object["sourceAmount"] = .decimal(money.amount)
        case .target(_, let money): object["targetAmount"] = .decimal(money.amount)
        }
        if let recipient { object["targetAccount"] = .integer(recipient) }
        object["payOut"] = .string(payOut)
        if let preferredPayIn = preferredPayIn ?? (payOut == "BALANCE" ? "BALANCE" : nil) {
            object["preferredPayIn"] = .string(preferredPayIn)
        }
        return .object(object)
    }
}

/// What is changed of a quote; what is nil stays as it is (RFC 7396, merge patch).
public struct QuoteUpdate: Sendable, Hashable {
    /// The recipient.
    public var recipient: Int?
    /// How the money is paid out.
    public var payOut: String?
    /// What a transfer of Brazilian reals is for.
    public var transferNature: String?

    /// A change of a quote.
    public init(recipient: Int? = nil, payOut: String? = nil, transferNature: String? = nil) {
        (self.recipient, self.payOut, self.transferNature) = (recipient, payOut, transferNature)
    }

    /// The body on the wire.
    public var json: JSONValue {
        var object: JSONObject = [:]
        if let recipient { object["targetAccount"] = .integer(recipient) }
        if let payOut { object["payOut"] = .string(payOut) }
        if let transferNature { object["paymentMetadata"] = .object(["transferNature": .string(transferNature)]) }
        return .object(object)
    }
}
