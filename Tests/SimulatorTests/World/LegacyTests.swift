import Simulator
import Testing
import WiseAPI

@Suite("What old clients call")
struct LegacyTests {
    @Test("balances under their third version are the same balances")
    func balances() throws {
        var caller = WorldCaller()
        let now = try caller.json(.get, "/v4/profiles/28891001/balances?types=STANDARD")
        #expect(try caller.json(.get, "/v3/profiles/28891001/balances?types=STANDARD") == now)
        let id = try caller.balance("EUR").id
        #expect(try caller.call(.get, "/v3/profiles/28891001/balances/\(id)").status == 200)
        #expect(try caller.call(.delete, "/v3/profiles/28891001/balances/\(id)").status == 422)
    }

    @Test("an account lists its balances and converts by quote, once for each key")
    func account() throws {
        var caller = WorldCaller()
        let accounts = try caller.json(.get, "/v1/borderless-accounts?profileId=28891001")
        let account = try #require(accounts.arrayValue?.first)
        #expect(account["balances"]?.arrayValue?.count == 5)
        let id = try #require(account["id"]?.integerValue)
        let quote = try #require(try caller.quote(#""sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":5"#).id)
        let key = caller.key()
        let path = "/v1/borderless-accounts/\(id)/conversions"
        let answer = try caller.call(.post, path, "{\"quoteId\":\"\(quote)\"}", key: key)
        #expect(answer.status == 200)
        let json = try JSONValue(parsing: answer.body)
        #expect(json["balancesAfter"]?.arrayValue?.allSatisfy { $0["id"] == nil && $0["value"] != nil } == true)
        #expect(try caller.call(.post, path, "{\"quoteId\":\"\(quote)\"}", key: key).body == answer.body)
        #expect(try caller.call(.post, path, "{\"quoteId\":\"\(quote)\"}", key: caller.key()).status == 422)
        #expect(caller.world.ledgerCheck().isBalanced)
        #expect(try caller.call(.get, "/v1/borderless-accounts").status == 400)
        #expect(try caller.call(.get, "/v1/borderless-accounts?profileId=1").status == 403)
        #expect(try caller.json(.get, "/v1/currency-pairs")["total"]?.integerValue ?? 0 > 20)
    }
}
