import Money
import Simulator
import Testing
import WiseAPI

@Suite("Money that comes in by bank details")
struct IncomingMoneyTests {
    private static let importing = "/v1/simulation/profiles/\(WorldCaller.business)/bank-transactions/import"
    private static let swift = "/v1/simulation/profiles/\(WorldCaller.business)/swift-in"

    @Test("is a deposit in the statement and needs details in its currency")
    func imports() throws {
        var caller = WorldCaller()
        let before = try caller.balance("EUR")
        let answer = try caller.call(.post, Self.importing, #"{"currency":"EUR","amount":12.34}"#)
        #expect(answer.status == 201 && answer.body.isEmpty)
        #expect(try caller.balance("EUR").amount == before.amount.adding(money("12.34 EUR")))
        #expect(try caller.statement(before.id).transactions.first?.kind == "DEPOSIT")
        // Dollars have a balance and no details until they are ordered.
        let without = try caller.call(.post, Self.importing, #"{"currency":"USD","amount":5}"#)
        #expect(without.status == 400 && without.code == "not.valid")
        #expect(APIError(without).message == "No account details found for profile currency pair")
        let orders = "/v1/profiles/\(WorldCaller.business)/account-details-orders"
        _ = try caller.json(.post, orders, #"{"currency":"USD"}"#)
        #expect(try caller.call(.post, Self.importing, #"{"currency":"USD","amount":5}"#).status == 201)
        for body in [
            #"{"currency":"EUR"}"#, #"{"currency":"EUR","amount":0}"#, #"{"amount":1}"#, #"{"currency":"SGD","amount":1}"#,
        ] {
            #expect(try caller.call(.post, Self.importing, body).status == 400)
        }
        try caller.checkLedger()
    }

    @Test("comes by SWIFT with its sender and reference, and can be sent back once")
    func swiftAndBack() throws {
        var caller = WorldCaller()
        let before = try caller.balance("GBP")
        let body =
            #"{"currencyCode":"GBP","amount":40,"senderName":"Hollin & Moss","senderAccount":"1","paymentReference":"INV 9"}"#
        let message = try caller.json(.post, Self.swift, body)
        let number = try #require(message["id"]?.integerValue)
        #expect(message["state"]?.stringValue == "RECEIVED" && message["direction"]?.stringValue == "INCOMING")
        let line = try #require(try caller.statement(before.id).transactions.first)
        #expect(line.text == "Received money from Hollin & Moss with reference INV 9")
        #expect(line.referenceNumber == "TRANSFER-\(number)")
        let path = "/v1/profiles/\(WorldCaller.business)/account-details/payments/\(number)/returns"
        let back = try caller.json(.post, path, #"{"reason":"Unknown payer"}"#, status: 201)
        #expect(back["id"]?.stringValue?.utf8.count == 36)
        #expect(try caller.balance("GBP").amount == before.amount)
        #expect(try caller.statement(before.id).transactions.first?.text == "Sent money back to Hollin & Moss")
        let again = try caller.call(.post, path)
        #expect(again.status == 400 && again.code == "error.payment-return.invalid")
        let unknown = try caller.call(.post, "/v1/profiles/\(WorldCaller.business)/account-details/payments/1/returns")
        #expect(unknown.status == 404 && unknown.code == "error.payment.not-found")
        try caller.checkLedger()
    }

    @Test("by SWIFT is refused when amount, agents or charges make no sense")
    func wrongSwift() throws {
        var caller = WorldCaller()
        let rows: [(String, Int, String)] = [
            (#"{"currencyCode":"GBP","amount":0}"#, 400, "not.valid"), (#"{"currencyCode":"GBP"}"#, 400, "NotNull"),
            (#"{"currencyCode":"GBP","amount":1,"previousInstructingAgents":["A","B","C","D"]}"#, 400, "not.valid"),
            (#"{"currencyCode":"GBP","amount":1,"charges":[{"amount":1}]}"#, 400, "not.valid"),
            (#"{"currencyCode":"JPY","amount":1}"#, 422, "not.valid"),
        ]
        for (body, status, code) in rows {
            let answer = try caller.call(.post, Self.swift, body)
            #expect(answer.status == status && answer.code == code, "\(body)")
        }
        #expect(!caller.world.hasChanges)
    }

    @Test("is not kept from coming by verification: every profile is verified")
    func verification() throws {
        var caller = WorldCaller()
        #expect(try caller.call(.post, "/v1/simulation/profiles/\(WorldCaller.person)/verifications").status == 200)
        let body = "{\"profileId\":\(WorldCaller.business)}"
        #expect(try caller.call(.post, "/v1/simulation/verify-profile", body).status == 200)
        #expect(try caller.call(.post, "/v1/simulation/verify-profile", #"{"profileId":1}"#).status == 403)
        #expect(try caller.call(.post, "/v1/simulation/profiles/1/verifications").status == 403)
        #expect(!caller.world.hasChanges)
    }
}
