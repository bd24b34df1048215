import Money
import WiseAPI

extension StandardWorld {
    /// A draft whose place in the ledger is given out later.
    private mutating func add(
        _ kind: EntryKind, _ reference: String, at time: Timestamp, _ postings: [Posting], fee: ExactDecimal,
        _ details: EntryDetails = EntryDetails(), exchange: EntryExchange? = nil,
        movement: (id: Int, profile: Int, target: Int)? = nil
    ) {
        let entry = LedgerEntry(
            sequence: 0, time: time, kind: kind, reference: reference, postings: postings, fee: fee, details: details,
            exchange: exchange)
        drafts.append(Draft(entry: entry, movement: movement))
    }

    private func noFee(_ currency: Currency) -> ExactDecimal { Self.amount(0, currency).amount }

    private mutating func nextTransfer() -> String {
        world.settings.counters.transfer += 1
        return "TRANSFER-\(world.settings.counters.transfer - 1)"
    }

    private mutating func nextCard() -> String {
        world.settings.counters.card += 1
        return "CARD-\(world.settings.counters.card - 1)"
    }

    private mutating func nextTransaction(_ prefix: String) -> String {
        world.settings.counters.transaction += 1
        return "\(prefix)-\(world.settings.counters.transaction - 1)"
    }

    mutating func addDeposit(_ amount: Money, to balance: Int, at time: Timestamp, _ details: EntryDetails) {
        add(
            .deposit, nextTransfer(), at: time, [Posting(.balance(balance), amount), Posting(.bank(.cash), amount.negated)],
            fee: noFee(amount.currency), details)
    }

    mutating func addTopUp(_ amount: Money, to balance: Int, at time: Timestamp) {
        add(
            .moneyAdded, nextTransfer(), at: time,
            [Posting(.balance(balance), amount), Posting(.bank(.cash), amount.negated)], fee: noFee(amount.currency))
    }

    /// Money to a supplier, which comes back after three days when `returns` says so.
    mutating func addTransfer(
        _ amount: Money, fee: Money, from balance: Int, at time: Timestamp, _ details: EntryDetails, returns: Bool = false
    ) {
        guard let gross = try? amount.adding(fee) else { return }
        let reference = nextTransfer()
        let postings = [
            Posting(.balance(balance), gross.negated), Posting(.bank(.cash), amount), Posting(.bank(.fees), fee),
        ]
        add(.transfer, reference, at: time, postings, fee: fee.amount, details)
        guard returns else { return }
        let back = postings.map { Posting($0.account, $0.amount.negated) }
        add(.transfer, reference, at: time.adding(seconds: 3 * 86_400), back, fee: fee.amount, details)
    }

    /// A card payment; in another currency than the balance's with a rate and a fee.
    mutating func addCard(
        _ price: Money, from balance: Int, _ currency: Currency, at time: Timestamp, _ details: EntryDetails,
        refunded: Bool = false
    ) {
        var gross = price
        var fee = Self.amount(0, currency)
        var exchange: EntryExchange?
        if price.currency != currency {
            guard let rate = world.midMarketRate(currency, price.currency, at: time),
                let net = try? price.amount.divided(by: rate, scale: currency.providerDigits, .halfUp),
                let share = try? ExactDecimal(coefficient: 4, scale: 3),
                let cost = try? net.multiplied(by: share, scale: currency.providerDigits, .halfUp)
            else { return }
            fee = Money(cost.atScale(currency.providerDigits), currency)
            guard let sum = try? Money(net, currency).adding(fee) else { return }
            gross = sum
            exchange = EntryExchange(source: gross, target: price, rate: rate)
        }
        guard let net = try? gross.subtracting(fee) else { return }
        var postings = [Posting(.balance(balance), gross.negated), Posting(.bank(.cards), net)]
        if !fee.isZero { postings.append(Posting(.bank(.fees), fee)) }
        let reference = nextCard()
        add(.card, reference, at: time, postings, fee: fee.amount, details, exchange: exchange)
        guard refunded else { return }
        let back = postings.map { Posting($0.account, $0.amount.negated) }
        add(.card, reference, at: time.adding(seconds: 5 * 86_400), back, fee: fee.amount, details, exchange: exchange)
    }

    mutating func addDirectDebit(_ amount: Money, from balance: Int, at time: Timestamp, _ details: EntryDetails) {
        add(
            .directDebit, nextTransaction("DIRECT_DEBIT"), at: time,
            [Posting(.balance(balance), amount.negated), Posting(.bank(.cash), amount)], fee: noFee(amount.currency), details)
    }

    mutating func addReward(_ kind: EntryKind, _ amount: Money, to balance: Int, at time: Timestamp) {
        let prefix = kind == .interest ? "BALANCE_INTEREST" : "BALANCE_CASHBACK"
        add(
            kind, nextTransaction(prefix), at: time,
            [Posting(.balance(balance), amount), Posting(.bank(.rewards), amount.negated)], fee: noFee(amount.currency))
    }

    mutating func addConversion(_ source: Money, from sourceID: Int, to targetID: Int, _ target: Currency, at time: Timestamp) {
        guard let rate = world.midMarketRate(source.currency, target, at: time),
            let euroRate = world.midMarketRate(.eur, source.currency, at: time),
            let schedule = try? FeeSchedule(source.currency, target, euroRate: euroRate),
            let price = try? QuotePrice.leaving(source, target: target, rate: rate, schedule),
            let net = try? source.subtracting(Money(price.fee, source.currency))
        else { return }
        let postings = [
            Posting(.balance(sourceID), source.negated), Posting(.bank(.exchange), net),
            Posting(.bank(.fees), Money(price.fee, source.currency)), Posting(.bank(.exchange), price.target.negated),
            Posting(.balance(targetID), price.target),
        ]
        let exchange = EntryExchange(source: source, target: price.target, rate: rate)
        addMovement(.conversion, at: time, postings, fee: price.fee, exchange: exchange, target: targetID)
    }

    mutating func addJarMove(_ amount: Money, from sourceID: Int, to targetID: Int, at time: Timestamp) {
        let postings = [Posting(.balance(sourceID), amount.negated), Posting(.balance(targetID), amount)]
        let exchange = EntryExchange(source: amount, target: amount, rate: ExactDecimal(1))
        addMovement(.jarMove, at: time, postings, fee: noFee(amount.currency), exchange: exchange, target: targetID)
    }

    private mutating func addMovement(
        _ kind: EntryKind, at time: Timestamp, _ postings: [Posting], fee: ExactDecimal, exchange: EntryExchange, target: Int
    ) {
        let id = world.settings.counters.movement
        world.settings.counters.movement += 1
        world.settings.counters.step += 1
        let owner = world.balances[target]?.profile ?? Self.business
        var details = EntryDetails()
        if kind == .jarMove {
            let names = postings.compactMap { posting -> String? in
                guard case .balance(let id) = posting.account else { return nil }
                return world.balances[id]?.name
            }
            details.party = names.first
        }
        add(
            kind, "BALANCE-\(id)", at: time, postings, fee: fee, details, exchange: exchange,
            movement: (id: id, profile: owner, target: target))
    }
}
