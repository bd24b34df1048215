import Money
import WiseAPI

extension World {
    /// `POST rate`: `{"source": "EUR", "target": "USD", "rate": 1.1}`; a rate of null gives the pair back to the table.
    mutating func setRate(_ body: RequestBody) throws(Refusal) -> Answer {
        let source = try body.currency("source")
        let target = try body.currency("target")
        guard source != target else { throw .invalid("NOT_VALID", "Two currencies are needed.", path: "target") }
        let rate = try body.optionalDecimal("rate")
        if let rate {
            guard rate.isPositive else {
                throw .invalid("error.greaterThanZero", "Please type in a number that's larger than 0.", path: "rate")
            }
            guard rate.normalized.scale <= 12, rate <= RequestBody.greatestAmount else {
                throw .invalid("NOT_VALID", "A rate has at most 12 decimal places.", path: "rate")
            }
        }
        rateOverrides.append(RateOverride(source: source, target: target, rate: rate, since: clock))
        touched.rateOverrides = true
        guard let value = midMarketRate(source, target, at: clock),
            let now = try? Rate(source: source, target: target, value: value)
        else {
            return Answer(.object(["source": .string(source.code), "target": .string(target.code), "rate": .null]))
        }
        return Answer(ExchangeRate(rate: now, time: clock).json)
    }

    /// `POST clock`: `{"advanceSeconds": 1860}`. Time never goes back.
    mutating func advanceClock(_ body: RequestBody) throws(Refusal) -> Answer {
        let seconds = try body.integer("advanceSeconds")
        guard (0...Self.greatestAdvance).contains(seconds) else {
            let message = "advanceSeconds is between 0 and \(Self.greatestAdvance)"
            throw .invalid("NOT_VALID", message, path: "advanceSeconds")
        }
        let later = clock.adding(seconds: seconds)
        guard later.date.year < 9999 else {
            throw .invalid("NOT_VALID", "The clock stops before the year 9999.", path: "advanceSeconds")
        }
        clock = later
        touched.settings = true
        return Answer(.object(["clock": .string(clock.description)]))
    }

    /// Ten years of 365 days.
    private static let greatestAdvance = 315_360_000

    /// `POST fault`: `{"route": "moveBetweenBalances", "kind": "answer_lost", "nth": 1, "times": 1}`
    mutating func addFault(_ body: RequestBody) throws(Refusal) -> Answer {
        let route = try body.string("route")
        guard route == "*" || Route(rawValue: route) != nil else {
            let names = Route.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid("NOT_VALID", "Unknown route '\(route)'. There are *, \(names).", path: "route")
        }
        let word = try body.string("kind")
        guard let kind = Fault.Kind(rawValue: word) else {
            let names = Fault.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid("NOT_VALID", "Unknown kind '\(word)'. There are \(names).", path: "kind")
        }
        let nth = try body.optionalInteger("nth") ?? 1
        let times = try body.optionalInteger("times") ?? 1
        guard (1...1_000_000).contains(nth) else { throw .invalid("NOT_VALID", "nth is 1 or more", path: "nth") }
        guard (1...1_000_000).contains(times) else { throw .invalid("NOT_VALID", "times is 1 or more", path: "times") }
        let fault = Fault(id: settings.counters.fault, route: route, kind: kind, passesBefore: nth - 1, timesLeft: times)
        settings.counters.fault += 1
        faults.append(fault)
        touched.faults = true
        return Answer(status: 201, .object(["id": .integer(fault.id)]))
    }

    /// `POST settings`: switches for what the bank's documents leave open, and a profile's overdraft and hold limit, which
    /// null removes.
    mutating func changeSettings(_ body: RequestBody) throws(Refusal) -> Answer {
        let closes = try body.optionalBool("closesWithoutBody")
        let refuses = try body.optionalBool("refusesChangedRepeat")
        var profile: ProfileRecord?
        if let id = try body.optionalInteger("profileId") {
            guard var changed = profiles[id] else { throw .foreignProfile }
            if body.mentions("overdraftLimit") { changed.overdraftLimit = try limit("overdraftLimit", body) }
            if body.mentions("holdLimit") { changed.holdLimit = try limit("holdLimit", body) }
            profile = changed
        }
        if let closes { settings.closesWithoutBody = closes }
        if let refuses { settings.refusesChangedRepeat = refuses }
        if let profile {
            profiles[profile.id] = profile
            touched.profiles.insert(profile.id)
        }
        touched.settings = true
        return Answer(
            .object([
                "closesWithoutBody": .bool(settings.closesWithoutBody),
                "refusesChangedRepeat": .bool(settings.refusesChangedRepeat),
            ]))
    }

    private func limit(_ member: String, _ body: RequestBody) throws(Refusal) -> Money? {
        guard let limit = try body.optionalMoney(member) else { return nil }
        guard midMarketRate(.eur, limit.currency, at: clock) != nil else {
            throw .invalid("CurrencyCode", "There is no rate for \(limit.currency.code).", path: "\(member).currency")
        }
        return limit
    }
}
