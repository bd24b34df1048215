import Money
import Simulator
import Testing
import WiseAPI

@Suite("Reference rates")
struct ReferenceRatesTests {
    let rates = ReferenceRates()

    /// A rate at an instant, as text.
    struct Row: Sendable {
        let source: String
        let target: String
        let instant: String
        let rate: String?
    }

    static let fixings = [
        Row(source: "EUR", target: "USD", instant: "2026-10-30T14:15:00Z", rate: "1.1172"),
        Row(source: "EUR", target: "JPY", instant: "2026-10-30T14:15:00Z", rate: "175.68"),
        Row(source: "EUR", target: "IDR", instant: "2026-10-30T14:15:00Z", rate: "20275.17"),
        Row(source: "EUR", target: "USD", instant: "1999-01-04T14:15:00Z", rate: "1.1789"),
        Row(source: "EUR", target: "CYP", instant: "1999-01-04T14:15:00Z", rate: "0.58231"),
        Row(source: "EUR", target: "EUR", instant: "2026-10-30T14:15:00Z", rate: "1"),
        Row(source: "JPY", target: "JPY", instant: "2026-10-30T14:15:00Z", rate: "1"),
        // 1 / 175.68 = 0.0056921675…, 0.8338 / 1.1172 = 0.7463301…, 175.68 / 0.8338 = 210.698008…
        Row(source: "JPY", target: "EUR", instant: "2026-10-30T14:15:00Z", rate: "0.00569217"),
        Row(source: "USD", target: "GBP", instant: "2026-10-30T14:15:00Z", rate: "0.74633"),
        Row(source: "GBP", target: "JPY", instant: "2026-10-30T14:15:00Z", rate: "210.69801"),
        // Not fixed yet, no longer fixed, not fixed for some years, never fixed.
        Row(source: "EUR", target: "USD", instant: "1999-01-04T14:14:59Z", rate: nil),
        Row(source: "EUR", target: "BGN", instant: "2026-10-30T14:15:00Z", rate: nil),
        Row(source: "BGN", target: "BGN", instant: "2026-10-30T14:15:00Z", rate: nil),
        Row(source: "EUR", target: "ISK", instant: "2012-06-01T14:15:00Z", rate: nil),
        Row(source: "EUR", target: "RUB", instant: "2026-11-20T14:15:00Z", rate: nil),
        Row(source: "EUR", target: "VND", instant: "2026-10-30T14:15:00Z", rate: nil),
    ]

    @Test("are the bank's own at a fixing, crossed through the euro, and nil where none was fixed", arguments: fixings)
    func fixing(row: Row) throws {
        let rate = try rate(row.source, row.target, row.instant)
        #expect(rate?.description == row.rate)
    }

    @Test("stay within ten basis points of the last fixing, and do move", arguments: ["2024-03-05", "2026-10-30"])
    func swing(date: String) throws {
        let fixed = try #require(try rate("EUR", "USD", date + "T14:15:00Z"))
        let limit = try fixed.multiplied(by: ExactDecimal(parsing: "0.001"))
        var seen: Set<ExactDecimal> = []
        for hour in 15...23 {
            let rate = try #require(try rate("EUR", "USD", "\(date)T\(hour):07:31Z"))
            #expect(try rate.subtracting(fixed).magnitude < limit)
            seen.insert(rate)
        }
        #expect(seen.count > 5)
    }

    @Test("stand still over a weekend, and a holiday keeps the fixing before it")
    func weekend() throws {
        let friday = try rate("EUR", "USD", "2026-10-30T23:59:59Z")
        let saturday = try rate("EUR", "USD", "2026-10-31T08:00:00Z")
        #expect(saturday == (try rate("EUR", "USD", "2026-11-01T23:59:59Z")))
        let step = try #require(saturday).subtracting(#require(friday)).magnitude
        // A rate holds for a quarter of an hour, so the step into the weekend is one step of the walk.
        #expect(step < (try ExactDecimal(parsing: "0.0005")))
        let christmas = try #require(try rate("EUR", "USD", "2025-12-25T14:15:00Z"))
        let before = try #require(try rate("EUR", "USD", "2025-12-24T14:15:00Z"))
        #expect(try christmas.subtracting(before).magnitude < before.multiplied(by: ExactDecimal(parsing: "0.001")))
    }

