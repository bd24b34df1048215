public import WiseAPI

extension WiseClient {
    /// How many transfers a page holds when all are asked for.
    static let transferPageSize = 100

    /// Orders money to be sent to a recipient; nothing moves until it is paid for. An effect.
    ///
    /// The key of the order is in its body: an order that is sent again makes no second transfer. The bank answers a key that
    /// it knows with the transfer that it made then, whatever else is asked, so the answer is compared.
    public func createTransfer(_ request: TransferRequest) async throws(ClientError) -> Transfer {
        try Self.checkUUID(request.quote, "the quote")
        let path = Route.createTransfer.path(generation: generation)
        let key = try Self.chosenKey(in: request.json, of: .createTransfer)
        return try await effect(.createTransfer, path, key: key) { key in
            Self.bytes(of: request.json, to: .createTransfer, key: key)
        } decode: { (json) throws(UnexpectedAnswer) in
            try Transfer(json: json)
        } compare: { transfer, intent in
            Self.difference(transfer, recipient: request.recipient, quote: request.quote, key: intent.key)
        }
    }

    /// What of a transfer is not what was ordered.
    static func difference(_ transfer: Transfer, recipient: Int?, quote: String?, key: String?) -> String? {
        if let recipient, transfer.targetAccount != recipient {
            return "transfer \(transfer.id) goes to recipient \(transfer.targetAccount), not \(recipient)"
        }
        if let quote, transfer.quote?.lowercased() != quote.lowercased() {
            return "transfer \(transfer.id) uses the quote \(transfer.quote ?? "of nobody"), not \(quote)"
        }
        if let key, transfer.customerTransactionID?.lowercased() != key.lowercased() {
            return "transfer \(transfer.id) has the key \(transfer.customerTransactionID ?? "of nobody"), not \(key)"
        }
        return nil
    }

    /// One page of the transfers that a profile sent, newest first.
    public func transferPage(
        _ query: TransferQuery, limit: Int, offset: Int = 0
    ) async throws(ClientError) -> [Transfer] {
        try Self.checkPageSize(limit, 1...Self.transferPageSize)
        let items = query.items + [QueryItem("limit", "\(limit)"), QueryItem("offset", "\(offset)")]
        return try await read(
            .listTransfers, Route.listTransfers.path(generation: generation), query: items, Transfer.list)
    }

    /// All transfers that a profile sent, page by page.
    ///
    /// - Parameter limit: Stops after so many.
    public func transfers(_ query: TransferQuery, limit: Int? = nil) async throws(ClientError) -> [Transfer] {
        var transfers: [Transfer] = []
        var known: Set<Int> = []
        var offset = 0
        var pagesWithoutNews = 0
        while true {
            let page = try await transferPage(query, limit: min(Self.transferPageSize, max(1, limit ?? .max)), offset: offset)
            let before = transfers.count
            // A transfer that is ordered meanwhile moves the others on to the next page.
            for transfer in page where known.insert(transfer.id).inserted { transfers.append(transfer) }
            if let limit, transfers.count >= limit { return Array(transfers.prefix(limit)) }
            if page.isEmpty { return transfers }
            pagesWithoutNews = transfers.count == before ? pagesWithoutNews + 1 : 0
            guard pagesWithoutNews < 2 else { throw PageTrail<Int>.repeats }
            offset += page.count
        }
    }

    /// One transfer.
    public func transfer(_ id: Int) async throws(ClientError) -> Transfer {
        try await read(.getTransfer, Route.getTransfer.path("\(id)", generation: generation), Transfer.init(json:))
    }

    /// Calls a transfer off, which the bank allows until it is converted. An effect.
    public func cancelTransfer(_ id: Int) async throws(ClientError) -> Transfer {
        let path = Route.cancelTransfer.path("\(id)", generation: generation)
        return try await effect(.cancelTransfer, path, body: nil, Transfer.init(json:)) { transfer in
            if transfer.id != id { return "it is transfer \(transfer.id)" }
            return [.cancelled, .fundsRefunded].contains(transfer.status) ? nil : "transfer \(id) is \(transfer.status)"
        }
    }

    /// Pays for a transfer from the balance in its source currency. An effect, and no key protects it.
    ///
    /// It is never sent again by itself once it may have arrived. After an unknown outcome look at
    /// ``transferPayments(of:)``; paying again is harmless only because the bank answers `payment.exists` to a transfer that
    /// is paid. A rejection is an error of kind ``APIError/Kind/refused``, whatever its HTTP status.
    ///
    /// - Parameter balance: The balance to pay from, where the bank lets one choose.
    public func fundTransfer(_ id: Int, of profile: Int, balance: Int? = nil) async throws(ClientError) -> FundingResult {
        let path = Route.fundTransfer.path("\(profile)", "\(id)", generation: generation)
        let body = FundingRequest(balance: balance).json
        return try await effect(.fundTransfer, path, body: body, FundingResult.init(json:)) { Self.difference($0) }
    }

    /// What of the answer to a payment from a balance is not a payment from a balance.
    static func difference(_ funding: FundingResult) -> String? {
        if let type = funding.type, type != "BALANCE" { return "it is a payment by \(type)" }
        return funding.status == .completed ? nil : "the payment is \(funding.status)"
    }

    /// What was paid for a transfer.
    public func transferPayments(of id: Int) async throws(ClientError) -> [TransferPayment] {
        let path = Route.listTransferPayments.path("\(id)", generation: generation)
        return try await read(.listTransferPayments, path, TransferPayment.list)
    }

    /// Which fields a transfer needs.
    public func transferRequirements(_ request: TransferRequest) async throws(ClientError) -> [RequirementForm] {
        try Self.checkUUID(request.quote, "the quote")
        if let key = request.customerTransactionID { try Self.checkUUID(key, "customerTransactionId") }
        let path = Route.getTransferRequirements.path(generation: generation)
        return try await read(.getTransferRequirements, path, body: request.json, RequirementForm.list)
    }

    /// When a transfer is expected to arrive.
    ///
    /// - Parameter timeZone: The zone of the words for people, such as `Europe/Berlin`.
    public func deliveryEstimate(of id: Int, timeZone: String? = nil) async throws(ClientError) -> DeliveryEstimate {
        let path = Route.getDeliveryEstimate.path("\(id)", generation: generation)
        let query = timeZone.map { [QueryItem("timezone", $0)] } ?? []
        return try await read(.getDeliveryEstimate, path, query: query, DeliveryEstimate.init(json:))
    }
}
