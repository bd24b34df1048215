import Money
import WiseAPI

extension World {
    /// Puts simulated money into a balance, as the bank's sandbox does. Nothing protects it from being repeated.
    mutating func topUpBalance(_ request: APIRequest) throws(Refusal) -> Answer {
        let body = try RequestBody(request)
        guard let profile = profiles[try body.integer("profileId")] else { throw .foreignProfile }
        let balance = try operableBalance(try body.integer("balanceId"), of: profile, path: "balanceId")
        let currency = try body.currency("currency")
        guard let amount = try body.amount("amount", in: currency) else { throw .missing("amount") }
        guard currency == balance.currency else {
            let message = "The balance is in \(balance.currency.code), not in \(currency.code)."
            throw .invalid("NOT_VALID", message, path: "currency")
        }
        let word = try body.optionalString("channel") ?? TopUpRequest.Channel.card.rawValue
        guard let channel = TopUpRequest.Channel(rawValue: word) else {
            throw .invalid("BAD_REQUEST", "Unknown channel '\(word)'", path: "channel")
        }
        let transaction = settings.counters.transfer
        if channel == .card {
            try deposit(amount, into: balance, kind: .moneyAdded, details: EntryDetails())
        } else {
            let details = EntryDetails(party: profile.fullName, partyAccount: "Unknown bank account", paymentReference: "")
            try deposit(amount, into: balance, kind: .deposit, details: details)
        }
        let after = Money(balances[balance.id]?.amount ?? balance.amount, currency)
        return Answer(TopUp(transaction: transaction, balance: balance.id, balanceAfter: after).json)
    }

    /// Money from outside, under the next transfer number.
    mutating func deposit(
        _ amount: Money, into balance: BalanceRecord, kind: EntryKind, details: EntryDetails
    ) throws(Refusal) {
        try postTransfer(amount, balance, kind: kind, details: details)
    }

    /// Money to outside, under the next transfer number.
    mutating func withdraw(_ amount: Money, from balance: BalanceRecord, details: EntryDetails) throws(Refusal) {
        try postTransfer(amount.negated, balance, kind: .transfer, details: details)
    }

    private mutating func postTransfer(
        _ amount: Money, _ balance: BalanceRecord, kind: EntryKind, details: EntryDetails
    ) throws(Refusal) {
        let entry = LedgerEntry(
            sequence: ledger.nextSequence, time: clock, kind: kind, reference: "TRANSFER-\(settings.counters.transfer)",
            postings: [Posting(.balance(balance.id), amount), Posting(.bank(.cash), amount.negated)],
            fee: ExactDecimal.zero.atScale(amount.currency.providerDigits), details: details)
        do throws(LedgerError) {
            try post(entry)
        } catch {
            throw .insideError
        }
        settings.counters.transfer += 1
    }
}
