public import Money
public import WiseAPI

/// Bank details that were issued for a balance: where others can pay into it. The lines follow from the number.
public struct BankDetailsRecord: Sendable, Hashable {
    /// The number.
    public var id: Int
    /// Whose they are.
    public var profile: Int
    /// Where the money goes.
    public var balance: Int
    /// The currency that is received.
    public var currency: Currency
    /// Whether they take money; closing the balance ends that for good.
    public var isActive: Bool
    /// When they were issued.
    public var createdAt: Timestamp

    /// Bank details of their parts.
    public init(id: Int, profile: Int, balance: Int, currency: Currency, isActive: Bool = true, createdAt: Timestamp) {
        (self.id, self.profile, self.balance, self.currency) = (id, profile, balance, currency)
        (self.isActive, self.createdAt) = (isActive, createdAt)
    }
}
