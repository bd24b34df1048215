import Money
import WiseAPI

extension World {
    /// A world from its records.
    ///
    /// Nothing is taken on trust: every entry goes through the ledger's checks again, every balance must come out as it
    /// was written, and ``RecordsCheck`` looks at numbers and times, so that no later request can meet a number that is
    /// taken or a time that does not exist.
    ///
    /// - Throws: ``WorldLoadingError`` when the records cannot be those of a world.
    public init(records: WorldRecords) throws(WorldLoadingError) {
        try RecordsCheck(records).run()
        settings = records.settings
        for profile in records.profiles { profiles[profile.id] = profile }
        for balance in records.balances {
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
        for recipient in records.recipients { keep(recipient) }
        for transfer in records.transfers { keep(transfer) }
        for details in records.bankDetails { bankDetails[details.id] = details }
        rateOverrides = records.rateOverrides
        faults = records.faults
        proof = records.proof
        touched = TouchedRecords()
    }
}

/// Why records are not those of a world.
public struct WorldLoadingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What does not fit.
    public let description: String

    init(_ description: String) { self.description = description }
}
