import Money
import WiseAPI

extension World {
    /// What a movement will do, worked out and allowed, before anything changes.
    struct PlannedMovement {
        let source: BalanceRecord
        let target: BalanceRecord
        /// What leaves, fee included.
        let sourceAmount: Money
        let targetAmount: Money
        let fee: ExactDecimal
        let rate: ExactDecimal
        let quote: QuoteRecord?
    }

    mutating func moveBetweenBalances(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        try answerOnce(.moveBetweenBalances, profile, request) { (world, body) throws(Refusal) in
            try world.carryOut(try world.plan(profile, body), profile)
        }
    }

    private func plan(_ profile: ProfileRecord, _ body: RequestBody) throws(Refusal) -> PlannedMovement {
        let quoteID = try body.optionalString("quoteId")
        let sourceID = try body.optionalInteger("sourceBalanceId")
        let targetID = try body.optionalInteger("targetBalanceId")
        let amount = try body.optionalMoney("amount")
        guard sourceID != nil || targetID == nil else { throw .missing("sourceBalanceId") }
        guard targetID != nil || sourceID == nil else { throw .missing("targetBalanceId") }
        guard sourceID == nil || sourceID != targetID else {
            throw .invalid("NOT_VALID", "A balance cannot be moved to itself.", path: "targetBalanceId")
        }
        let planned: PlannedMovement
        if let quoteID {
            planned = try planConversion(profile, quoteID, sourceID, targetID, amount)
        } else {
            guard let amount else { throw .invalid("NotNull", "Either amount or quoteId is needed.", path: "amount") }
            guard let sourceID, let targetID else { throw .missing("sourceBalanceId") }
            planned = try planMove(profile, amount, sourceID, targetID)
        }
        try checkFunds(planned, profile)
        return planned
    }

    /// Between a balance and a jar of one currency.
    private func planMove(
        _ profile: ProfileRecord, _ amount: Money, _ sourceID: Int, _ targetID: Int
    ) throws(Refusal) -> PlannedMovement {
        let source = try operableBalance(sourceID, of: profile, path: "sourceBalanceId")
        let target = try operableBalance(targetID, of: profile, path: "targetBalanceId")
        guard amount.currency == source.currency else {
            let message = "The amount is in \(amount.currency.code), the source balance in \(source.currency.code)."
            throw .invalid("NOT_VALID", message, path: "amount.currency")
        }
        guard source.currency == target.currency else {
            let message = "The target balance is in \(target.currency.code): another currency needs a quote."
            throw .invalid("NOT_VALID", message, path: "targetBalanceId")
        }
        guard source.type != target.type else { throw Self.unsupportedKind }
        return PlannedMovement(
            source: source, target: target, sourceAmount: amount, targetAmount: amount,
            fee: ExactDecimal.zero.atScale(source.currency.providerDigits), rate: ExactDecimal(1), quote: nil)
    }

    /// By quote, between the balances of its currencies or from a balance into a jar of another currency.
    private func planConversion(
        _ profile: ProfileRecord, _ quoteID: String, _ sourceID: Int?, _ targetID: Int?, _ amount: Money?
    ) throws(Refusal) -> PlannedMovement {
        let quote = try quote(quoteID, of: profile, path: "quoteId")
        guard quote.payOut == "BALANCE" else {
            let message = "The quote pays out by \(quote.payOut). A conversion needs one with payOut BALANCE."
            throw .unprocessable("quote.wrong-pay-out", message, path: "quoteId")
        }
        switch status(of: quote) {
        case .funded, .accepted:
            throw .unprocessable("quote.already-used", "The quote was used before. Take a new one.", path: "quoteId")
        case .expired: throw .unprocessable("quote.expired", "The quote has expired. Take a new one.", path: "quoteId")
        default: break
        }
        if let amount, amount != quote.source {
            throw .invalid("NOT_VALID", "The amount is not the quote's, \(quote.source).", path: "amount")
        }
        let source: BalanceRecord
        let target: BalanceRecord
        if let sourceID, let targetID {
            source = try operableBalance(sourceID, of: profile, path: "sourceBalanceId")
            target = try operableBalance(targetID, of: profile, path: "targetBalanceId")
            guard source.type == .standard else { throw Self.unsupportedKind }
            guard source.currency == quote.source.currency else {
                throw .invalid("NOT_VALID", "The quote leaves \(quote.source.currency.code).", path: "sourceBalanceId")
            }
            guard target.currency == quote.target.currency else {
                throw .invalid("NOT_VALID", "The quote arrives in \(quote.target.currency.code).", path: "targetBalanceId")
            }
        } else {
            guard quote.source.currency != quote.target.currency else { throw Self.unsupportedKind }
            source = try quotedBalance(profile, quote.source.currency)
            target = try quotedBalance(profile, quote.target.currency)
        }
        return PlannedMovement(
            source: source, target: target, sourceAmount: quote.source, targetAmount: quote.target, fee: quote.fee,
            rate: quote.rate, quote: quote)
    }

