import Money
import Testing

@Suite("Dividing exact decimals")
struct ExactDecimalDivisionTests {
    /// Two numbers, a scale, and the quotients in the order of the modes:
    /// half even, half up, half down, up, down, ceiling, floor.
    static let table: [(String, String, Int, String)] = [
        ("1", "3", 2, "0.33 0.33 0.33 0.34 0.33 0.34 0.33"),
        ("-1", "3", 2, "-0.33 -0.33 -0.33 -0.34 -0.33 -0.33 -0.34"),
        ("1", "8", 2, "0.12 0.13 0.12 0.13 0.12 0.13 0.12"),
        ("3", "-8", 2, "-0.38 -0.38 -0.37 -0.38 -0.37 -0.37 -0.38"),
        ("0.0001", "-7", 0, "0 0 0 -1 0 0 -1"),
        ("110", "1.25155", 2, "87.89 87.89 87.89 87.90 87.89 87.90 87.89"),
        ("10.00", "4", 2, "2.50 2.50 2.50 2.50 2.50 2.50 2.50"),
        ("0.00", "-4", 2, "0.00 0.00 0.00 0.00 0.00 0.00 0.00"),
        ("-2", "-3", 0, "1 1 1 1 0 1 0"),
    ]

    @Test("follows every mode, on both sides of zero", arguments: table)
    func everyMode(numerator: String, divisor: String, scale: Int, quotients: String) throws {
        let (numerator, divisor) = (try ExactDecimal(parsing: numerator), try ExactDecimal(parsing: divisor))
        let modes: [RoundingMode] = [.halfEven, .halfUp, .halfDown, .up, .down, .ceiling, .floor]
        for (mode, quotient) in zip(modes, quotients.split(separator: " ")) {
            #expect(try numerator.divided(by: divisor, scale: scale, mode).description == quotient, "\(mode)")
        }
    }

    @Test("is correctly rounded in every mode, for numbers of any size")
    func correctlyRounded() throws {
        var random = SeededGenerator(seed: 6)
        var checked = 0
        for round in 0..<1_000 {
            let numerator = try random.decimal()
            let divisor = try random.decimal(bits: round.isMultiple(of: 2) ? 127 : 40)
            let scale = Int.random(in: 0...36, using: &random)
            guard !divisor.isZero else { continue }
            let shift = scale + divisor.scale - numerator.scale
            let dividend = LongNatural(numerator.coefficient.magnitude).raised(by: max(0, shift))
            let unit = LongNatural(divisor.coefficient.magnitude).raised(by: max(0, -shift))
            let isNegative = numerator.isNegative != divisor.isNegative
            for mode in RoundingMode.allCases {
                guard let quotient = try? numerator.divided(by: divisor, scale: scale, mode) else {
                    #expect(dividend >= LongNatural(UInt128(Int128.max)) * unit, "\(numerator) / \(divisor)")
                    continue
                }
                checked += 1
                #expect(quotient.scale == scale)
                #expect(
                    LongNatural.isRounded(quotient.coefficient.magnitude, dividend, unit, isNegative: isNegative, mode),
                    "\(numerator) / \(divisor) at \(scale), \(mode): \(quotient)")
            }
        }
        #expect(checked > 1_500)
    }

    @Test("agrees with integer division where everything fits")
    func integers() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<5_000 {
            let numerator = random.coefficient(bits: 60)
            let divisor = random.coefficient(bits: 60)
            guard divisor != 0 else { continue }
            let left = try ExactDecimal(coefficient: numerator, scale: 0)
            let right = try ExactDecimal(coefficient: divisor, scale: 0)
            #expect(try left.divided(by: right, scale: 6, .down).coefficient == numerator * 1_000_000 / divisor)
            let (quotient, remainder) = (numerator * 1_000_000).quotientAndRemainder(dividingBy: divisor)
            let floor = remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
            #expect(try left.divided(by: right, scale: 6, .floor).coefficient == floor)
        }
    }

    @Test("a product that is rounded once is correctly rounded in every mode, for numbers of any size")
    func roundedProduct() throws {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<800 {
            let (left, right) = (try random.decimal(), try random.decimal())
            let scale = Int.random(in: 0...36, using: &random)
            let product = LongNatural(left.coefficient.magnitude) * LongNatural(right.coefficient.magnitude)
            let surplus = left.scale + right.scale - scale
            let unit = LongNatural(1).raised(by: max(0, surplus))
            for mode in RoundingMode.allCases {
                guard let rounded = try? left.multiplied(by: right, scale: scale, mode) else { continue }
                #expect(rounded.scale <= scale)
                if surplus > 0 {
                    let isNegative = left.isNegative != right.isNegative
                    #expect(
                        LongNatural.isRounded(rounded.coefficient.magnitude, product, unit, isNegative: isNegative, mode),
                        "\(left) * \(right) at \(scale), \(mode): \(rounded)")
                } else {
                    #expect(try rounded == left.multiplied(by: right))
                }
            }
        }
    }

    @Test("a digit far behind a tie still decides it")
    func tieInTwoSteps() throws {
        let tenth = try ExactDecimal(coefficient: 100_000_000_000_000_000_000_000_000_000_000_000, scale: 36)
        let five = try ExactDecimal(coefficient: 5_000_000_000_000_000_000_000_000_000_000_000_000, scale: 36)
        #expect(try five.multiplied(by: tenth, scale: 0, .halfDown).coefficient == 0)
        #expect(try five.multiplied(by: tenth, scale: 0, .halfUp).coefficient == 1)
        let more = try ExactDecimal(coefficient: five.coefficient + 1, scale: 36)
        #expect(try more.multiplied(by: tenth, scale: 0, .halfDown).coefficient == 1)
        let less = try ExactDecimal(coefficient: five.coefficient - 1, scale: 36)
        #expect(try less.multiplied(by: tenth, scale: 0, .halfUp).coefficient == 0)
    }

    @Test("refuses to divide by zero, at whatever scale it is written")
    func byZero() throws {
        #expect(throws: ArithmeticError.divisionByZero) { try ExactDecimal(1).divided(by: .zero, scale: 2, .halfEven) }
        let zero = try ExactDecimal(parsing: "0.000")
        #expect(throws: ArithmeticError.divisionByZero) { try ExactDecimal.zero.divided(by: zero, scale: 2, .halfEven) }
    }

    @Test("refuses a quotient that does not fit, and a scale that does not exist")
    func overflow() throws {
        let greatest = try ExactDecimal(coefficient: .max, scale: 0)
        let least = try ExactDecimal(coefficient: 1, scale: 36)
        #expect(throws: ArithmeticError.overflow) { try greatest.divided(by: least, scale: 36, .down) }
        #expect(throws: ArithmeticError.overflow) { try greatest.divided(by: least, scale: 0, .down) }
        #expect(throws: ArithmeticError.overflow) { try greatest.divided(by: ExactDecimal(1), scale: 1, .down) }
        #expect(throws: ArithmeticError.overflow) { try ExactDecimal(1).divided(by: ExactDecimal(1), scale: 37, .down) }
        #expect(throws: ArithmeticError.overflow) { try ExactDecimal(1).divided(by: ExactDecimal(1), scale: -1, .down) }
        #expect(try greatest.divided(by: greatest, scale: 36, .up) == ExactDecimal(1))
        #expect(try least.divided(by: greatest, scale: 36, .up).coefficient == 1)
        #expect(try least.divided(by: greatest, scale: 36, .halfUp).isZero)
    }
}
