/// An amount in one currency.
///
/// The amount is exact and may have more digits than the currency: a third of a yen is a value, it is
/// only not ``isSendable``. Nothing is brought to the digits of the currency unless ``rounded(_:digits:)``
/// is asked to. Two currencies never meet in one calculation; a ``Rate`` leads from one to the other.
public struct Money: Sendable, Hashable {
    /// The number of whole units of the currency, such as euros.
    public let amount: ExactDecimal
    /// What the amount counts.
    public let currency: Currency

    /// An amount as it is, with all its digits.
    public init(_ amount: ExactDecimal, _ currency: Currency) {
        self.amount = amount
        self.currency = currency
    }

    /// Nothing, in this currency.
    public static func zero(_ currency: Currency) -> Money { Money(.zero, currency) }

    /// Whether the amount is zero.
    public var isZero: Bool { amount.isZero }

    /// Whether the amount is less than zero.
    public var isNegative: Bool { amount.isNegative }

    /// Whether the amount is greater than zero.
    public var isPositive: Bool { amount.isPositive }
}
