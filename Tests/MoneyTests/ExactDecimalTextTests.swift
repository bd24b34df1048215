import Money
import Testing

@Suite("Writing an exact decimal")
struct ExactDecimalTextTests {
    @Test(
        "shows the digits that are held, never an exponent",
        arguments: [
            (0, 0, "0"), (0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (1230, 2, "12.30"), (-1230, 2, "-12.30"),
            (100, 0, "100"), (1, 36, "0.000000000000000000000000000000000001"), (-7, 0, "-7"), (10, 1, "1.0"),
            (Int128(UInt64.max), 0, "18446744073709551615"), (Int128(UInt64.max) + 1, 3, "18446744073709551.616"),
            (10_000_000_000_000_000_000_000_000_000_000_000_000, 20, "100000000000000000.00000000000000000000"),
            (.max, 0, "170141183460469231731687303715884105727"), (-.max, 36, "-170.141183460469231731687303715884105727"),
        ] as [(Int128, Int, String)]
    )
    func description(coefficient: Int128, scale: Int, text: String) throws {
        #expect(try ExactDecimal(coefficient: coefficient, scale: scale).description == text)
    }

    @Test(
        "adds zeros up to a number of decimal places, and takes none away",
        arguments: [
            ("0", 0, "0"), ("0", 2, "0.00"), ("12", 2, "12.00"), ("12.3", 2, "12.30"), ("12.345", 2, "12.345"),
            ("-1", 3, "-1.000"), ("0.5", 0, "0.5"), ("1", -3, "1"),
            ("7", 50, "7." + String(repeating: "0", count: 50)),
        ]
    )
    func padding(text: String, scale: Int, padded: String) throws {
        #expect(try ExactDecimal(parsing: text).text(minimumScale: scale) == padded)
    }

    @Test("every power of ten and its neighbours keep their length")
    func powersOfTen() throws {
        var power: Int128 = 1
        for exponent in 0...38 {
            #expect(try ExactDecimal(coefficient: power, scale: 0).description == "1" + String(repeating: "0", count: exponent))
            let nines = exponent == 0 ? "0" : "-" + String(repeating: "9", count: exponent)
            #expect(try ExactDecimal(coefficient: 1 - power, scale: 0).description == nines)
            if exponent < 38 { power *= 10 }
        }
    }

    @Test("what is written reads back as the same digits")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let number = try random.decimal()
            let copy = try ExactDecimal(parsing: number.description)
            #expect(copy.coefficient == number.coefficient && copy.scale == number.scale, "\(number)")
            let shorter = try random.decimal(bits: 90, scales: 0...9)
            let padded = try ExactDecimal(parsing: shorter.text(minimumScale: 9))
            #expect(padded == shorter && padded.scale == 9, "\(shorter)")
        }
    }

    @Test("the text agrees with the standard library's own for whole numbers")
    func wholeNumbers() throws {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<5_000 {
            let coefficient = random.coefficient(bits: 127)
            #expect(try ExactDecimal(coefficient: coefficient, scale: 0).description == String(coefficient))
        }
    }
}
