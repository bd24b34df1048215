/// How many requests the bank takes (Wise API reference, 1.4 and A41).
public struct RateLimit: Sendable, Hashable {
    /// How many at once, and then how many each second.
    public var perSecond: Int
    /// How many at once, and then how many each minute.
    public var perMinute: Int

    /// A limit.
    public init(perSecond: Int, perMinute: Int) { (self.perSecond, self.perMinute) = (perSecond, perMinute) }

    /// What the bank grants a personal token.
    public static let personalToken = RateLimit(perSecond: 100, perMinute: 900)
}

/// Two token buckets for each caller: full at first, refilled all the time, each request takes one from both.
///
/// It has no clock: the time comes with the request, as whoever hosts it reads it.
struct RateLimiter: Sendable {
    private let limit: RateLimit
    private var buckets: [String: (second: Bucket, minute: Bucket)] = [:]

    /// Beyond so many callers those who have not called for a minute are forgotten.
    private static let greatestCallerCount = 10_000

    init(_ limit: RateLimit) { self.limit = limit }

    /// Lets a request through, or says after how many seconds it may come again.
    ///
    /// - Parameter now: Microseconds on a clock that never goes back.
    mutating func secondsToWait(_ caller: String, now: Int64) -> Int? {
        forgetOldCallers(now)
        var own =
            buckets[caller]
            ?? (
                Bucket(count: limit.perSecond, period: 1_000_000, now: now),
                Bucket(count: limit.perMinute, period: 60_000_000, now: now)
            )
        own.second.refill(now)
        own.minute.refill(now)
        let wait = max(own.second.wait, own.minute.wait)
        if wait == 0 {
            own.second.take()
            own.minute.take()
        }
        buckets[caller] = own
        return wait == 0 ? nil : Int((wait + 999_999) / 1_000_000)
    }

    private mutating func forgetOldCallers(_ now: Int64) {
        guard buckets.count > Self.greatestCallerCount else { return }
        buckets = buckets.filter { now - $0.value.minute.time < 60_000_000 }
        if buckets.count > Self.greatestCallerCount { buckets = [:] }
    }

    /// Whole numbers only: the level counts in microseconds of a period, of which a request takes one period's worth.
    private struct Bucket: Sendable {
        let count: Int64
        let period: Int64
        var level: Int64
        var time: Int64

        init(count: Int, period: Int64, now: Int64) {
            (self.count, self.period, time) = (Int64(count), period, now)
            level = Int64(count) * period
        }

        mutating func refill(_ now: Int64) {
            // More than a period fills it, whatever it held.
            let elapsed = min(max(0, now - time), period)
            level = min(count * period, level + elapsed * count)
            time = max(time, now)
        }

        mutating func take() { level -= period }

        /// Microseconds until a request may pass; 0 when it may now.
        var wait: Int64 { level >= period ? 0 : (period - level + count - 1) / count }
    }
}
