import Money
import Testing

@Suite("Rounding an exact decimal")
struct ExactDecimalRoundingTests {
    /// A number of tenths, and the whole number that each mode makes of it.
    struct Row: Sendable {
        let tenths: Int128
        let whole: [RoundingMode: Int128]
    }

    static let rows = [
        Row(tenths: 24, whole: [.halfEven: 2, .halfUp: 2, .halfDown: 2, .up: 3, .down: 2, .ceiling: 3, .floor: 2]),
        Row(tenths: 25, whole: [.halfEven: 2, .halfUp: 3, .halfDown: 2, .up: 3, .down: 2, .ceiling: 3, .floor: 2]),
        Row(tenths: 26, whole: [.halfEven: 3, .halfUp: 3, .halfDown: 3, .up: 3, .down: 2, .ceiling: 3, .floor: 2]),
        Row(tenths: 35, whole: [.halfEven: 4, .halfUp: 4, .halfDown: 3, .up: 4, .down: 3, .ceiling: 4, .floor: 3]),
        Row(tenths: 20, whole: [.halfEven: 2, .halfUp: 2, .halfDown: 2, .up: 2, .down: 2, .ceiling: 2, .floor: 2]),
        Row(tenths: 1, whole: [.halfEven: 0, .halfUp: 0, .halfDown: 0, .up: 1, .down: 0, .ceiling: 1, .floor: 0]),
        Row(tenths: 0, whole: [.halfEven: 0, .halfUp: 0, .halfDown: 0, .up: 0, .down: 0, .ceiling: 0, .floor: 0]),
        Row(tenths: -1, whole: [.halfEven: 0, .halfUp: 0, .halfDown: 0, .up: -1, .down: 0, .ceiling: 0, .floor: -1]),
        Row(tenths: -5, whole: [.halfEven: 0, .halfUp: -1, .halfDown: 0, .up: -1, .down: 0, .ceiling: 0, .floor: -1]),
        Row(tenths: -15, whole: [.halfEven: -2, .halfUp: -2, .halfDown: -1, .up: -2, .down: -1, .ceiling: -1, .floor: -2]),
        Row(tenths: -25, whole: [.halfEven: -2, .halfUp: -3, .halfDown: -2, .up: -3, .down: -2, .ceiling: -2, .floor: -3]),
        Row(tenths: -26, whole: [.halfEven: -3, .halfUp: -3, .halfDown: -3, .up: -3, .down: -2, .ceiling: -2, .floor: -3]),
    ]

    @Test("follows IEEE 754 in every mode, on both sides of zero", arguments: rows)
    func everyMode(row: Row) throws {
        let number = try ExactDecimal(coefficient: row.tenths, scale: 1)
        for mode in RoundingMode.allCases {
            #expect(number.rounded(toScale: 0, mode).coefficient == row.whole[mode], "\(mode)")
        }
    }

    @Test("sees the last digit of a long number next to a tie")
    func nextToATie() throws {
        let above = try ExactDecimal(parsing: "0.500000000000000000000000000000000001")
        let below = try ExactDecimal(parsing: "0.499999999999999999999999999999999999")
        #expect(above.rounded(toScale: 0, .halfDown).coefficient == 1)
        #expect(above.rounded(toScale: 0, .halfEven).coefficient == 1)
        #expect(below.rounded(toScale: 0, .halfUp).coefficient == 0)
    }

    @Test("is correctly rounded in every mode, for numbers of any size")
    func correctlyRounded() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<800 {
            let number = try random.decimal()
            let scale = Int.random(in: 0...number.scale, using: &random)
            let unit = LongNatural(1).raised(by: number.scale - scale)
            for mode in RoundingMode.allCases {
                let rounded = number.rounded(toScale: scale, mode)
                #expect(
                    LongNatural.isRounded(
                        rounded.coefficient.magnitude, LongNatural(number.coefficient.magnitude), unit,
                        isNegative: number.isNegative, mode), "\(number) at \(scale), \(mode): \(rounded)")
                #expect(rounded.isZero || rounded.isNegative == number.isNegative)
            }
        }
    }

    @Test("leaves a number alone that already fits")
    func fits() throws {
        let number = try ExactDecimal(coefficient: 123, scale: 1)
        #expect(number.rounded(toScale: 4, .up).scale == 1)
    }

    @Test("holds at the edge of the range")
    func edge() throws {
        let number = try ExactDecimal(coefficient: .max, scale: ExactDecimal.maximumScale)
        #expect(number.rounded(toScale: 0, .ceiling).coefficient == 171)
        #expect(number.negated.rounded(toScale: 0, .floor).coefficient == -171)
    }
}
