import Money
import WiseAPI

/// The fixing that decides the rates of an instant, and how far behind it lies.
struct Fixing {
    /// The row of the table: the fixing's own, or the last one when the fixing is later.
    let row: Int
    /// Weekdays between the last day of the table and the fixing; 0 for a fixing of the table.
    let weekdaysAfterTable: Int
    /// The day of the fixing, in days since 1970-01-01.
    let day: Int
    /// Seconds from the fixing to the instant, Saturdays and Sundays left out.
    let elapsed: Int

    /// The last fixing that is not after the instant, or nil before the first one.
    init?(before instant: Timestamp, in table: PackedRates) {
        let seconds = Int(instant.seconds)
        let noon = Self.secondOfDay
        let latest = Self.floorDivide(seconds - noon, 86_400)
        let lastRow = table.dayCount - 1
        let lastDay = table.day(lastRow)
        if latest <= lastDay {
            guard let row = table.row(notAfter: latest) else { return nil }
            self.row = row
            day = table.day(row)
            weekdaysAfterTable = 0
        } else {
            row = lastRow
            // Back from a Saturday or a Sunday to the Friday before it.
            day = latest - max(0, Self.weekday(latest) - 4)
            weekdaysAfterTable = Self.weekdays(through: day) - Self.weekdays(through: lastDay)
        }
        elapsed = seconds - noon - day * 86_400 - Self.closedSeconds(after: day, until: seconds)
    }

    /// 14:15 UTC.
    private static let secondOfDay = 14 * 3600 + 15 * 60

    private static func closedSeconds(after day: Int, until seconds: Int) -> Int {
        var closed = 0
        var next = day + 1
        while next * 86_400 < seconds {
            if weekday(next) >= 5 { closed += min(86_400, seconds - next * 86_400) }
            next += 1
        }
        return closed
    }

    /// 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday.
    private static func weekday(_ day: Int) -> Int { (day + 3) - floorDivide(day + 3, 7) * 7 }

    /// Counts the days from Monday to Friday up to a day, from a Monday long ago.
    private static func weekdays(through day: Int) -> Int { floorDivide(day + 3, 7) * 5 + min(weekday(day) + 1, 5) }

    private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : (value - divisor + 1) / divisor
    }
}

extension Fixing {
    /// What one euro buys of a currency, before any rounding: the fixing moved by the walk since then.
    func unitsOfEuro(_ currency: Currency, in table: PackedRates, seed: UInt64) -> ExactDecimal? {
        guard currency != .eur else { return ExactDecimal(1) }
        guard let column = table.column(of: currency), let published = table.coefficient(column: column, row: row) else {
            return nil
        }
        let walk = RateWalk(seed: seed, currency: currency)
        let drift = walk.drift(weekdays: weekdaysAfterTable)
        let swing = walk.swing(day: day, elapsed: elapsed)
        let scale = table.scale(column)
        guard let last = try? ExactDecimal(coefficient: Int128(published), scale: scale),
            let drifted = try? last.multiplied(by: RateWalk.factor(drift)).rounded(toScale: scale, .halfEven)
        else { return nil }
        return try? drifted.multiplied(by: RateWalk.factor(swing))
    }
}
