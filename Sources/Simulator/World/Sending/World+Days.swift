import Money
import WiseAPI

/// The end of a day: midnight UTC, for every profile alike.
///
/// What a profile in a country with a hold limit has above it goes to the recipient who was named for it (Wise API reference,
/// 3.2). Invented: the day is that of UTC; it costs nothing; the balances give in the order in which they were opened, and
/// jars after them.
extension World {
    /// Moves the clock ahead and ends every day that passes on the way, one after the other.
    mutating func advance(to time: Timestamp) {
        guard time > clock else { return }
        let microsecondsPerDay: Int64 = 86_400_000_000
        if clock.microseconds / microsecondsPerDay != time.microseconds / microsecondsPerDay,
            profiles.values.contains(where: { excessRecipient(of: $0) != nil })
        {
            var day = clock.date.daysSince1970 + 1
            while true {
                let midnight = Timestamp(CivilDate(daysSince1970: day))
                guard midnight <= time else { break }
                clock = midnight
                endDay()
                day += 1
            }
        }
        clock = time
    }

    private mutating func endDay() {
        for profile in profiles.values.sorted(by: { $0.id < $1.id }) { sendExcess(of: profile) }
    }

    /// Who gets what a profile has above its hold limit; nil without a limit, or when nobody who can be paid was named.
    private func excessRecipient(of profile: ProfileRecord) -> RecipientRecord? {
        guard profile.holdLimit != nil, let recipient = profile.excessRecipient.flatMap({ recipients[$0] }) else { return nil }
        return recipient.profile == profile.id && recipient.isActive && !recipient.isOwnAccount ? recipient : nil
    }

    /// A transfer from each balance that gives, until no more than the limit is left.
    private mutating func sendExcess(of profile: ProfileRecord) {
        guard let limit = profile.holdLimit, let recipient = excessRecipient(of: profile),
            var excess = excess(of: profile, above: limit)
        else { return }
        let open = openBalances(profile.id)
        for balance in open.filter({ $0.type == .standard }) + open.filter({ $0.type != .standard }) {
            guard excess.isPositive else { return }
            guard balance.isOperable, balance.available.isPositive,
                let rate = midMarketRate(balance.currency, limit.currency, at: clock),
                let needed = try? excess.divided(by: rate, scale: balance.currency.providerDigits, .up)
            else { continue }
            let amount = Money(min(needed, balance.available).atScale(balance.currency.providerDigits), balance.currency)
            guard sendExcess(amount, from: balance, to: recipient), let given = try? amount.amount.multiplied(by: rate),
                let rest = try? excess.subtracting(given)
            else { continue }
            excess = rest
        }
    }

    /// By how much all balances together are above a limit, at mid-market; nil when they are not, or cannot be valued.
    private func excess(of profile: ProfileRecord, above limit: Money) -> ExactDecimal? {
        var total = ExactDecimal.zero
        for balance in openBalances(profile.id) {
            guard let worth = worth(Money(balance.amount, balance.currency), in: limit.currency),
                let sum = try? total.adding(worth)
            else { return nil }
            total = sum
        }
        guard let excess = try? total.subtracting(limit.amount), excess.isPositive else { return nil }
        return excess
    }

    /// - Returns: Whether anything was sent; an amount that is worth nothing in the recipient's currency stays.
    private mutating func sendExcess(_ amount: Money, from balance: BalanceRecord, to recipient: RecipientRecord) -> Bool {
        let currency = recipient.currency
        guard let rate = midMarketRate(amount.currency, currency, at: clock),
            let arriving = try? amount.amount.multiplied(by: rate, scale: currency.providerDigits, .halfUp), arriving.isPositive,
            transfers[settings.counters.transfer] == nil
        else { return false }
        let target = Money(arriving.atScale(currency.providerDigits), currency)
        var transfer = TransferRecord(
            id: settings.counters.transfer, profile: balance.profile, origin: .excess, key: makeUUID(), recipient: recipient.id,
            quote: makeUUID(), payInSession: makeUUID(), details: ["reference": .string("Above the hold limit")], source: amount,
            target: target, fee: ExactDecimal.zero.atScale(amount.currency.providerDigits), rate: rate,
            status: .outgoingPaymentSent, createdAt: clock)
        var postings = [Posting(.balance(balance.id), amount.negated)]
        if amount.currency != currency {
            postings += [Posting(.bank(.exchange), amount), Posting(.bank(.exchange), target.negated)]
        }
        postings.append(Posting(.bank(.cash), target))
        // The ledger takes it unless the simulator is wrong; then nothing is sent.
        guard (try? record(postings, for: transfer)) != nil else { return false }
        transfer.payment = TransferPaymentRecord(id: settings.counters.step, balance: balance.id, time: clock)
        transfer.isBegun = true
        settings.counters.transfer += 1
        settings.counters.step += 1
        keep(transfer)
        return true
    }
}
