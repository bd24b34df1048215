public import WiseAPI

/// The bank as a value: profiles, balances, a double-entry ledger, quotes and the answers it gave.
///
/// Everything that it does follows from its seed, its clock and the requests it got, so that the same seed and the same
/// requests give the same bytes. A copy is a snapshot. A request that is refused changes nothing.
public struct World: Sendable {
    var settings: WorldSettings
    var profiles: [Int: ProfileRecord] = [:]
    var balances: [Int: BalanceRecord] = [:]
    /// The numbers of each profile's balances, closed ones included, in the order in which they were opened.
    var balancesByProfile: [Int: [Int]] = [:]
    var ledger = Ledger()
    var quotes: [String: QuoteRecord] = [:]
    var movements: [Int: MovementRecord] = [:]
    var answers: [IdempotenceRecord.Key: IdempotenceRecord] = [:]
    var recipients: [Int: RecipientRecord] = [:]
    var transfers: [Int: TransferRecord] = [:]
    /// Where to find a transfer: it follows from ``transfers``.
    var transferIndex = TransferIndex()
    var bankDetails: [Int: BankDetailsRecord] = [:]
    var rateOverrides: [RateOverride] = []
    var faults: [Fault] = []
    var proof = ProofRecords()
    var touched = TouchedRecords()
    let referenceRates = ReferenceRates()

    /// An empty world.
    public init(seed: UInt64, clock: Timestamp) {
        settings = WorldSettings(seed: seed, clock: clock)
    }

    /// The world's own time. It moves only when it is set.
    public var clock: Timestamp {
        get { settings.clock }
        set { settings.clock = newValue }
    }
}
