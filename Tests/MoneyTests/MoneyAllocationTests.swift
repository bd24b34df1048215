import Money
import Testing

@Suite("Sharing money out")
struct MoneyAllocationTests {
    static let table: [(String, [String], [String])] = [
        ("10.00 EUR", ["1", "1", "1"], ["3.34", "3.33", "3.33"]),
        ("-10.00 EUR", ["1", "1", "1"], ["-3.34", "-3.33", "-3.33"]),
        ("0.05 EUR", ["3", "7"], ["0.02", "0.03"]),
        ("0.05 EUR", ["7", "3"], ["0.04", "0.01"]),
        ("100 EUR", ["50", "30", "20"], ["50", "30", "20"]),
        ("100 EUR", ["0.5", "0.3", "0.2"], ["50", "30", "20"]),
        ("1.00 EUR", ["0", "1", "0"], ["0", "1", "0"]),
        ("0.01 EUR", ["1", "2"], ["0", "0.01"]),
        ("0.00 EUR", ["1", "2"], ["0", "0"]),
        ("100 JPY", ["1", "1", "1"], ["34", "33", "33"]),
        ("10.00 HUF", ["1", "1", "1"], ["4", "3", "3"]),
        ("1.000 BHD", ["1", "1", "1"], ["0.334", "0.333", "0.333"]),
        ("0.0001 EUR", ["1", "1"], ["0.0001", "0"]),
        ("10.000 EUR", ["1", "1", "1"], ["3.34", "3.33", "3.33"]),
        ("7 EUR", ["5"], ["7"]),
    ]

    @Test("follows the weights to the unit that can be moved", arguments: table)
    func shares(amount: String, weights: [String], shares: [String]) throws {
        let money = try Money(parsing: amount)
        let parts = try money.allocated(by: weights.map { try ExactDecimal(parsing: $0) })
        #expect(parts.map(\.amount) == (try shares.map { try ExactDecimal(parsing: $0) }))
        #expect(parts.allSatisfy { $0.currency == money.currency })
    }

    @Test("the second of two equal remainders waits, wherever the other weights stand")
    func ties() throws {
        let parts = try Money(parsing: "0.03 EUR").allocated(by: [1, 2, 1, 2].map { ExactDecimal($0) })
        #expect(parts.map(\.amount.coefficient) == [1, 1, 0, 1])
    }

    /// Amounts and weights of every size, among them weights of zero and repeated ones.
    static func samples(seed: UInt64) throws -> [(money: Money, weights: [ExactDecimal])] {
        var random = SeededGenerator(seed: seed)
        return try (0..<1_000).map { round in
            let bits = round.isMultiple(of: 3) ? 6 : 60
            let money = Money(try random.decimal(bits: 100, scales: 0...6), try random.currency())
            var weights: [ExactDecimal] = []
            for _ in 0..<Int.random(in: 1...9, using: &random) {
                weights.append(try random.decimal(bits: bits, scales: 0...4).magnitude)
            }
            weights.append(ExactDecimal(Int.random(in: 1...9, using: &random)))
            return (money, weights)
        }
    }

    @Test("loses no unit and makes none")
    func sum() throws {
        for (money, weights) in try Self.samples(seed: 30) {
            let parts = try money.allocated(by: weights)
            let sum = try parts.reduce(Money.zero(money.currency)) { try $0.adding($1) }
            #expect(sum == money, "\(money) by \(weights)")
            #expect(parts.count == weights.count)
            #expect(!money.isSendable || parts.allSatisfy { $0.isSendable })
        }
    }

    @Test("every part is within one unit of its exact share, on the side of the amount")
    func fairness() throws {
        for (money, weights) in try Self.samples(seed: 31) {
            let total = try weights.reduce(ExactDecimal.zero) { try $0.adding($1) }
            for (part, weight) in zip(try money.allocated(by: weights), weights) {
                #expect(part.isZero || part.isNegative == money.isNegative)
                #expect(!weight.isZero || part.isZero)
                // part × total lies between (amount × weight) ± (unit × total).
                let scale = max(money.amount.normalized.scale, money.currency.providerDigits)
                let units = { (number: ExactDecimal, at: Int) in
                    LongNatural(number.coefficient.magnitude).raised(by: at - number.scale)
                }
                let share = units(part.amount, scale) * units(total, 4)
                let exact = units(money.amount.normalized, scale) * units(weight, 4)
                let distance = share > exact ? share - exact : exact - share
                #expect(distance < units(total, 4), "\(money) by \(weights)")
            }
        }
    }

