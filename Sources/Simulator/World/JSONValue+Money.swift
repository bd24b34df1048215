import Money
import WiseAPI

extension JSONValue {
    /// `{"value": 12.30, "currency": "EUR"}`
    static func money(_ money: Money) -> JSONValue {
        .object(["value": .decimal(money.amount), "currency": .string(money.currency.code)])
    }

    /// As statements write it: with `zero`.
    static func statementMoney(_ money: Money) -> JSONValue {
        .object([
            "value": .decimal(money.amount), "currency": .string(money.currency.code), "zero": .bool(money.isZero),
        ])
    }

    static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
