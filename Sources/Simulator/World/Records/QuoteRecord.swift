public import Money
public import WiseAPI

/// A price that was promised. Its payment options are worked out again from the amounts when it is read.
public struct QuoteRecord: Sendable, Hashable {
    /// The UUID.
    public var id: String
    /// Who asked and may use it.
    public var profile: Int
    /// Which side the caller fixed.
    public var providedAmount: ProvidedAmountType
    /// What leaves when it is paid from a balance, fee included.
    public var source: Money
    /// What arrives.
    public var target: Money
    /// The fee inside `source`, in its currency.
    public var fee: ExactDecimal
    /// Target units for one unit of source.
    public var rate: ExactDecimal
    /// `BALANCE`, `BANK_TRANSFER` and so on.
    public var payOut: String
    /// What the caller wants to pay with, or nil.
    public var preferredPayIn: String?
    /// The recipient, where the quote is for one.
    public var targetAccount: Int?
    /// When it was made, whole seconds.
    public var createdAt: Timestamp
    /// From this instant on it cannot be used.
    public var expiresAt: Timestamp
    /// The movement that used it.
    public var movement: Int?

    /// A quote of its parts.
    public init(
        id: String, profile: Int, providedAmount: ProvidedAmountType, source: Money, target: Money, fee: ExactDecimal,
        rate: ExactDecimal, payOut: String, preferredPayIn: String?, targetAccount: Int? = nil, createdAt: Timestamp,
        expiresAt: Timestamp, movement: Int? = nil
    ) {
        (self.id, self.profile, self.providedAmount) = (id, profile, providedAmount)
        (self.source, self.target, self.fee, self.rate) = (source, target, fee, rate)
        (self.payOut, self.preferredPayIn) = (payOut, preferredPayIn)
        self.targetAccount = targetAccount
        (self.createdAt, self.expiresAt, self.movement) = (createdAt, expiresAt, movement)
    }
}
