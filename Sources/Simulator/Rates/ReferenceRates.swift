public import Money
public import WiseAPI

/// The mid-market rates of the simulated world.
///
/// Up to ``lastDay`` they follow the euro foreign exchange reference rates of the European Central Bank. A rate is fixed
/// at 14:15 UTC of a day of that table and is then exactly the bank's; until the next fixing it stays within ten basis
/// points of it, and it stands still from Saturday to Sunday. After ``lastDay`` fixings go on every weekday on a walk
/// that the seed decides. Nothing here is approximated in binary: the same question has the same answer everywhere.
public struct ReferenceRates: Sendable {
    /// Rates out of the table that is compiled in.
    public init() {}

    /// The first day of the table.
    public static var firstDay: CivilDate { CivilDate(daysSince1970: PackedRates().firstDay) }

    /// The last day of the table; later fixings are invented.
    public static var lastDay: CivilDate {
        let table = PackedRates()
        return CivilDate(daysSince1970: table.day(table.dayCount - 1))
    }

    /// When the rates of a day are fixed.
    public static func fixing(of date: CivilDate) -> Timestamp { Timestamp(date, hour: 14, minute: 15) }

    /// What one euro bought on a day of the table, with the digits that the European Central Bank published.
    ///
    /// - Returns: Nil on a day that has no fixing, after ``lastDay``, and for a currency that was not fixed on that day.
    public func published(_ currency: Currency, on date: CivilDate) -> ExactDecimal? {
        let table = PackedRates()
        guard let column = table.column(of: currency), let row = table.row(notAfter: date.daysSince1970),
            table.day(row) == date.daysSince1970, let coefficient = table.coefficient(column: column, row: row)
        else { return nil }
        return try? ExactDecimal(coefficient: Int128(coefficient), scale: table.scale(column)).normalized
    }

    /// How many units of `target` one unit of `source` buys.
    ///
    /// Two currencies other than the euro are crossed through it and rounded once, half to even, to six significant
    /// digits and to no fewer than five decimal places.
    ///
    /// - Parameters:
    ///   - source: The currency of which one unit is given.
    ///   - target: The currency that is got for it.
    ///   - instant: When.
    ///   - seed: The world's; it decides how rates move between fixings and after the table.
    /// - Returns: Nil before the first fixing, and when either currency was not fixed at the last one before the instant.
    public func rate(_ source: Currency, _ target: Currency, at instant: Timestamp, seed: UInt64) -> ExactDecimal? {
        let table = PackedRates()
        guard let fixing = Fixing(before: instant, in: table) else { return nil }
        guard let divisor = fixing.unitsOfEuro(source, in: table, seed: seed) else { return nil }
        guard source != target else { return ExactDecimal(1) }
        guard let dividend = fixing.unitsOfEuro(target, in: table, seed: seed) else { return nil }
        return Self.cross(dividend, divisor)
    }

    /// The currencies that have a rate at an instant, the euro among them, ordered by code.
    public func currencies(at instant: Timestamp) -> [Currency] {
        let table = PackedRates()
        guard let fixing = Fixing(before: instant, in: table) else { return [] }
        let fixed = table.currencies.filter { currency in
            table.column(of: currency).flatMap { table.coefficient(column: $0, row: fixing.row) } != nil
        }
        return (fixed + [.eur]).sorted()
    }

    private static func cross(_ dividend: ExactDecimal, _ divisor: ExactDecimal) -> ExactDecimal? {
        guard let fine = try? dividend.divided(by: divisor, scale: 18, .down) else { return nil }
        var digits = 0
        var rest = fine.coefficient
        while rest > 0 {
            rest /= 10
            digits += 1
        }
        let scale = min(max(5, 18 - digits + 6), ExactDecimal.maximumScale)
        return try? dividend.divided(by: divisor, scale: scale, .halfEven).normalized
    }
}
