import Money
import WiseAPI

/// What a store has not been told yet.
struct TouchedRecords: Sendable {
    var profiles = Set<Int>()
    var balances = Set<Int>()
    var quotes = Set<String>()
    var movements: [Int] = []
    var answers: [IdempotenceRecord.Key] = []
    var recipients = Set<Int>()
    var transfers = Set<Int>()
    var bankDetails = Set<Int>()
    /// How many of the last entries are new.
    var entryCount = 0
    var rateOverrides = false
    var faults = false
    var proof = false
    var settings = false

    var isEmpty: Bool {
        profiles.isEmpty && balances.isEmpty && quotes.isEmpty && movements.isEmpty && answers.isEmpty && entryCount == 0
            && recipients.isEmpty && transfers.isEmpty && bankDetails.isEmpty && !rateOverrides && !faults && !proof && !settings
    }
}

extension World {
    /// What was touched since ``drainChanges()``.
    public var changes: WorldChanges {
        var changes = WorldChanges(settings: settings)
        guard !touched.isEmpty else { return changes }
        changes.isEmpty = false
        changes.profiles = touched.profiles.sorted().compactMap { profiles[$0] }
        changes.balances = touched.balances.sorted().compactMap { balances[$0] }
        changes.entries = Array(ledger.entries.suffix(touched.entryCount))
        changes.quotes = touched.quotes.sorted().compactMap { quotes[$0] }
        changes.movements = touched.movements.compactMap { movements[$0] }
        changes.answers = touched.answers.compactMap { answers[$0] }
        changes.recipients = touched.recipients.sorted().compactMap { recipients[$0] }
        changes.transfers = touched.transfers.sorted().compactMap { transfers[$0] }
        changes.bankDetails = touched.bankDetails.sorted().compactMap { bankDetails[$0] }
        changes.rateOverrides = touched.rateOverrides ? rateOverrides : nil
        changes.faults = touched.faults ? faults : nil
        changes.choices = touched.settings ? settings.choices : nil
        changes.proof = touched.proof ? proof : nil
        return changes
    }

    /// Whether something has to be written.
    public var hasChanges: Bool { !touched.isEmpty }

    /// What was touched since the last time, which is forgotten by this.
    public mutating func drainChanges() -> WorldChanges {
        defer { forgetChanges() }
        return changes
    }

    /// Forgets what was touched, for a world that nobody writes down.
    public mutating func forgetChanges() {
        guard !touched.isEmpty else { return }
        touched = TouchedRecords()
    }

    /// Everything, for a store that writes a world for the first time.
    public var records: WorldRecords {
        WorldRecords(
            settings: settings, profiles: profiles.values.sorted { $0.id < $1.id },
            balances: balances.values.sorted { $0.id < $1.id }, entries: ledger.entries,
            quotes: quotes.values.sorted { $0.id < $1.id }, movements: movements.values.sorted { $0.id < $1.id },
            answers: answers.values.sorted { Self.isOrdered($0.key, $1.key) }, rateOverrides: rateOverrides, faults: faults,
            recipients: recipients.values.sorted { $0.id < $1.id }, transfers: transfers.values.sorted { $0.id < $1.id },
            bankDetails: bankDetails.values.sorted { $0.id < $1.id }, proof: proof)
    }

    private static func isOrdered(_ left: IdempotenceRecord.Key, _ right: IdempotenceRecord.Key) -> Bool {
        (left.uuid, left.operation, left.profile) < (right.uuid, right.operation, right.profile)
    }
}
