import Money
import Testing

@Suite("Currencies")
struct CurrencyTests {
    @Test(
        "have the digits of ISO 4217, and apart from them those that the API moves",
        arguments: [
            ("EUR", 2, 2), ("USD", 2, 2), ("JPY", 0, 0), ("KRW", 0, 0), ("UGX", 0, 0), ("CLP", 0, 0), ("ISK", 0, 0),
            ("VND", 0, 0), ("XOF", 0, 0), ("BHD", 3, 3), ("KWD", 3, 3), ("OMR", 3, 3), ("TND", 3, 3), ("JOD", 3, 3),
            ("HUF", 2, 0), ("IDR", 2, 0),
        ]
    )
    func digits(code: String, digits: Int, providerDigits: Int) throws {
        let currency = try Currency(code: code)
        #expect(currency.digits == digits)
        #expect(currency.providerDigits == providerDigits)
    }

    @Test("include every code of the rate table of the European Central Bank")
    func centralBank() throws {
        let header = """
            USD,JPY,BGN,CYP,CZK,DKK,EEK,GBP,HUF,LTL,LVL,MTL,PLN,ROL,RON,SEK,SIT,SKK,CHF,ISK,NOK,HRK,RUB,TRL,TRY,\
            AUD,BRL,CAD,CNY,HKD,IDR,ILS,INR,KRW,MXN,MYR,NZD,PHP,SGD,THB,ZAR
            """
        for code in header.split(separator: ",") {
            #expect(try Currency(code: code).code == code)
        }
    }

    @Test("include every code of the API's documents")
    func provider() throws {
        for code in ["ARS", "AUD", "BRL", "CAD", "CNY", "GEL", "INR", "PAB", "PHP", "PKR", "THB", "TRY", "AED", "UAH"] {
            #expect(try Currency(code: code).isWithdrawn == false)
        }
    }

    @Test("stand in the order of their codes, each once")
    func order() {
        let codes = Currency.all.map(\.code)
        #expect(codes == Array(Set(codes)).sorted())
        #expect(Currency.all == Currency.all.sorted())
        #expect(codes.count > 150)
    }

    @Test("are found again by code and by packed code, and have a name and a symbol")
    func identity() throws {
        for currency in Currency.all {
            #expect(try Currency(code: currency.code) == currency)
            #expect(Currency(packedCode: currency.packedCode) == currency)
            #expect(currency.code.utf8.reduce(0) { $0 << 8 | UInt32($1) } == currency.packedCode)
            #expect(!currency.name.isEmpty && !currency.symbol.isEmpty)
            #expect((0...3).contains(currency.digits) && currency.providerDigits <= currency.digits)
            #expect(!(currency.isWithdrawn && currency.isHeldByProvider))
        }
    }

    @Test("that are no longer money say so")
    func withdrawn() throws {
        for code in ["HRK", "EEK", "LTL", "LVL", "SKK", "SIT", "CYP", "MTL", "ROL", "TRL", "BGN"] {
            let currency = try Currency(code: code)
            #expect(currency.isWithdrawn && !currency.isHeldByProvider, "\(code)")
        }
        #expect(!Currency.eur.isWithdrawn)
    }

    @Test("have constants for the ones in daily use")
    func constants() {
        #expect([Currency.eur, .gbp, .usd, .jpy, .sgd].map(\.code) == ["EUR", "GBP", "USD", "JPY", "SGD"])
        #expect([Currency.eur, .gbp, .usd, .jpy, .sgd].allSatisfy { $0.isHeldByProvider })
        #expect(Currency.eur.packedCode == 0x455552)
    }

    @Test("take two bytes")
    func size() {
        #expect(MemoryLayout<Currency>.size == 2)
    }

    @Test("know the date of their table")
    func date() {
        #expect(Currency.tableDate == "2026-01-01")
    }

    @Test(
        "that are unknown suggest the nearest one",
        arguments: [
            ("eur", "EUR"), ("Gbp", "GBP"), ("€", "EUR"), ("£", "GBP"), ("EUE", "EUR"), ("ERU", "EUR"), ("EU", "EUR"),
            ("EURO", "EUR"), ("SDG ", "SDG"), ("JYP", "JPY"),
        ]
    )
    func suggestion(text: String, code: String) throws {
        let error = #expect(throws: UnknownCurrency.self) { try Currency(code: text) }
        #expect(error?.suggestion?.code == code)
        #expect(error?.description.contains("did you mean \(code)") == true)
    }

    @Test("that are like none suggest none", arguments: ["", "QQQ", "12", "bitcoin", "ＥＵＲ", "XXX"])
    func noSuggestion(text: String) {
        let error = #expect(throws: UnknownCurrency.self) { try Currency(code: text) }
        #expect(error?.suggestion == nil)
        #expect(error?.description.contains("three capital letters") == true)
    }

    @Test("are not found under a packed code of other bytes", arguments: [0, 0x657572, 0x01455552, .max] as [UInt32])
    func wrongPackedCode(packed: UInt32) {
        #expect(Currency(packedCode: packed) == nil)
    }
}
