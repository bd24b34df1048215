import Money
import Testing

@Suite("Money")
struct MoneyTests {
    @Test("of one currency is added and subtracted exactly")
    func addition() throws {
        let sum = try Money(parsing: "0.10 EUR").adding(Money(parsing: "0.20 EUR"))
        #expect(sum.description == "0.30 EUR")
        #expect(try sum.subtracting(Money(parsing: "0.3 EUR")).isZero)
    }

    @Test("of two currencies is never added, subtracted or compared")
    func mismatch() throws {
        let euros = try Money(parsing: "1 EUR")
        let dollars = try Money(parsing: "1 USD")
        let mismatch = MoneyError.currencyMismatch(.eur, .usd)
        #expect(throws: mismatch) { try euros.adding(dollars) }
        #expect(throws: mismatch) { try euros.subtracting(dollars) }
        #expect(throws: mismatch) { try euros.isLess(than: dollars) }
        #expect(throws: mismatch) { try euros.compared(to: dollars) }
        #expect(throws: mismatch) { try Money.zero(.eur).adding(dollars) }
        #expect(euros != dollars)
        #expect(mismatch.description.contains("EUR and USD"))
    }

    @Test("is compared by value")
    func comparison() throws {
        let small = try Money(parsing: "1.5 EUR")
        let great = try Money(parsing: "1.51 EUR")
        #expect(try small.compared(to: great) == -1)
        #expect(try great.compared(to: small) == 1)
        #expect(try small.compared(to: Money(parsing: "1.50 EUR")) == 0)
        #expect(try small.isLess(than: great))
        #expect(try !great.isLess(than: small))
        #expect(try Set([small, Money(parsing: "1.50 EUR")]).count == 1)
    }

    @Test("that overflows is refused")
    func overflow() throws {
        let great = Money(try ExactDecimal(coefficient: .max, scale: 2), .eur)
        #expect(throws: MoneyError.overflow) { try great.adding(Money(parsing: "0.01 EUR")) }
        #expect(throws: MoneyError.overflow) { try great.negated.subtracting(Money(parsing: "0.01 EUR")) }
        #expect(throws: MoneyError.overflow) { try great.multiplied(by: ExactDecimal(2)) }
    }

    @Test("knows its sign")
    func sign() throws {
        let debt = try Money(parsing: "-3 JPY")
        #expect(debt.isNegative && !debt.isPositive && !debt.isZero)
        #expect(debt.negated.isPositive && debt.magnitude == debt.negated)
        #expect(Money.zero(.jpy).isZero)
    }

    @Test(
        "is written with at least the digits of ISO 4217 and then the code",
        arguments: [
            ("12.3 EUR", "12.30 EUR"), ("12 EUR", "12.00 EUR"), ("12.345 EUR", "12.345 EUR"), ("-0.5 USD", "-0.50 USD"),
            ("1500 JPY", "1500 JPY"), ("1500.5 JPY", "1500.5 JPY"), ("1.5 BHD", "1.500 BHD"), ("10 HUF", "10.00 HUF"),
            ("EUR 7", "7.00 EUR"), ("EUR -7.10", "-7.10 EUR"), ("1e3 GBP", "1000.00 GBP"),
        ]
    )
    func text(written: String, shown: String) throws {
        let money = try Money(parsing: written)
        #expect(money.description == shown)
        #expect(try Money(parsing: money.description) == money)
    }

    @Test("is read back from what it writes")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 20)
        for _ in 0..<5_000 {
            let money = Money(try random.decimal(bits: 110), try random.currency())
            let copy = try Money(parsing: money.description)
            #expect(copy == money)
            #expect(copy.description == money.description)
        }
    }

    @Test(
        "is not read from anything else",
        arguments: [
            "", " ", "12.30", "EUR", "12.30EUR", "12.30  EUR", " 12.30 EUR", "12.30 EUR ", "12.30 eur", "12.30 XXX", "EUR EUR",
            "12.30 12.30", "12,30 EUR", "EUR ", " EUR", "12.30\tEUR", "12.30 EUR EUR", "€ 12.30", "12.30 EURO", "12.30 ＥＵＲ",
        ]
    )
    func malformed(text: String) {
        #expect(throws: MoneyParsingError.self) { try Money(parsing: text) }
    }

    @Test("says what to write when it cannot be read")
    func messages() {
        let code = #expect(throws: MoneyParsingError.self) { try Money(parsing: "12.30 eur") }
        #expect(code?.description.contains("did you mean EUR") == true)
        let form = #expect(throws: MoneyParsingError.self) { try Money(parsing: "12.30") }
        #expect(form?.description.contains("12.30 EUR") == true)
        let amount = #expect(throws: MoneyParsingError.self) { try Money(parsing: "12,30 EUR") }
        #expect(amount?.description.contains("\"12,30\"") == true)
    }

    @Test(
        "is rounded to the digits that the API moves",
        arguments: [
            ("12.345 EUR", "12.34 EUR"), ("12.3 EUR", "12.30 EUR"), ("1500.5 JPY", "1500 JPY"), ("10.49 HUF", "10.00 HUF"),
            ("1.2345 BHD", "1.234 BHD"), ("-12.355 EUR", "-12.36 EUR"),
        ]
    )
    func rounding(written: String, rounded: String) throws {
        let money = try Money(parsing: written).rounded(.halfEven)
        #expect(money.description == rounded)
        #expect(money.isSendable)
    }

    @Test("is rounded to other digits when told so")
    func roundingToDigits() throws {
        #expect(try Money(parsing: "12.3456 EUR").rounded(.up, digits: 3).description == "12.346 EUR")
        #expect(try Money(parsing: "12.50 EUR").rounded(.halfEven, digits: 0).description == "12.00 EUR")
    }

    @Test(
        "can be sent when no digit stands beyond those that the API moves",
        arguments: [
            ("12.30 EUR", true), ("12.300 EUR", true), ("12.301 EUR", false), ("10.00 HUF", true), ("10.50 HUF", false),
            ("1 JPY", true), ("0.5 JPY", false), ("1.234 KWD", true), ("1.2345 KWD", false), ("0.000 JPY", true),
        ]
    )
    func sendable(text: String, isSendable: Bool) throws {
        #expect(try Money(parsing: text).isSendable == isSendable)
    }
}
