import Money
import Testing

@Suite("Rates")
struct RateTests {
    private func rate(_ source: Currency, _ target: Currency, _ value: String) throws -> Rate {
        try Rate(source: source, target: target, value: ExactDecimal(parsing: value))
    }

    @Test(
        "convert an amount and round it once, to the digits that the API moves",
        arguments: [
            ("988.75 GBP", "SGD", "9.21691", "9113.22 SGD"), ("100.00 EUR", "JPY", "175.68", "17568 JPY"),
            ("1.00 EUR", "HUF", "366.33", "366.00 HUF"), ("1.00 EUR", "BHD", "0.42123", "0.421 BHD"),
            ("-0.05 EUR", "USD", "1.1", "-0.06 USD"), ("0.00 EUR", "USD", "1.1", "0.00 USD"),
        ]
    )
    func converting(source: String, target: String, value: String, result: String) throws {
        let money = try Money(parsing: source)
        let rate = try rate(money.currency, Currency(code: target), value)
        #expect(try rate.converting(money, .halfUp).description == result)
    }

    @Test("convert back by dividing, as the recorded quotes do")
    func convertingBack() throws {
        let rate = try rate(.gbp, .usd, "1.25155")
        #expect(try rate.convertingBack(Money(parsing: "110 USD"), .halfUp).description == "87.89 GBP")
        #expect(try rate.convertingBack(Money(parsing: "110 USD"), .halfUp, digits: 6).description == "87.891015 GBP")
        let yen = try self.rate(.jpy, .eur, "0.00569")
        #expect(try yen.convertingBack(Money(parsing: "1.00 EUR"), .up).description == "176 JPY")
    }

    @Test("follow the mode they are given")
    func modes() throws {
        let rate = try rate(.eur, .usd, "1.005")
        let euro = try Money(parsing: "1.00 EUR")
        let expected: [RoundingMode: String] = [
            .halfEven: "1.00", .halfUp: "1.01", .halfDown: "1.00", .up: "1.01", .down: "1.00", .ceiling: "1.01", .floor: "1.00",
        ]
        for mode in RoundingMode.allCases {
            #expect(try rate.converting(euro, mode).amount.description == expected[mode], "\(mode)")
        }
    }

    @Test("convert where the exact product has too many digits")
    func longNumbers() throws {
        let rate = try rate(.eur, .usd, "1.100000000000000000000000000000000001")
        let money = try Money(parsing: "1000000.01 EUR")
        #expect(try rate.converting(money, .halfEven).description == "1100000.01 USD")
        #expect(throws: MoneyError.overflow) {
            try rate.converting(Money(ExactDecimal(coefficient: .max, scale: 0), .eur), .halfEven)
        }
    }

    @Test("refuse an amount of another currency")
    func mismatch() throws {
        let rate = try rate(.eur, .usd, "1.1")
        let dollars = try Money(parsing: "1 USD")
        let euros = try Money(parsing: "1 EUR")
        #expect(throws: MoneyError.currencyMismatch(.usd, .eur)) { try rate.converting(dollars, .halfEven) }
        #expect(throws: MoneyError.currencyMismatch(.eur, .usd)) { try rate.convertingBack(euros, .halfEven) }
    }

    @Test("are greater than zero", arguments: ["0", "0.000", "-1", "-1e-36"])
    func positive(value: String) throws {
        let value = try ExactDecimal(parsing: value)
        #expect(throws: RateError.notPositive(value)) { try Rate(source: .eur, target: .usd, value: value) }
    }

    @Test("lead from a currency to itself only as one")
    func sameCurrency() throws {
        #expect(try rate(.eur, .eur, "1.000").converting(Money(parsing: "5.00 EUR"), .halfEven).description == "5.00 EUR")
        #expect(throws: RateError.sameCurrency(.eur)) { try rate(.eur, .eur, "1.1") }
    }

    @Test("turn round with a scale and a mode")
    func inverse() throws {
        let inverse = try rate(.eur, .usd, "1.1172").inverted(scale: 6, .halfEven)
        #expect(inverse.description == "1 USD = 0.895095 EUR")
        #expect(throws: RateError.notPositive(.zero)) { try rate(.eur, .usd, "1000").inverted(scale: 2, .halfEven) }
        #expect(throws: RateError.overflow) { try rate(.eur, .usd, "1e-36").inverted(scale: 36, .halfEven) }
        #expect(throws: RateError.overflow) { try rate(.eur, .usd, "1.1").inverted(scale: 37, .halfEven) }
    }

    @Test("there and back again is within half a unit at either end")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 40)
        for _ in 0..<3_000 {
            let value = try ExactDecimal(coefficient: Int128.random(in: 100_000...200_000, using: &random), scale: 5)
            let rate = try Rate(source: .eur, target: .usd, value: value)
            let money = Money(try ExactDecimal(coefficient: Int128(random.magnitude(bits: 50)), scale: 2), .eur)
            let back = try rate.convertingBack(rate.converting(money, .halfEven), .halfEven)
            // The rate is at least one, so that half a cent there is at most half a cent here.
            let distance = try back.subtracting(money).magnitude
            #expect(distance.amount <= (try ExactDecimal(parsing: "0.01")), "\(money) at \(rate)")
        }
    }
}
