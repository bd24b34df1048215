import Money
import WiseAPI

/// Whether records can be those of a world, the sums of its ledger apart: identifiers that are unique and refer to
/// something, counters that lead to free numbers, times that exist and do not go back.
struct RecordsCheck {
    let records: WorldRecords

    init(_ records: WorldRecords) { self.records = records }

    func run() throws(WorldLoadingError) {
        try checkIdentifiers()
        try checkOwners()
        try checkCounters()
        try checkTimes()
        try checkSteering()
        try checkSending()
        try checkProof()
    }

    private func checkIdentifiers() throws(WorldLoadingError) {
        try Self.unique(records.profiles.map(\.id), "profile")
        try Self.unique(records.balances.map(\.id), "balance")
        try Self.unique(records.quotes.map(\.id), "quote")
        try Self.unique(records.movements.map(\.id), "movement")
        try Self.unique(records.answers.map(\.key), "answer")
        try Self.unique(records.faults.map(\.id), "fault")
        try Self.unique(records.recipients.map(\.id), "recipient")
        try Self.unique(records.transfers.map(\.id), "transfer")
        try Self.unique(records.transfers.map(\.key), "order of a transfer")
        try Self.unique(records.bankDetails.map(\.id), "bank details")
    }

    private static func unique<Identifier: Hashable>(_ identifiers: [Identifier], _ kind: String) throws(WorldLoadingError) {
        guard Set(identifiers).count == identifiers.count else { throw WorldLoadingError("two records are the same \(kind)") }
    }

    private func checkOwners() throws(WorldLoadingError) {
        let profiles = Set(records.profiles.map(\.id))
        let balances = Set(records.balances.map(\.id))
        for balance in records.balances {
            guard profiles.contains(balance.profile) else {
                throw WorldLoadingError("balance \(balance.id) belongs to profile \(balance.profile), which there is not")
            }
            guard !balance.reserved.isNegative, (try? balance.amount.subtracting(balance.reserved)) != nil else {
                throw WorldLoadingError("balance \(balance.id) reserves what cannot be reserved")
            }
        }
        for quote in records.quotes where !profiles.contains(quote.profile) {
            throw WorldLoadingError("quote \(quote.id) belongs to profile \(quote.profile), which there is not")
        }
        for answer in records.answers where !profiles.contains(answer.key.profile) {
            throw WorldLoadingError("an answer belongs to profile \(answer.key.profile), which there is not")
        }
        for movement in records.movements {
            guard profiles.contains(movement.profile), balances.contains(movement.sourceBalance),
                balances.contains(movement.targetBalance),
                (1...max(1, records.entries.count)).contains(movement.entry)
            else { throw WorldLoadingError("movement \(movement.id) refers to what there is not") }
        }
    }

    private func checkSteering() throws(WorldLoadingError) {
        for override in records.rateOverrides {
            guard override.rate?.isPositive ?? true, override.source != override.target else {
                throw WorldLoadingError("the rate set for \(override.source.code) and \(override.target.code) is none")
            }
        }
        for fault in records.faults {
            guard (0...1_000_000).contains(fault.passesBefore), (1...1_000_000).contains(fault.timesLeft),
                (1...Fault.greatestSeconds).contains(fault.seconds ?? 1)
            else {
                throw WorldLoadingError("fault \(fault.id) counts wrongly")
            }
        }
    }
}
