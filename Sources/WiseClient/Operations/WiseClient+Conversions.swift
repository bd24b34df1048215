public import Money
public import WiseAPI

extension WiseClient {
    /// Asks for a price. Nothing moves and nothing is reserved, so this is no effect.
    public func quote(_ request: QuoteRequest, for profile: Int) async throws(ClientError) -> Quote {
        let path = Route.createQuote.path("\(profile)", generation: generation)
        return try await read(.createQuote, path, body: request.json, Quote.init(json:))
    }

    /// Looks a quote up.
    public func quote(_ id: String, of profile: Int) async throws(ClientError) -> Quote {
        try await read(.getQuote, Route.getQuote.path("\(profile)", id, generation: generation), Quote.init(json:))
    }

    /// Converts by a quote between the balances of its two currencies. An effect.
    public func convert(_ quote: Quote, for profile: Int) async throws(ClientError) -> BalanceMovement {
        let id = try Self.usableIdentifier(of: quote)
        return try await movement(.convert(quote: id), for: profile) { Self.difference($0, from: quote) }
    }

    /// Converts by a quote from a balance into a jar of another currency. An effect.
    public func convert(
        _ quote: Quote, from source: Int, to target: Int, for profile: Int
    ) async throws(ClientError) -> BalanceMovement {
        let id = try Self.usableIdentifier(of: quote)
        let request = MovementRequest.convertBetween(quote: id, source: source, target: target)
        return try await movement(request, for: profile) { movement in
            Self.difference(movement, from: quote) ?? Self.difference(movement, source: source, target: target)
        }
    }

    /// Moves money between a balance and a jar of one currency, in either direction. An effect.
    ///
    /// - Throws: ``ClientError`` of kind ``ClientError/Kind/invalidRequest`` when the amount is not above zero or has more
    ///   decimal places than the bank moves.
    public func move(
        _ amount: Money, from source: Int, to target: Int, for profile: Int
    ) async throws(ClientError) -> BalanceMovement {
        try Self.checkSendable(amount)
        return try await movement(.move(amount, source: source, target: target), for: profile) { movement in
            if movement.sourceAmount != amount { return "\(movement.sourceAmount) left, not \(amount)" }
            if movement.targetAmount != amount { return "\(movement.targetAmount) arrived, not \(amount)" }
            return Self.difference(movement, source: source, target: target)
        }
    }

    /// Refuses an amount that cannot be sent: not above zero, or finer than the bank moves.
    public static func checkSendable(_ amount: Money) throws(ClientError) {
        guard amount.isPositive else {
            throw ClientError(
                .invalidRequest, code: "amount_not_positive", message: "\(amount) is not above zero",
                hint: "Give an amount above zero; the direction is given by source and target")
        }
        guard amount.isSendable else {
            throw ClientError(
                .invalidRequest, code: "amount_too_fine",
                message: "\(amount) has more decimal places than \(amount.currency) has at the bank "
                    + "(\(amount.currency.providerDigits))",
                hint: "Round it first, and say how: amount:round(\"half_even\")")
        }
    }

    private func movement(
        _ request: MovementRequest, for profile: Int, compare: @Sendable (BalanceMovement) -> String?
    ) async throws(ClientError) -> BalanceMovement {
        let path = Route.moveBetweenBalances.path("\(profile)", generation: generation)
        return try await effect(.moveBetweenBalances, path, body: request.json, BalanceMovement.init(json:)) { movement in
            // A movement that is not completed has not moved the money, or not for good.
            movement.state == .completed ? compare(movement) : "movement \(movement.id) is \(movement.state)"
        }
    }

    private static func difference(_ movement: BalanceMovement, from quote: Quote) -> String? {
        let option = quote.balanceOption
        if movement.sourceAmount.currency != quote.sourceCurrency || movement.targetAmount.currency != quote.targetCurrency {
            return "it is a movement from \(movement.sourceAmount.currency) to \(movement.targetAmount.currency)"
        }
        if let source = option?.sourceAmount, movement.sourceAmount != source {
            return "\(movement.sourceAmount) left, the quote says \(source)"
        }
        if let target = option?.targetAmount, movement.targetAmount != target {
            return "\(movement.targetAmount) arrived, the quote says \(target)"
        }
        return nil
    }

    private static func difference(_ movement: BalanceMovement, source: Int, target: Int) -> String? {
        let named = Set(movement.balancesAfter.compactMap(\.id))
        return named.isEmpty || named == [source, target] ? nil : "it is about the balances \(named.sorted())"
    }

    /// The identifier of a quote that may be used.
    private static func usableIdentifier(of quote: Quote) throws(ClientError) -> String {
        if let notice = quote.blockingNotice {
            throw ClientError(
                .invalidRequest, code: "quote_blocked", message: "the bank forbids to use this quote: \(notice.text)",
                hint: "Ask for another quote")
        }
        guard let id = quote.id else {
            throw ClientError(
                .invalidRequest, code: "quote_without_id", message: "this quote has no identifier, so it cannot be used",
                hint: "Ask for the quote with a profile: profile:quote{ ... }")
        }
        return id
    }
}
