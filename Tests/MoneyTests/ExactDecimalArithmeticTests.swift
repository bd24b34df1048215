import Money
import Testing

@Suite("Calculating with exact decimals")
struct ExactDecimalArithmeticTests {
    static let greatest = "170141183460469231731687303715884105727"

    static let greatestTenth = "17014118346046923173168730371588410572.7"

    @Test("addition and multiplication obey the laws of a ring where nothing overflows")
    func ringLaws() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<5_000 {
            let a = try random.decimal(bits: 38, scales: 0...8)
            let b = try random.decimal(bits: 38, scales: 0...8)
            let c = try random.decimal(bits: 38, scales: 0...8)
            #expect(try a.adding(b) == b.adding(a))
            #expect(try a.adding(b).adding(c) == a.adding(b.adding(c)))
            #expect(try a.multiplied(by: b) == b.multiplied(by: a))
            #expect(try a.multiplied(by: b).multiplied(by: c) == a.multiplied(by: b.multiplied(by: c)))
            #expect(try a.multiplied(by: b.adding(c)) == a.multiplied(by: b).adding(a.multiplied(by: c)))
            #expect(try a.adding(a.negated).isZero)
            #expect(try a.subtracting(b) == b.subtracting(a).negated)
            #expect(try a.adding(.zero) == a && a.multiplied(by: ExactDecimal(1)) == a)
            #expect(try a.multiplied(by: .zero).isZero)
        }
    }

    @Test("a sum has the digits of the finer number")
    func scaleOfSum() throws {
        let sum = try ExactDecimal(parsing: "1.5").adding(ExactDecimal(parsing: "0.250"))
        #expect(sum.description == "1.750")
        #expect(try ExactDecimal(parsing: "1.50").subtracting(ExactDecimal(parsing: "1.5")).description == "0.00")
    }

    @Test("a product has the digits of both numbers")
    func scaleOfProduct() throws {
        #expect(try ExactDecimal(parsing: "1.50").multiplied(by: ExactDecimal(parsing: "-2.0")).description == "-3.000")
    }

    @Test(
        "a sum that does not fit is refused at either end of the range and never wraps",
        arguments: [
            (greatest, "1"), ("-" + greatest, "-1"), (greatest, "0.1"), (greatest, greatest), ("1e38", "1e38"),
            (greatest, "1e-36"), ("-" + greatest, "-" + greatest), ("1e38", "0.01"), ("-1e38", "1e-36"),
        ]
    )
    func sumOverflow(left: String, right: String) throws {
        let (left, right) = (try ExactDecimal(parsing: left), try ExactDecimal(parsing: right))
        #expect(throws: ArithmeticError.overflow) { try left.adding(right) }
        #expect(throws: ArithmeticError.overflow) { try right.adding(left) }
        #expect(throws: ArithmeticError.overflow) { try left.subtracting(right.negated) }
    }

    @Test(
        "a sum that fits is found, also where an operand alone would not fit at the finer scale",
        arguments: [
            (greatest, "-1", "170141183460469231731687303715884105726"),
            ("-" + greatest, greatest, "0"),
            ("1e38", "1.00", "100000000000000000000000000000000000001"),
            ("2e37", "-16999999999999999999999999999999999999.9", "3000000000000000000000000000000000000.1"),
            ("-2e37", "16999999999999999999999999999999999999.9", "-3000000000000000000000000000000000000.1"),
            (greatestTenth, "1000000000000000000000000000000000000.3", "18014118346046923173168730371588410573"),
            ("1", "-0.000000000000000000000000000000000001", "0.999999999999999999999999999999999999"),
        ]
    )
    func sumAtTheEdge(left: String, right: String, sum: String) throws {
        let (left, right) = (try ExactDecimal(parsing: left), try ExactDecimal(parsing: right))
        #expect(try left.adding(right) == ExactDecimal(parsing: sum))
        #expect(try right.adding(left) == ExactDecimal(parsing: sum))
    }

    @Test("sums of numbers of any size are exact or refused")
    func sumsOfAnySize() throws {
        var random = SeededGenerator(seed: 4)
        var exact = 0
        for _ in 0..<2_000 {
            let (left, right) = (try random.decimal(), try random.decimal())
            guard let sum = try? left.adding(right) else { continue }
            exact += 1
            let scale = max(left.scale, right.scale)
            let terms = [left, right].map { LongNatural($0.coefficient.magnitude).raised(by: scale - $0.scale) }
            let found = LongNatural(sum.coefficient.magnitude).raised(by: scale - sum.scale)
            let expected =
                left.isNegative == right.isNegative
                ? terms[0] + terms[1] : max(terms[0], terms[1]) - min(terms[0], terms[1])
            #expect(found == expected, "\(left) + \(right) = \(sum)")
        }
        #expect(exact > 400)
    }

    @Test(
        "a product that does not fit is refused and never wraps",
        arguments: [
            (greatest, "2"), (greatest, greatest), ("-" + greatest, "1.1"), ("1e20", "1e19"), ("1e-20", "1e-17"),
            ("9223372036854775808", "18446744073709551616"), ("0.1", "0.000000000000000000000000000000000001"),
        ]
    )
    func productOverflow(left: String, right: String) throws {
        let (left, right) = (try ExactDecimal(parsing: left), try ExactDecimal(parsing: right))
        #expect(throws: ArithmeticError.overflow) { try left.multiplied(by: right) }
        #expect(throws: ArithmeticError.overflow) { try right.multiplied(by: left) }
    }

    @Test("a product gives up zeros at its end rather than fail")
    func productWithZeros() throws {
        let product = try ExactDecimal(parsing: "1e19").multiplied(by: ExactDecimal(parsing: "1e19"))
        #expect(product == (try ExactDecimal(parsing: "1e38")))
        let small = try ExactDecimal(coefficient: 20, scale: 20).multiplied(by: ExactDecimal(coefficient: 5, scale: 17))
        #expect(small == (try ExactDecimal(parsing: "1e-35")))
    }

    @Test("products of numbers of any size are exact or refused")
    func productsOfAnySize() throws {
        var random = SeededGenerator(seed: 5)
        var exact = 0
        for _ in 0..<2_000 {
            let (left, right) = (try random.decimal(), try random.decimal())
            guard let product = try? left.multiplied(by: right) else { continue }
            exact += 1
            let expected = LongNatural(left.coefficient.magnitude) * LongNatural(right.coefficient.magnitude)
            let found = LongNatural(product.coefficient.magnitude).raised(by: left.scale + right.scale - product.scale)
            #expect(found == expected, "\(left) * \(right) = \(product)")
            #expect(product.isZero || product.isNegative == (left.isNegative != right.isNegative))
        }
        #expect(exact > 200)
    }

    @Test("the range is the same on both sides of zero")
    func symmetricRange() throws {
        #expect(throws: ArithmeticError.overflow) { try ExactDecimal(coefficient: .min, scale: 0) }
        let least = try ExactDecimal(coefficient: -.max, scale: 0)
        #expect(least.negated.coefficient == .max && least.magnitude.coefficient == .max)
        #expect(throws: ArithmeticError.overflow) { try least.subtracting(ExactDecimal(1)) }
        #expect(throws: ArithmeticError.overflow) { try ExactDecimal(coefficient: 1, scale: 37) }
        #expect(throws: ArithmeticError.overflow) { try ExactDecimal(coefficient: 1, scale: -1) }
    }

    @Test("whole numbers come from integers and go back to them")
    func integers() throws {
        #expect(ExactDecimal(.min).description == "-9223372036854775808")
        #expect(ExactDecimal(.min).integer == .min)
        #expect(try ExactDecimal(parsing: "12.00").integer == 12)
        #expect(try ExactDecimal(parsing: "12.01").integer == nil)
        #expect(try ExactDecimal(parsing: "9223372036854775808").integer == nil)
    }
}
