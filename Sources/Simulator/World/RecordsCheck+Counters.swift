extension RecordsCheck {
    /// Below this a counter can go on for longer than any world lasts.
    private static let greatest = Int.max / 2

    /// Every counter lies above the numbers that were given out from it.
    func checkCounters() throws(WorldLoadingError) {
        let counters = records.settings.counters
        let used = usedReferences
        try Self.check(counters.balance, above: records.balances.map(\.id).max(), "balances")
        try Self.check(counters.movement, above: [records.movements.map(\.id).max(), used["BALANCE"]], "movements")
        try Self.check(counters.step, above: records.transfers.compactMap(\.payment?.id).max(), "steps")
        try Self.check(counters.transfer, above: [used["TRANSFER"], records.transfers.map(\.id).max()], "transfers")
        try Self.check(counters.recipient, above: records.recipients.map(\.id).max(), "recipients")
        try Self.check(counters.bankDetails, above: records.bankDetails.map(\.id).max(), "bank details")
        try Self.check(counters.card, above: used["CARD"], "cards")
        try Self.check(counters.transaction, above: used[Self.others], "transactions")
        try Self.check(counters.fault, above: records.faults.map(\.id).max(), "faults")
        guard counters.request < UInt64(Self.greatest), counters.identifier < UInt64(Self.greatest) else {
            throw WorldLoadingError("the counters of requests and identifiers are beyond what can be counted")
        }
    }

    private static func check(_ counter: Int, above used: Int?, _ name: String) throws(WorldLoadingError) {
        try check(counter, above: [used], name)
    }

    private static func check(_ counter: Int, above used: [Int?], _ name: String) throws(WorldLoadingError) {
        guard counter > 0, counter < greatest else {
            throw WorldLoadingError("the counter of \(name), \(counter), is beyond what can be counted")
        }
        guard let last = used.compactMap(\.self).max(), counter <= last else { return }
        throw WorldLoadingError("the counter of \(name) is \(counter), and \(last) is in use")
    }

    private static let others = ""

    /// The greatest number of each kind of reference, such as 900001 for `TRANSFER-900001`. Direct debits, interest and
    /// cashback have words of their own and count together.
    private var usedReferences: [String: Int] {
        var greatest: [String: Int] = [:]
        for entry in records.entries {
            guard let hyphen = entry.reference.utf8.lastIndex(of: UInt8(ascii: "-")),
                let number = Int(entry.reference[hyphen...].dropFirst())
            else { continue }
            let word = String(entry.reference[..<hyphen])
            let kind = ["BALANCE", "TRANSFER", "CARD"].contains(word) ? word : Self.others
            greatest[kind] = max(greatest[kind] ?? number, number)
        }
        return greatest
    }
}
