import Money
import Testing
import WiseAPI

@Suite("The body of a request")
struct RequestBodyTests {
    private func money(_ text: String, _ currency: Currency) throws -> Money { Money(try ExactDecimal(parsing: text), currency) }

    @Test("opens a balance without a name and a jar with one")
    func openBalance() {
        #expect(
            OpenBalanceRequest(currency: .eur, type: .standard, name: nil).json.text == #"{"currency":"EUR","type":"STANDARD"}"#)
        #expect(
            OpenBalanceRequest(currency: .jpy, type: .savings, name: "Büro \"2\"").json.text
                == #"{"currency":"JPY","type":"SAVINGS","name":"Büro \"2\""}"#)
    }

    @Test("asks for a quote with exactly one amount, its digits untouched")
    func quote() throws {
        let source = QuoteRequest(.source(try money("100.10", .eur), target: .gbp))
        #expect(
            source.json.text
                == #"{"sourceCurrency":"EUR","targetCurrency":"GBP","sourceAmount":100.10,"payOut":"BALANCE","preferredPayIn":"BALANCE"}"#
        )
        #expect(source.sourceCurrency == .eur && source.targetCurrency == .gbp)
        let target = QuoteRequest(.target(source: .usd, try money("5000", .jpy)), payOut: "BANK_TRANSFER")
        #expect(
            target.json.text
                == #"{"sourceCurrency":"USD","targetCurrency":"JPY","targetAmount":5000,"payOut":"BANK_TRANSFER"}"#)
        #expect(target.sourceCurrency == .usd && target.targetCurrency == .jpy)
    }

    @Test("moves in its kinds: by quote, by quote between two balances, by amount")
    func movement() throws {
        #expect(MovementRequest.convert(quote: "q").json.text == #"{"quoteId":"q"}"#)
        #expect(
            MovementRequest.convertBetween(quote: "q", source: 1, target: 2).json.text
                == #"{"quoteId":"q","sourceBalanceId":1,"targetBalanceId":2}"#)
        #expect(
            MovementRequest.move(try money("12.30", .eur), source: 1, target: 2).json.text
                == #"{"amount":{"value":12.30,"currency":"EUR"},"sourceBalanceId":1,"targetBalanceId":2}"#)
    }

    @Test("tops up")
    func topUp() throws {
        #expect(
            TopUpRequest(profile: 7, balance: 42, amount: try money("0.01", .eur), channel: .transfer).json.text
                == #"{"profileId":7,"balanceId":42,"currency":"EUR","amount":0.01,"channel":"TRANSFER"}"#)
    }
}
