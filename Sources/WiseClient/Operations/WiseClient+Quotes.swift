public import WiseAPI

extension WiseClient {
    /// Completes a quote: its recipient, its pay-out. The price may change. Nothing moves, so this is no effect.
    public func updateQuote(_ id: String, of profile: Int, with update: QuoteUpdate) async throws(ClientError) -> Quote {
        try Self.checkUUID(id, "the quote")
        let path = Route.updateQuote.path("\(profile)", id, generation: generation)
        return try await read(.updateQuote, path, body: update.json, Quote.init(json:))
    }

    /// Asks for a price that nobody can use: it has no identifier and belongs to no profile.
    public func unauthenticatedQuote(_ request: QuoteRequest) async throws(ClientError) -> Quote {
        let path = Route.createUnauthenticatedQuote.path(generation: generation)
        return try await read(.createUnauthenticatedQuote, path, body: request.json, Quote.init(json:))
    }
}
