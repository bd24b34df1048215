import Money
import Simulator
import Testing
import WiseAPI

@Suite("Currencies of a world")
struct WorldCurrencyTests {
    static let path = "/v4/profiles/\(WorldCaller.business)/balances"

    private func offered(_ caller: inout WorldCaller) throws -> [String] {
        let list = try #require(try caller.json(.get, "/v1/currencies").arrayValue)
        return list.compactMap { $0["code"]?.stringValue }
    }

    private func open(_ code: String, _ caller: inout WorldCaller) throws -> APIResponse {
        try caller.call(.post, Self.path, "{\"currency\":\"\(code)\",\"type\":\"STANDARD\"}", key: caller.key())
    }

    @Test("are those that have a rate: each can be opened, valued, quoted and measured against a limit")
    func everyOne() throws {
        var caller = WorldCaller()
        let codes = try offered(&caller)
        #expect(codes.count == 29 && codes == codes.sorted())
        for code in codes {
            let answer = try open(code, &caller)
            #expect(answer.status == (["EUR", "GBP", "USD", "JPY", "SGD"].contains(code) ? 409 : 201), "\(code)")
            let balance = try caller.balance(code)
            let deposit = "{\"balanceId\":\(balance.id),\"amount\":{\"value\":1000,\"currency\":\"\(code)\"}}"
            #expect(try caller.call(.post, "/_simulator/deposit", deposit).status == 200)
        }
        for code in ["EUR", "GBP", "IDR"] {
            #expect(try caller.call(.get, "/v1/profiles/\(WorldCaller.business)/total-funds/\(code)").status == 200, "\(code)")
        }
        for code in codes {
            let capacity = "/v1/profiles/\(WorldCaller.person)/balance-capacity?currency=\(code)"
            #expect(try caller.call(.get, capacity).status == 200, "\(code)")
            _ = try caller.quote("\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"\(code)\",\"targetAmount\":1000")
        }
    }

    @Test("without a rate are refused and break nothing, although the bank holds them")
    func withoutRate() throws {
        var caller = WorldCaller()
        let dirham = try Currency(code: "AED")
        #expect(dirham.isHeldByProvider)
        #expect(try !offered(&caller).contains("AED"))
        let answer = try open("AED", &caller)
        #expect(answer.status == 422 && answer.code == "balance.currency-unsupported" && answer.path == "currency")
        #expect(!caller.world.hasChanges)
        #expect(try caller.call(.get, "/v1/profiles/\(WorldCaller.business)/total-funds/AED").status == 422)
        #expect(try caller.call(.get, "/v1/profiles/\(WorldCaller.person)/balance-capacity?currency=AED").status == 422)
    }

    @Test("are offered from the moment on at which their rate is set, and are refused in words when it is taken back")
    func rateByHand() throws {
        var caller = WorldCaller()
        let funds = "/v1/profiles/\(WorldCaller.business)/total-funds"
        try caller.call(.post, "/_simulator/rate", #"{"source":"EUR","target":"AED","rate":4}"#)
        #expect(try offered(&caller).contains("AED"))
        #expect(try open("AED", &caller).status == 201)
        #expect(try caller.call(.get, "\(funds)/GBP").status == 200)
        try caller.call(.post, "/_simulator/rate", #"{"source":"EUR","target":"AED","rate":null}"#)
        // An empty balance is worth nothing, with a rate or without.
        #expect(try caller.call(.get, "\(funds)/GBP").status == 200)
        let deposit = "{\"balanceId\":\(try caller.balance("AED").id),\"amount\":{\"value\":8,\"currency\":\"AED\"}}"
        #expect(try caller.call(.post, "/_simulator/deposit", deposit).status == 200)
        let answer = try caller.call(.get, "\(funds)/GBP")
        #expect(answer.status == 422 && answer.code == "balance.currency-unsupported")
        try caller.call(.post, "/_simulator/rate", #"{"source":"EUR","target":"AED","rate":4}"#)
        #expect(try caller.call(.get, "\(funds)/GBP").status == 200)
    }

    @Test("need no rate for a quote within one of them")
    func oneCurrency() throws {
        var caller = WorldCaller()
        let quote = try caller.quote(#""sourceCurrency":"AED","targetCurrency":"AED","sourceAmount":50"#)
        #expect(quote.rate == ExactDecimal(1) && quote.balanceOption?.fee.isZero == true)
        let members = #"{"sourceCurrency":"AED","targetCurrency":"EUR","sourceAmount":50}"#
        let answer = try caller.call(.post, "/v3/profiles/\(WorldCaller.business)/quotes", members)
        #expect(answer.status == 422 && answer.code == "error.route.not.supported")
    }
}
