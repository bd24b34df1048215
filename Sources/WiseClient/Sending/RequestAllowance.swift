/// How many requests may leave for one host.
public struct RequestAllowance: Sendable, Hashable {
    /// How many in any second.
    public var perSecond: Int
    /// How many in any minute.
    public var perMinute: Int

    /// The bank's limits for a business user's token, unless told otherwise: 100 in a second and 900 in a minute, the
    /// smallest of those that it states.
    public init(perSecond: Int = 100, perMinute: Int = 900) {
        self.perSecond = max(1, perSecond)
        self.perMinute = max(1, perMinute)
    }
}

/// A bucket of tokens: a request takes one, and it comes back a whole period later. So no period of that length sees more
/// requests than there are tokens, and a burst waits for nothing while there are some.
struct TokenBucket: Sendable {
    private let period: Int64
    /// When each token was taken last, in a ring; the next one to take was taken the longest ago.
    private var taken: [Int64]
    private var next = 0

    init(tokens: Int, period: Int64) {
        self.period = period
        taken = Array(repeating: .min / 2, count: max(1, tokens))
    }

    /// When the next token is there.
    var readyAt: Int64 { taken[next] + period }

    mutating func take(at now: Int64) {
        taken[next] = now
        next = next + 1 == taken.count ? 0 : next + 1
    }
}
