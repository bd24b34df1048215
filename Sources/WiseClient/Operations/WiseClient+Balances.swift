public import Money
public import WiseAPI

extension WiseClient {
    /// The open balances of a profile.
    ///
    /// - Parameter types: At least one; balances and jars unless told otherwise.
    public func balances(of profile: Int, types: [BalanceType] = [.standard, .savings]) async throws(ClientError) -> [Balance] {
        let query = [QueryItem("types", types.map(\.rawValue).joined(separator: ","))]
        return try await read(
            .listBalances, Route.listBalances.path("\(profile)", generation: generation), query: query, Balance.list)
    }

    /// One balance, also a hidden or invested one.
    public func balance(_ id: Int, of profile: Int) async throws(ClientError) -> Balance {
        try await read(
            .getBalance, Route.getBalance.path("\(profile)", "\(id)", generation: generation), Balance.init(json:))
    }

    /// Opens a balance or a jar. An effect.
    public func openBalance(_ request: OpenBalanceRequest, for profile: Int) async throws(ClientError) -> Balance {
        let path = Route.openBalance.path("\(profile)", generation: generation)
        return try await effect(.openBalance, path, body: request.json, Balance.init(json:)) { balance in
            if balance.currency != request.currency { return "it is a balance in \(balance.currency)" }
            if balance.type != request.type { return "it is a balance of type \(balance.type)" }
            if request.type == .savings, balance.name != request.name { return "the jar is called \(balance.name ?? "nothing")" }
            return nil
        }
    }

    /// Closes a balance that holds nothing. An effect.
    ///
    /// The bank answers with the closed balance or with nothing, depending on the version; nil means nothing.
    @discardableResult
    public func closeBalance(_ id: Int, of profile: Int) async throws(ClientError) -> Balance? {
        let path = Route.closeBalance.path("\(profile)", "\(id)", generation: generation)
        return try await effect(.closeBalance, path, body: nil) { (json) throws(UnexpectedAnswer) in
            json.isNull ? nil : try Balance(json: json)
        } compare: { balance in
            balance.flatMap { $0.id == id ? nil : "it is balance \($0.id)" }
        }
    }

    /// How much may still be deposited, expressed in a currency.
    public func depositCapacity(of profile: Int, in currency: Currency) async throws(ClientError) -> DepositCapacity {
        let path = Route.getDepositCapacity.path("\(profile)", generation: generation)
        return try await read(
            .getDepositCapacity, path, query: [QueryItem("currency", currency.code)], DepositCapacity.init(json:))
    }

    /// Names the recipient of money above the hold limit. An effect.
    public func setExcessMoneyAccount(
        of profile: Int, recipient: Int
    ) async throws(ClientError) -> ExcessMoneyAccount {
        let path = Route.setExcessMoneyAccount.path("\(profile)", generation: generation)
        let body: JSONValue = .object(["recipientId": .integer(recipient)])
        return try await effect(.setExcessMoneyAccount, path, body: body, ExcessMoneyAccount.init(json:)) { account in
            account.recipient == recipient && account.profile == profile
                ? nil : "it names recipient \(account.recipient) of profile \(account.profile)"
        }
    }

    /// Worth and availability over all balances, in one currency.
    public func totalFunds(of profile: Int, in currency: Currency) async throws(ClientError) -> TotalFunds {
        let path = Route.getTotalFunds.path("\(profile)", currency.code, generation: generation)
        return try await read(.getTotalFunds, path, TotalFunds.init(json:))
    }
}
