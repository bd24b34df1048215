import Money
import Simulator
import Testing
import WiseAPI

extension Ambiguities {
    @Test("A38: strong customer authentication is off, and on or everywhere by setting, without a body or with one")
    func approvals() throws {
        var caller = WorldCaller()
        let target = try caller.statementTarget()
        #expect(try caller.call(.get, target).status == 200)
        try Self.set(#""sca":"on""#, &caller)
        let empty = try caller.call(.get, target)
        _ = try empty.demandedToken()
        #expect(empty.body.isEmpty)
        try Self.set(#""scaBody":"json""#, &caller)
        #expect(try Self.isFramework(caller.call(.get, target), "Forbidden", "forbidden"))
        try Self.set(#""sca":"off""#, &caller)
        #expect(try caller.call(.get, target).status == 200)
    }

    @Test("A39: a token or a signature that is not good gets 403 with a fresh token")
    func wrongTokens() throws {
        var caller = try WorldCaller.asking()
        let target = try caller.statementTarget()
        let first = try caller.call(.get, target).demandedToken()
        #expect(try caller.approved(.get, target, token: first, signature: "AAAA").demandedToken() != first)
    }

    @Test("A40: without a token the 401 asks for authentication, with another one it says that the token is invalid")
    func unauthorized() throws {
        var caller = WorldCaller()
        let none = try caller.call(.get, "/v2/profiles", headers: [:])
        #expect(none.status == 401 && none.code == "unauthorized")
        #expect(APIError(none).message == "Full authentication is required to access this resource")
        let wrong = try caller.call(.get, "/v2/profiles", headers: ["Authorization": "Bearer 1"])
        #expect(wrong.status == 401 && wrong.code == "invalid_token" && APIError(wrong).message == "Invalid token")
    }

    @Test("A41: too many requests are a 429 with the seconds to wait, the limiter's name and an object")
    func limited() throws {
        var caller = WorldCaller()
        try caller.call(.post, "/_simulator/fault", #"{"route":"*","kind":"rate_limited"}"#)
        let answer = try caller.call(.get, "/v2/profiles")
        #expect(answer.status == 429 && answer.headers["Retry-After"] == "5")
        #expect(answer.headers["X-Rate-Limited-By"] == "wise-public-api")
        #expect(try JSONValue(parsing: answer.body).objectValue != nil)
    }

    @Test("A42: each answer has a trace of 32 hexadecimal digits; a correlation of up to 36 characters comes back, a longer not")
    func traces() throws {
        var caller = WorldCaller()
        for (correlation, comesBack) in [(String(repeating: "c", count: 36), true), (String(repeating: "c", count: 37), false)] {
            for target in ["/v2/profiles", "/v2/nothing"] {
                let headers: HeaderFields = [
                    "Authorization": "Bearer \(WorldCaller.token)", "X-External-Correlation-Id": correlation,
                ]
                let answer = try caller.call(.get, target, headers: headers)
                let trace = try #require(answer.headers["x-trace-id"])
                #expect(trace.utf8.count == 32 && trace.allSatisfy { $0.isHexDigit })
                #expect((answer.headers["X-External-Correlation-Id"] == correlation) == comesBack)
            }
        }
    }

    @Test("A44: rates are always a list with times of +0000; a pair without a rate is a 400")
    func rates() throws {
        var caller = WorldCaller()
        let list = try #require(try caller.json(.get, "/v1/rates?source=EUR&target=USD").arrayValue)
        #expect(list.count == 1 && list[0]["time"]?.stringValue?.hasSuffix("+0000") == true)
        let unknown = try caller.call(.get, "/v1/rates?source=EUR&target=KPW")
        #expect(try unknown.status == 400 && Self.isFramework(unknown, "Bad Request", "Invalid parameters"))
    }

    @Test("A45: a top-up is a card's unless it says otherwise, and in the currency of the balance")
    func topUps() throws {
        var caller = WorldCaller()
        let euro = try caller.balance("EUR").id
        func topUp(_ members: String) throws -> APIResponse {
            let body = "{\"profileId\":\(WorldCaller.business),\"balanceId\":\(euro),\"amount\":5,\(members)}"
            return try caller.call(.post, "/v1/simulation/balance/topup", body)
        }
        func newest() throws -> String? {
            try caller.statement(euro).raw["transactions"]?.arrayValue?.first?["details"]?["type"]?.stringValue
        }
        #expect(try topUp(#""currency":"EUR""#).status == 200)
        #expect(try newest() == "MONEY_ADDED")
        #expect(try topUp(#""currency":"EUR","channel":"TRANSFER""#).status == 200)
        #expect(try newest() == "DEPOSIT")
        #expect(try topUp(#""currency":"USD""#).status == 400)
    }

    @Test("A46: funds are worth the mid-market rate without a fee, jars included, rounded half up")
    func funds() throws {
        var caller = WorldCaller()
        let path = "/v1/profiles/\(WorldCaller.business)/total-funds/EUR"
        let before = try TotalFunds(json: try caller.json(.get, path))
        #expect(try caller.move(Self.fill("5", &caller)).status == 201)
        let after = try TotalFunds(json: try caller.json(.get, path))
        #expect(after.totalWorth == before.totalWorth && after.totalAvailable == before.totalAvailable)
        #expect(after.overdraftUsed.isZero && after.totalWorth.amount.scale == 2)
    }

    @Test("A47: without a hold limit there is no capacity to tell")
    func capacity() throws {
        var caller = WorldCaller()
        let json = try caller.json(.get, "/v1/profiles/\(WorldCaller.business)/balance-capacity?currency=EUR")
        #expect(json["hasLimit"]?.boolValue == false && json["depositLimit"]?.isNull == true)
    }

    @Test("A49: times without a zone are UTC")
    func zones() throws {
        var caller = WorldCaller()
        let profile = try #require(try caller.json(.get, "/v2/profiles").arrayValue?.first)
        #expect(profile["createdAt"]?.stringValue == "2026-06-22T08:30:00")
    }

    @Test("A50: a token reaches all profiles of the user, and one that may only read is refused what writes")
    func reach() throws {
        var caller = WorldCaller()
        #expect(try caller.json(.get, "/v2/profiles").arrayValue?.count == 2)
        #expect(try !caller.balances(WorldCaller.person).isEmpty)
        let reader = "7d3c8f2a-1111-4222-8333-444455556666"
        try caller.call(.post, "/_simulator/tokens", "{\"token\":\"\(reader)\",\"readOnly\":true}")
        let headers: HeaderFields = ["Authorization": "Bearer \(reader)"]
        #expect(try caller.call(.get, "/v2/profiles", headers: headers).status == 200)
        #expect(try caller.call(.post, Self.balances, Self.frank, key: caller.key(), headers: headers).status == 403)
    }
}
