import Money
import Simulator
import Testing
import WiseAPI

@Suite("The sandbox's states of transfers")
struct TransferStateTests {
    @Test("follow each other strictly, each with a balanced ledger", arguments: ["EUR", "USD"])
    func order(target: String) throws {
        var caller = WorldCaller()
        let before = try caller.balance("EUR")
        let transfer = try caller.transfer(to: target)
        try caller.fund(transfer.id)
        for state in ["funds_converted", "outgoing_payment_sent", "bounced_back", "funds_refunded"] {
            let early = try caller.call(.get, "/v1/simulation/transfers/\(transfer.id)/\(state)")
            #expect(early.status == 400 && early.code == "invalid_transfer_state", "\(state)")
        }
        for state in ["processing", "funds_converted", "outgoing_payment_sent", "bounced_back"] {
            let json = try caller.json(.get, "/v1/simulation/transfers/\(transfer.id)/\(state)")
            #expect(json["status"]?.stringValue == state && json["quote"]?.integerValue != nil && json["quoteUuid"] == nil)
            #expect(caller.world.ledgerCheck().isBalanced)
            #expect(try caller.balance("EUR").amount == before.amount.subtracting(money("100.00 EUR")))
        }
        #expect(try caller.call(.get, "/v1/simulation/transfers/\(transfer.id)/outgoing_payment_sent").status == 400)
        try caller.simulate(transfer.id, "funds_refunded")
        #expect(try caller.balance("EUR").amount == before.amount)
        #expect(try caller.call(.get, "/v1/simulation/transfers/\(transfer.id)/funds_refunded").status == 400)
        let lines = try caller.statement(before.id).transactions.prefix(2)
        #expect(lines.map(\.type) == ["CREDIT", "DEBIT"] && Set(lines.map(\.referenceNumber)).count == 1)
        #expect(lines.first?.totalFees == lines.last?.totalFees)
        try caller.checkLedger()
    }

    @Test("are refused for what is not paid, unknown or to an address for mail")
    func refusals() throws {
        var caller = WorldCaller()
        let transfer = try caller.transfer().id
        caller.world.forgetChanges()
        func answer(_ id: Int, _ state: String) throws -> APIResponse {
            try caller.call(.get, "/v1/simulation/transfers/\(id)/\(state)")
        }
        #expect(try answer(transfer, "processing").code == "invalid_transfer_state")
        #expect(try answer(transfer, "lost").status == 400)
        #expect(try answer(1, "processing").status == 404)
        #expect(!caller.world.hasChanges)
        let mail = try caller.recipient(
            #""currency":"EUR","type":"email","accountHolderName":"Ada Byron","details":{"email":"ada@example.com"}"#)
        let order = WorldCaller.order(mail, try caller.sendingQuote("EUR", "EUR"), key: caller.key())
        let byMail = try #require(try caller.json(.post, "/v1/transfers", order)["id"]?.integerValue)
        try caller.fund(byMail)
        let refused = try caller.call(.get, "/v1/simulation/transfers/\(byMail)/processing")
        #expect(refused.status == 400 && refused.code == "invalid_transfer_state")
    }

    @Test("have a reason when the payment bounced")
    func payoutFailure() throws {
        var caller = WorldCaller()
        let transfer = try caller.transfer().id
        let path = "/v1/simulation/transfers/\(transfer)/payout-failure"
        let early = try caller.call(.post, path, "{}")
        #expect(early.status == 400 && early.code == "invalid_transfer_state")
        #expect(APIError(early).message.hasSuffix("Current state: INCOMING_PAYMENT_WAITING"))
        try caller.fund(transfer)
        try caller.simulate(transfer, "processing", "funds_converted", "outgoing_payment_sent", "bounced_back")
        let wrong = try caller.call(.post, path, #"{"failure_reason_code":"BORED"}"#)
        #expect(wrong.status == 400 && wrong.code == "invalid_failure_reason_code")
        let told = try caller.json(.post, path)
        #expect(told["failure_reason_code"]?.stringValue == "ACCOUNT_CLOSED")
        #expect(told["failure_description"]?.stringValue?.isEmpty == false && told["occurred_at"]?.stringValue?.isEmpty == false)
        #expect(try caller.json(.post, path, #"{"failure_reason_code":"NAME_MISMATCH"}"#)["failure_reason_code"] != nil)
        #expect(try caller.json(.get, "/v1/transfers/\(transfer)")["hasActiveIssues"]?.boolValue == true)
        try caller.checkLedger()
    }

    @Test("bring money into another account of this bank, converted or not, and it does not bounce")
    func ownAccount() throws {
        var caller = WorldCaller()
        let account = try caller.json(.get, "/v4/profiles/\(WorldCaller.person)/multi-currency-account")
        let recipient = try #require(account["recipientId"]?.integerValue)
        let before = try caller.balance("SGD", WorldCaller.person)
        let order = WorldCaller.order(
            recipient, try caller.sendingQuote("EUR", "SGD", "\"targetAmount\":150"), key: caller.key(),
            #","details":{"reference":"Wages"}"#)
        let id = try #require(try caller.json(.post, "/v1/transfers", order)["id"]?.integerValue)
        try caller.fund(id)
        try caller.simulate(id, "processing", "funds_converted", "outgoing_payment_sent")
        #expect(try caller.balance("SGD", WorldCaller.person).amount == before.amount.adding(money("150.00 SGD")))
        let line = try #require(try caller.statement(before.id, "COMPACT", WorldCaller.person).transactions.first)
        #expect(line.kind == "DEPOSIT" && line.referenceNumber == "TRANSFER-\(id)")
        #expect(line.text == "Received money from Alderbrook Paper Goods Ltd with reference Wages")
        #expect(try caller.call(.get, "/v1/simulation/transfers/\(id)/bounced_back").status == 400)
        // A currency in which the account has no balance is refused when it is ordered.
        let other = WorldCaller.order(recipient, try caller.sendingQuote("EUR", "USD"), key: caller.key())
        #expect(try caller.call(.post, "/v1/transfers", other).code == "INVALID_RECIPIENT")
        try caller.checkLedger()
    }

    @Test("bring money from outside into the account itself, as it was done before there were top-ups")
    func oldTopUp() throws {
        var caller = WorldCaller()
        let account = try caller.json(.get, "/v4/profiles/\(WorldCaller.business)/multi-currency-account")
        let recipient = try #require(account["recipientId"]?.integerValue)
        let before = try caller.balance("EUR")
        let order = WorldCaller.order(recipient, try caller.sendingQuote("EUR", "EUR"), key: caller.key())
        let id = try #require(try caller.json(.post, "/v1/transfers", order)["id"]?.integerValue)
        try caller.simulate(id, "processing")
        #expect(try caller.balance("EUR").amount == before.amount.adding(money("100.00 EUR")))
        #expect(try caller.status(id) == "outgoing_payment_sent")
        #expect(try caller.fund(id).status == 409)
        try caller.checkLedger()
    }
}
