import Money
import Simulator
import Testing
import WiseAPI

@Suite("Movements of a world")
struct WorldMovementTests {
    @Test("convert, fill a jar, fill a jar of another currency, and empty a jar")
    func allKinds() throws {
        var caller = WorldCaller()
        let euro = try caller.balance("EUR")
        let pound = try caller.balance("GBP")
        let reserve = try caller.balance("Reserve")
        let tax = try caller.balance("Tax")
        let quote = try caller.quote("\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"GBP\",\"sourceAmount\":100")
        let converted = try movement(try caller.move("{\"quoteId\":\"\(#require(quote.id))\"}"))
        let option = try #require(quote.balanceOption)
        #expect(converted.type == .conversion && converted.state == .completed)
        #expect(converted.sourceAmount == option.sourceAmount && converted.targetAmount == option.targetAmount)
        #expect(converted.feeAmounts == [option.fee] && converted.rate == quote.rate)
        #expect(converted.balancesAfter.map(\.id) == [pound.id, euro.id])
        let rate = try #require(converted.rate)
        let step = try #require(converted.raw["steps"]?.arrayValue?.first?["id"]?.integerValue)
        let same = BalanceMovement(
            id: converted.id, stepID: step, type: .conversion, source: converted.balancesAfter[1],
            target: converted.balancesAfter[0], creationTime: caller.world.clock, sourceAmount: option.sourceAmount,
            targetAmount: option.targetAmount, rate: rate, fee: option.fee)
        #expect(same.json.text == converted.json.text)
        #expect(try caller.balance("EUR").amount == euro.amount.subtracting(option.sourceAmount))
        #expect(try caller.balance("GBP").amount == pound.amount.adding(option.targetAmount))

        let filled = try movement(try caller.move(Self.body("250.50 EUR", euro.id, reserve.id)))
        #expect(try filled.rate == decimal("1") && filled.feeAmounts.allSatisfy(\.isZero))
        #expect(try caller.balance("Reserve").amount == reserve.amount.adding(money("250.50 EUR")))
        _ = try movement(try caller.move(Self.body("0.50 EUR", reserve.id, euro.id)))
        #expect(try caller.balance("Reserve").amount == reserve.amount.adding(money("250.00 EUR")))

        let across = try caller.quote("\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"GBP\",\"targetAmount\":40")
        let members = "{\"quoteId\":\"\(try #require(across.id))\",\"sourceBalanceId\":\(euro.id),\"targetBalanceId\":\(tax.id)}"
        _ = try movement(try caller.move(members))
        #expect(try caller.balance("Tax").amount == tax.amount.adding(money("40.00 GBP")))
        #expect(caller.world.ledgerCheck().isBalanced)
    }

    private static func body(_ amount: String, _ source: Int, _ target: Int) -> String {
        let parts = amount.split(separator: " ")
        return
            "{\"amount\":{\"value\":\(parts[0]),\"currency\":\"\(parts[1])\"},\"sourceBalanceId\":\(source),\"targetBalanceId\":\(target)}"
    }

    private func movement(_ answer: APIResponse) throws -> BalanceMovement {
        #expect(answer.status == 201, "\(String(decoding: answer.body, as: UTF8.self))")
        return try BalanceMovement(json: try JSONValue(parsing: answer.body))
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let body: String
        let status: Int
        let code: String
        let path: String?
        var testDescription: String { body }
        init(_ body: String, _ status: Int, _ code: String, _ path: String?) {
            (self.body, self.status, self.code, self.path) = (body, status, code, path)
        }
    }

