import Money
import WiseAPI

extension World {
    /// How long a quote can be used: half an hour.
    static let quoteLifetime = 1800
    /// How long a quote can be read after it expired: two days.
    static let quoteMemory = 172_800

    mutating func createQuote(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        keep(try priced(RequestBody(request), for: profile))
    }

    /// Puts a quote among those that can be used, and shows it.
    mutating func keep(_ quote: QuoteRecord) -> Answer {
        quotes[quote.id] = quote
        touched.quotes.insert(quote.id)
        // Shown by a statement of its own: `json(of: change())` would hold a copy of the world while it changes, and so
        // copy all quotes.
        return Answer(json(of: quote))
    }

    /// The price that a request asks for, for a profile or for anybody; nothing keeps it yet.
    mutating func priced(_ body: RequestBody, for profile: ProfileRecord?) throws(Refusal) -> QuoteRecord {
        let (target, source) = try body.currencies("targetCurrency", "sourceCurrency")
        guard !(body.has("sourceAmount") && body.has("targetAmount")) else {
            let message = "Please only specify a source or target amount."
            throw .invalid("error.quote.amount.onlySingle", message, path: "sourceAmount")
        }
        let sourceAmount = try body.amount("sourceAmount", in: source)
        let targetAmount = try body.amount("targetAmount", in: target)
        let payOut = try body.optionalString("payOut") ?? "BANK_TRANSFER"
        let preferredPayIn = try body.optionalString("preferredPayIn")
        let targetAccount = try body.optionalInteger("targetAccount")
        if try body.optionalObject("pricingConfiguration") != nil { throw Self.wrongPricing }
        guard Self.payOuts.contains(payOut) else { throw .invalid("NOT_VALID", "Unknown payOut '\(payOut)'", path: "payOut") }
        guard sourceAmount != nil || targetAmount != nil else {
            throw .invalid("NotNull", "Please specify a source or target amount.", path: "sourceAmount")
        }
        let rate = try quoteRate(source, target)
        let schedule = try schedule(source, target)
        let price: QuotePrice?
        if let targetAmount {
            price = try? QuotePrice.arriving(targetAmount, source: source, rate: rate, schedule)
        } else if let sourceAmount {
            price = try? QuotePrice.leaving(sourceAmount, target: target, rate: rate, schedule)
        } else {
            price = nil
        }
        let path = targetAmount == nil ? "sourceAmount" : "targetAmount"
        guard let price else { throw .unprocessable("TOO_SMALL", "That amount is too small for its fee.", path: path) }
        guard price.source.amount <= RequestBody.greatestAmount, price.target.amount <= RequestBody.greatestAmount else {
            throw .invalid("NOT_VALID", "That amount is too large.", path: path)
        }
        let created = Timestamp(microseconds: clock.seconds * 1_000_000)
        return QuoteRecord(
            id: makeUUID(), profile: profile?.id ?? 0, providedAmount: targetAmount == nil ? .source : .target,
            source: price.source,
            target: price.target, fee: price.fee, rate: rate, payOut: payOut, preferredPayIn: preferredPayIn,
            targetAccount: targetAccount, createdAt: created, expiresAt: created.adding(seconds: Self.quoteLifetime))
    }

    static let payOuts: Set<String> = ["BALANCE", "BANK_TRANSFER", "SWIFT", "SWIFT_OUR", "INTERAC", "ALIPAY"]

    func getQuote(_ profile: ProfileRecord, _ id: String) throws(Refusal) -> Answer {
        Answer(json(of: try quote(id, of: profile, path: "quoteId")))
    }

    /// A quote of the profile that the bank still remembers.
    func quote(_ id: String, of profile: ProfileRecord, path: String) throws(Refusal) -> QuoteRecord {
        guard UUIDText.isValid(id) else { throw .invalid("bad.request", "'\(path)' should be a valid 'UUID'", path: path) }
        guard let quote = quotes[id.lowercased()], clock <= quote.expiresAt.adding(seconds: Self.quoteMemory) else {
            throw .notFound("quote.not-found", "There is no quote \(id). Take a new one.", path: path)
        }
        guard quote.profile == profile.id else { throw .foreignProfile }
        return quote
    }

    /// The status now: it follows from use and time.
    func status(of quote: QuoteRecord) -> QuoteStatus {
        if quote.movement != nil { return .funded }
        if let transfer = transferIndex.byQuote[quote.id].flatMap({ transfers[$0] }) {
            return transfer.payment == nil ? .accepted : .funded
        }
        return clock >= quote.expiresAt ? .expired : .pending
    }

    /// Within one currency the rate is one, whether or not the currency is traded.
    private func quoteRate(_ source: Currency, _ target: Currency) throws(Refusal) -> ExactDecimal {
        guard source.isHeldByProvider, target.isHeldByProvider, let rate = midMarketRate(source, target, at: clock) else {
            let item = Refusal.Item(
                code: "error.route.not.supported", message: "This route is not supported", path: nil,
                arguments: ["\(source.code)-\(target.code)"])
            throw Refusal(status: 422, shape: .items([item]))
        }
        return rate
    }

    func schedule(_ source: Currency, _ target: Currency) throws(Refusal) -> FeeSchedule {
        guard source != target else { return .free }
        guard let euroRate = midMarketRate(.eur, source, at: clock),
            let schedule = try? FeeSchedule(source, target, euroRate: euroRate)
        else { throw .insideError }
        return schedule
    }
}
