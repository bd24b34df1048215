extension Timestamp: CustomStringConvertible {
    /// How an instant is written.
    public enum Precision: Int, Sendable {
        /// `2026-11-02T08:15:30Z`, as in quotes.
        case seconds = 0
        /// `2026-11-02T08:15:30.123Z`, as in the documentation of balances and movements.
        case milliseconds = 3
        /// `2026-11-02T08:15:30.123456Z`, as the bank's ledger and statements send it.
        case microseconds = 6
    }

    /// The instant in UTC with a `Z`; finer digits than asked for are cut.
    public func text(_ precision: Precision) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(27)
        let day = date
        Self.append(year: day.year, to: &output)
        output.append(UInt8(ascii: "-"))
        Self.append(day.month, width: 2, to: &output)
        output.append(UInt8(ascii: "-"))
        Self.append(day.day, width: 2, to: &output)
        output.append(UInt8(ascii: "T"))
        appendTime(to: &output, precision)
        output.append(UInt8(ascii: "Z"))
        return String(decoding: output, as: UTF8.self)
    }

    /// `2026-11-02T08:15:30+0000`, as the rates of the API carry it.
    public var textWithOffset: String { String(text(.seconds).dropLast()) + "+0000" }

    /// The instant in UTC, to the microsecond where it has one.
    public var description: String {
        text(microseconds % 1_000_000 == 0 ? .seconds : microseconds % 1000 == 0 ? .milliseconds : .microseconds)
    }

    private func appendTime(to output: inout [UInt8], _ precision: Precision) {
        let remainder = Int(microseconds % 86_400_000_000)
        let ofDay = remainder < 0 ? remainder + 86_400_000_000 : remainder
        Self.append(ofDay / 3_600_000_000, width: 2, to: &output)
        output.append(UInt8(ascii: ":"))
        Self.append(ofDay / 60_000_000 % 60, width: 2, to: &output)
        output.append(UInt8(ascii: ":"))
        Self.append(ofDay / 1_000_000 % 60, width: 2, to: &output)
        guard precision != .seconds else { return }
        output.append(UInt8(ascii: "."))
        let fraction = ofDay % 1_000_000
        Self.append(precision == .milliseconds ? fraction / 1000 : fraction, width: precision.rawValue, to: &output)
    }

    /// Four digits; beyond those a sign and all digits, the expanded form of ISO 8601, rather than another year.
    private static func append(year: Int, to output: inout [UInt8]) {
        if (0...9999).contains(year) { return append(year, width: 4, to: &output) }
        output.append(UInt8(ascii: year < 0 ? "-" : "+"))
        append(abs(year), width: max(4, String(abs(year)).utf8.count), to: &output)
    }

    private static func append(_ value: Int, width: Int, to output: inout [UInt8]) {
        if width == 2 {
            output.append(UInt8(ascii: "0") + UInt8(value / 10))
            output.append(UInt8(ascii: "0") + UInt8(value % 10))
            return
        }
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            output.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }

    /// Reads every form in which the API writes an instant.
    ///
    /// A date alone is its midnight. A missing zone means UTC (profiles and transfers are written so). `Z`, `+hhmm`,
    /// `+hh:mm` and `+hh` are understood; up to nine fraction digits may stand, those beyond the sixth are cut.
    public init?(_ text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        guard rest.count >= 10, let date = CivilDate(String(decoding: rest.prefix(10), as: UTF8.self)) else { return nil }
        rest = rest.dropFirst(10)
        guard let separator = rest.first else {
            self.init(date)
            return
        }
        guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: " "), rest.count >= 9 else { return nil }
        rest = rest.dropFirst()
        let clock = Array(rest.prefix(8))
        guard clock.count == 8, clock[2] == UInt8(ascii: ":"), clock[5] == UInt8(ascii: ":"),
            let hour = Digits.integer(clock[0..<2]), let minute = Digits.integer(clock[3..<5]),
            let second = Digits.integer(clock[6..<8]), hour < 24, minute < 60, second < 60
        else { return nil }
        rest = rest.dropFirst(8)
        guard let fraction = Self.fraction(&rest), let offset = Self.offset(rest) else { return nil }
        let local = Timestamp(date, hour: hour, minute: minute, second: second, microsecond: fraction)
        self = local.adding(seconds: -offset)
    }

    private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.first == UInt8(ascii: ".") else { return 0 }
        rest = rest.dropFirst()
        let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard (1...9).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        let six = Array(digits.prefix(6)) + Array(repeating: UInt8(ascii: "0"), count: max(0, 6 - digits.count))
        return Digits.integer(six[...])
    }

    /// Seconds east of Greenwich.
    private static func offset(_ rest: ArraySlice<UInt8>) -> Int? {
        guard let sign = rest.first else { return 0 }
        var digits = Array(rest.dropFirst())
        if sign == UInt8(ascii: "Z") { return digits.isEmpty ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        if digits.count == 5, digits[2] == UInt8(ascii: ":") { digits.remove(at: 2) }
        guard digits.count == 4 || digits.count == 2, let hours = Digits.integer(digits.prefix(2)),
            let minutes = Digits.integer(digits.dropFirst(2)), hours <= 18, minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }
}
