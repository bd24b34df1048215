import Money
import WiseAPI

extension World {
    /// `POST /v1/profiles/{p}/account-details/payments/{payment}/returns`: sends money that came in back to where it came from.
    /// The payment is known by the number of its transfer, which statements show as `TRANSFER-<number>`.
    mutating func returnPayment(
        _ profile: ProfileRecord, _ text: String, _ request: APIRequest
    ) throws(Refusal) -> Answer {
        if !request.body.isEmpty { _ = try RequestBody(request).optionalString("reason") }
        let reference = "TRANSFER-\(text)"
        guard let entry = incomingEntry(reference, profile.id), case .balance(let id) = entry.postings[0].account,
            let balance = balances[id]
        else {
            throw .notFound("error.payment.not-found", "There is no payment \(text) that came in.", path: "paymentId")
        }
        func invalid(_ message: String) -> Refusal { .invalid("error.payment-return.invalid", message, path: "paymentId") }
        guard ledger.continuations[reference] == nil else { throw invalid("Payment \(text) went back already.") }
        guard TransferIndex.number(of: reference).flatMap({ transfers[$0] }) == nil else {
            throw invalid("Payment \(text) came from an account of this bank.")
        }
        let amount = entry.postings[0].amount
        guard balance.isOperable, canLeave(amount, from: balance, of: profile) else {
            throw invalid("Balance \(balance.id) cannot give \(amount) back.")
        }
        try record(
            LedgerEntry(
                sequence: ledger.nextSequence, time: clock, kind: .deposit, reference: reference,
                postings: entry.postings.map { Posting($0.account, $0.amount.negated) }, fee: entry.fee, details: entry.details))
        return Answer(status: 201, .object(["id": .string(makeUUID())]))
    }

    /// The deposit under a reference into a balance of a profile, the newest first; few are ever asked for, so all are looked
    /// through.
    private func incomingEntry(_ reference: String, _ profile: Int) -> LedgerEntry? {
        ledger.entries.last { entry in
            guard entry.kind == .deposit, entry.reference == reference, !entry.isContinuation,
                case .balance(let id)? = entry.postings.first?.account
            else { return false }
            return balances[id]?.profile == profile
        }
    }
}
