import Money
import WiseAPI

extension World {
    /// Whether so much may leave a balance: from what is available, reserved money apart, and, for a balance that is no
    /// jar, from what is left of the profile's overdraft.
    func canLeave(_ amount: Money, from balance: BalanceRecord, of profile: ProfileRecord) -> Bool {
        guard let after = try? balance.available.subtracting(amount.amount) else { return false }
        if !after.isNegative { return true }
        guard balance.type == .standard, let limit = profile.overdraftLimit,
            let used = overdraftUsed(profile.id, in: limit.currency, replacing: balance.id, with: after)
        else { return false }
        return used <= limit.amount
    }

    /// What the balances of a profile with less than nothing available lack together, as a positive number.
    private func overdraftUsed(
        _ profile: Int, in currency: Currency, replacing replaced: Int? = nil, with amount: ExactDecimal = .zero
    ) -> ExactDecimal? {
        var used = ExactDecimal.zero
        for balance in openBalances(profile) where balance.isOperable {
            let held = balance.id == replaced ? amount : balance.available
            guard held.isNegative else { continue }
            guard let worth = worth(Money(held.negated, balance.currency), in: currency), let sum = try? used.adding(worth)
            else { return nil }
            used = sum
        }
        return used.rounded(toScale: currency.providerDigits, .halfUp)
    }

    func totalFunds(_ profile: ProfileRecord, _ code: String) throws(Refusal) -> Answer {
        let currency = try RequestBody.currency(code: code, path: "currency")
        guard midMarketRate(.eur, currency, at: clock) != nil else {
            throw .withoutRate(currency, path: "currency")
        }
        let open = openBalances(profile.id)
        func total(_ amount: (BalanceRecord) -> ExactDecimal) throws(Refusal) -> Money {
            var sum = ExactDecimal.zero
            for balance in open {
                guard let worth = worth(Money(amount(balance), balance.currency), in: currency) else {
                    throw .withoutRate(balance.currency, path: "currency")
                }
                guard let next = try? sum.adding(worth) else { throw .insideError }
                sum = next
            }
            return rounded(sum, currency)
        }
        let totalWorth = try total { (try? $0.amount.adding($0.unrealisedGain)) ?? $0.amount }
        let cash = try total { $0.investmentState == .notInvested ? $0.amount : .zero }
        let limit = try converted(profile.overdraftLimit, to: currency)
        guard let usedAmount = overdraftUsed(profile.id, in: currency) else { throw .insideError }
        let used = rounded(usedAmount, currency)
        guard let available = try? limit.subtracting(used), let totalAvailable = try? cash.adding(limit) else {
            throw .insideError
        }
        var byCurrency: [Money] = []
        for balance in open where !byCurrency.contains(where: { $0.currency == balance.currency }) {
            byCurrency.append(try converted(available, to: balance.currency))
        }
        let funds = TotalFunds(
            totalWorth: totalWorth, totalAvailable: totalAvailable, totalCash: cash, overdraftLimit: limit,
            overdraftUsed: used, overdraftAvailable: available, overdraftAvailableByCurrency: byCurrency)
        return Answer(funds.json)
    }

    private func converted(_ money: Money?, to currency: Currency) throws(Refusal) -> Money {
        guard let money else { return rounded(.zero, currency) }
        guard let worth = worth(money, in: currency) else { throw .withoutRate(currency, path: "currency") }
        return rounded(worth, currency)
    }

    private func rounded(_ amount: ExactDecimal, _ currency: Currency) -> Money {
        Money(amount.rounded(toScale: currency.providerDigits, .halfUp).atScale(currency.providerDigits), currency)
    }
}
