import Money
import WiseAPI

/// Money that the sandbox lets come in through bank details.
extension World {
    /// `POST /v1/simulation/profiles/{p}/bank-transactions/import`: for the currencies that the sandbox knows.
    mutating func importBankTransaction(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        let body = try RequestBody(request)
        let currency = try body.currency("currency")
        guard let amount = try body.amount("amount", in: currency) else { throw .missing("amount") }
        guard Self.importedCurrencies.contains(currency.code), let balance = receivingBalance(profile.id, currency) else {
            let message = "No account details found for profile currency pair"
            throw Refusal(status: 400, shape: .coded(code: "not.valid", message: message))
        }
        let details = EntryDetails(party: "Simulated payer", partyAccount: "Unknown bank account", paymentReference: "")
        try deposit(amount, into: balance, kind: .deposit, details: details)
        return Answer(status: 201, body: [])
    }

    private static let importedCurrencies: Set<String> = ["USD", "EUR", "GBP"]

    /// The balance that the newest active bank details of a currency pay into.
    private func receivingBalance(_ profile: Int, _ currency: Currency) -> BalanceRecord? {
        let details = bankDetails.values.filter { $0.profile == profile && $0.currency == currency && $0.isActive }
        guard let newest = details.max(by: { $0.id < $1.id }), let balance = balances[newest.balance], balance.isOperable else {
            return nil
        }
        return balance
    }

    /// `POST /v1/simulation/profiles/{p}/swift-in`: credits the amount; charges that others took on the way are only told.
    mutating func simulateSwiftPayment(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        let body = try RequestBody(request)
        let currency = try body.currency("currencyCode")
        guard let given = try body.optionalDecimal("amount") else { throw .missing("amount") }
        guard given.isPositive else { throw .invalid("not.valid", "must be greater than 0", path: "amount") }
        guard let amount = try body.amount("amount", in: currency) else { throw .missing("amount") }
        try checkSwiftMessage(body)
        guard let balance = receivingBalance(profile.id, currency) else {
            let message = "No account details found for profile currency pair"
            throw .unprocessable("not.valid", message, path: "currencyCode")
        }
        let number = settings.counters.transfer
        let details = EntryDetails(
            party: try body.optionalString("senderName") ?? "Simulated payer",
            partyAccount: try body.optionalString("senderAccount") ?? "Unknown bank account",
            paymentReference: try body.optionalString("paymentReference") ?? "")
        try deposit(amount, into: balance, kind: .deposit, details: details)
        return Answer(swiftMessage(number, amount))
    }

    private func checkSwiftMessage(_ body: RequestBody) throws(Refusal) {
        for member in ["beneficiaryName", "beneficiaryAccount", "senderName", "senderBic", "senderAccount", "paymentReference"] {
            _ = try body.optionalString(member)
        }
        if let agents = body.members["previousInstructingAgents"], !agents.isNull {
            guard let list = agents.arrayValue, list.allSatisfy({ $0.stringValue != nil }), list.count <= 3 else {
                throw .invalid("not.valid", "must be at most 3 agents", path: "previousInstructingAgents")
            }
        }
        guard let charges = body.members["charges"], !charges.isNull else { return }
        let areWhole = charges.arrayValue?.allSatisfy { charge in
            charge["amount"]?.decimalValue != nil && charge["currency"]?.stringValue != nil && charge["agent"]?.stringValue != nil
        }
        guard areWhole == true else {
            throw .invalid("not.valid", "must be charges with amount, currency and agent", path: "charges")
        }
    }

    /// The message as the sandbox's example shows it, most of it null.
    private mutating func swiftMessage(_ number: Int, _ amount: Money) -> JSONValue {
        var object: JSONObject = [
            "id": .integer(number), "messageReference": .null, "mur": .null, "uetr": .string(makeUUID()),
            "messageType": .string("pacs.008.001.08"), "sender": .null, "receiver": .null, "state": .string("RECEIVED"),
            "direction": .string("INCOMING"), "jsonMessage": .null, "finMessage": .null,
            "processTime": .string(clock.text(.microseconds)), "amount": .decimal(amount.amount),
            "currency": .string(amount.currency.code),
        ]
        for member in ["valueDate", "payoutInstructionId", "transferId"] { object[member] = .null }
        object["actor"] = .string("SYSTEM")
        for member in ["actorId", "actorOktaId"] { object[member] = .null }
        object["source"] = .string("SWIFT_CLOUD")
        object["attributes"] = .null
        object["ackMessage"] = .bool(false)
        return .object(object)
    }

    /// `POST /v1/simulation/profiles/{p}/verifications`. Every profile of the world is verified, so nothing changes.
    func simulateVerification(_ profile: ProfileRecord) throws(Refusal) -> Answer { Answer(status: 200, body: []) }

    /// `POST /v1/simulation/verify-profile`, with the profile in the body.
    func simulateProfileVerification(_ request: APIRequest) throws(Refusal) -> Answer {
        let id = try RequestBody(request).integer("profileId")
        guard profiles[id] != nil else { throw .foreignProfile }
        return Answer(status: 200, body: [])
    }
}
