public import Money
public import WiseAPI

extension WiseClient {
    /// The most recipients that a page of the bank holds.
    public static let largestRecipientPage = 20

    /// Writes a recipient down. An effect without a key; nothing is paid by it.
    public func createRecipient(_ request: RecipientRequest) async throws(ClientError) -> Recipient {
        try Self.checkPresent(request.accountHolderName, "the name of the account's holder")
        try Self.checkPresent(request.type, "the type of the account")
        let path = Route.createRecipient.path(generation: generation)
        return try await effect(.createRecipient, path, body: request.json, Recipient.init(json:)) { recipient in
            if recipient.currency != request.currency { return "recipient \(recipient.id) is paid in \(recipient.currency)" }
            if let profile = recipient.profile, profile != request.profile {
                return "recipient \(recipient.id) belongs to profile \(profile)"
            }
            return recipient.active ? nil : "recipient \(recipient.id) is not active"
        }
    }

    /// One page of recipients.
    ///
    /// - Parameter position: Where the page starts: ``RecipientPage/seekPositionForNext`` of the one before.
    public func recipientPage(
        _ query: RecipientQuery, size: Int = WiseClient.largestRecipientPage, from position: Int? = nil
    ) async throws(ClientError) -> RecipientPage {
        try Self.checkPageSize(size, 1...Self.largestRecipientPage)
        var items = query.items + [QueryItem("size", "\(size)")]
        if let position { items.append(QueryItem("seekPosition", "\(position)")) }
        return try await read(
            .listRecipients, Route.listRecipients.path(generation: generation), query: items, RecipientPage.init(json:))
    }

    /// All recipients, page by page.
    ///
    /// - Parameter limit: Stops after so many.
    public func recipients(_ query: RecipientQuery, limit: Int? = nil) async throws(ClientError) -> [Recipient] {
        var recipients: [Recipient] = []
        var known: Set<Int> = []
        var trail = PageTrail<Int>()
        var position: Int?
        while true {
            let page = try await recipientPage(query, from: position)
            for recipient in page.content where known.insert(recipient.id).inserted { recipients.append(recipient) }
            if let limit, recipients.count >= limit { return Array(recipients.prefix(limit)) }
            guard !page.content.isEmpty, let next = page.seekPositionForNext, next != 0, next != position else {
                return recipients
            }
            try trail.goOn(to: next)
            position = next
        }
    }

    /// The recipients in the older form, without pages.
    public func recipientsFirstVersion(
        of profile: Int, currency: Currency? = nil
    ) async throws(ClientError) -> [Recipient] {
        var query = [QueryItem("profileId", "\(profile)")]
        if let currency { query.append(QueryItem("currency", currency.code)) }
        let path = Route.listRecipientsFirstVersion.path(generation: generation)
        return try await read(.listRecipientsFirstVersion, path, query: query, Recipient.list)
    }

    /// One recipient.
    public func recipient(_ id: Int) async throws(ClientError) -> Recipient {
        try await read(.getRecipient, Route.getRecipient.path("\(id)", generation: generation), Recipient.init(json:))
    }

    /// Takes a recipient out of use, for good. An effect.
    public func deactivateRecipient(_ id: Int) async throws(ClientError) -> Recipient {
        let path = Route.deactivateRecipient.path("\(id)", generation: generation)
        return try await effect(.deactivateRecipient, path, body: nil, Recipient.init(json:)) { recipient in
            if recipient.id != id { return "it is recipient \(recipient.id)" }
            return recipient.active ? "recipient \(id) is still active" : nil
        }
    }

    /// Which fields a recipient needs: one form for each kind of account.
    public func recipientRequirements(
        source: Currency, target: Currency, sourceAmount: Money
    ) async throws(ClientError) -> [RequirementForm] {
        try Self.checkSendable(sourceAmount)
        let query = [
            QueryItem("source", source.code), QueryItem("target", target.code),
            QueryItem("sourceAmount", sourceAmount.amount.description),
        ]
        let path = Route.getRecipientRequirements.path(generation: generation)
        return try await read(.getRecipientRequirements, path, query: query, RequirementForm.list)
    }

    /// Which fields a recipient needs, for a quote.
    ///
    /// - Parameter draft: What is known of the recipient already; the form may depend on it where an input says so
    ///   (``RequirementForm/Input/refreshesForm``).
    public func recipientRequirements(
        forQuote quote: String, draft: JSONObject? = nil
    ) async throws(ClientError) -> [RequirementForm] {
        try Self.checkUUID(quote, "the quote")
        let route: Route = draft == nil ? .getQuoteRecipientRequirements : .refreshQuoteRecipientRequirements
        let path = route.path(quote, generation: generation)
        return try await read(route, path, body: draft.map { .object($0) }, RequirementForm.list)
    }
}
