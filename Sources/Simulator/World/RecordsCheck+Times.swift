import WiseAPI

extension RecordsCheck {
    /// Every time lies in the years that a text of the API can have, and the entries follow each other up to the clock.
    func checkTimes() throws(WorldLoadingError) {
        let clock = records.settings.clock
        try Self.check([clock], "the clock")
        for profile in records.profiles { try Self.check([profile.createdAt], "profile \(profile.id)") }
        for balance in records.balances { try Self.check([balance.createdAt, balance.modifiedAt], "balance \(balance.id)") }
        for quote in records.quotes { try Self.check([quote.createdAt, quote.expiresAt], "quote \(quote.id)") }
        for movement in records.movements { try Self.check([movement.time], "movement \(movement.id)") }
        for answer in records.answers { try Self.check([answer.time], "an answer") }
        for override in records.rateOverrides { try Self.check([override.since], "a rate that was set") }
        var last: Timestamp?
        for entry in records.entries {
            try Self.check([entry.time], "ledger entry \(entry.sequence)")
            guard entry.time >= last ?? entry.time else {
                throw WorldLoadingError("ledger entry \(entry.sequence) is older than the one before it")
            }
            last = entry.time
        }
        guard last ?? clock <= clock else { throw WorldLoadingError("the last ledger entry is after the clock") }
    }

    private static let first = CivilDate(year: 1, month: 1, day: 1).map { Timestamp($0) }
    private static let last = CivilDate(year: 9999, month: 12, day: 31).map { Timestamp($0, hour: 23, minute: 59, second: 59) }

    static func check(_ times: [Timestamp], _ bearer: String) throws(WorldLoadingError) {
        for time in times {
            guard let first, let last, time >= first, time <= last else {
                throw WorldLoadingError("the time of \(bearer) is none of the years 1 to 9999")
            }
        }
    }
}
