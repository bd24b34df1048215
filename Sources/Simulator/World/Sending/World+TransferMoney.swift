import Money
import WiseAPI

/// What a transfer does to the ledger. What was paid lies in the bank's account for transfers until it is sent; a conversion
/// passes through the exchange accounts when it happens.
extension World {
    /// Takes the money out of a balance.
    ///
    /// - Returns: The number of the payment.
    mutating func pay(for transfer: TransferRecord, from balance: BalanceRecord) throws(Refusal) -> Int {
        var paid = transfer
        let fee = Money(transfer.fee, transfer.source.currency)
        var postings = [Posting(.balance(balance.id), transfer.source.negated), Posting(.bank(.transfers), transfer.net)]
        if !fee.isZero { postings.append(Posting(.bank(.fees), fee)) }
        try record(postings, for: transfer, fee: transfer.fee)
        let payment = settings.counters.step
        settings.counters.step += 1
        paid.payment = TransferPaymentRecord(id: payment, balance: balance.id, time: clock)
        paid.status = .processing
        paid.updatedAt = clock
        keep(paid)
        return payment
    }

    /// Converts what is on its way.
    mutating func convert(_ transfer: TransferRecord) throws(Refusal) {
        guard transfer.source.currency != transfer.target.currency else { return }
        try record(
            [
                Posting(.bank(.transfers), transfer.net.negated), Posting(.bank(.exchange), transfer.net),
                Posting(.bank(.exchange), transfer.target.negated), Posting(.bank(.transfers), transfer.target),
            ], for: transfer)
    }

    /// Pays out: to another bank, or into a balance here.
    mutating func send(_ transfer: TransferRecord) throws(Refusal) {
        guard let recipient = recipients[transfer.recipient], recipient.isOwnAccount else {
            return try record(
                [Posting(.bank(.transfers), transfer.target.negated), Posting(.bank(.cash), transfer.target)], for: transfer)
        }
        guard let balance = standardBalance(recipient.profile, transfer.target.currency) else {
            throw Refusal.withoutBalance(transfer.target.currency)
        }
        try deliver(transfer, into: balance, from: .transfers)
    }

    /// Money for an account of this bank arrives.
    mutating func deliver(_ transfer: TransferRecord, into balance: BalanceRecord, from account: BankAccount) throws(Refusal) {
        let sender = profiles[transfer.profile]?.fullName
        let details = EntryDetails(
            party: sender, partyAccount: "Unknown bank account", paymentReference: transfer.reference)
        let postings = [Posting(.balance(balance.id), transfer.target), Posting(.bank(account), transfer.target.negated)]
        try record(
            LedgerEntry(
                sequence: ledger.nextSequence, time: clock, kind: .deposit, reference: transfer.ledgerReference,
                postings: postings, fee: ExactDecimal.zero.atScale(transfer.target.currency.providerDigits), details: details))
    }

    /// The recipient's bank sends it back.
    mutating func bounce(_ transfer: TransferRecord) throws(Refusal) {
        try record(
            [Posting(.bank(.cash), transfer.target.negated), Posting(.bank(.transfers), transfer.target)], for: transfer)
    }

    /// Gives back what was paid, fee and all, at the rate of the order; the statement shows it under the same reference.
    ///
    /// - Parameter state: How far the transfer is: from the conversion on the money lies in the target currency.
    mutating func refund(_ transfer: TransferRecord, from state: TransferStatus) throws(Refusal) {
        let payer = transfer.payment?.balance.flatMap { balances[$0] }
        let open = payer.flatMap { $0.isClosed ? nil : $0 }
        guard let balance = open ?? standardBalance(transfer.profile, transfer.source.currency) else {
            throw Refusal.withoutBalance(transfer.source.currency)
        }
        let fee = Money(transfer.fee, transfer.source.currency)
        let isConverted = state != .processing && transfer.source.currency != transfer.target.currency
        var postings = [Posting(.balance(balance.id), transfer.source)]
        if isConverted {
            postings += [
                Posting(.bank(.transfers), transfer.target.negated), Posting(.bank(.exchange), transfer.target),
                Posting(.bank(.exchange), transfer.net.negated),
            ]
        } else {
            postings.append(Posting(.bank(.transfers), transfer.net.negated))
        }
        if !fee.isZero { postings.append(Posting(.bank(.fees), fee.negated)) }
        try record(postings, for: transfer, fee: transfer.fee)
    }

    /// The words of a transfer's entries, and its two amounts where it changes the currency: the source without the fee.
    mutating func record(
        _ postings: [Posting], for transfer: TransferRecord, fee: ExactDecimal? = nil
    ) throws(Refusal) {
        let recipient = recipients[transfer.recipient]
        let details = EntryDetails(
            party: recipient?.accountHolderName, partyAccount: recipient?.summary, paymentReference: transfer.reference)
        let isExchange = transfer.source.currency != transfer.target.currency
        let zero = ExactDecimal.zero.atScale(transfer.source.currency.providerDigits)
        try record(
            LedgerEntry(
                sequence: ledger.nextSequence, time: clock, kind: .transfer, reference: transfer.ledgerReference,
                postings: postings, fee: fee ?? zero, details: details,
                exchange: isExchange
                    ? EntryExchange(source: transfer.net, target: transfer.target, rate: transfer.rate) : nil))
    }

    /// Posts an entry, which the ledger takes unless the simulator is wrong.
    mutating func record(_ entry: LedgerEntry) throws(Refusal) {
        do throws(LedgerError) {
            try post(entry)
        } catch {
            throw .insideError
        }
    }
}

extension Refusal {
    /// There is no balance that money could arrive in.
    fileprivate static func withoutBalance(_ currency: Currency) -> Refusal {
        let message = "There is no \(currency.code) balance for the money to go to. Open one first."
        return unprocessable("balance.no-balance-for-currency", message, path: nil)
    }
}
