import Money
import Testing

@Suite("Reading an exact decimal")
struct ExactDecimalParsingTests {
    struct Row: Sendable {
        let text: String
        let coefficient: Int128
        let scale: Int

        init(_ text: String, _ coefficient: Int128, _ scale: Int) {
            self.text = text
            self.coefficient = coefficient
            self.scale = scale
        }
    }

    static let wellFormed = [
        Row("0", 0, 0), Row("-0", 0, 0), Row("0.00", 0, 2), Row("-0.0", 0, 1), Row("007", 7, 0),
        Row("12.30", 1230, 2), Row("-12.30", -1230, 2), Row("0.05", 5, 2), Row("-0.05", -5, 2),
        Row("1e3", 1000, 0), Row("1E+3", 1000, 0), Row("1.5E-2", 15, 3), Row("1.5e1", 15, 0), Row("1.50e1", 150, 1),
        Row("-2e0", -2, 0), Row("0e999999999", 0, 0), Row("1e38", 100_000_000_000_000_000_000_000_000_000_000_000_000, 0),
        Row("1e-36", 1, 36), Row("0.000000000000000000000000000000000001", 1, 36),
        Row("1e000000000000000000000003", 1000, 0), Row(String(repeating: "0", count: 200) + "1", 1, 0),
        Row("999999999999999999", 999_999_999_999_999_999, 0), Row("1000000000000000000", 1_000_000_000_000_000_000, 0),
        Row("170141183460469231731687303715884105727", .max, 0),
        Row("-170141183460469231731687303715884105727", -.max, 0),
        Row("170.141183460469231731687303715884105727", .max, 36),
    ]

    @Test("keeps the digits as they are written", arguments: wellFormed)
    func keepsDigits(row: Row) throws {
        let number = try ExactDecimal(parsing: row.text)
        #expect(number.coefficient == row.coefficient)
        #expect(number.scale == row.scale)
    }

    static let malformed: [(String, DecimalParsingError.Reason)] = [
        ("", .empty), ("-", .endsTooEarly), (".", .digitExpected), ("1.", .endsTooEarly), (".5", .digitExpected),
        ("-.5", .digitExpected), ("--1", .digitExpected), ("+1", .digitExpected), (" 1", .digitExpected),
        ("1 ", .unexpectedCharacter), ("1\n", .unexpectedCharacter), ("1\0", .unexpectedCharacter),
        ("0x10", .unexpectedCharacter), ("1,000", .unexpectedCharacter), ("1_000", .unexpectedCharacter),
        ("1.2.3", .unexpectedCharacter), ("1..2", .digitExpected), ("1.-2", .digitExpected), ("１２", .digitExpected),
        ("1٢", .unexpectedCharacter), ("−1", .digitExpected), ("NaN", .digitExpected), ("nan", .digitExpected),
        ("Infinity", .digitExpected), ("-inf", .digitExpected), ("e5", .digitExpected), ("1e", .endsTooEarly),
        ("1e-", .endsTooEarly), ("1e+", .endsTooEarly), ("1ee5", .digitExpected), ("1e1.5", .unexpectedCharacter),
        ("1.e5", .digitExpected), ("1e5 ", .unexpectedCharacter), ("1/2", .unexpectedCharacter), ("$1", .digitExpected),
        (String(repeating: "1", count: 60), .tooManyDigits), (String(repeating: "9", count: 39), .tooManyDigits),
        ("170141183460469231731687303715884105728", .tooManyDigits),
        ("-170141183460469231731687303715884105728", .tooManyDigits),
        ("340282366920938463463374607431768211456", .tooManyDigits),
        ("0." + String(repeating: "0", count: 36) + "1", .tooManyDecimalPlaces), ("1e-37", .tooManyDecimalPlaces),
        ("1.000000000000000000000000000000000000e-1", .tooManyDecimalPlaces),
        ("1e39", .tooManyDigits), ("2e38", .tooManyDigits), ("1e999999999", .tooManyDigits), ("-1e999999999", .tooManyDigits),
        ("1e-999999999", .tooManyDecimalPlaces), ("1e" + String(repeating: "9", count: 4000), .tooManyDigits),
        ("1e-" + String(repeating: "9", count: 4000), .tooManyDecimalPlaces),
        ("0." + String(repeating: "0", count: 1000), .tooManyDecimalPlaces),
    ]

    @Test("refuses everything else and says why", arguments: malformed)
    func refuses(text: String, reason: DecimalParsingError.Reason) {
        let error = #expect(throws: DecimalParsingError.self) { try ExactDecimal(parsing: text) }
        #expect(error?.reason == reason)
    }

    @Test("gives the same from a substring, and from text that is not contiguous")
    func otherTexts() throws {
        let sentence = "costs 12.30 euros"
        let middle = try #require(sentence.split(separator: " ").dropFirst().first)
        #expect(try ExactDecimal(parsing: middle).coefficient == 1230)
        #expect(throws: DecimalParsingError.self) { try ExactDecimal(parsing: sentence.suffix(5)) }
    }

    @Test("gives the same from bytes")
    func bytes() throws {
        let number = try Array("-0.140".utf8).withUnsafeBufferPointer { try ExactDecimal(parsingUTF8: $0) }
        #expect(number.coefficient == -140)
        #expect(number.scale == 3)
        #expect(throws: DecimalParsingError.self) {
            try [0xFF, 0xFE].withUnsafeBufferPointer { try ExactDecimal(parsingUTF8: $0) }
        }
    }

    @Test("shows only the beginning of a long text, and no control character")
    func message() {
        let bomb = #expect(throws: DecimalParsingError.self) { try ExactDecimal(parsing: String(repeating: "7", count: 5000)) }
        #expect((bomb?.description.count ?? .max) < 200)
        let escape = #expect(throws: DecimalParsingError.self) { try ExactDecimal(parsing: "\u{1B}[2J1") }
        #expect(escape?.description.contains("\u{1B}") == false)
    }
}
