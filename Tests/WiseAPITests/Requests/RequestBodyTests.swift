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

    @Test("asks for a quote of a transfer with its recipient and its way to pay")
    func quoteOfTransfer() throws {
        let request = QuoteRequest(
            .source(try money("10", .eur), target: .gbp), payOut: "BANK_TRANSFER", preferredPayIn: "BALANCE", recipient: 5)
        #expect(
            request.json.text == #"{"sourceCurrency":"EUR","targetCurrency":"GBP","sourceAmount":10,"targetAccount":5,"#
                + #""payOut":"BANK_TRANSFER","preferredPayIn":"BALANCE"}"#)
    }

    @Test("changes of a quote only what is given")
    func quoteUpdate() {
        #expect(QuoteUpdate().json.text == "{}")
        #expect(
            QuoteUpdate(recipient: 5, payOut: "SWIFT", transferNature: "GIFT").json.text
                == #"{"targetAccount":5,"payOut":"SWIFT","paymentMetadata":{"transferNature":"GIFT"}}"#)
    }

    @Test("writes a recipient down")
    func recipient() {
        let request = RecipientRequest(
            currency: .gbp, type: "sort_code", profile: 7, accountHolderName: "Anna Berg",
            details: ["legalType": .string("PRIVATE"), "sortCode": .string("040075")])
        let start = #"{"currency":"GBP","type":"sort_code","profile":7,"accountHolderName":"Anna Berg""#
        let end = #""details":{"legalType":"PRIVATE","sortCode":"040075"}}"#
        #expect(request.json.text == "\(start),\(end)")
        var own = request
        own.ownedByCustomer = true
        #expect(own.json.text == "\(start),\"ownedByCustomer\":true,\(end)")
    }

    @Test("orders a transfer, with and without a key of the caller's")
    func transfer() {
        let short = TransferRequest(recipient: 5, quote: "q")
        #expect(short.json.text == #"{"targetAccount":5,"quoteUuid":"q","details":{}}"#)
        let long = TransferRequest(
            recipient: 5, quote: "q", refundRecipient: 6, reference: "R", details: ["sourceOfFunds": .string("x")],
            customerTransactionID: "k")
        #expect(
            long.json.text == #"{"targetAccount":5,"quoteUuid":"q","sourceAccount":6,"customerTransactionId":"k","#
                + #""details":{"sourceOfFunds":"x","reference":"R"}}"#)
        #expect(FundingRequest().json.text == #"{"type":"BALANCE"}"#)
        #expect(FundingRequest(balance: 42).json.text == #"{"type":"BALANCE","balanceId":42}"#)
    }

    @Test("lets a SWIFT payment come in with what else its message holds")
    func swift() throws {
        let request = SwiftPaymentRequest(
            amount: try money("100.50", .eur), senderName: "S", reference: "R", members: ["senderBic": .string("B")])
        #expect(
            request.json.text
                == #"{"senderBic":"B","currencyCode":"EUR","amount":100.50,"senderName":"S","paymentReference":"R"}"#)
    }

    @Test("is a query where something is looked up, with nothing in it that was not asked")
    func queries() throws {
        func text(_ items: [QueryItem]) -> String { APIRequest(.get, "/", query: items).target }
        let time = try #require(Timestamp("2026-07-31T08:42:43.5Z"))
        #expect(text(RecipientQuery(profile: nil).items) == "/" && text(ActivityQuery().items) == "/")
        #expect(
            text(RecipientQuery(profile: 7, currency: .gbp, active: true, type: "iban", ownedByCustomer: false, creator: 3).items)
                == "/?profileId=7&currency=GBP&active=true&type=iban&ownedByCustomer=false&creatorId=3")
        #expect(
            text(
                TransferQuery(
                    profile: 7, statuses: [.processing, .cancelled], sourceCurrency: .eur, targetCurrency: .gbp,
                    createdFrom: time, createdTo: time
                ).items) == "/?profile=7&status=processing,cancelled&sourceCurrency=EUR&targetCurrency=GBP"
                + "&createdDateStart=2026-07-31T08:42:43.500Z&createdDateEnd=2026-07-31T08:42:43.500Z")
        #expect(
            text(ActivityQuery(resourceType: .transfer, status: .completed, since: time, until: time).items)
                == "/?monetaryResourceType=TRANSFER&status=COMPLETED&since=2026-07-31T08:42:43.500Z"
                + "&until=2026-07-31T08:42:43.500Z")
    }

    @Test("has the media type that its operation takes")
    func contentTypes() {
        #expect(Route.updateQuote.contentType == "application/merge-patch+json")
        #expect(Route.createToken.contentType == "application/x-www-form-urlencoded")
        #expect(Route.verifyPIN.contentType == "application/jose+json" && Route.createPIN.contentType == "application/jose+json")
        #expect(Route.createQuote.contentType == "application/json")
    }

    @Test("tops up")
    func topUp() throws {
        #expect(
            TopUpRequest(profile: 7, balance: 42, amount: try money("0.01", .eur), channel: .transfer).json.text
                == #"{"profileId":7,"balanceId":42,"currency":"EUR","amount":0.01,"channel":"TRANSFER"}"#)
    }
}
