import Money
import WiseAPI

extension World {
    mutating func openBalance(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        try answerOnce(.openBalance, profile, request) { (world, body) throws(Refusal) in
            let currency = try body.currency("currency")
            let type = BalanceType(rawValue: try body.string("type"))
            let name = try body.optionalString("name")
            guard type == .standard || type == .savings else {
                throw .invalid("BAD_REQUEST", "Unknown balance type '\(type)'", path: "type")
            }
            guard world.isOffered(currency) else {
                let message = "Balances in \(currency.code) are not offered."
                throw .unprocessable("balance.currency-unsupported", message, path: "currency")
            }
            let icon = try body.optionalObject("icon")?.optionalString("value")
            if type == .standard {
                let hasOne = world.openBalances(profile.id).contains { $0.currency == currency && $0.type == .standard }
                guard !hasOne else {
                    throw Refusal.duplicateBalance(currency, status: world.settings[.duplicateBalanceStatus])
                }
                let balance = try world.addBalance(profile.id, currency, type)
                return Answer(status: 201, world.json(of: balance))
            }
            guard let name, name.contains(where: { !$0.isWhitespace }) else { throw .missing("name") }
            guard name.count <= 100 else {
                throw .invalid("Size", "size must be between 1 and 100", path: "name")
            }
            let jar = try world.addBalance(profile.id, currency, type, name: name, icon: icon)
            return Answer(status: 201, world.json(of: jar))
        }
    }

    /// Adds an empty balance under the next number, which must be free.
    mutating func addBalance(
        _ profile: Int, _ currency: Currency, _ type: BalanceType, name: String? = nil, icon: String? = nil,
        investmentState: InvestmentState = .notInvested
    ) throws(Refusal) -> BalanceRecord {
        guard balances[settings.counters.balance] == nil else { throw .insideError }
        let zero = ExactDecimal.zero.atScale(currency.providerDigits)
        let balance = BalanceRecord(
            id: settings.counters.balance, profile: profile, currency: currency, type: type, name: name, icon: icon,
            investmentState: investmentState, amount: zero, reserved: zero, unrealisedGain: zero, createdAt: clock,
            modifiedAt: clock)
        settings.counters.balance += 1
        balances[balance.id] = balance
        balancesByProfile[profile, default: []].append(balance.id)
        touched.balances.insert(balance.id)
        if let owner = profiles[profile] { makeOwnAccount(of: owner, currency, at: clock) }
        return balance
    }

    /// Closes a balance that holds nothing. A closed balance is gone for every operation but its statement.
    mutating func closeBalance(
        _ profile: ProfileRecord, _ text: String, _ request: APIRequest
    ) throws(Refusal) -> Answer {
        var balance = try balance(text, of: profile)
        guard balance.isOperable else {
            throw closingRefusal("balance.account-inactive", "An invested balance cannot be closed.")
        }
        guard balance.amount.isZero, balance.reserved.isZero else {
            let message = "Only an empty balance can be closed. Move \(Money(balance.amount, balance.currency)) away first."
            throw closingRefusal("balance.not-empty", message)
        }
        balance.isClosed = true
        balance.modifiedAt = clock
        balances[balance.id] = balance
        touched.balances.insert(balance.id)
        endBankDetails(ofBalance: balance.id)
        // The older paths answer the object, the calendar versions nothing (the bank's documents have both).
        guard request.isOnOlderPath, !settings.isOn(.closesWithoutBody) else { return Answer(status: 204, body: []) }
        return Answer(json(of: balance))
    }

    /// Which status says so is not documented (A14).
    private func closingRefusal(_ code: String, _ message: String) -> Refusal {
        var refusal = Refusal.unprocessable(code, message, path: "balanceId")
        refusal.status = Int(settings[.closingRefusalStatus]) ?? refusal.status
        return refusal
    }
}

extension Refusal {
    /// Which code and status say so is not documented (A11).
    fileprivate static func duplicateBalance(_ currency: Currency, status: String) -> Refusal {
        var refusal = conflict("NOT_UNIQUE", "There is a \(currency.code) balance already.", path: "currency")
        refusal.status = Int(status) ?? refusal.status
        return refusal
    }
}
