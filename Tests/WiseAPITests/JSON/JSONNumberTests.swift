import Money
import Testing
import WiseAPI

@Suite("A JSON number")
struct JSONNumberTests {
    static let texts = [
        "0", "-0", "0.00", "-0.00", "1.50", "100", "1e5", "1E+05", "1.5e-3", "123456789012345678901234567890.12345678",
        "99999999999999999999999999999999999999", "-99999999999999999999999999999999999999",
        "0.00000000000000000000000000000000000001", "170141183460469231731687303715884105728", "1e400", "1e-400",
        "1e99999999999999999999",
        String(repeating: "9", count: 5000),
    ]

    @Test("keeps its text to the last digit", arguments: texts)
    func text(text: String) throws {
        let value = try JSONValue(parsing: text)
        #expect(value.text == text)
        guard case .number(let number) = value else {
            Issue.record("no number")
            return
        }
        #expect(number.text == text && number.description == text)
    }

    static let decimals = [
        ("12.30", "12.30"), ("-0.01", "-0.01"), ("1e3", "1000"), ("1.5E-2", "0.015"), ("1E+2", "100"), ("-0", "0"),
        ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
        ("-1234567890123456789012345678.9012345678", "-1234567890123456789012345678.9012345678"),
        ("0.85610900", "0.85610900"),
    ]

    @Test("is an exact decimal of up to 38 digits, with its own decimal places", arguments: decimals)
    func decimal(text: String, expected: String) throws {
        #expect(try JSONValue(parsing: text).decimalValue?.description == expected)
    }

    @Test(
        "is no decimal when it does not fit, rather than a rounded one",
        arguments: [
            "170141183460469231731687303715884105728", "1e400", "1e-400", "1e99999999999999999999",
            "0.1234567890123456789012345678901234567",
        ])
    func tooLong(text: String) throws {
        #expect(try JSONValue(parsing: text).decimalValue == nil)
        #expect(try JSONValue(parsing: text).integerValue == nil)
    }

    static let integers: [(String, Int?)] = [
        ("12", 12), ("-12", -12), ("12.0", 12), ("1e2", 100), ("-0", 0), ("12.5", nil), ("1e-1", nil),
        ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775808", nil),
        ("-9223372036854775809", nil),
    ]

    @Test("is an integer when it is whole and fits 64 bits", arguments: integers)
    func integer(text: String, expected: Int?) throws {
        #expect(try JSONValue(parsing: text).integerValue == expected)
    }

    @Test("is made from integers and decimals with the digits that they carry")
    func made() throws {
        #expect(JSONValue.integer(.min).text == "-9223372036854775808")
        #expect(JSONValue.decimal(try ExactDecimal(parsing: "-12.30")).text == "-12.30")
        #expect(JSONNumber(7).integer == 7)
    }
}
