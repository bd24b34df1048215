public import WiseAPI

extension WiseClient {
    /// The account that holds a profile's balances.
    ///
    /// - Throws: ``APIError/Kind/notFound`` when there is none yet.
    public func multiCurrencyAccount(of profile: Int) async throws(ClientError) -> MultiCurrencyAccount {
        let path = Route.getMultiCurrencyAccount.path("\(profile)", generation: generation)
        do throws(ClientError) {
            return try await read(.getMultiCurrencyAccount, path, MultiCurrencyAccount.init(json:))
        } catch {
            guard error.kind == .api(.notFound) else { throw error }
            throw ClientError(
                error.kind, code: error.code, message: error.message,
                hint: "The profile has no multi-currency account yet: its first balance makes one", status: error.status,
                traceID: error.traceID)
        }
    }

    /// Whether a profile may have a multi-currency account.
    public func eligibility(of profile: Int) async throws(ClientError) -> AccountEligibility {
        try await eligibility([QueryItem("profileId", "\(profile)")])
    }

    /// Whether people in a country may have a multi-currency account.
    ///
    /// - Parameters:
    ///   - country: ISO 3166 alpha-2 code.
    ///   - state: The state, where the country's states differ, such as `CA` of the United States.
    public func eligibility(inCountry country: String, state: String? = nil) async throws(ClientError) -> AccountEligibility {
        try Self.checkPresent(country, "the country")
        var query = [QueryItem("country", country)]
        if let state { query.append(QueryItem("state", state)) }
        return try await eligibility(query)
    }

    private func eligibility(_ query: [QueryItem]) async throws(ClientError) -> AccountEligibility {
        let path = Route.getAccountEligibility.path(generation: generation)
        return try await read(.getAccountEligibility, path, query: query, AccountEligibility.init(json:))
    }

    /// The codes of the currencies in which a profile may have a balance.
    public func availableCurrencies(of profile: Int) async throws(ClientError) -> [String] {
        let path = Route.listAvailableCurrencies.path("\(profile)", generation: generation)
        return try await read(.listAvailableCurrencies, path, CurrencyCodes.list)
    }

    /// The codes of the currencies in which a profile may have bank details.
    public func payInCurrencies(of profile: Int) async throws(ClientError) -> [String] {
        let path = Route.listPayInCurrencies.path("\(profile)", generation: generation)
        return try await read(.listPayInCurrencies, path, CurrencyCodes.list)
    }
}
