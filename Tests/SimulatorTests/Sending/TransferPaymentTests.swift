import Money
import Simulator
import Testing
import WiseAPI

@Suite("Payments for transfers")
struct TransferPaymentTests {
    @Test("take the source amount out of the balance, once, and show it in statement and list")
    func pays() throws {
        var caller = WorldCaller()
        let before = try caller.balance("EUR")
        let transfer = try caller.transfer(to: "USD")
        let paid = try caller.fund(transfer.id)
        let answer = try JSONValue(parsing: paid.body)
        #expect(paid.status == 201 && answer["status"]?.stringValue == "COMPLETED" && answer["type"]?.stringValue == "BALANCE")
        #expect(paid.headers["x-2fa-approval-result"] == "APPROVED")
        #expect(try caller.balance("EUR").amount == before.amount.subtracting(money("100.00 EUR")))
        #expect(try caller.status(transfer.id) == "processing")
        let payments = try #require(try caller.json(.get, "/v1/transfers/\(transfer.id)/payments").arrayValue)
        #expect(payments.count == 1 && payments[0]["id"] == answer["balanceTransactionId"])
        #expect(payments[0]["method"]?.stringValue == "BALANCE" && payments[0]["amount"]?.decimalValue == ExactDecimal(100))
        let line = try #require(try caller.statement(before.id).transactions.first)
        #expect(line.referenceNumber == "TRANSFER-\(transfer.id)" && line.kind == "TRANSFER")
        #expect(
            try line.amount == money("-100.00 EUR") && line.totalFees == money("100.00 EUR").subtracting(transfer.sourceAmount))
        #expect(line.text == "Sent money to Otto Example")
        let quote = try #require(transfer.raw["quoteUuid"]?.stringValue)
        #expect(try caller.json(.get, "/v3/profiles/\(WorldCaller.business)/quotes/\(quote)")["status"]?.stringValue == "FUNDED")
        try caller.checkLedger()
    }

    @Test("are refused a second time, on either path, and take nothing again")
    func twice() throws {
        var caller = WorldCaller()
        let transfer = try caller.transfer().id
        #expect(try caller.fund(transfer).status == 201)
        let held = try caller.balances()
        let again = try caller.fund(transfer)
        #expect(again.status == 409 && again.code == "payment.exists")
        let calendar = try caller.call(
            .post, "/2026Q3/profiles/\(WorldCaller.business)/transfers/\(transfer)/payments", #"{"type":"BALANCE"}"#)
        #expect(calendar.status == 409 && String(decoding: calendar.body, as: UTF8.self) == "payment.exists")
        #expect(calendar.headers["content-type"] == "text/plain")
        #expect(try caller.balances() == held)
        try caller.checkLedger()
    }

    @Test("need enough money, which an overdraft is as well, and may be tried again")
    func funds() throws {
        var caller = WorldCaller()
        let held = try caller.balance("EUR")
        let transfer = try caller.transfer("\"sourceAmount\":20000").id
        let short = try caller.fund(transfer)
        let json = try JSONValue(parsing: short.body)
        #expect(short.status == 422 && json["status"]?.stringValue == "REJECTED")
        #expect(json["errorCode"]?.stringValue == "balance.payment-option-unavailable")
        #expect(try caller.balance("EUR") == held && caller.status(transfer) == "incoming_payment_waiting")
        let overdraft = "{\"profileId\":\(WorldCaller.business),\"overdraftLimit\":{\"value\":5000,\"currency\":\"EUR\"}}"
        #expect(try caller.call(.post, "/_simulator/settings", overdraft).status == 200)
        #expect(try caller.fund(transfer).status == 201)
        #expect(try caller.balance("EUR").amount.isNegative)
        try caller.checkLedger()
    }

    @Test("are refused from what cannot pay, and for what cannot be paid")
    func refusals() throws {
        var caller = WorldCaller()
        let transfer = try caller.transfer().id
        let ids = try ["Growth", "Reserve", "GBP"].map { try caller.balance($0).id }
        caller.world.forgetChanges()
        let rejected = [
            (#"{"type":"BALANCE","balanceId":1}"#, "balance.account-not-found"),
            ("{\"type\":\"BALANCE\",\"balanceId\":\(ids[0])}", "balance.account-inactive"),
            ("{\"type\":\"BALANCE\",\"balanceId\":\(ids[1])}", "balance.payment-option-unavailable"),
            ("{\"type\":\"BALANCE\",\"balanceId\":\(ids[2])}", "balance.currency-unsupported"),
            (#"{"type":"BANK_TRANSFER"}"#, "payment.option-unavailable"),
            (#"{"type":"TRUSTED_PRE_FUND_BULK"}"#, "trustedprefundbulk.payment-option-unavailable"),
            (#"{"type":"TRUSTED_PRE_FUND_TX"}"#, "trustedprefundtx.payment-option-unavailable"),
        ]
        for (body, code) in rejected {
            let answer = try caller.fund(transfer, body)
            #expect(try answer.status == 422 && JSONValue(parsing: answer.body)["errorCode"]?.stringValue == code, "\(body)")
        }
        for body in ["{}", #"{"type":"GIFT"}"#, #"{"type":7}"#, "["] { #expect(try caller.fund(transfer, body).status == 400) }
        let unknown = try caller.fund(1)
        #expect(unknown.status == 404 && unknown.code == "transfer.not-found")
        let foreign = try caller.fund(transfer, #"{"type":"BALANCE"}"#, WorldCaller.person)
        #expect(foreign.status == 403 && foreign.code == "transfer.not-accessible-for-user")
        #expect(!caller.world.hasChanges)
        let euro = try caller.balance("EUR").id
        #expect(try caller.fund(transfer, "{\"type\":\"BALANCE\",\"balanceId\":\(euro)}").status == 201)
        try caller.checkLedger()
    }

    @Test("need a balance in the currency of the source")
    func withoutBalance() throws {
        var caller = WorldCaller()
        let quote = try caller.sendingQuote("CHF", "EUR")
        let order = WorldCaller.order(try caller.recipient(), quote, key: caller.key())
        let id = try #require(try caller.json(.post, "/v1/transfers", order)["id"]?.integerValue)
        let answer = try caller.fund(id)
        #expect(answer.status == 422)
        #expect(try JSONValue(parsing: answer.body)["errorCode"]?.stringValue == "balance.payment-option-unavailable")
    }

    @Test("come back whole when the transfer is cancelled, under its reference", arguments: ["EUR", "USD"])
    func cancelPaid(target: String) throws {
        var caller = WorldCaller()
        let before = try caller.balance("EUR")
        let transfer = try caller.transfer(to: target).id
        try caller.fund(transfer)
        let json = try caller.json(.put, "/v1/transfers/\(transfer)/cancel")
        #expect(json["status"]?.stringValue == "cancelled")
        #expect(try caller.balance("EUR").amount == before.amount)
        let lines = try caller.statement(before.id).transactions.prefix(2)
        #expect(lines.map(\.referenceNumber) == ["TRANSFER-\(transfer)", "TRANSFER-\(transfer)"])
        #expect(lines.map(\.type) == ["CREDIT", "DEBIT"])
        let again = try caller.call(.put, "/v1/transfers/\(transfer)/cancel")
        #expect(again.status == 409 && again.code == "transfer.cancellation.not.allowed")
        #expect(try caller.fund(transfer).status == 422)
        try caller.simulate(transfer, "funds_refunded")
        #expect(try caller.balance("EUR").amount == before.amount, "it came back once")
        try caller.checkLedger()
    }

    @Test("are not needed to cancel; what is not paid moves nothing, and what is sent cannot be cancelled")
    func cancelUnpaid() throws {
        var caller = WorldCaller()
        let entries = caller.world.records.entries.count
        let transfer = try caller.transfer().id
        #expect(try caller.json(.put, "/v1/transfers/\(transfer)/cancel")["status"]?.stringValue == "cancelled")
        #expect(caller.world.records.entries.count == entries)
        #expect(try caller.call(.get, "/v1/simulation/transfers/\(transfer)/funds_refunded").status == 400)
        #expect(try caller.call(.put, "/v1/transfers/1/cancel").status == 404)
        let other = try caller.transfer().id
        try caller.fund(other)
        try caller.simulate(other, "processing", "funds_converted")
        #expect(try caller.call(.put, "/v1/transfers/\(other)/cancel").status == 409)
        try caller.checkLedger()
    }
}
