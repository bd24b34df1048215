import Money
import Simulator
import Testing
import WiseAPI

extension Ambiguities {
    @Test("A18: a quote that is expired, used or pays out elsewhere is a 422, an unknown one a 404, a foreign one a 403")
    func unusableQuotes() throws {
        var caller = WorldCaller()
        func move(_ id: String?) throws -> APIResponse { try caller.move("{\"quoteId\":\"\(id ?? "")\"}") }
        let used = try Self.quote(&caller).id
        #expect(try move(used).status == 201)
        #expect(try move(used).status == 422)
        let members = #"{"sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":5}"#
        #expect(try move(caller.json(.post, Self.quotes, members)["id"]?.stringValue).status == 422)
        let foreign = try caller.quote(#""sourceCurrency":"SGD","targetCurrency":"USD","sourceAmount":5"#, WorldCaller.person).id
        #expect(try move(foreign).status == 403)
        #expect(try move("00000000-0000-4000-8000-00000000ffff").status == 404)
        let expired = try Self.quote(&caller).id
        try caller.call(.post, "/_simulator/clock", "{\"advanceSeconds\":1800}")
        #expect(try move(expired).status == 422)
    }

    static let senseless: [(body: String, path: String)] = [
        ("{}", "amount"), (#"{"sourceBalanceId":200001}"#, "targetBalanceId"),
        (#"{"targetBalanceId":200001}"#, "sourceBalanceId"),
        (#"{"amount":{"value":1,"currency":"EUR"}}"#, "sourceBalanceId"),
        (#"{"amount":{"value":1,"currency":"USD"},"sourceBalanceId":200001,"targetBalanceId":200006}"#, "amount.currency"),
        (#"{"amount":{"value":1,"currency":"EUR"},"sourceBalanceId":200001,"targetBalanceId":200001}"#, "targetBalanceId"),
        (#"{"amount":{"value":0,"currency":"EUR"},"sourceBalanceId":200001,"targetBalanceId":200006}"#, "amount.value"),
        (#"{"amount":{"value":-1,"currency":"EUR"},"sourceBalanceId":200001,"targetBalanceId":200006}"#, "amount.value"),
    ]

    @Test("A19: a movement that makes no sense is a 400 that names the field", arguments: senseless)
    func senseless(body: String, path: String) throws {
        var caller = WorldCaller()
        let answer = try caller.move(body)
        #expect(answer.status == 400 && answer.path == path)
        if path == "amount.value" { #expect(answer.code == "error.greaterThanZero") }
    }

    @Test("A20: with a quote and an amount the quote decides, and the amount must be its own")
    func both() throws {
        var caller = WorldCaller()
        let quote = try #require(try Self.quote(&caller).id)
        func body(_ value: Int) -> String { "{\"quoteId\":\"\(quote)\",\"amount\":{\"value\":\(value),\"currency\":\"EUR\"}}" }
        #expect(try caller.move(body(99)).status == 400)
        #expect(try caller.move(body(100)).status == 201)
    }

    @Test("A21, A34: a jar move is a conversion at rate one without a fee, in the answer and in the statement")
    func jarMoves() throws {
        var caller = WorldCaller()
        let json = try JSONValue(parsing: try caller.move(Self.fill("5", &caller)).body)
        #expect(json["type"]?.stringValue == "CONVERSION" && json["rate"]?.decimalValue == ExactDecimal(1))
        #expect(json["steps"]?.arrayValue?.first?["type"]?.stringValue == "CONVERSION")
        #expect(json["feeAmounts"]?.arrayValue?.allSatisfy { $0["value"]?.decimalValue?.isZero ?? false } == true)
        let line = try caller.statement(try caller.balance("EUR").id).raw["transactions"]?.arrayValue?.first
        #expect(line?["details"]?["type"]?.stringValue == "CONVERSION" && line?["exchangeDetails"]?.isNull == true)
    }

    @Test("A22, A23: balances after: target then source with numbers on top, source then target without in the step")
    func balancesAfter() throws {
        var caller = WorldCaller()
        let (euro, dollar) = (try caller.balance("EUR").id, try caller.balance("USD").id)
        let quote = try #require(try Self.quote(&caller).id)
        let json = try JSONValue(parsing: try caller.move("{\"quoteId\":\"\(quote)\"}").body)
        let top = try #require(json["balancesAfter"]?.arrayValue)
        #expect(top.map { $0["id"]?.integerValue } == [dollar, euro])
        let step = try #require(json["steps"]?.arrayValue?.first)
        #expect(step["balancesAfter"]?.arrayValue?.map { $0["currency"]?.stringValue } == ["EUR", "USD"])
        #expect(step["balancesAfter"]?.arrayValue?.allSatisfy { $0["id"] == nil } == true)
        for member in ["channelName", "channelReferenceId", "tracingReferenceCode"] { #expect(step[member]?.isNull == true) }
    }

    @Test("A24: without a balance for what arrives the option is disabled, and the movement a 422")
    func missingBalance() throws {
        var caller = WorldCaller()
        let quote = try caller.quote(#""sourceCurrency":"EUR","targetCurrency":"CHF","sourceAmount":10"#)
        #expect(quote.balanceOption?.disabledCode == "error.payInmethod.disabled")
        let answer = try caller.move("{\"quoteId\":\"\(#require(quote.id))\"}")
        #expect(answer.status == 422 && answer.code == "balance.no-balance-for-currency")
    }

    @Test("A25: a quote holds half an hour, its rate as long or two hours, and can be read two days longer")
    func quoteTimes() throws {
        var caller = WorldCaller()
        var quote = try Self.quote(&caller)
        #expect(quote.raw["rateExpirationTime"] == quote.raw["expirationTime"])
        #expect(quote.expirationTime == quote.createdTime?.adding(seconds: 1800))
        try Self.set(#""rateLifetime":"2h""#, &caller)
        quote = try Self.quote(&caller)
        let end = try #require(quote.raw["rateExpirationTime"]?.stringValue.flatMap { Timestamp($0) })
        #expect(
            end == quote.createdTime?.adding(seconds: 7200) && quote.expirationTime == quote.createdTime?.adding(seconds: 1800))
        let path = "\(Self.quotes)/\(try #require(quote.id))"
        try caller.call(.post, "/_simulator/clock", "{\"advanceSeconds\":\(1800 + 172_800)}")
        #expect(try caller.json(.get, path)["status"]?.stringValue == "EXPIRED")
        try caller.call(.post, "/_simulator/clock", "{\"advanceSeconds\":1}")
        #expect(try caller.call(.get, path).status == 404)
    }

    @Test("A26: a quote's own level has the amount that was given, its options have both")
    func quoteAmounts() throws {
        var caller = WorldCaller()
        for (given, other) in [("sourceAmount", "targetAmount"), ("targetAmount", "sourceAmount")] {
            let raw = try Self.quote(&caller, "\"\(given)\":50").raw
            #expect(raw[given]?.decimalValue == ExactDecimal(50) && raw[other] == nil)
            let options = try #require(raw["paymentOptions"]?.arrayValue)
            #expect(options.allSatisfy { $0[given] != nil && $0[other] != nil })
        }
    }

    @Test("A27: a quote for anybody has no identifier, also for a user, unless the world is set to the sandbox's way")
    func freeQuotes() throws {
        var caller = WorldCaller()
        let body = #"{"sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":5}"#
        #expect(try caller.json(.post, "/v3/quotes", body)["id"] == nil)
        try Self.set(#""identifiesFreeQuotes":true"#, &caller)
        let identified = try caller.json(.post, "/v3/quotes", body)
        #expect(identified["id"] != nil && identified["user"]?.integerValue == 12_970_001)
        let anonymous = try caller.call(.post, "/v3/quotes", body, headers: [:])
        #expect(try JSONValue(parsing: anonymous.body)["id"] == nil)
    }

    @Test(
        "A28, A29: a fee is a part of what is converted and a fixed part, half up to the digits that are sent; none in one currency"
    )
    func fees() throws {
        var caller = WorldCaller()
        let option = try #require(try Self.quote(&caller).balanceOption)
        #expect(option.fee.isPositive && option.fee.amount.normalized.scale <= 2)
        let yen = try caller.quote(#""sourceCurrency":"JPY","targetCurrency":"EUR","sourceAmount":10000"#)
        #expect(try #require(yen.balanceOption).fee.amount.normalized.scale == 0)
        let same = try caller.quote(#""sourceCurrency":"EUR","targetCurrency":"EUR","sourceAmount":50"#)
        #expect(same.balanceOption?.fee.isZero == true)
        let split = try caller.call(
            .post, Self.quotes, #"{"sourceCurrency":"JPY","targetCurrency":"EUR","sourceAmount":10.5}"#)
        #expect(split.status == 400)
    }
}
