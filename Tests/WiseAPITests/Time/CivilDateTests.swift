import Testing
import WiseAPI

@Suite("A date")
struct CivilDateTests {
    @Test("counts days like the calendar, one after the other, for eight hundred years")
    func everyDay() throws {
        var date = try #require(CivilDate(year: 1600, month: 1, day: 1))
        var days = date.daysSince1970
        #expect(days == -135_140)
        while date.year < 2400 {
            #expect(CivilDate(daysSince1970: days) == date && date.daysSince1970 == days)
            let next =
                CivilDate(year: date.year, month: date.month, day: date.day + 1)
                ?? CivilDate(year: date.year, month: date.month + 1, day: 1) ?? CivilDate(year: date.year + 1, month: 1, day: 1)
            let tomorrow = try #require(next)
            #expect(date < tomorrow)
            date = tomorrow
            days += 1
        }
        #expect(days == 157_054)
    }

    static let leapYears = [
        (1600, true), (1700, false), (1900, false), (1968, true), (1970, false), (2000, true), (2023, false), (2024, true),
        (2100, false),
    ]

    @Test("has a 29th of February in leap years only", arguments: leapYears)
    func leap(year: Int, isLeap: Bool) {
        #expect((CivilDate(year: year, month: 2, day: 29) != nil) == isLeap)
        #expect(CivilDate.days(in: 2, of: year) == (isLeap ? 29 : 28))
    }

    @Test(
        "does not exist outside the calendar",
        arguments: [
            (0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 6, 31), (-1, 1, 1),
        ])
    func outside(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test("is written and read with four, two and two digits")
    func text() throws {
        let date = try #require(CivilDate(year: 33, month: 4, day: 3))
        #expect(date.description == "0033-04-03" && CivilDate("0033-04-03") == date)
        #expect(CivilDate("33-04-03") == nil && CivilDate("0033-4-03") == nil && CivilDate("0033-04-03T") == nil)
    }
}
