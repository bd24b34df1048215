public import Money
public import WiseAPI

extension WiseClient {
    /// Mid-market rates: all pairs, those from one currency, or one pair; now or at an instant.
    public func rates(
        source: Currency? = nil, target: Currency? = nil, at instant: Timestamp? = nil
    ) async throws(ClientError) -> [ExchangeRate] {
        var query: [QueryItem] = []
        if let source { query.append(QueryItem("source", source.code)) }
        if let target { query.append(QueryItem("target", target.code)) }
        if let instant { query.append(QueryItem("time", instant.text(.seconds))) }
        return try await read(.listRates, Route.listRates.path(generation: generation), query: query, ExchangeRate.list)
    }

    /// The currencies that the API knows.
    public func currencies() async throws(ClientError) -> [CurrencyDescription] {
        try await read(.listCurrencies, Route.listCurrencies.path(generation: generation), CurrencyDescription.list)
    }
}
