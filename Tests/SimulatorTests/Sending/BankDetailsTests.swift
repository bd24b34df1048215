import Money
import Simulator
import Testing
import WiseAPI

@Suite("The account and its bank details")
struct BankDetailsTests {
    private static let business = "/v1/profiles/\(WorldCaller.business)"

    @Test("come into being with the first balance, and the account keeps its recipient")
    func account() throws {
        var caller = WorldCaller()
        let json = try caller.json(.get, "/v4/profiles/\(WorldCaller.business)/multi-currency-account")
        let account = try MultiCurrencyAccount(json: json)
        #expect(account.profile == WorldCaller.business && account.active && account.eligible)
        let recipient = try caller.json(.get, "/v2/accounts/\(account.recipient)")
        #expect(recipient["isInternal"]?.boolValue == true && recipient["type"]?.stringValue == "Balance")
        #expect(try caller.call(.delete, "/v2/accounts/\(account.recipient)").status == 403)
        var records = World.standard().records
        let person = try #require(records.profiles.first { $0.id == WorldCaller.person })
        records = WorldRecords(settings: records.settings, profiles: [person])
        var empty = WorldCaller(try World(records: records))
        let path = "/v4/profiles/\(WorldCaller.person)/multi-currency-account"
        #expect(try empty.call(.get, path).status == 404)
        let frank = #"{"currency":"CHF","type":"STANDARD"}"#
        _ = try empty.json(.post, "/v4/profiles/\(WorldCaller.person)/balances", frank, key: empty.key(), status: 201)
        #expect(try MultiCurrencyAccount(json: try empty.json(.get, path)).profile == WorldCaller.person)
        #expect(try empty.call(.get, "/v4/profiles/1/multi-currency-account").status == 403)
    }

    @Test("are offered by country and state")
    func eligibility() throws {
        var caller = WorldCaller()
        let rows = [
            ("profileId=\(WorldCaller.business)", "eligible"), ("country=FR", "eligible"), ("country=us&state=CA", "eligible"),
            ("country=US&state=XX", "invalid.state"), ("country=US", "invalid.state"), ("country=KP", "invalid.country"),
        ]
        for (query, code) in rows {
            let json = try caller.json(.get, "/v4/multi-currency-account/eligibility?\(query)")
            #expect(json["eligibilityCode"]?.stringValue == code, "\(query)")
            #expect(try AccountEligibility(json: json).eligible == (code == "eligible"))
            #expect(json["ineligibilityReason"]?.isNull == (code == "eligible"))
        }
        for query in ["", "?country=France", "?profileId=x"] {
            #expect(try caller.call(.get, "/v4/multi-currency-account/eligibility\(query)").status == 400)
        }
        #expect(try caller.call(.get, "/v4/multi-currency-account/eligibility?profileId=1").status == 403)
    }

    @Test("name the currencies that a balance can have, and those that money can come in by")
    func currencies() throws {
        var caller = WorldCaller()
        func codes(_ kind: String) throws -> Set<String> {
            let path = "/v2/borderless-accounts-configuration/profiles/\(WorldCaller.business)/\(kind)-currencies"
            return Set(try #require(try caller.json(.get, path).arrayValue).compactMap(\.stringValue))
        }
        let available = try codes("available")
        let payIn = try codes("payin")
        #expect(available.isSuperset(of: payIn) && available.contains("JPY") && !payIn.contains("JPY"))
        #expect(payIn.isSuperset(of: ["EUR", "GBP", "USD"]))
    }

    @Test("are nobody else's")
    func foreign() throws {
        var caller = WorldCaller()
        let codes = "/v2/borderless-accounts-configuration/profiles/1"
        for path in [
            "/v1/profiles/1/account-details", "/v1/profiles/1/account-details-orders", "\(codes)/available-currencies",
            "\(codes)/payin-currencies", "/v3/profiles/1/account-details-orders?currency=EUR",
        ] {
            #expect(try caller.call(.get, path).status == 403, "\(path)")
        }
        #expect(try caller.call(.post, "/v3/profiles/1/bank-details", #"{"targetAccountId":1}"#).status == 403)
    }

    @Test("are listed, the others as examples, until they are ordered")
    func orders() throws {
        var caller = WorldCaller()
        func active() throws -> [String] {
            let list = try #require(try caller.json(.get, "\(Self.business)/account-details").arrayValue)
            #expect(list.allSatisfy { ($0["status"]?.stringValue == "ACTIVE") == ($0["id"]?.integerValue != nil) })
            _ = try list.map { try BankDetails(json: $0) }
            return list.filter { $0["id"]?.isNull == false }.compactMap { $0["currency"]?["code"]?.stringValue }
        }
        #expect(try active() == ["EUR", "GBP"])
        let path = "\(Self.business)/account-details-orders"
        let order = try caller.json(.post, path, #"{"currency":"USD"}"#)
        #expect(try BankDetailsOrder(json: order).currency == .usd && order["status"]?.stringValue == "DONE")
        #expect(try active() == ["EUR", "GBP", "USD"])
        let again = try caller.json(.post, path, #"{"currency":"USD"}"#)
        #expect(try again == order && active().count == 3, "a second order gives no second details")
        #expect(try caller.json(.get, path).arrayValue?.count == 3)
        let third = "/v3/profiles/\(WorldCaller.business)/account-details-orders"
        #expect(try caller.json(.get, "\(third)?currency=USD").arrayValue?.count == 1)
        #expect(try caller.json(.get, "\(third)?currency=SGD").arrayValue?.isEmpty == true)
        #expect(try caller.call(.get, third).status == 400)
        #expect(try caller.call(.post, path, #"{"currency":"JPY"}"#).code == "balance.currency-unsupported")
        #expect(try caller.call(.post, path, #"{"currency":"CAD"}"#).code == "balance.no-balance-for-currency")
        #expect(try caller.call(.post, path, "{}").status == 400)
    }

    @Test("can be made more than once for a balance, and end with it")
    func further() throws {
        var caller = WorldCaller()
        let balances = "/v4/profiles/\(WorldCaller.business)/balances"
        let open = try caller.json(.post, balances, #"{"currency":"AUD","type":"STANDARD"}"#, key: caller.key(), status: 201)
        let balance = try #require(open["id"]?.integerValue)
        let path = "/v3/profiles/\(WorldCaller.business)/bank-details"
        let first = try caller.json(.post, path, "{\"targetAccountId\":\(balance)}")
        let second = try caller.json(.post, path, "{\"targetAccountId\":\(balance)}")
        #expect(first["id"] != second["id"] && first["currency"]?.stringValue == "AUD" && first["active"]?.boolValue == true)
        _ = try BalanceBankDetails(json: first)
        let jar = try caller.balance("Reserve").id
        #expect(try caller.call(.post, path, "{\"targetAccountId\":\(jar)}").status == 422)
        #expect(try caller.call(.post, path, #"{"targetAccountId":1}"#).status == 404)
        #expect(try caller.call(.delete, "\(balances)/\(balance)").isSuccess)
        let list = try #require(try caller.json(.get, "\(Self.business)/account-details").arrayValue)
        #expect(list.first { $0["currency"]?["code"]?.stringValue == "AUD" }?["id"]?.isNull == true)
        let orders = "/v3/profiles/\(WorldCaller.business)/account-details-orders?currency=AUD"
        #expect(try caller.json(.get, orders).arrayValue?.count == 2)
        try caller.checkLedger()
    }
}