    @Test("hold for a quarter of an hour, so that what is asked twice within minutes is answered alike")
    func hold() throws {
        let first = try rate("EUR", "GBP", "2026-11-02T09:00:00Z")
        #expect(try rate("EUR", "GBP", "2026-11-02T09:14:59Z") == first)
        let later = try (1...8).map { try rate("EUR", "GBP", "2026-11-02T1\($0):00:00Z") }
        #expect(Set(later.compactMap(\.self)).count > 1)
    }

    @Test("go on after the table: each weekday another fixing, close to the last one, decided by the seed")
    func afterTable() throws {
        var date = ReferenceRates.lastDay.daysSince1970
        var before = try #require(rates.rate(.eur, .usd, at: ReferenceRates.fixing(of: ReferenceRates.lastDay), seed: 1))
        var distinct: Set<ExactDecimal> = [before]
        var weekdays = 0
        while weekdays < 500 {
            date += 1
            let weekday = (date + 3) % 7
            let instant = ReferenceRates.fixing(of: CivilDate(daysSince1970: date))
            let rate = try #require(rates.rate(.eur, .usd, at: instant, seed: 1))
            #expect(try rate.subtracting(before).magnitude < before.multiplied(by: ExactDecimal(parsing: "0.02")))
            if weekday < 5 {
                weekdays += 1
                distinct.insert(rate)
                before = rate
            }
        }
        #expect(distinct.count > 250)
        let later = ReferenceRates.fixing(of: CivilDate(daysSince1970: date))
        #expect(rates.rate(.eur, .usd, at: later, seed: 1) == rates.rate(.eur, .usd, at: later, seed: 1))
        #expect(rates.rate(.eur, .usd, at: later, seed: 1) != rates.rate(.eur, .usd, at: later, seed: 2))
    }

    @Test("keep pegs: the krone to the euro, the Hong Kong dollar to the dollar")
    func pegs() throws {
        for (source, target) in [("EUR", "DKK"), ("USD", "HKD")] {
            let last = try #require(try rate(source, target, "2026-10-30T14:15:00Z"))
            let later = try #require(try rate(source, target, "2029-03-07T14:15:00Z"))
            #expect(try later.subtracting(last).magnitude < last.multiplied(by: ExactDecimal(parsing: "0.005")))
        }
    }

    @Test("hold for centuries, forward and back")
    func farAway() throws {
        #expect(try rate("EUR", "USD", "9999-12-31T23:59:59Z") != nil)
        #expect(try rate("EUR", "USD", "0001-01-01T00:00:00Z") == nil)
    }

    @Test("name the currencies that can be asked for at an instant")
    func currencies() throws {
        let now = rates.currencies(at: try #require(Timestamp("2026-11-02T09:00:00Z"))).map(\.code)
        #expect(now == now.sorted())
        #expect(now.contains("EUR") && now.contains("SGD") && now.contains("TRY"))
        #expect(!now.contains("BGN") && !now.contains("RUB"))
        #expect(rates.currencies(at: try #require(Timestamp("1998-01-01"))).isEmpty)
    }

    @Test("have the same value on every machine")
    func pinned() throws {
        let intraday = try #require(try rate("EUR", "USD", "2026-11-02T09:00:00Z"))
        #expect(intraday.description == "1.11716")
        let later = try #require(try rate("GBP", "SGD", "2027-05-19T03:04:05Z"))
        #expect(later.description == "1.68413")
    }

    private func rate(_ source: String, _ target: String, _ instant: String) throws -> ExactDecimal? {
        try rates.rate(Currency(code: source), Currency(code: target), at: #require(Timestamp(instant)), seed: 1)
    }
}
