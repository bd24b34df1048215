import Money
import WiseAPI

extension World {
    /// `POST /v1/transfers`: orders a transfer by quote. Nothing moves.
    ///
    /// A key that is known gets the transfer that it made, as it is now, whatever else the body says: so does the bank.
    mutating func createTransfer(_ request: APIRequest) throws(Refusal) -> Answer {
        let body = try RequestBody(request)
        let key = try body.string("customerTransactionId").lowercased()
        guard UUIDText.isValid(key) else {
            let message = "'customerTransactionId' should be a valid 'UUID'"
            throw .invalid("NOT_VALID", message, path: "customerTransactionId")
        }
        let fingerprint = Self.fingerprint(request.body)
        if let known = transferIndex.byKey[key].flatMap({ transfers[$0] }) {
            guard !settings.isOn(.refusesChangedRepeat) || known.requestFingerprint == fingerprint else {
                throw .conflict("NOT_UNIQUE", "This key was used for another request", path: "customerTransactionId")
            }
            return Answer(json(of: known))
        }
        let target = try body.integer("targetAccount")
        let quote = try orderableQuote(try body.string("quoteUuid"))
        let recipient = try recipient(target, for: quote)
        let refundRecipient = try body.optionalInteger("sourceAccount")
        if let refundRecipient { try checkRefundRecipient(refundRecipient, quote.profile) }
        let details = try TransferForm.details(of: body, to: recipient)
        let transfer = TransferRecord(
            id: settings.counters.transfer, profile: quote.profile, key: key, requestFingerprint: fingerprint,
            recipient: recipient.id, refundRecipient: refundRecipient, quote: quote.id, payInSession: makeUUID(),
            details: details, source: quote.source, target: quote.target, fee: quote.fee, rate: quote.rate, createdAt: clock)
        guard transfers[transfer.id] == nil else { throw .insideError }
        settings.counters.transfer += 1
        keep(transfer)
        return Answer(json(of: transfer))
    }

    /// A quote that a transfer can use: it has not expired and nothing used it. Any profile of the user may have asked.
    func orderableQuote(_ id: String) throws(Refusal) -> QuoteRecord {
        guard UUIDText.isValid(id) else {
            throw .invalid("bad.request", "'quoteUuid' should be a valid 'UUID'", path: "quoteUuid")
        }
        guard let owner = quotes[id.lowercased()].flatMap({ profiles[$0.profile] }) else {
            throw .notFound("quote.not-found", "There is no quote \(id). Take a new one.", path: "quoteUuid")
        }
        let quote = try quote(id, of: owner, path: "quoteUuid")
        switch status(of: quote) {
        case .pending: return quote
        case .expired: throw .unprocessable("quote.expired", "The quote has expired. Take a new one.", path: "quoteUuid")
        default: throw .unprocessable("quote.already-used", "The quote was used before. Take a new one.", path: "quoteUuid")
        }
    }

    /// The recipient of an order, which must fit its quote.
    func recipient(_ id: Int, for quote: QuoteRecord) throws(Refusal) -> RecipientRecord {
        func refusal(_ message: String) -> Refusal { .unprocessable("INVALID_RECIPIENT", message, path: "targetAccount") }
        guard let recipient = recipients[id] else { throw refusal("There is no recipient \(id).") }
        guard recipient.isActive else { throw refusal("Recipient \(id) is inactive.") }
        guard recipient.profile == quote.profile || recipient.isOwnAccount else {
            throw refusal("Recipient \(id) belongs to profile \(recipient.profile), the quote to \(quote.profile).")
        }
        if let quoted = quote.targetAccount, quoted != id { throw refusal("The quote is for recipient \(quoted), not \(id).") }
        guard !recipient.isOwnAccount else {
            guard standardBalance(recipient.profile, quote.target.currency) != nil else {
                throw refusal("The account has no \(quote.target.currency.code) balance. Open one first.")
            }
            return recipient
        }
        guard recipient.currency == quote.target.currency else {
            let currency = quote.target.currency.code
            throw refusal("Recipient \(id) is paid in \(recipient.currency.code), the quote arrives in \(currency).")
        }
        guard quote.payOut != "BALANCE" else {
            let message = "The quote pays out to a balance. A transfer needs one with payOut BANK_TRANSFER."
            throw .unprocessable("quote.wrong-pay-out", message, path: "quoteUuid")
        }
        return recipient
    }

    private func checkRefundRecipient(_ id: Int, _ profile: Int) throws(Refusal) {
        guard let recipient = recipients[id], recipient.isActive, recipient.profile == profile else {
            throw .unprocessable("INVALID_RECIPIENT", "There is no recipient \(id) to refund.", path: "sourceAccount")
        }
    }

    /// The transfer of a path. All profiles of the world are the user's.
    func transfer(_ text: String) throws(Refusal) -> TransferRecord {
        guard let id = Int(text) else {
            throw .invalid("bad.request", "'transferId' should be a valid 'Long'", path: "transferId")
        }
        guard let transfer = transfers[id] else {
            throw .notFound("transfer.not-found", "There is no transfer \(id).", path: "transferId")
        }
        return transfer
    }

    func getTransfer(_ text: String) throws(Refusal) -> Answer { Answer(json(of: try transfer(text))) }

    /// `PUT /v1/transfers/{id}/cancel`: allowed until the money is converted. What was paid goes back to the balance at once.
    mutating func cancelTransfer(_ text: String) throws(Refusal) -> Answer {
        var transfer = try transfer(text)
        let status = status(of: transfer)
        guard status == .incomingPaymentWaiting || status == .processing else {
            throw .conflict("transfer.cancellation.not.allowed", "Transfer cannot be cancelled", path: nil)
        }
        if transfer.payment != nil { try refund(transfer, from: .processing) }
        transfer.status = .cancelled
        transfer.updatedAt = clock
        keep(transfer)
        return Answer(json(of: transfer))
    }

    /// How far a transfer is now: one that nobody pays for is called off by itself, after 14 days, by mail after 7.
    func status(of transfer: TransferRecord) -> TransferStatus {
        guard transfer.status == .incomingPaymentWaiting, clock >= lastMoment(of: transfer) else { return transfer.status }
        return .cancelled
    }

    /// When a transfer that nobody paid for is called off.
    func lastMoment(of transfer: TransferRecord) -> Timestamp {
        let days = recipients[transfer.recipient]?.type == "email" ? 7 : 14
        return transfer.createdAt.adding(seconds: days * 86_400)
    }
}
