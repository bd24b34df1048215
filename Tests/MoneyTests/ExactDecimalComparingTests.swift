import Money
import Testing

@Suite("Comparing exact decimals")
struct ExactDecimalComparingTests {
    @Test("equal numbers are equal and hash alike, however they are written")
    func equality() throws {
        let spellings = ["1.5", "1.50", "15e-1", "1.500000000000000000000000000000000000"]
        #expect(try Set(spellings.map { try ExactDecimal(parsing: $0) }).count == 1)
        #expect(Set([try ExactDecimal(parsing: "0"), try ExactDecimal(parsing: "-0.00")]).count == 1)
        #expect(try ExactDecimal(parsing: "1.5") != ExactDecimal(parsing: "1.51"))
        #expect(try ExactDecimal(parsing: "1e38") != ExactDecimal(parsing: "0.000000000000000000000000000000000001"))
    }

    @Test("the order is that of the numbers, also where one cannot be written at the scale of the other")
    func order() throws {
        let ascending = try [
            "-170141183460469231731687303715884105727", "-1e30", "-1.000000000000000000000000000000000001", "-1",
            "-0.000000000000000000000000000000000001", "0", "0.000000000000000000000000000000000001", "0.9", "1", "1.01",
            "1e30", "170141183460469231731687303715884105727",
        ].map { try ExactDecimal(parsing: $0) }
        for (left, low) in ascending.enumerated() {
            for (right, high) in ascending.enumerated() {
                #expect((low < high) == (left < right), "\(low) < \(high)")
                #expect((low == high) == (left == right), "\(low) == \(high)")
            }
        }
    }

    @Test("order and equality agree with the sign of the difference")
    func difference() throws {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<10_000 {
            let left = try random.decimal(bits: 60, scales: 0...12)
            let right = try random.decimal(bits: 60, scales: 0...12)
            let difference = try left.subtracting(right)
            #expect((left < right) == difference.isNegative)
            #expect((left == right) == difference.isZero)
            #expect(left != right || left.hashValue == right.hashValue)
        }
    }

    @Test("a normal form has no zeros at the end of its decimal places and is the same number")
    func normalForm() throws {
        #expect(try ExactDecimal(parsing: "100.00").normalized.description == "100")
        #expect(try ExactDecimal(parsing: "0.000").normalized.scale == 0)
        #expect(try ExactDecimal(parsing: "-1.0500").normalized.description == "-1.05")
        var random = SeededGenerator(seed: 10)
        for _ in 0..<5_000 {
            let number = try random.decimal()
            #expect(number.normalized == number)
        }
    }
}