    private func quotedBalance(_ profile: ProfileRecord, _ currency: Currency) throws(Refusal) -> BalanceRecord {
        guard let balance = standardBalance(profile.id, currency) else {
            let message = "There is no \(currency.code) balance. Open one first."
            throw .unprocessable("balance.no-balance-for-currency", message, path: "quoteId")
        }
        return balance
    }

    private static let unsupportedKind = Refusal.unprocessable(
        "invalid.request", "Money moves between two balances of different currencies, or between a balance and a jar.",
        path: "targetBalanceId")

    private func checkFunds(_ planned: PlannedMovement, _ profile: ProfileRecord) throws(Refusal) {
        guard canLeave(planned.sourceAmount, from: planned.source, of: profile) else {
            throw .insufficientFunds(planned.source, planned.sourceAmount, path: nil)
        }
    }

    private mutating func carryOut(_ planned: PlannedMovement, _ profile: ProfileRecord) throws(Refusal) -> Answer {
        let id = settings.counters.movement
        guard movements[id] == nil else { throw .insideError }
        let entry = entry(for: planned, movement: id)
        do throws(LedgerError) {
            try post(entry)
        } catch {
            throw .insideError
        }
        settings.counters.movement += 1
        settings.counters.step += 1
        movements[id] = MovementRecord(
            id: id, profile: profile.id, entry: entry.sequence, sourceBalance: planned.source.id,
            targetBalance: planned.target.id, quote: planned.quote?.id, time: clock)
        touched.movements.append(id)
        if let quote = planned.quote {
            quotes[quote.id]?.movement = id
            touched.quotes.insert(quote.id)
        }
        func after(_ balance: BalanceRecord) -> Money {
            Money(balances[balance.id]?.amount ?? balance.amount, balance.currency)
        }
        let answer = MovementAnswer(
            id: id, step: settings.counters.step - 1, source: planned.source.id, target: planned.target.id,
            sourceAfter: after(planned.source), targetAfter: after(planned.target), sourceAmount: planned.sourceAmount,
            targetAmount: planned.targetAmount, rate: planned.rate, fee: Money(planned.fee, planned.source.currency), time: clock)
        return Answer(status: 201, body: answer.bytes)
    }

    /// A conversion passes through the bank's exchange accounts, its fee to the bank's fees; a jar move only between
    /// the two balances.
    private func entry(for planned: PlannedMovement, movement: Int) -> LedgerEntry {
        var postings = [Posting(.balance(planned.source.id), planned.sourceAmount.negated)]
        if planned.source.currency != planned.target.currency {
            let fee = Money(planned.fee, planned.source.currency)
            let converted = (try? planned.sourceAmount.subtracting(fee)) ?? planned.sourceAmount
            postings.append(Posting(.bank(.exchange), converted))
            if !fee.isZero { postings.append(Posting(.bank(.fees), fee)) }
            postings.append(Posting(.bank(.exchange), planned.targetAmount.negated))
        }
        postings.append(Posting(.balance(planned.target.id), planned.targetAmount))
        let isMove = planned.source.currency == planned.target.currency
        let jar = planned.target.type == .savings ? planned.target : planned.source.type == .savings ? planned.source : nil
        return LedgerEntry(
            sequence: ledger.nextSequence, time: clock, kind: isMove ? .jarMove : .conversion,
            reference: "BALANCE-\(movement)", postings: postings, fee: planned.fee,
            details: EntryDetails(party: jar?.name),
            exchange: EntryExchange(source: planned.sourceAmount, target: planned.targetAmount, rate: planned.rate))
    }
}
