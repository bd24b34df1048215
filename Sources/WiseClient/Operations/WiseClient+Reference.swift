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

    /// Puts simulated money into a balance: sandbox and simulator only. An effect without a key, so never repeated by itself
    /// once it may have arrived.
    public func topUp(_ request: TopUpRequest) async throws(ClientError) -> TopUp {
        try Self.checkSendable(request.amount)
        let path = Route.topUpBalance.path(generation: generation)
        return try await effect(.topUpBalance, path, body: request.json, TopUp.init(json:)) { answer in
            guard answer.state == "COMPLETED" else { return "transaction \(answer.transaction) is \(answer.state)" }
            guard let after = answer.balanceAfter else { return nil }
            if let id = after.id, id != request.balance { return "it is about balance \(id)" }
            return after.value.currency == request.amount.currency ? nil : "the balance is in \(after.value.currency)"
        }
    }
}
