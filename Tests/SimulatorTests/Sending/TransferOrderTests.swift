import Money
import Simulator
import Testing
import WiseAPI

@Suite("Orders of transfers")
struct TransferOrderTests {
    @Test("have the amounts of their quote, move nothing and can be read")
    func order() throws {
        var caller = WorldCaller()
        let before = try caller.balances()
        let transfer = try caller.transfer("\"targetAmount\":50", to: "USD")
        #expect(transfer.status == .incomingPaymentWaiting && transfer.reference == "R1")
        #expect(try transfer.targetAmount == money("50.00 USD") && transfer.sourceAmount.currency == .eur)
        #expect(transfer.created == caller.world.clock)
        let json = try caller.json(.get, "/v1/transfers/\(transfer.id)")
        #expect(try Transfer(json: json) == transfer)
        #expect(json["created"]?.stringValue == "2026-11-02 09:00:00" && json["quote"]?.isNull == true)
        #expect(json["payinSessionId"]?.stringValue?.utf8.count == 36)
        #expect(try caller.balances() == before)
        let quote = try #require(json["quoteUuid"]?.stringValue)
        #expect(
            try caller.json(.get, "/v3/profiles/\(WorldCaller.business)/quotes/\(quote)")["status"]?.stringValue == "ACCEPTED")
        #expect(try caller.json(.get, "/v1/transfers/\(transfer.id)/payments").arrayValue?.isEmpty == true)
        let estimate = try caller.json(.get, "/v1/delivery-estimates/\(transfer.id)?timezone=Asia/Singapore")
        #expect(estimate["estimatedDeliveryDate"]?.stringValue == "2026-11-03T12:00:00.000+0000")
        #expect(try caller.call(.get, "/v1/transfers/1").status == 404)
        #expect(try caller.call(.get, "/v1/transfers/x").status == 400)
        #expect(try caller.call(.get, "/v1/transfers/1/payments").status == 404)
        #expect(try caller.call(.get, "/v1/delivery-estimates/1").status == 404)
        try caller.checkLedger()
    }

    @Test("are made once for each key, whatever the second body says, and the answer is as the transfer is now")
    func replay() throws {
        var caller = WorldCaller()
        let recipient = try caller.recipient()
        let key = "ABCDEF00-0000-4000-8000-000000000077"
        let body = WorldCaller.order(recipient, try caller.sendingQuote("EUR", "EUR"), key: key)
        let first = try caller.json(.post, "/v1/transfers", body)
        let id = try #require(first["id"]?.integerValue)
        let other = WorldCaller.order(
            recipient, try caller.sendingQuote("EUR", "EUR", "\"sourceAmount\":7"), key: key.lowercased())
        #expect(try caller.json(.post, "/v1/transfers", body) == first)
        #expect(try caller.json(.post, "/v1/transfers", other) == first)
        try caller.fund(id)
        #expect(try caller.json(.post, "/v1/transfers", body)["status"]?.stringValue == "processing")
        #expect(caller.world.records.transfers.filter { $0.key == key.lowercased() }.map(\.id) == [id])
        try caller.call(.post, "/_simulator/settings", #"{"refusesChangedRepeat":true}"#)
        #expect(try caller.call(.post, "/v1/transfers", other).status == 409)
        #expect(try caller.call(.post, "/v1/transfers", body).status == 200)
        try caller.checkLedger()
    }

    @Test("are refused when recipient, quote, key or details do not fit, and change nothing")
    func refusals() throws {
        var caller = WorldCaller()
        let euro = try caller.recipient()
        let dollar = try caller.recipient(WorldCaller.routing)
        let foreign = try caller.recipient(WorldCaller.iban, WorldCaller.person)
        let quote = try caller.sendingQuote("EUR", "EUR")
        let toBalance = try #require(try caller.quote(#""sourceCurrency":"EUR","targetCurrency":"EUR","sourceAmount":9"#).id)
        let members = "\"sourceAmount\":9,\"targetAccount\":\(euro)"
        let named = try caller.sendingQuote("EUR", "EUR", members)
        let used = try caller.sendingQuote("EUR", "EUR")
        _ = try caller.json(.post, "/v1/transfers", WorldCaller.order(euro, used, key: caller.key()))
        let key = caller.key()
        let long = String(repeating: "x", count: 141)
        let other = try caller.recipient()
        let rows: [(String, Int, String, String?)] = [
            (WorldCaller.order(1, quote, key: key), 422, "INVALID_RECIPIENT", "targetAccount"),
            (WorldCaller.order(dollar, quote, key: key), 422, "INVALID_RECIPIENT", "targetAccount"),
            (WorldCaller.order(foreign, quote, key: key), 422, "INVALID_RECIPIENT", "targetAccount"),
            (WorldCaller.order(other, named, key: key), 422, "INVALID_RECIPIENT", "targetAccount"),
            (
                WorldCaller.order(euro, quote, key: key, ",\"sourceAccount\":\(foreign)"), 422, "INVALID_RECIPIENT",
                "sourceAccount"
            ),
            (WorldCaller.order(euro, toBalance, key: key), 422, "quote.wrong-pay-out", "quoteUuid"),
            (WorldCaller.order(euro, used, key: key), 422, "quote.already-used", "quoteUuid"),
            (WorldCaller.order(euro, "7", key: key), 400, "bad.request", "quoteUuid"),
            (WorldCaller.order(euro, "00000000-0000-4000-8000-00000000ffff", key: key), 404, "quote.not-found", "quoteUuid"),
            (WorldCaller.order(euro, quote, key: "7"), 400, "NOT_VALID", "customerTransactionId"),
            ("{\"targetAccount\":\(euro),\"quoteUuid\":\"\(quote)\"}", 400, "NotNull", "customerTransactionId"),
            ("{\"customerTransactionId\":\"\(key)\"}", 400, "NotNull", "targetAccount"),
            ("{\"customerTransactionId\":\"\(key)\",\"targetAccount\":\(euro)}", 400, "NotNull", "quoteUuid"),
            (
                WorldCaller.order(euro, quote, key: key, ",\"details\":{\"reference\":\"\(long)\"}"), 400, "Size",
                "details.reference"
            ),
            (WorldCaller.order(euro, quote, key: key, ",\"details\":7"), 400, "BAD_REQUEST", "details"),
        ]
        caller.world.forgetChanges()
        for (body, status, code, path) in rows {
            let answer = try caller.call(.post, "/v1/transfers", body)
            #expect(answer.status == status && answer.code == code && answer.path == path, "\(body) \(answer.status)")
            #expect(!caller.world.hasChanges)
        }
        try caller.advance(seconds: 1800)
        let late = try caller.call(.post, "/v1/transfers", WorldCaller.order(euro, quote, key: key))
        #expect(late.status == 422 && late.code == "quote.expired")
        // A refusal is not remembered under its key.
        let again = WorldCaller.order(euro, try caller.sendingQuote("EUR", "EUR"), key: key)
        #expect(try caller.call(.post, "/v1/transfers", again).status == 200)
        try caller.checkLedger()
    }

    @Test("are told before what they have to say")
    func requirements() throws {
        var caller = WorldCaller()
        let body = WorldCaller.order(try caller.recipient(), try caller.sendingQuote("EUR", "EUR"), key: caller.key())
        let forms = try caller.json(.post, "/v1/transfer-requirements", body).arrayValue
        let groups = try #require(forms?.first?["fields"]?.arrayValue).compactMap { $0["group"]?.arrayValue?.first }
        #expect(groups.map { $0["key"]?.stringValue } == ["reference", "transferPurpose", "sourceOfFunds"])
        #expect(groups.allSatisfy { $0["required"]?.boolValue == false })
        #expect(try caller.call(.post, "/v1/transfer-requirements", "{}").status == 400)
        #expect(caller.world.records.transfers.count == World.standard().records.transfers.count)
    }

    @Test("are listed newest first, by state, currencies and dates, a part at a time")
    func list() throws {
        var caller = WorldCaller()
        let path = "/v1/transfers?profile=\(WorldCaller.business)"
        func ids(_ query: String) throws -> [Int] {
            try #require(try caller.json(.get, "\(path)&\(query)").arrayValue).map { try Transfer(json: $0).id }
        }
        let old = try ids("")
        #expect(old.count == 20)
        let euro = try caller.transfer().id
        try caller.advance(seconds: 60)
        let dollar = try caller.transfer(to: "USD").id
        try caller.fund(dollar)
        #expect(try ids("") == [dollar, euro] + old)
        #expect(try ids("limit=1") == [dollar] && ids("limit=2&offset=1") == [euro, old[0]] && ids("offset=22").isEmpty)
        #expect(try ids("status=incoming_payment_waiting") == [euro])
        #expect(try ids("status=processing,incoming_payment_waiting") == [dollar, euro])
        #expect(try ids("sourceCurrency=EUR&targetCurrency=USD") == [dollar])
        #expect(try ids("createdDateStart=2026-11-02T09:00:00Z&createdDateEnd=2026-11-02T09:00:00Z") == [euro])
        for query in ["limit=0", "limit=x", "offset=-1", "status=lost", "sourceCurrency=XQX"] {
            #expect(try caller.call(.get, "\(path)&\(query)").status == 400)
        }
        #expect(try caller.call(.get, "/v1/transfers?profile=1").status == 403)
        #expect(try caller.json(.get, "/v1/transfers?limit=3").arrayValue?.count == 3, "the person's own")
    }

    @Test("that nobody pays for are called off after 14 days, to an address for mail after 7")
    func forgotten() throws {
        var caller = WorldCaller()
        let bank = try caller.transfer().id
        let mail = try caller.recipient(
            #""currency":"EUR","type":"email","accountHolderName":"Ada Byron","details":{"email":"ada@example.com"}"#)
        let order = WorldCaller.order(mail, try caller.sendingQuote("EUR", "EUR"), key: caller.key())
        let byMail = try #require(try caller.json(.post, "/v1/transfers", order)["id"]?.integerValue)
        try caller.advance(days: 7, seconds: -1)
        #expect(try caller.status(byMail) == "incoming_payment_waiting")
        try caller.advance(seconds: 1)
        #expect(try caller.status(byMail) == "cancelled" && caller.status(bank) == "incoming_payment_waiting")
        try caller.advance(days: 7)
        #expect(try caller.status(bank) == "cancelled")
        let paid = try caller.fund(bank)
        #expect(paid.status == 422)
        #expect(try JSONValue(parsing: paid.body)["errorCode"]?.stringValue == "transfer.invalid-state")
        #expect(try caller.call(.put, "/v1/transfers/\(bank)/cancel").status == 409)
        try caller.checkLedger()
    }
}
