public import WiseAPI

/// How a world behaves where the bank's documents leave it open, and the numbers that it counts on.
public struct WorldSettings: Sendable, Hashable {
    /// Where every rate, identifier and amount of the default world comes from.
    public var seed: UInt64
    /// The world's own time.
    public var clock: Timestamp
    /// The user that all profiles belong to.
    public var user: Int
    /// What was chosen for the switches; a switch without an entry stands as ``WorldSetting/standard`` says.
    public var choices: [WorldSetting: String] = [:]
    /// The numbers that the world gives out next.
    public var counters = WorldCounters()

    /// The settings of a new world.
    public init(seed: UInt64, clock: Timestamp, user: Int = 12_970_001) {
        (self.seed, self.clock, self.user) = (seed, clock, user)
    }

    /// How a switch stands.
    public subscript(setting: WorldSetting) -> String {
        get { choices[setting] ?? setting.standard }
        set { choices[setting] = newValue == setting.standard ? nil : newValue }
    }

    /// Whether a switch with two positions is on.
    func isOn(_ setting: WorldSetting) -> Bool { self[setting] == "true" }
}

/// The numbers that the world gives out next. All of them must be kept for a world to go on as it would have.
public struct WorldCounters: Sendable, Hashable {
    /// Balances.
    public var balance = 200_001
    /// Movements.
    public var movement = 3_000_001
    /// Steps of movements, and payments for transfers.
    public var step = 5_000_001
    /// Transfers, in and out, and top-ups.
    public var transfer = 900_001
    /// Card transactions.
    public var card = 700_001
    /// Other transactions: direct debits, interest, cashback.
    public var transaction = 400_001
    /// Recipients.
    public var recipient = WorldCounters.firstRecipient
    /// Bank details.
    public var bankDetails = WorldCounters.firstBankDetails
    /// Faults.
    public var fault = 1
    /// Requests that were answered; trace identifiers follow from it.
    public var request: UInt64 = 0
    /// Random identifiers that were given out.
    public var identifier: UInt64 = 0

    static let firstRecipient = 148_393_301
    static let firstBankDetails = 14_000_001

    /// The numbers of a new world.
    public init() {}
}
