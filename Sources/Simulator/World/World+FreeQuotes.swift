import WiseAPI

extension World {
    /// `POST /v3/quotes`: a price for anybody, which nobody can use and the world does not keep.
    ///
    /// The documents give it no identifier; the bank's sandbox gave one to a user (A27).
    mutating func createUnauthenticatedQuote(_ request: APIRequest) throws(Refusal) -> Answer {
        let quote = try priced(RequestBody(request), for: nil)
        let isUser = request.headers["authorization"] != nil
        guard var object = json(of: quote).objectValue else { throw .insideError }
        object["profile"] = nil
        if !(isUser && settings.isOn(.identifiesFreeQuotes)) {
            object["id"] = nil
            object["user"] = nil
        }
        object["clientId"] = .string("unknown")
        return Answer(.object(object))
    }

    /// `POST /v2/quotes`: the profile stands in the body, and amounts may be texts.
    mutating func createQuoteSecondVersion(_ request: APIRequest) throws(Refusal) -> Answer {
        let body = try RequestBody(request, takesTexts: true)
        let profile = try profile(String(try body.integer("profile")))
        return keep(try priced(body, for: profile))
    }

    /// `PATCH .../quotes/{id}`: completes a quote. What is null or left out stays (a merge patch, RFC 7396, in which the bank
    /// takes null for "as it is").
    mutating func updateQuote(_ profile: ProfileRecord, _ id: String, _ request: APIRequest) throws(Refusal) -> Answer {
        var quote = try quote(id, of: profile, path: "quoteId")
        let body = try RequestBody(request)
        let account = try body.optionalInteger("targetAccount")
        let payOut = try body.optionalString("payOut")
        _ = try body.optionalObject("paymentMetadata")?.optionalString("transferNature")
        if try body.optionalObject("pricingConfiguration") != nil { throw Self.wrongPricing }
        if let payOut, !Self.payOuts.contains(payOut) {
            throw .invalid("NOT_VALID", "Unknown payOut '\(payOut)'", path: "payOut")
        }
        switch status(of: quote) {
        case .pending: break
        case .expired: throw .unprocessable("quote.expired", "The quote has expired. Take a new one.", path: "quoteId")
        default: throw .unprocessable("quote.already-used", "The quote was used before. Take a new one.", path: "quoteId")
        }
        quote.payOut = payOut ?? quote.payOut
        quote.targetAccount = account ?? quote.targetAccount
        return keep(quote)
    }

    /// Partners alone may set prices.
    static let wrongPricing = Refusal.unprocessable(
        "error.quote.pricing.configuration.invalid", "Pricing configuration is not available for this client.",
        path: "pricingConfiguration")
}
