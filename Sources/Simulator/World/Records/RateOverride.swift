public import Money
public import WiseAPI

/// A rate that somebody set by hand, in force until a later one of the same pair.
public struct RateOverride: Sendable, Hashable {
    /// One unit of this
    public var source: Currency
    /// buys so many of this.
    public var target: Currency
    /// The rate; nil ends an override and gives the pair back to the reference rates.
    public var rate: ExactDecimal?
    /// From when on.
    public var since: Timestamp

    /// An override.
    public init(source: Currency, target: Currency, rate: ExactDecimal?, since: Timestamp) {
        (self.source, self.target, self.rate, self.since) = (source, target, rate, since)
    }
}
