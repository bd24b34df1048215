public import WiseAPI

/// A movement between two balances of one profile.
public struct MovementRecord: Sendable, Hashable {
    /// The number; statements refer to it as `BALANCE-<id>`.
    public var id: Int
    /// Whose it is.
    public var profile: Int
    /// The ledger entry that carries it.
    public var entry: Int
    /// Where the money left.
    public var sourceBalance: Int
    /// Where it arrived.
    public var targetBalance: Int
    /// The quote that gave the price, for a conversion.
    public var quote: String?
    /// When.
    public var time: Timestamp

    /// A movement of its parts.
    public init(
        id: Int, profile: Int, entry: Int, sourceBalance: Int, targetBalance: Int, quote: String?, time: Timestamp
    ) {
        (self.id, self.profile, self.entry, self.quote, self.time) = (id, profile, entry, quote, time)
        (self.sourceBalance, self.targetBalance) = (sourceBalance, targetBalance)
    }
}
