import Money
import Simulator
import Testing
import WiseAPI

@Suite("The capacity of a profile with a hold limit")
struct WorldCapacityTests {
    @Test(
        "is in every currency the most that stays within the limit: one unit more would exceed it",
        arguments: ["20000", "15045", "15999.99", "999999.99"])
    func exact(limit: String) throws {
        var caller = WorldCaller()
        let person = WorldCaller.person
        let settings = "{\"profileId\":\(person),\"holdLimit\":{\"value\":\(limit),\"currency\":\"SGD\"}}"
        #expect(try caller.call(.post, "/_simulator/settings", settings).status == 200)
        let held = try caller.balances(person).reduce(money("0 SGD")) { try $0.adding($1.amount) }
        let left = try decimal(limit).subtracting(held.amount)
        try #require(left.isPositive)
        let codes = try #require(try caller.json(.get, "/v1/currencies").arrayValue).compactMap { $0["code"]?.stringValue }
        for code in codes {
            let path = "/v1/profiles/\(person)/balance-capacity?currency=\(code)"
            let capacity = try #require(try DepositCapacity(json: try caller.json(.get, path)).depositLimit)
            let rate = try rate(code, &caller)
            #expect(try capacity.amount.multiplied(by: rate) <= left, "\(capacity) at \(rate)")
            let unit = try ExactDecimal(coefficient: 1, scale: capacity.currency.providerDigits)
            #expect(try capacity.amount.adding(unit).multiplied(by: rate) > left, "\(capacity) at \(rate)")
        }
    }

    private func rate(_ code: String, _ caller: inout WorldCaller) throws -> ExactDecimal {
        guard code != "SGD" else { return ExactDecimal(1) }
        let json = try caller.json(.get, "/v1/rates?source=\(code)&target=SGD")
        return try #require(try ExchangeRate.list(json: json).first).rate.value
    }

    @Test("is unlimited again when the limit is set to null, and the overdraft goes with its own")
    func limitsRemoved() throws {
        var caller = WorldCaller()
        let person = WorldCaller.person
        let capacity = "/v1/profiles/\(person)/balance-capacity?currency=SGD"
        #expect(try caller.json(.get, capacity)["hasLimit"]?.boolValue == true)
        let overdraft = "{\"profileId\":\(person),\"overdraftLimit\":{\"value\":5,\"currency\":\"SGD\"}}"
        #expect(try caller.call(.post, "/_simulator/settings", overdraft).status == 200)
        // What a request does not mention stays as it is.
        #expect(try caller.json(.get, capacity)["hasLimit"]?.boolValue == true)
        let nulls = "{\"profileId\":\(person),\"holdLimit\":null,\"overdraftLimit\":null}"
        #expect(try caller.call(.post, "/_simulator/settings", nulls).status == 200)
        #expect(try caller.json(.get, capacity)["hasLimit"]?.boolValue == false)
        let funds = try TotalFunds(json: try caller.json(.get, "/v1/profiles/\(person)/total-funds/SGD"))
        #expect(funds.overdraftLimit.isZero)
    }
}
