import Money
import WiseAPI

extension World {
    /// The mid-market rate of a pair at an instant: target units for one unit of source; nil for a pair without one.
    ///
    /// A rate that was set by hand goes before the reference rates, for its pair and the reverse of it, from the
    /// instant on at which it was set. A currency that has only a hand-set rate to the euro is crossed through it, so
    /// that two currencies with a rate to the euro always have one to each other.
    func midMarketRate(_ source: Currency, _ target: Currency, at time: Timestamp) -> ExactDecimal? {
        guard source != target else { return ExactDecimal(1) }
        if let rate = directRate(source, target, at: time) { return rate }
        guard source != .eur, target != .eur, let toEuro = directRate(source, .eur, at: time),
            let fromEuro = directRate(.eur, target, at: time)
        else { return nil }
        return try? toEuro.multiplied(by: fromEuro).rounded(significantDigits: 6).normalized
    }

    private func directRate(_ source: Currency, _ target: Currency, at time: Timestamp) -> ExactDecimal? {
        let override = rateOverrides.last { override in
            override.since <= time
                && (override.source == source && override.target == target
                    || override.source == target && override.target == source)
        }
        if let override, let rate = override.rate {
            guard override.source != source else { return rate }
            return try? ExactDecimal(1).divided(by: rate, scale: 24, .halfEven).rounded(significantDigits: 6).normalized
        }
        return referenceRates.rate(source, target, at: time, seed: settings.seed)
    }

    /// Converts at mid-market without a fee; the result keeps all its digits. Nothing is worth nothing, also in a
    /// currency without a rate.
    func worth(_ money: Money, in currency: Currency) -> ExactDecimal? {
        guard !money.isZero else { return .zero }
        guard let rate = midMarketRate(money.currency, currency, at: clock) else { return nil }
        return try? money.amount.multiplied(by: rate)
    }

    /// Whether the bank holds the currency and it has a rate to the euro now: what a balance can be opened in.
    func isOffered(_ currency: Currency) -> Bool {
        currency.isHeldByProvider && midMarketRate(currency, .eur, at: clock) != nil
    }

    /// The currencies in which balances are offered, ordered by code.
    var offeredCurrencies: [Currency] { Currency.all.filter(isOffered) }

    func listCurrencies(_ request: APIRequest) -> Answer {
        let language = Language(accepting: request.headers["accept-language"] ?? "")
        return Answer(
            .array(
                offeredCurrencies.map { currency in
                    guard var object = CurrencyDescription(currency).json.objectValue else { return .null }
                    if let name = language.name(of: currency) { object["name"] = .string(name) }
                    return .object(object)
                }))
    }

    func listRates(_ request: APIRequest) throws(Refusal) -> Answer {
        let source = try rateCurrency("source", request)
        let target = try rateCurrency("target", request)
        let group = request.query("group")
        if group != nil || request.query("from") != nil || request.query("to") != nil {
            guard let source, let target, request.query("time") == nil else { throw Self.invalidParameters }
            return try series(source, target, group: group, request)
        }
        var time = clock
        if let text = request.query("time"), !text.isEmpty {
            guard let asked = Timestamp(text), asked <= clock else { throw Self.invalidParameters }
            time = asked
        }
        if let source, let target {
            guard let rate = exchangeRate(source, target, at: time) else { throw Self.invalidParameters }
            return Answer(.array([rate.json]))
        }
        let all = offeredCurrencies
        var rates: [JSONValue] = []
        for from in source.map({ [$0] }) ?? all {
            for to in target.map({ [$0] }) ?? all where from != to {
                if let rate = exchangeRate(from, to, at: time) { rates.append(rate.json) }
            }
        }
        return Answer(.array(rates))
    }

    private func rateCurrency(_ name: String, _ request: APIRequest) throws(Refusal) -> Currency? {
        guard let code = request.query(name), !code.isEmpty else { return nil }
        guard let currency = try? Currency(code: code) else { throw Self.invalidParameters }
        return currency
    }

    private func exchangeRate(_ source: Currency, _ target: Currency, at time: Timestamp) -> ExchangeRate? {
        guard let value = midMarketRate(source, target, at: time),
            let rate = try? Rate(source: source, target: target, value: value)
        else { return nil }
        return ExchangeRate(rate: rate, time: time)
    }

    /// One rate for each step from `from` to `to`; what lies after the world's clock has no rate yet and is left out.
    private func series(
        _ source: Currency, _ target: Currency, group: String?, _ request: APIRequest
    ) throws(Refusal) -> Answer {
        guard let step = Self.secondsByGroup[group ?? "day"], let from = request.query("from").flatMap({ Timestamp($0) }),
            let to = request.query("to").map({ Timestamp($0) }) ?? clock, from <= to
        else { throw Self.invalidParameters }
        let last = min(to, clock)
        guard last.seconds - from.seconds <= Int64(step) * Self.longestSeries else { throw Self.invalidParameters }
        var rates: [JSONValue] = []
        var time = from
        while time <= last {
            guard let rate = exchangeRate(source, target, at: time) else { throw Self.invalidParameters }
            rates.append(rate.json)
            time = time.adding(seconds: step)
        }
        return Answer(.array(rates))
    }

    private static let secondsByGroup = ["day": 86_400, "hour": 3600, "minute": 60]
    private static let longestSeries: Int64 = 10_000
    private static let invalidParameters = Refusal(
        status: 400, shape: .framework(error: "Bad Request", message: "Invalid parameters", namesPath: false))
}
