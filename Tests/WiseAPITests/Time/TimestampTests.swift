import Testing
import WiseAPI

@Suite("An instant")
struct TimestampTests {
    /// Every form in which the API's services write an instant (error bodies, ledgers, profiles, transfers, rates), in
    /// microseconds since 1970.
    static let forms: [(String, Int64)] = [
        ("1970-01-01T00:00:00Z", 0), ("2025-06-16T10:03:30Z", 1_750_068_210_000_000),
        ("2025-06-16T10:03:30.348Z", 1_750_068_210_348_000), ("2025-06-16T10:03:30.348309Z", 1_750_068_210_348_309),
        ("2025-06-16T10:03:30.34830Z", 1_750_068_210_348_300), ("2025-06-16T10:03:30.3Z", 1_750_068_210_300_000),
        ("2026-01-01T06:56:29.923935466Z", 1_767_250_589_923_935), ("2023-01-15T10:30:00", 1_673_778_600_000_000),
        ("2017-11-24 10:47:49", 1_511_520_469_000_000), ("2018-08-31T10:43:31+0000", 1_535_712_211_000_000),
        ("2018-08-31T10:43:31+00:00", 1_535_712_211_000_000), ("2018-08-31T12:43:31+02:00", 1_535_712_211_000_000),
        ("2018-08-31T12:43:31+02", 1_535_712_211_000_000), ("2018-08-31T05:13:31-0530", 1_535_712_211_000_000),
        ("2018-08-31T10:43:31.250000+00:00", 1_535_712_211_250_000), ("2018-09-01T02:00:00.0+02:00", 1_535_760_000_000_000),
        ("2018-08-31", 1_535_673_600_000_000),
    ]

    @Test("is read in every form that the API writes", arguments: forms)
    func reading(text: String, microseconds: Int64) {
        #expect(Timestamp(text)?.microseconds == microseconds)
    }

    /// On both sides of 1970 and at the ends of the calendar.
    static let instants: [(Int64, String)] = [
        (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999999Z"), (1, "1970-01-01T00:00:00.000001Z"),
        (-1000, "1969-12-31T23:59:59.999Z"), (-1_000_000, "1969-12-31T23:59:59Z"), (-86_400_000_000, "1969-12-31T00:00:00Z"),
        (-58_060_800_000_000, "1968-02-29T00:00:00Z"), (951_782_400_000_000, "2000-02-29T00:00:00Z"),
        (1_709_251_199_000_000, "2024-02-29T23:59:59Z"), (-2_203_891_200_000_000, "1900-03-01T00:00:00Z"),
        (-62_135_596_800_000_000, "0001-01-01T00:00:00Z"), (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
    ]

    @Test("is written in UTC, as fine as it is, and read back", arguments: instants)
    func writing(microseconds: Int64, text: String) {
        #expect(Timestamp(microseconds: microseconds).description == text)
        #expect(Timestamp(text)?.microseconds == microseconds)
    }

    @Test("is cut, not rounded, when it is written coarser than it is")
    func precisions() {
        let instant = Timestamp(microseconds: 1_750_068_210_999_999)
        #expect(instant.text(.seconds) == "2025-06-16T10:03:30Z")
        #expect(instant.text(.milliseconds) == "2025-06-16T10:03:30.999Z")
        #expect(instant.text(.microseconds) == "2025-06-16T10:03:30.999999Z")
        #expect(instant.textWithOffset == "2025-06-16T10:03:30+0000")
        let before = Timestamp(microseconds: -1)
        #expect(before.text(.seconds) == "1969-12-31T23:59:59Z" && before.seconds == -1)
        #expect(Timestamp(microseconds: 5).text(.microseconds) == "1970-01-01T00:00:00.000005Z")
    }

    @Test(
        "is not read from anything else",
        arguments: [
            "", "2025", "2025-06", "2025-6-16", "20250616", "2025-06-16T", "2025-06-16T10", "2025-06-16T10:03",
            "2025-06-16T10:03Z",
            "2025-06-16t10:03:30Z", "2025-06-16T10:03:30z", "2025-06-16T1:03:30Z", "2025-06-16T24:00:00Z", "2025-06-16T10:60:30Z",
            "2025-06-16T10:03:60Z", "2025-13-01T00:00:00Z", "2025-00-01", "2025-02-29", "1900-02-29", "2025-04-31", "2025-01-00",
            "0000-01-01", "2025-06-16T10:03:30.Z", "2025-06-16T10:03:30.1234567890Z", "2025-06-16T10:03:30,5Z",
            "2025-06-16T10:03:30ZZ",
            "2025-06-16T10:03:30 Z", "2025-06-16T10:03:30+", "2025-06-16T10:03:30+2", "2025-06-16T10:03:30+02:",
            "2025-06-16T10:03:30+020",
            "2025-06-16T10:03:30+:02", "2025-06-16T10:03:30+0:200", "2025-06-16T10:03:30+02:60", "2025-06-16T10:03:30+19:00",
            "2025-06-16T10:03:30+02000", "2025-06-16T10:03:30+02:00Z", "2025-06-16T10:03:30+::02", "-025-06-16", "+2025-06-16",
            " 2025-06-16", "2025-06-16 ", "2025/06/16", "２０２５-06-16", "yesterday",
        ])
    func malformed(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test("survives being written and read, anywhere between the years 1 and 9999")
    func roundTrip() {
        var random = RandomSource(seed: 1970)
        for _ in 0..<10_000 {
            let instant = Timestamp(
                microseconds: .random(in: -62_135_596_800_000_000...253_402_300_799_999_999, using: &random))
            #expect(Timestamp(instant.text(.microseconds)) == instant)
            #expect(Timestamp(instant.description) == instant)
            #expect(Timestamp(instant.text(.seconds))?.seconds == instant.seconds)
            #expect(Timestamp(instant.date) <= instant && instant < Timestamp(instant.date).adding(seconds: 86_400))
        }
    }

    @Test("is written with a longer year rather than a wrong one beyond the calendar")
    func beyond() {
        #expect(Timestamp(microseconds: 253_402_300_800_000_000).description == "+10000-01-01T00:00:00Z")
        #expect(Timestamp(microseconds: -62_167_219_200_000_000).description == "0000-01-01T00:00:00Z")
        #expect(Timestamp(microseconds: -62_167_219_200_000_001).description == "-0001-12-31T23:59:59.999999Z")
        #expect(Timestamp(microseconds: .max).description == "+294247-01-10T04:00:54.775807Z")
        #expect(Timestamp(microseconds: .min).description == "-290308-12-21T19:59:05.224192Z")
    }

    @Test("is later after more seconds")
    func arithmetic() {
        let instant = Timestamp(microseconds: 10)
        #expect(instant.adding(seconds: 1).microseconds == 1_000_010)
        #expect(instant.adding(microseconds: -11).microseconds == -1)
        #expect(instant < instant.adding(microseconds: 1) && !(instant < instant))
    }
}
