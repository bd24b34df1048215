import Money
import Simulator
import Testing
import WiseAPI

@Suite("Recipients of a world")
struct RecipientTests {
    @Test("have the first form on older paths and the second on others, and what was given comes back")
    func forms() throws {
        var caller = WorldCaller()
        let body = "{\"profile\":\(WorldCaller.business),\(WorldCaller.routing)}"
        let first = try caller.json(.post, "/v1/accounts", body)
        let id = try #require(first["id"]?.integerValue)
        #expect(first["type"]?.stringValue == "aba" && first["country"]?.stringValue == "US")
        #expect(first["business"]?.integerValue == WorldCaller.business && first["active"]?.boolValue == true)
        #expect(first["details"]?["abartn"]?.stringValue == "111000025" && first["details"]?["sortCode"]?.isNull == true)
        #expect(first["details"]?["address"]?["countryCode"]?.stringValue == "US")
        #expect(try caller.json(.get, "/v1/accounts/\(id)") == first)
        let second = try caller.json(.get, "/v2/accounts/\(id)")
        #expect(second["type"]?.stringValue == "Aba" && second["legalEntityType"]?.stringValue == "PERSON")
        #expect(second["name"]?["fullName"]?.stringValue == "Otto Example")
        #expect(second["accountSummary"]?.stringValue == "(111000025) 12345678")
        #expect(second["commonFieldMap"]?["bankCodeField"]?.stringValue == "abartn")
        let calendar = try caller.json(.post, "/2026Q3/accounts", body)
        #expect(calendar["name"]?["fullName"] == second["name"]?["fullName"] && calendar["id"] != second["id"])
        #expect(calendar["hash"] == second["hash"], "it follows from name and numbers")
        for json in [first, second, calendar] { #expect(try Recipient(json: json).active) }
    }

    @Test("belong to the person without a profile, and take keys of either case")
    func person() throws {
        var caller = WorldCaller()
        let members =
            #""currency":"GBP","type":"iban","accountHolderName":"Ana María Ejemplo","details":{"iban":"GB00FLRN00000000000009"}"#
        let json = try caller.json(.post, "/v1/accounts", "{\(members)}")
        #expect(json["profile"]?.integerValue == WorldCaller.person && json["business"]?.isNull == true)
        #expect(json["details"]?["iban"] == json["details"]?["IBAN"])
        #expect(json["country"]?.stringValue == "GB" && json["details"]?["legalType"]?.stringValue == "PRIVATE")
    }

    @Test("keep what an account can have, and nothing else")
    func kept() throws {
        var caller = WorldCaller()
        let details =
            #"{"IBAN":"DE00000000000000000009","address":{"city":"Bonn","cat":"x"},"cat":"x","bankCode":7,"BANKNAME":"B"}"#
        let body = "{\"currency\":\"EUR\",\"type\":\"iban\",\"accountHolderName\":\"Ada Byron\",\"details\":\(details)}"
        let kept = try #require(try caller.json(.post, "/v1/accounts", body)["details"])
        #expect(kept["cat"] == nil && kept["BANKNAME"] == nil && kept["bankCode"]?.isNull == true)
        #expect(kept["bankName"]?.stringValue == "B" && kept["address"]?["city"]?.stringValue == "Bonn")
        #expect(kept["address"]?["cat"] == nil && kept["IBAN"]?.stringValue == "DE00000000000000000009")
    }

    static let refused = [
        Refused(
            #"{"currency":"EUR","type":"iban","accountHolderName":"Ada","details":{"IBAN":"DE00000000000000000009"}}"#, 400,
            "NOT_VALID", "accountHolderName"),
        Refused(
            #"{"currency":"EUR","type":"iban","accountHolderName":"Ada B2yron","details":{"IBAN":"DE00000000000000000009"}}"#,
            400, "NOT_VALID", "accountHolderName"),
        Refused(
            #"{"currency":"EUR","type":"iban","accountHolderName":"Ada Byron ☃","details":{"IBAN":"DE00000000000000000009"}}"#,
            400, "NOT_VALID", "accountHolderName"),
        Refused(#"{"currency":"EUR","type":"iban","accountHolderName":"Ada Byron"}"#, 400, "NOT_VALID", "IBAN"),
        Refused(
            #"{"currency":"EUR","type":"iban","accountHolderName":"Ada Byron","details":{"IBAN":"7"}}"#, 400, "NOT_VALID",
            "IBAN"),
        Refused(
            #"{"currency":"EUR","type":"iban","accountHolderName":"Ada Byron","details":{"IBAN":7}}"#, 400, "NOT_VALID",
            "IBAN"),
        Refused(#"{"currency":"EUR","type":"aba","accountHolderName":"Ada Byron"}"#, 400, "NOT_VALID", "type"),
        Refused(
            #"{"currency":"EUR","type":"iban","accountHolderName":"Ada Byron","details":{"legalType":"CAT","#
                + #""IBAN":"DE00000000000000000009"}}"#, 400, "NOT_VALID", "legalType"),
        Refused(#"{"currency":"EUR","accountHolderName":"Ada Byron"}"#, 400, "NotNull", "type"),
        Refused(#"{"currency":"XQX","type":"iban","accountHolderName":"Ada Byron"}"#, 400, "CurrencyCode", "currency"),
        Refused(
            #"{"currency":"KPW","type":"iban","accountHolderName":"Ada Byron"}"#, 422, "balance.currency-unsupported",
            "currency"),
        Refused(#"{"profile":1,"currency":"EUR","type":"iban","accountHolderName":"Ada Byron"}"#, 403, "unauthorized"),
        Refused(#"{"currency":"EUR","type":"iban","details":[]}"#, 400, "BAD_REQUEST", "details"),
    ]

    @Test("are refused with the field that does not fit, and nothing is written down", arguments: refused)
    func refusals(row: Refused) throws {
        var caller = WorldCaller()
        let answer = try caller.call(.post, "/v1/accounts", row.body)
        #expect(answer.status == row.status && answer.code == row.code, "\(String(decoding: answer.body, as: UTF8.self))")
        #expect(answer.path == row.path || row.path == nil)
        #expect(!caller.world.hasChanges)
    }

    @Test("that do not fit in several ways are told all of them, with the time")
    func several() throws {
        var caller = WorldCaller()
        let body = #"{"currency":"GBP","type":"sort_code","accountHolderName":"x","details":{"accountNumber":"1"}}"#
        let answer = try caller.call(.post, "/v1/accounts", body)
        let json = try JSONValue(parsing: answer.body)
        #expect(json["timestamp"]?.stringValue?.isEmpty == false)
        let paths = json["errors"]?.arrayValue?.compactMap { $0["path"]?.stringValue }
        #expect(paths == ["accountHolderName", "sortCode", "accountNumber"])
        #expect(json["errors"]?.arrayValue?.last?["arguments"]?.arrayValue?.count == 2)
    }

    @Test("are taken out of use once, stay readable and cannot be paid")
    func deactivate() throws {
        var caller = WorldCaller()
        let id = try caller.recipient()
        let gone = try caller.json(.delete, "/v2/accounts/\(id)")
        #expect(gone["active"]?.boolValue == false && gone["id"]?.integerValue == id)
        #expect(try caller.call(.delete, "/v2/accounts/\(id)").status == 403)
        #expect(try caller.call(.delete, "/v1/accounts/\(id)").status == 403)
        #expect(try caller.json(.get, "/v1/accounts/\(id)")["active"]?.boolValue == false)
        #expect(try caller.call(.get, "/v2/accounts/1").status == 404)
        #expect(try caller.call(.delete, "/v2/accounts/1").status == 404)
        #expect(try caller.call(.get, "/v2/accounts/x").status == 400)
        let order = WorldCaller.order(id, try caller.sendingQuote("EUR", "EUR"), key: caller.key())
        let answer = try caller.call(.post, "/v1/transfers", order)
        #expect(answer.status == 422 && answer.code == "INVALID_RECIPIENT")
        try caller.checkLedger()
    }

    @Test("come in pages that lead to each other until there is no more, in either order")
    func pages() throws {
        var caller = WorldCaller()
        for _ in 0..<9 { _ = try caller.recipient() }
        func all(_ query: String) throws -> [Int] {
            var found: [Int] = []
            var position = 0
            for _ in 0..<20 {
                let target = "/v2/accounts?profileId=\(WorldCaller.business)&size=4&seekPosition=\(position)&\(query)"
                let page = try RecipientPage(json: try caller.json(.get, target))
                #expect(page.content.count <= 4)
                found += page.content.map(\.id)
                position = try #require(page.raw["seekPositionForNext"]?.integerValue)
                if position == 0 { break }
            }
            return found
        }
        let up = try all("sort=id,asc")
        #expect(up.count == 14 && up == up.sorted() && Set(up).count == 14)
        #expect(try all("sort=id,desc") == up.reversed())
        #expect(try all("") == up)
        for query in ["size=0", "size=21", "size=x", "sort=name", "active=maybe", "currency=XQX"] {
            #expect(try caller.call(.get, "/v2/accounts?profileId=\(WorldCaller.business)&\(query)").status == 400)
        }
        #expect(try caller.call(.get, "/v2/accounts?profileId=1").status == 403)
    }

    @Test("are found by currency, type, owner and whether they are in use")
    func filters() throws {
        var caller = WorldCaller()
        func count(_ query: String, _ profile: Int = WorldCaller.business) throws -> Int? {
            try caller.json(.get, "/v2/accounts?profile=\(profile)&\(query)")["content"]?.arrayValue?.count
        }
        #expect(try count("") == 5 && count("currency=EUR") == 1 && count("type=SortCode") == 1)
        #expect(try count("type=iban,aba") == 2 && count("creatorId=1") == 0 && count("ownedByCustomer=true") == 0)
        #expect(try count("ownedByCustomer=true", WorldCaller.person) == 1)
        let id = try caller.recipient()
        _ = try caller.json(.delete, "/v1/accounts/\(id)")
        #expect(try count("") == 5 && count("active=false") == 1)
        let first = try caller.json(.get, "/v1/accounts?profile=\(WorldCaller.business)&currency=USD").arrayValue
        #expect(first?.count == 1 && first?.first?["type"]?.stringValue == "aba")
        #expect(try caller.json(.get, "/v1/accounts").arrayValue?.count == 2, "without a profile the person's own")
        #expect(try caller.call(.get, "/v1/accounts?profile=1").status == 403)
    }
}
