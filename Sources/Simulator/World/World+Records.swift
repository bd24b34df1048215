import Money
import WiseAPI

/// What a store has not been told yet.
struct TouchedRecords: Sendable {
    var profiles = Set<Int>()
    var balances = Set<Int>()
    var quotes = Set<String>()
    var movements: [Int] = []
    var answers: [IdempotenceRecord.Key] = []
    /// How many of the last entries are new.
    var entryCount = 0
    var rateOverrides = false
    var faults = false
    var settings = false

    var isEmpty: Bool {
        profiles.isEmpty && balances.isEmpty && quotes.isEmpty && movements.isEmpty && answers.isEmpty && entryCount == 0
            && !rateOverrides && !faults && !settings
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
        changes.rateOverrides = touched.rateOverrides ? rateOverrides : nil
        changes.faults = touched.faults ? faults : nil
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
            answers: answers.values.sorted { Self.isOrdered($0.key, $1.key) }, rateOverrides: rateOverrides, faults: faults)
    }

    private static func isOrdered(_ left: IdempotenceRecord.Key, _ right: IdempotenceRecord.Key) -> Bool {
        (left.uuid, left.operation, left.profile) < (right.uuid, right.operation, right.profile)
    }

    /// A world from its records.
    ///
    /// Every entry goes through the ledger's checks again and every balance must come out as it was written.
    ///
    /// - Throws: ``WorldLoadingError`` when the records cannot be those of a world.
    public init(records: WorldRecords) throws(WorldLoadingError) {
        settings = records.settings
        for profile in records.profiles { profiles[profile.id] = profile }
        for balance in records.balances {
            guard profiles[balance.profile] != nil else {
                throw WorldLoadingError("balance \(balance.id) belongs to profile \(balance.profile), which there is not")
            }
            var empty = balance
            empty.amount = .zero
            balances[balance.id] = empty
            balancesByProfile[balance.profile, default: []].append(balance.id)
        }
        ledger.reserveCapacity(records.entries.count)
        for entry in records.entries {
            guard entry.sequence == ledger.nextSequence else {
                throw WorldLoadingError("ledger entry \(ledger.nextSequence) is missing")
            }
            do throws(LedgerError) {
                try post(entry)
            } catch {
                throw WorldLoadingError("ledger entry \(entry.sequence) does not balance (\(error))")
            }
        }
        for balance in records.balances {
            guard balances[balance.id]?.amount == balance.amount else {
                throw WorldLoadingError("balance \(balance.id) is not the sum of its postings")
            }
            balances[balance.id] = balance
        }
        for quote in records.quotes { quotes[quote.id] = quote }
        for movement in records.movements { movements[movement.id] = movement }
        for answer in records.answers { answers[answer.key] = answer }
        rateOverrides = records.rateOverrides
        faults = records.faults
        touched = TouchedRecords()
    }
}

/// Why records are not those of a world.
public struct WorldLoadingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What does not fit.
    public let description: String

    init(_ description: String) { self.description = description }
}
