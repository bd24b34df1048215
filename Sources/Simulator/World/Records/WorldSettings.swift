public import WiseAPI

/// How a world behaves where the bank's documents leave it open, and the numbers that it counts on.
public struct WorldSettings: Sendable, Hashable {
    /// Where every rate, identifier and amount of the default world comes from.
    public var seed: UInt64
    /// The world's own time.
    public var clock: Timestamp
    /// The user that all profiles belong to.
    public var user: Int
    /// Closing a balance answers 204 without a body, also on the older paths.
    public var closesWithoutBody = false
    /// A repeated key with another body is refused with 409; the bank itself ignores the new body.
    public var refusesChangedRepeat = false
    /// The numbers that the world gives out next.
    public var counters = WorldCounters()

    /// The settings of a new world.
    public init(seed: UInt64, clock: Timestamp, user: Int = 12_970_001) {
        (self.seed, self.clock, self.user) = (seed, clock, user)
    }
}

/// The numbers that the world gives out next. All of them must be kept for a world to go on as it would have.
public struct WorldCounters: Sendable, Hashable {
    /// Balances.
    public var balance = 200_001
    /// Movements.
    public var movement = 3_000_001
    /// Steps of movements.
    public var step = 5_000_001
    /// Transfers, in and out, and top-ups.
    public var transfer = 900_001
    /// Card transactions.
    public var card = 700_001
    /// Other transactions: direct debits, interest, cashback.
    public var transaction = 400_001
    /// Faults.
    public var fault = 1
    /// Requests that were answered; trace identifiers follow from it.
    public var request: UInt64 = 0
    /// Random identifiers that were given out.
    public var identifier: UInt64 = 0

    /// The numbers of a new world.
    public init() {}
}
