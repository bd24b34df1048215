import Money
import Simulator
import Testing
import WiseAPI

@Suite("Other ways to a quote")
struct QuoteVariantTests {
    static let members = #""sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":100"#

    @Test("are open to anybody, without an identifier, and nothing is kept")
    func unauthenticated() throws {
        var caller = WorldCaller()
        let before = caller.world.records.quotes.count
        for headers: HeaderFields in [[:], ["Authorization": "Bearer \(WorldCaller.token)"]] {
            let answer = try caller.call(.post, "/v3/quotes", "{\(Self.members)}", headers: headers)
            #expect(answer.status == 200)
            let json = try JSONValue(parsing: answer.body)
            #expect(json["id"] == nil && json["user"] == nil && json["profile"] == nil)
            #expect(json["clientId"]?.stringValue == "unknown")
            #expect(json["paymentOptions"]?.arrayValue?.isEmpty == false)
        }
        #expect(caller.world.records.quotes.count == before)
        let wrong = try caller.call(.post, "/v3/quotes", "{\(Self.members)}", headers: ["Authorization": "Bearer x"])
        #expect(wrong.status == 401)
    }

    @Test("take texts for numbers where older clients send them, and the profile from the body")
    func secondVersion() throws {
        var caller = WorldCaller()
        let body =
            #"{"sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":"100.50","targetAmount":null,"profile":28891001,"#
            + #""payOut":"BALANCE","somethingElse":[1]}"#
        let quote = try Quote(json: try caller.json(.post, "/v2/quotes", body))
        #expect(try quote.raw["sourceAmount"]?.decimalValue == decimal("100.50"))
        #expect(try caller.move("{\"quoteId\":\"\(#require(quote.id))\"}").status == 201)
        #expect(try caller.call(.post, "/v2/quotes", "{\(Self.members)}").path == "profile")
        #expect(try caller.call(.post, "/v2/quotes", "{\(Self.members),\"profile\":7}").status == 403)
    }

    @Test("are updates, where null keeps what there is")
    func update() throws {
        var caller = WorldCaller()
        let quotes = "/v3/profiles/\(WorldCaller.business)/quotes"
        let quote = try Quote(json: try caller.json(.post, quotes, "{\(Self.members)}"))
        let path = "\(quotes)/\(try #require(quote.id))"
        let changed = try caller.json(.patch, path, #"{"targetAccount":700001,"payOut":"BALANCE","unknown":{}}"#)
        #expect(changed["targetAccount"]?.integerValue == 700_001 && changed["payOut"]?.stringValue == "BALANCE")
        #expect(changed["rate"] == quote.raw["rate"] && changed["expirationTime"] == quote.raw["expirationTime"])
        let same = try caller.json(.patch, path, #"{"targetAccount":null,"payOut":null}"#)
        #expect(same == changed)
        for (body, status) in [
            (#"{"payOut":"PIGEON"}"#, 400), (#"{"targetAccount":"x"}"#, 400), ("[]", 400),
            (#"{"pricingConfiguration":{"fee":{"type":"OVERRIDE","variable":0.1,"fixed":0}}}"#, 422),
        ] {
            #expect(try caller.call(.patch, path, body).status == status, "\(body)")
        }
        var used = caller
        #expect(try used.move("{\"quoteId\":\"\(#require(quote.id))\"}").status == 201)
        #expect(try used.call(.patch, path, "{}").code == "quote.already-used")
        try caller.advance(1800)
        #expect(try caller.call(.patch, path, "{}").code == "quote.expired")
    }

    @Test("put first what the caller would rather pay with")
    func preferred() throws {
        var caller = WorldCaller()
        let quotes = "/v3/profiles/\(WorldCaller.business)/quotes"
        for word in ["BALANCE", "BANK_TRANSFER"] {
            let quote = try Quote(json: try caller.json(.post, quotes, "{\(Self.members),\"preferredPayIn\":\"\(word)\"}"))
            #expect(quote.paymentOptions.map(\.payIn).first == word && quote.paymentOptions.count == 2)
        }
    }

    static let languages: [(field: String, name: String)] = [
        ("de", "Schweizer Franken"), ("fr-CA,fr;q=0.9,en;q=0.8", "franc suisse"), ("es", "franco suizo"),
        ("pt-BR", "franco suíço"), ("pl", "frank szwajcarski"), ("it", "franco svizzero"), ("nl", "Zwitserse frank"),
        ("en_US", "Swiss franc"), ("xx", "Swiss franc"), ("", "Swiss franc"), ("en;q=0.5, de;q=0.7", "Schweizer Franken"),
        ("de;q=0", "Swiss franc"), (";;;,,q=", "Swiss franc"),
    ]

    @Test("and currencies have names in the caller's language", arguments: languages)
    func names(field: String, name: String) throws {
        var caller = WorldCaller()
        let headers: HeaderFields = ["Authorization": "Bearer \(WorldCaller.token)", "Accept-Language": field]
        let answer = try caller.call(.get, "/v1/currencies", headers: headers)
        let franc = try JSONValue(parsing: answer.body).arrayValue?.first { $0["code"]?.stringValue == "CHF" }
        #expect(franc?["name"]?.stringValue == name)
    }
}

@Suite("What a recipient needs")
struct RecipientRequirementTests {
    @Test("depends on the currency that arrives")
    func currencies() throws {
        var caller = WorldCaller()
        let expected = [
            ("EUR", ["iban", "email"]), ("GBP", ["sort_code", "iban", "email"]), ("USD", ["aba", "swift_code", "email"]),
            ("JPY", ["swift_code", "email"]),
        ]
        for (code, types) in expected {
            let forms = try caller.json(.get, "/v1/account-requirements?source=SGD&target=\(code)&sourceAmount=10").arrayValue
            #expect(forms?.map { $0["type"]?.stringValue } == types)
            let group = try #require(forms?.first?["fields"]?.arrayValue?.last?["group"]?.arrayValue?.first)
            #expect(group["key"]?.stringValue?.isEmpty == false && group["required"]?.boolValue == true)
        }
        for query in ["source=EUR", "source=EUR&target=XQX", "source=EUR&target=USD&sourceAmount=-1"] {
            #expect(try caller.call(.get, "/v1/account-requirements?\(query)").status == 400)
        }
        #expect(try caller.call(.get, "/v1/account-requirements?source=EUR&target=KPW").status == 422)
    }

    @Test("is told for a quote, before and after fields are filled in")
    func quotes() throws {
        var caller = WorldCaller()
        let members = #""sourceCurrency":"EUR","targetCurrency":"GBP","sourceAmount":100"#
        let id = try #require(try caller.quote(members).id)
        let forms = try caller.json(.get, "/v1/quotes/\(id)/account-requirements")
        #expect(forms.arrayValue?.count == 3)
        let body = #"{"type":"sort_code","details":{"legalType":"PRIVATE"}}"#
        #expect(try caller.json(.post, "/v1/quotes/\(id)/account-requirements", body) == forms)
        #expect(try caller.call(.post, "/v1/quotes/\(id)/account-requirements", "[]").status == 400)
        #expect(try caller.call(.get, "/v1/quotes/00000000-0000-4000-8000-00000000ffff/account-requirements").status == 404)
    }
}
