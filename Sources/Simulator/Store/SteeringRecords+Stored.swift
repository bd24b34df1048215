import Money
import WiseAPI

/// A rate override with its place in the order in which they were set.
struct StoredRateOverride: StoredRecord {
    static let table = "rate_override"
    static let order = "position"
    static let columns = [
        "position INTEGER PRIMARY KEY", "source TEXT NOT NULL", "target TEXT NOT NULL", "since INTEGER NOT NULL", "rate TEXT",
    ]

    let position: Int
    let rateOverride: RateOverride

    init(position: Int, rateOverride: RateOverride) {
        self.position = position
        self.rateOverride = rateOverride
    }

    init(from row: inout RowReader) throws(StoredRecordError) {
        position = try row.integer()
        let (source, target, since) = (try row.currency(), try row.currency(), try row.time())
        let text = try row.optionalText()
        let rate: ExactDecimal? = if let text { try row.needed(try? ExactDecimal(parsing: text)) } else { nil }
        rateOverride = RateOverride(source: source, target: target, rate: rate, since: since)
    }

    func write(to row: inout RowWriter) {
        row.add(position)
        row.add(rateOverride.source)
        row.add(rateOverride.target)
        row.add(rateOverride.since)
        row.add(rateOverride.rate)
    }
}

extension Fault: StoredRecord {
    static let table = "fault"
    static let order = "id"
    static let columns = [
        "id INTEGER PRIMARY KEY", "route TEXT NOT NULL", "kind TEXT NOT NULL", "passes_before INTEGER NOT NULL",
        "times_left INTEGER NOT NULL", "seconds INTEGER",
    ]

    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(
            id: try row.integer(), route: try row.text(), kind: try row.word(Kind.self),
            passesBefore: try row.integer(), timesLeft: try row.integer(), seconds: try row.optionalInteger())
    }

    func write(to row: inout RowWriter) {
        row.add(id)
        row.add(route)
        row.add(kind.rawValue)
        row.add(passesBefore)
        row.add(timesLeft)
        row.add(seconds)
    }
}
