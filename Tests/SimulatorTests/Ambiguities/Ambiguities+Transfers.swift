import Money
import Simulator
import Testing
import WiseAPI

extension Ambiguities {
    @Test("A43: what cannot pay is a 422 with a rejected payment, a second payment a 409, a success 201")
    func payments() throws {
        var caller = WorldCaller()
        let transfer = try caller.transfer("\"sourceAmount\":900000").id
        let rejected = try caller.fund(transfer)
        let json = try JSONValue(parsing: rejected.body)
        #expect(rejected.status == 422 && json["status"]?.stringValue == "REJECTED" && json["type"]?.stringValue == "BALANCE")
        #expect(json["errorCode"]?.stringValue == "balance.payment-option-unavailable")
        let euro = try caller.balance("EUR").id
        let deposit = "{\"balanceId\":\(euro),\"amount\":{\"value\":900000,\"currency\":\"EUR\"}}"
        #expect(try caller.call(.post, "/_simulator/deposit", deposit).isSuccess)
        #expect(try caller.fund(transfer).status == 201)
        let twice = try caller.fund(transfer)
        #expect(twice.status == 409 && twice.code == "payment.exists")
    }
}