    @Test("what a weight gets does not depend on where it stands, but for ties")
    func orderIndependence() throws {
        var random = SeededGenerator(seed: 32)
        var compared = 0
        for (money, weights) in try Self.samples(seed: 33) {
            let parts = try money.allocated(by: weights)
            let order = weights.indices.shuffled(using: &random)
            let shuffled = try money.allocated(by: order.map { weights[$0] })
            guard !Self.hasTie(money, weights) else { continue }
            compared += 1
            #expect(shuffled == order.map { parts[$0] }, "\(money) by \(weights)")
        }
        #expect(compared > 300)
    }

    /// Whether two weights leave the same remainder, worked out another way: the remainders as exact fractions.
    private static func hasTie(_ money: Money, _ weights: [ExactDecimal]) -> Bool {
        guard let total = try? weights.reduce(ExactDecimal.zero, { try $0.adding($1) }) else { return true }
        let amount = money.amount.normalized
        let scale = max(amount.scale, money.currency.providerDigits)
        let units = LongNatural(amount.coefficient.magnitude).raised(by: scale - amount.scale)
        var seen: [LongNatural] = []
        for weight in weights {
            let divisor = LongNatural(total.coefficient.magnitude).raised(by: 4 - total.scale)
            var remainder = units * LongNatural(weight.coefficient.magnitude).raised(by: 4 - weight.scale)
            // Long division: the divisor is taken away at every power of ten.
            for power in stride(from: 40, through: 0, by: -1) {
                let step = divisor.raised(by: power)
                while remainder >= step { remainder = remainder - step }
            }
            if seen.contains(remainder) { return true }
            seen.append(remainder)
        }
        return false
    }

    @Test("a negative amount is shared out like the positive one")
    func mirrored() throws {
        for (money, weights) in try Self.samples(seed: 34) {
            let parts = try money.allocated(by: weights)
            #expect(try money.negated.allocated(by: weights) == parts.map(\.negated))
        }
    }

    @Test("only the proportion of the weights counts")
    func proportion() throws {
        for (money, weights) in try Self.samples(seed: 35) {
            let larger = try weights.map { try $0.multiplied(by: ExactDecimal(parsing: "3.7")) }
            #expect(try money.allocated(by: larger) == money.allocated(by: weights))
        }
    }

    @Test("a split gives what equal weights give")
    func split() throws {
        #expect(try Money(parsing: "1.00 EUR").split(into: 3).map(\.description) == ["0.34 EUR", "0.33 EUR", "0.33 EUR"])
        for (money, weights) in try Self.samples(seed: 36) {
            let equal = weights.map { _ in ExactDecimal(1) }
            #expect(try money.split(into: weights.count) == money.allocated(by: equal))
        }
    }

    @Test(
        "weights that give no proportion are refused",
        arguments: [[], ["0"], ["0", "0.00"], ["1", "-1"], ["-1"], ["2", "-0.01"]]
    )
    func invalidWeights(weights: [String]) throws {
        let weights = try weights.map { try ExactDecimal(parsing: $0) }
        let error = #expect(throws: MoneyError.self) { try Money(parsing: "1 EUR").allocated(by: weights) }
        guard case .invalidWeights = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a number of parts that makes no sense is refused at once", arguments: [0, -1, .min, .max, Money.maximumParts + 1])
    func invalidCount(count: Int) throws {
        #expect(throws: MoneyError.self) { try Money(parsing: "1 EUR").split(into: count) }
    }

    @Test("amounts and weights that cannot be counted in units are refused")
    func overflow() throws {
        let great = Money(try ExactDecimal(coefficient: .max, scale: 0), .eur)
        #expect(throws: MoneyError.overflow) { try great.allocated(by: [ExactDecimal(1)]) }
        #expect(throws: MoneyError.overflow) { try great.split(into: 2) }
        let weights = [try ExactDecimal(parsing: "1e38"), try ExactDecimal(parsing: "1e-36")]
        #expect(throws: MoneyError.overflow) { try Money(parsing: "1 EUR").allocated(by: weights) }
        let greatest = try ExactDecimal(coefficient: .max, scale: 0)
        #expect(throws: MoneyError.overflow) { try Money(parsing: "1 EUR").allocated(by: [greatest, greatest, greatest]) }
    }

    @Test("the greatest amounts are shared out exactly")
    func greatest() throws {
        let great = Money(try ExactDecimal(coefficient: .max, scale: 2), .eur)
        let weights = [try ExactDecimal(coefficient: .max, scale: 0), try ExactDecimal(coefficient: .max - 1, scale: 0)]
        let parts = try great.allocated(by: weights)
        #expect(try parts[0].adding(parts[1]) == great)
    }
}