    // $EUR, $GBP, $RES, $TAX, $GRO and $SGD stand for balances; $SGD is another profile's.
    static let refused = [
        Refused("{}", 400, "NotNull", "amount"),
        Refused(#"{"amount":{"value":1,"currency":"EUR"}}"#, 400, "NotNull", "sourceBalanceId"),
        Refused(#"{"amount":{"value":1,"currency":"EUR"},"sourceBalanceId":$EUR}"#, 400, "NotNull", "targetBalanceId"),
        Refused(#"{"amount":{"value":1,"currency":"EUR"},"targetBalanceId":$EUR}"#, 400, "NotNull", "sourceBalanceId"),
        Refused(
            #"{"amount":{"value":1,"currency":"EUR"},"sourceBalanceId":$EUR,"targetBalanceId":$EUR}"#, 400, "NOT_VALID",
            "targetBalanceId"),
        Refused(
            #"{"amount":{"value":1,"currency":"GBP"},"sourceBalanceId":$EUR,"targetBalanceId":$RES}"#, 400, "NOT_VALID",
            "amount.currency"),
        Refused(
            #"{"amount":{"value":1,"currency":"EUR"},"sourceBalanceId":$EUR,"targetBalanceId":$TAX}"#, 400, "NOT_VALID",
            "targetBalanceId"),
        Refused(
            #"{"amount":{"value":0,"currency":"EUR"},"sourceBalanceId":$EUR,"targetBalanceId":$RES}"#, 400,
            "error.greaterThanZero", "amount.value"),
        Refused(
            #"{"amount":{"value":-1,"currency":"EUR"},"sourceBalanceId":$EUR,"targetBalanceId":$RES}"#, 400,
            "error.greaterThanZero", "amount.value"),
        Refused(
            #"{"amount":{"value":0.001,"currency":"EUR"},"sourceBalanceId":$EUR,"targetBalanceId":$RES}"#, 400, "NOT_VALID",
            "amount.value"),
        Refused(#"{"amount":"1","sourceBalanceId":$EUR,"targetBalanceId":$RES}"#, 400, "BAD_REQUEST", "amount"),
        Refused(#"{"amount":{"value":1},"sourceBalanceId":$EUR,"targetBalanceId":$RES}"#, 400, "NotNull", "amount.currency"),
        Refused(
            #"{"amount":{"value":1,"currency":"EUR"},"sourceBalanceId":"x","targetBalanceId":$RES}"#, 400, "BAD_REQUEST",
            "sourceBalanceId"),
        Refused(
            #"{"amount":{"value":1,"currency":"EUR"},"sourceBalanceId":1,"targetBalanceId":$RES}"#, 404,
            "balance.account-not-found", "sourceBalanceId"),
        Refused(
            #"{"amount":{"value":1,"currency":"SGD"},"sourceBalanceId":$SGD,"targetBalanceId":$RES}"#, 403, "unauthorized", nil),
        Refused(
            #"{"amount":{"value":99999999,"currency":"EUR"},"sourceBalanceId":$EUR,"targetBalanceId":$RES}"#, 422,
            "balance.insufficient-funds", nil),
        Refused(
            #"{"amount":{"value":1,"currency":"USD"},"sourceBalanceId":$USD,"targetBalanceId":$GRO}"#, 422,
            "balance.account-inactive", "targetBalanceId"),
        Refused(#"{"quoteId":"7"}"#, 400, "bad.request", "quoteId"),
        Refused(#"{"quoteId":7}"#, 400, "BAD_REQUEST", "quoteId"),
        Refused(#"{"quoteId":"00000000-0000-4000-8000-000000000000"}"#, 404, "quote.not-found", "quoteId"),
        Refused("{\"quoteId\"", 400, "Bad Request", nil),
    ]

    @Test("refuse what makes no sense, name the field and change nothing", arguments: refused)
    func refusals(row: Refused) throws {
        var caller = WorldCaller()
        var body = row.body
        for (mark, name) in [("$EUR", "EUR"), ("$RES", "Reserve"), ("$TAX", "Tax"), ("$USD", "USD"), ("$GRO", "Growth")] {
            body = Self.replacing(mark, in: body, with: String(try caller.balance(name).id))
        }
        body = Self.replacing("$SGD", in: body, with: String(try caller.balance("SGD", WorldCaller.person).id))
        let answer = try caller.move(body)
        #expect(answer.status == row.status)
        #expect(answer.code == row.code)
        if row.code.contains(".") || row.path != nil { #expect(answer.path == row.path) }
        #expect(!caller.world.hasChanges)
    }

    private static func replacing(_ mark: String, in text: String, with value: String) -> String {
        text.split(separator: mark, omittingEmptySubsequences: false).joined(separator: value)
    }

    @Test("use a quote once, only for its profile and only when it pays out to a balance")
    func quotesOnce() throws {
        var caller = WorldCaller()
        let quote = try caller.quote("\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"GBP\",\"sourceAmount\":10")
        let body = "{\"quoteId\":\"\(try #require(quote.id))\"}"
        let foreign = try caller.move(body, WorldCaller.person)
        #expect(foreign.status == 403)
        #expect(try caller.move(body).status == 201)
        let again = try caller.move(body)
        #expect(again.status == 422 && again.code == "quote.already-used")
        let path = "/v3/profiles/\(WorldCaller.business)/quotes"
        let other = try caller.json(.post, path, "{\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"GBP\",\"sourceAmount\":10}")
        let wrong = try caller.move("{\"quoteId\":\"\(try #require(other["id"]?.stringValue))\"}")
        #expect(wrong.status == 422 && wrong.code == "quote.wrong-pay-out")
    }

    @Test("happen once for each key, whatever the second body says")
    func idempotence() throws {
        var caller = WorldCaller()
        let euro = try caller.balance("EUR")
        let reserve = try caller.balance("Reserve")
        let key = "ABCDEF00-0000-4000-8000-000000000001"
        let first = try caller.move(Self.body("10.00 EUR", euro.id, reserve.id), key: key)
        let same = try caller.move(Self.body("10.00 EUR", euro.id, reserve.id), key: key.lowercased())
        let other = try caller.move(Self.body("99.00 EUR", euro.id, reserve.id), key: key)
        #expect(first.status == 201 && same.status == 201 && other.status == 201)
        #expect(first.body == same.body && first.body == other.body)
        #expect(try caller.balance("Reserve").amount == reserve.amount.adding(money("10.00 EUR")))
        // The same key is another one for another operation.
        let path = "/v4/profiles/\(WorldCaller.business)/balances"
        #expect(try caller.call(.post, path, "{\"currency\":\"CHF\",\"type\":\"STANDARD\"}", key: key).status == 201)
        // A strict world refuses the changed body.
        try caller.call(.post, "/_simulator/settings", "{\"refusesChangedRepeat\":true}")
        #expect(try caller.move(Self.body("99.00 EUR", euro.id, reserve.id), key: key).status == 409)
        #expect(try caller.move(Self.body("10.00 EUR", euro.id, reserve.id), key: key).body == first.body)
    }

    @Test("may be tried again with the same key after a refusal")
    func retryAfterRefusal() throws {
        var caller = WorldCaller()
        let yen = try caller.balance("JPY")
        let key = caller.key()
        let path = "/v4/profiles/\(WorldCaller.business)/balances"
        let jar = try Balance(
            json: try caller.json(
                .post, path, #"{"currency":"JPY","type":"SAVINGS","name":"Travel"}"#, key: caller.key(), status: 201))
        let body = Self.body("9000000 JPY", yen.id, jar.id)
        #expect(try caller.move(body, key: key).status == 422)
        try caller.call(
            .post, "/_simulator/deposit", "{\"balanceId\":\(yen.id),\"amount\":{\"value\":9000000,\"currency\":\"JPY\"}}")
        #expect(try caller.move(body, key: key).status == 201)
    }

    @Test("need a key that is a UUID", arguments: ["", "7", "not-a-uuid-but-thirty-six-letters-xx"])
    func keys(key: String) throws {
        var caller = WorldCaller()
        let answer = try caller.call(
            .post, "/v2/profiles/\(WorldCaller.business)/balance-movements", "{}", key: key.isEmpty ? nil : key)
        #expect(answer.status == 400 && answer.code == "Bad Request")
        #expect(APIError(answer).message.contains("X-idempotence-uuid"))
    }
}
