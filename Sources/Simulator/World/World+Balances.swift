import Money
import WiseAPI

extension World {
    func listBalances(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        var types = Set<BalanceType>()
        for word in try request.required("types").split(separator: ",") {
            let type = BalanceType(rawValue: String(word))
            guard type == .standard || type == .savings else {
                throw .invalid("BAD_REQUEST", "Unknown balance type '\(word)'", path: "query.types")
            }
            types.insert(type)
        }
        guard !types.isEmpty else { throw .missing("query.types") }
        return Answer(.array(openBalances(profile.id).filter { types.contains($0.type) }.map(json)))
    }

    func getBalance(_ profile: ProfileRecord, _ text: String) throws(Refusal) -> Answer {
        Answer(json(of: try balance(text, of: profile)))
    }

    /// The open balance of a path.
    func balance(_ text: String, of profile: ProfileRecord) throws(Refusal) -> BalanceRecord {
        guard let id = Int(text) else {
            throw .invalid("bad.request", "'balanceId' should be a valid 'Long'", path: "balanceId")
        }
        return try balance(id, of: profile, path: "balanceId")
    }

    /// An open balance of the profile.
    func balance(_ id: Int, of profile: ProfileRecord, path: String) throws(Refusal) -> BalanceRecord {
        guard let balance = balances[id], !balance.isClosed else {
            throw .notFound("balance.account-not-found", "There is no open balance \(id).", path: path)
        }
        guard balance.profile == profile.id else { throw .foreignProfile }
        return balance
    }

    /// A balance of the profile with which something may be done.
    func operableBalance(_ id: Int, of profile: ProfileRecord, path: String) throws(Refusal) -> BalanceRecord {
        let balance = try balance(id, of: profile, path: path)
        guard balance.isOperable else {
            throw .unprocessable("balance.account-inactive", "Balance \(id) is invested and cannot be operated.", path: path)
        }
        return balance
    }

    /// The open balances of a profile in the order in which they were opened.
    func openBalances(_ profile: Int) -> [BalanceRecord] {
        (balancesByProfile[profile] ?? []).compactMap { balances[$0] }.filter { !$0.isClosed }
    }

    /// The operable balance of a currency, jars apart.
    func standardBalance(_ profile: Int, _ currency: Currency) -> BalanceRecord? {
        for id in balancesByProfile[profile] ?? [] {
            if let balance = balances[id], balance.currency == currency, balance.type == .standard, balance.isOperable {
                return balance
            }
        }
        return nil
    }

    func json(of balance: BalanceRecord) -> JSONValue {
        let cash = balance.investmentState == .notInvested ? balance.amount : ExactDecimal.zero
        let worth = (try? balance.amount.adding(balance.unrealisedGain)) ?? balance.amount
        func money(_ amount: ExactDecimal) -> Money {
            Money(amount.atScale(balance.currency.providerDigits), balance.currency)
        }
        return Balance(
            id: balance.id, currency: balance.currency, type: balance.type, name: balance.name, icon: balance.icon,
            investmentState: balance.investmentState, amount: money(balance.available), reservedAmount: money(balance.reserved),
            cashAmount: money(cash), totalWorth: money(worth), creationTime: balance.createdAt,
            modificationTime: balance.modifiedAt, visible: !balance.isClosed, primary: balance.type == .standard
        ).json
    }
}
