import Money
import Simulator
import Testing
import WiseAPI

@Suite("Funds of a world")
struct WorldFundsTests {
    /// Two balances at a rate of one, and what the bank's documents say about them (Wise API reference, total funds).
    struct Scenario: Sendable {
        let pounds: Int
        let dollars: Int
        let limit: Int
        let worth: Int
        let available: Int
        let used: Int
    }

    static let scenarios = [
        Scenario(pounds: 2000, dollars: 0, limit: 0, worth: 2000, available: 2000, used: 0),
        Scenario(pounds: 2000, dollars: -100, limit: 500, worth: 1900, available: 2400, used: 100),
        Scenario(pounds: 0, dollars: -100, limit: 500, worth: -100, available: 400, used: 100),
    ]

    @Test("add up as the documented table has it", arguments: scenarios)
    func table(scenario: Scenario) throws {
        var caller = WorldCaller(try Self.emptyWorld())
        let pound = try caller.open("GBP")
        let dollar = try caller.open("USD")
        try caller.call(.post, "/_simulator/rate", #"{"source":"GBP","target":"USD","rate":1}"#)
        if scenario.limit > 0 {
            let limit = "{\"profileId\":1,\"overdraftLimit\":{\"value\":\(scenario.limit),\"currency\":\"GBP\"}}"
            #expect(try caller.call(.post, "/_simulator/settings", limit).status == 200)
        }
        for (id, amount, code) in [(pound, scenario.pounds, "GBP"), (dollar, scenario.dollars, "USD")] where amount != 0 {
            let body = "{\"balanceId\":\(id),\"amount\":{\"value\":\(abs(amount)),\"currency\":\"\(code)\"}}"
            let answer = try caller.call(.post, "/_simulator/\(amount > 0 ? "deposit" : "withdraw")", body)
            #expect(answer.status == 200)
        }
        let funds = try TotalFunds(json: try caller.json(.get, "/v1/profiles/1/total-funds/GBP"))
        #expect(funds.totalWorth.amount == ExactDecimal(scenario.worth))
        #expect(funds.totalAvailable.amount == ExactDecimal(scenario.available))
        #expect(funds.overdraftUsed.amount == ExactDecimal(scenario.used))
        #expect(funds.overdraftLimit.amount == ExactDecimal(scenario.limit))
        #expect(funds.overdraftAvailable.amount == ExactDecimal(scenario.limit - scenario.used))
        #expect(funds.overdraftAvailableByCurrency.map(\.currency.code) == ["GBP", "USD"])
    }

    private static func emptyWorld() throws -> World {
        let clock = World.standard().clock
        let profile = ProfileRecord(
            id: 1, publicID: "00000000-0000-4000-8000-000000000001", type: .business, name: "A", email: "a@example.org",
            phoneNumber: "+440000000000", addressLine: "1 Street", city: "London", postCode: "E1", country: "GB", createdAt: clock
        )
        return try World(records: WorldRecords(settings: WorldSettings(seed: 1, clock: clock), profiles: [profile]))
    }

    @Test("let an overdraft go to its limit and not beyond")
    func overdraftLimit() throws {
        var caller = WorldCaller(try Self.emptyWorld())
        let pound = try caller.open("GBP")
        try caller.call(.post, "/_simulator/settings", #"{"profileId":1,"overdraftLimit":{"value":500,"currency":"GBP"}}"#)
        func withdraw(_ value: String) throws -> Int {
            let body = "{\"balanceId\":\(pound),\"amount\":{\"value\":\(value),\"currency\":\"GBP\"}}"
            return try caller.call(.post, "/_simulator/withdraw", body).status
        }
        #expect(try withdraw("500.01") == 422)
        #expect(try withdraw("500") == 200)
        #expect(try withdraw("0.01") == 422)
        #expect(caller.world.ledgerCheck().isBalanced)
    }

    @Test("are available without what is reserved, and the overdraft begins there")
    func reserved() throws {
        var caller = WorldCaller(try Self.emptyWorld())
        let pound = try caller.open("GBP")
        func withdraw(_ value: String) throws -> APIResponse {
            let body = "{\"balanceId\":\(pound),\"amount\":{\"value\":\(value),\"currency\":\"GBP\"}}"
            return try caller.call(.post, "/_simulator/withdraw", body)
        }
        try caller.call(
            .post, "/_simulator/deposit", "{\"balanceId\":\(pound),\"amount\":{\"value\":100,\"currency\":\"GBP\"}}")
        var records = caller.world.records
        records.balances[0].reserved = try decimal("30.00")
        caller.world = try World(records: records)
        let balance = try Balance(json: try caller.json(.get, "/v4/profiles/1/balances/\(pound)"))
        #expect(try balance.amount == money("70.00 GBP") && balance.reservedAmount == money("30.00 GBP"))
        let refused = try withdraw("70.01")
        #expect(refused.status == 422 && refused.code == "balance.insufficient-funds")
        #expect(APIError(refused).message.contains("30.00 GBP"))
        try caller.call(.post, "/_simulator/settings", #"{"profileId":1,"overdraftLimit":{"value":50,"currency":"GBP"}}"#)
        #expect(try withdraw("120.01").status == 422)
        #expect(try withdraw("120").status == 200)
        let funds = try TotalFunds(json: try caller.json(.get, "/v1/profiles/1/total-funds/GBP"))
        #expect(try funds.overdraftUsed == money("50.00 GBP") && funds.overdraftAvailable.isZero)
    }

    @Test("leave room below the hold limit, which deposits use up and may exceed")
    func capacity() throws {
        var caller = WorldCaller()
        let person = WorldCaller.person
        func capacity(_ code: String) throws -> DepositCapacity {
            try DepositCapacity(json: try caller.json(.get, "/v1/profiles/\(person)/balance-capacity?currency=\(code)"))
        }
        let before = try #require(try capacity("SGD").depositLimit)
        let total = try caller.balances(person).reduce(money("0 SGD")) { try $0.adding($1.amount) }
        #expect(try before == money("20000 SGD").subtracting(total))
        let balance = try caller.balance("SGD", person).id
        let topUp = "{\"profileId\":\(person),\"balanceId\":\(balance),\"currency\":\"SGD\",\"amount\":100}"
        #expect(try caller.call(.post, "/v1/simulation/balance/topup", topUp).status == 200)
        #expect(try capacity("SGD").depositLimit == before.subtracting(money("100 SGD")))
        #expect(try capacity("EUR").depositLimit?.isLess(than: money("20000 EUR")) == true)
        let flood = "{\"profileId\":\(person),\"balanceId\":\(balance),\"currency\":\"SGD\",\"amount\":50000}"
        #expect(try caller.call(.post, "/v1/simulation/balance/topup", flood).status == 200)
        #expect(try capacity("SGD").depositLimit?.isZero == true)
        let none = try caller.json(.get, "/v1/profiles/\(WorldCaller.business)/balance-capacity?currency=SGD")
        #expect(none["hasLimit"]?.boolValue == false && none["depositLimit"] == .null)
    }

    @Test("name an account for what is in excess")
    func excess() throws {
        var caller = WorldCaller()
        let path = "/v1/profiles/\(WorldCaller.person)/excess-money-account"
        let answer = try ExcessMoneyAccount(json: try caller.json(.post, path, #"{"recipientId":148393305}"#))
        #expect(answer.profile == WorldCaller.person && answer.recipient == 148_393_305)
        for body in ["{}", #"{"recipientId":"x"}"#, #"{"recipientId":0}"#, #"{"recipientId":1.5}"#] {
            #expect(try caller.call(.post, path, body).status == 400)
        }
    }

    @Test(
        "arrive by top-up, which refuses what does not fit",
        arguments: [
            (#""currency":"EUR","amount":-1"#, 400), (#""currency":"GBP","amount":1"#, 400), (#""currency":"EUR""#, 400),
            (#""currency":"EUR","amount":1,"channel":"PIGEON""#, 400),
            (#""currency":"EUR","amount":1,"channel":"TRANSFER""#, 200),
            (#""currency":"EUR","amount":1"#, 200),
        ])
    func topUp(members: String, status: Int) throws {
        var caller = WorldCaller()
        let id = try caller.balance("EUR").id
        let body = "{\"profileId\":\(WorldCaller.business),\"balanceId\":\(id),\(members)}"
        #expect(try caller.call(.post, "/v1/simulation/balance/topup", body).status == status)
        #expect(caller.world.hasChanges == (status == 200))
    }
}

extension WorldCaller {
    /// Opens a balance of profile 1.
    fileprivate mutating func open(_ code: String) throws -> Int {
        let body = "{\"currency\":\"\(code)\",\"type\":\"STANDARD\"}"
        return try Balance(json: try json(.post, "/v4/profiles/1/balances", body, key: key(), status: 201)).id
    }
}
