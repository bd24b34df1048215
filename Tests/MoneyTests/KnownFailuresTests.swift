import Money
import Testing

/// What other money libraries got wrong; each name is the complaint of their users.
@Suite("Known failures of money libraries do not happen here")
struct KnownFailuresTests {
    @Test("two decimal places are not assumed for every currency")
    func exponentTwoAssumed() throws {
        #expect(try Money(parsing: "1000 JPY").description == "1000 JPY")
        #expect(try Money(parsing: "1.234 KWD").description == "1.234 KWD")
        #expect(try Money(parsing: "1000 JPY").split(into: 3).map(\.amount.coefficient) == [334, 333, 333])
        #expect(try Money(parsing: "0.010 KWD").split(into: 3).map(\.amount.coefficient) == [4, 3, 3])
    }

    @Test("a fraction of a yen after a multiplication is neither dropped nor sent")
    func fractionsOfYen() throws {
        let product = try Money(parsing: "5 JPY").multiplied(by: ExactDecimal(parsing: "0.5"))
        #expect(product.description == "2.5 JPY")
        #expect(!product.isSendable)
        #expect(product.rounded(.halfEven).description == "2 JPY")
        #expect(product.rounded(.halfUp).isSendable)
    }

    @Test("what remains of an allocation goes to the greatest remainders, not to the first or to the greatest weight")
    func remainderOfAllocation() throws {
        let weights = try ["50", "33.3", "16.7"].map { try ExactDecimal(parsing: $0) }
        #expect(try Money(parsing: "0.10 EUR").allocated(by: weights).map(\.amount.coefficient) == [5, 3, 2])
        let others = [1, 9, 5].map { ExactDecimal($0) }
        #expect(try Money(parsing: "0.11 EUR").allocated(by: others).map(\.amount.coefficient) == [1, 6, 4])
    }

    @Test("an allocation beyond the integers of a double ends, and is exact")
    func allocationBeyondDouble() throws {
        let money = try Money(parsing: "900719925474099300000000000001 JPY")
        let parts = try money.allocated(by: [ExactDecimal(1), ExactDecimal(1), ExactDecimal(1)])
        let third: Int128 = 300_239_975_158_033_100_000_000_000_000
        #expect(parts.map(\.amount.coefficient) == [third + 1, third, third])
        #expect(try parts.reduce(Money.zero(.jpy)) { try $0.adding($1) } == money)
    }

    @Test("the order of the ratios does not change what each ratio gets")
    func orderOfRatios() throws {
        let money = try Money(parsing: "1.01 EUR")
        let ratios = [1, 2, 4, 6].map { ExactDecimal($0) }
        let forward = try money.allocated(by: ratios)
        let backward = try money.allocated(by: ratios.reversed())
        #expect(forward == backward.reversed())
    }

    @Test("a tiny amount goes to the greatest weight, and to the first only among equals")
    func tinyAmounts() throws {
        let cent = try Money(parsing: "0.01 EUR")
        let shares = { (weights: [Int]) in try cent.allocated(by: weights.map { ExactDecimal($0) }).map(\.amount.coefficient) }
        #expect(try shares([1, 2, 7]) == [0, 0, 1])
        #expect(try shares([7, 2, 1]) == [1, 0, 0])
        #expect(try shares([1, 1, 1]) == [1, 0, 0])
        #expect(try shares([0, 1, 1]) == [0, 1, 0])
    }

    @Test("no point is written when there are no decimal places")
    func zeroDecimalsWithPoint() throws {
        #expect(try Money(parsing: "7 JPY").description == "7 JPY")
        #expect(try ExactDecimal(parsing: "7").text(minimumScale: 0) == "7")
        #expect(Money.zero(.jpy).description == "0 JPY")
    }

    @Test("0.14 is 0.14")
    func fourteenHundredths() throws {
        let number = try ExactDecimal(parsing: "0.14")
        #expect(number.coefficient == 14 && number.scale == 2)
        #expect(number.description == "0.14")
        var sum = ExactDecimal.zero
        for _ in 0..<100 { sum = try sum.adding(number) }
        #expect(sum.integer == 14)
    }
}
