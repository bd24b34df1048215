public import Money

/// What is asked when a balance or a jar is opened.
public struct OpenBalanceRequest: Sendable, Hashable {
    /// The currency.
    public var currency: Currency
    /// Balance or jar.
    public var type: BalanceType
    /// The name; a jar needs one.
    public var name: String?

    /// A request to open a balance.
    public init(currency: Currency, type: BalanceType, name: String?) {
        (self.currency, self.type, self.name) = (currency, type, name)
    }

    /// The body on the wire.
    public var json: JSONValue {
        var object: JSONObject = ["currency": .string(currency.code), "type": .string(type.rawValue)]
        if let name { object["name"] = .string(name) }
        return .object(object)
    }
}

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

    /// A request for a quote.
    public init(_ amount: Amount, payOut: String = "BALANCE") {
        self.amount = amount
        self.payOut = payOut
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
        object["payOut"] = .string(payOut)
        if payOut == "BALANCE" { object["preferredPayIn"] = .string("BALANCE") }
        return .object(object)
    }
}

/// What is asked of a balance movement, in its four kinds.
public enum MovementRequest: Sendable, Hashable {
    /// Converts between the two balances of the quote's currencies.
    case convert(quote: String)
    /// Converts into a jar of another currency: the amounts are the quote's.
    case convertBetween(quote: String, source: Int, target: Int)
    /// Moves between a balance and a jar of one currency, in either direction.
    case move(Money, source: Int, target: Int)

    /// The body on the wire.
    public var json: JSONValue {
        switch self {
        case .convert(let quote): .object(["quoteId": .string(quote)])
        case .convertBetween(let quote, let source, let target):
            .object([
                "quoteId": .string(quote), "sourceBalanceId": .integer(source), "targetBalanceId": .integer(target),
            ])
        case .move(let amount, let source, let target):
            .object([
                "amount": .money(amount), "sourceBalanceId": .integer(source), "targetBalanceId": .integer(target),
            ])
        }
    }
}

/// What is asked when simulated money is put into a balance.
public struct TopUpRequest: Sendable, Hashable {
    /// How the money seems to arrive: `CARD` shows as money added, `TRANSFER` as a deposit.
    public enum Channel: String, Sendable {
        /// By card.
        case card = "CARD"
        /// By bank transfer.
        case transfer = "TRANSFER"
    }

    /// The profile.
    public var profile: Int
    /// The balance.
    public var balance: Int
    /// How much, in the balance's currency.
    public var amount: Money
    /// How it seems to arrive.
    public var channel: Channel

    /// A request to top up.
    public init(profile: Int, balance: Int, amount: Money, channel: Channel) {
        (self.profile, self.balance, self.amount, self.channel) = (profile, balance, amount, channel)
    }

    /// The body on the wire.
    public var json: JSONValue {
        .object([
            "profileId": .integer(profile), "balanceId": .integer(balance), "currency": .string(amount.currency.code),
            "amount": .decimal(amount.amount), "channel": .string(channel.rawValue),
        ])
    }
}
