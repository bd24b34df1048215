/// Everything that a world consists of: what a store writes down and makes a world from again.
public struct WorldRecords: Sendable, Equatable {
    /// Settings, clock and counters.
    public var settings: WorldSettings
    /// In the order of their numbers.
    public var profiles: [ProfileRecord]
    /// In the order of their numbers.
    public var balances: [BalanceRecord]
    /// In the order of the ledger.
    public var entries: [LedgerEntry]
    /// In the order of their identifiers.
    public var quotes: [QuoteRecord]
    /// In the order of their numbers.
    public var movements: [MovementRecord]
    /// In the order of key, operation and profile.
    public var answers: [IdempotenceRecord]
    /// In the order in which they were set.
    public var rateOverrides: [RateOverride]
    /// In the order in which they were set.
    public var faults: [Fault]
    /// In the order of their numbers.
    public var recipients: [RecipientRecord]
    /// In the order of their numbers.
    public var transfers: [TransferRecord]
    /// In the order of their numbers.
    public var bankDetails: [BankDetailsRecord]
    /// Tokens, approvals and keys.
    public var proof: ProofRecords

    /// The records of a world; what is left out is empty.
    public init(
        settings: WorldSettings, profiles: [ProfileRecord] = [], balances: [BalanceRecord] = [], entries: [LedgerEntry] = [],
        quotes: [QuoteRecord] = [], movements: [MovementRecord] = [], answers: [IdempotenceRecord] = [],
        rateOverrides: [RateOverride] = [], faults: [Fault] = [], recipients: [RecipientRecord] = [],
        transfers: [TransferRecord] = [], bankDetails: [BankDetailsRecord] = [], proof: ProofRecords = ProofRecords()
    ) {
        (self.settings, self.profiles, self.balances, self.entries) = (settings, profiles, balances, entries)
        (self.quotes, self.movements, self.answers) = (quotes, movements, answers)
        (self.rateOverrides, self.faults, self.proof) = (rateOverrides, faults, proof)
        (self.recipients, self.transfers, self.bankDetails) = (recipients, transfers, bankDetails)
    }
}

/// What changed in a world since the last time that somebody asked: what a store has to write.
public struct WorldChanges: Sendable, Equatable {
    /// Settings, clock and counters as they are now.
    public var settings: WorldSettings
    /// New or changed profiles.
    public var profiles: [ProfileRecord] = []
    /// New or changed balances.
    public var balances: [BalanceRecord] = []
    /// New entries, in the order of the ledger. An entry never changes.
    public var entries: [LedgerEntry] = []
    /// New or changed quotes.
    public var quotes: [QuoteRecord] = []
    /// New movements.
    public var movements: [MovementRecord] = []
    /// New answers to keyed requests.
    public var answers: [IdempotenceRecord] = []
    /// New or changed recipients.
    public var recipients: [RecipientRecord] = []
    /// New or changed transfers.
    public var transfers: [TransferRecord] = []
    /// New or changed bank details.
    public var bankDetails: [BankDetailsRecord] = []
    /// All rate overrides when one changed, else nil.
    public var rateOverrides: [RateOverride]?
    /// All faults when one changed, else nil.
    public var faults: [Fault]?
    /// All choices when a setting changed, else nil.
    public var choices: [WorldSetting: String]?
    /// All tokens, approvals and keys when one changed, else nil.
    public var proof: ProofRecords?
    /// Whether nothing needs to be written. Reading counts requests, which alone is no reason to write.
    public var isEmpty = true

    /// No changes.
    public init(settings: WorldSettings) { self.settings = settings }
}
