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
        // What a world promises for the future, a refresh token for twenty years, has to be a date too.
        guard later.date.year < 9970 else {
            throw .invalid("NOT_VALID", "The clock stops before the year 9970.", path: "advanceSeconds")
        }
        advance(to: later)
        touched.settings = true
        return Answer(.object(["clock": .string(clock.description)]))
    }

    /// Ten years of 365 days.
    private static let greatestAdvance = 315_360_000
}
