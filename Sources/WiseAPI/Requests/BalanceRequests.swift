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
