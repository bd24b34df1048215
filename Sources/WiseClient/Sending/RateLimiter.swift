import Synchronization
import WiseAPI

/// Holds requests for one host back until the host's limit allows them, in the order in which they came.
///
/// A `Retry-After` of the bank holds back all of them, not only the one that was told.
public final class RateLimiter: Sendable {
    private struct State {
        var buckets: [TokenBucket]
        var blockedUntil: Int64 = .min
        var limiter: String?
    }

    private let state: Mutex<State>
    private let turnstile = Turnstile()
    private let longestWait: Int
    private let clock: ClientClock

    /// A limiter whose buckets are full.
    ///
    /// - Parameter longestWait: Beyond so many milliseconds of a `Retry-After` a request fails instead of waiting.
    public init(_ limit: RequestAllowance = RequestAllowance(), longestWait: Int = 10_000, clock: ClientClock = ClientClock()) {
        let buckets = [
            TokenBucket(tokens: limit.perSecond, period: 1000), TokenBucket(tokens: limit.perMinute, period: 60_000),
        ]
        state = Mutex(State(buckets: buckets))
        (self.longestWait, self.clock) = (longestWait, clock)
    }

    /// Waits until a request may leave.
    ///
    /// - Throws: When the task is cancelled, or the bank wants a longer wait than is allowed. Nothing was sent then.
    func pass() async throws(ClientError) {
        do throws(CancellationError) {
            try await turnstile.enter()
        } catch {
            throw Self.cancelled
        }
        defer { turnstile.leave() }
        while let wait = try take() {
            do {
                try await clock.wait(wait)
            } catch {
                throw Self.cancelled
            }
        }
    }

    /// Holds everything back for some seconds, because the bank says so.
    func block(seconds: Int, by limiter: String?) {
        let (milliseconds, overflows) = Int64(max(0, seconds)).multipliedReportingOverflow(by: 1000)
        let (until, isTooFar) = clock.now().addingReportingOverflow(overflows ? .max : milliseconds)
        state.withLock { state in
            state.blockedUntil = max(state.blockedUntil, isTooFar ? .max : until)
            state.limiter = limiter
        }
    }

    /// Takes a token, or says how many milliseconds there are to wait for one.
    private func take() throws(ClientError) -> Int? {
        let now = clock.now()
        let (wait, blockedFor, limiter) = state.withLock { state -> (Int64, Int64, String?) in
            let readyAt = state.buckets.reduce(state.blockedUntil) { max($0, $1.readyAt) }
            if readyAt <= now {
                for index in state.buckets.indices { state.buckets[index].take(at: now) }
                return (0, 0, nil)
            }
            return (readyAt - now, max(now, state.blockedUntil) - now, state.limiter)
        }
        guard wait > 0 else { return nil }
        guard blockedFor <= longestWait else { throw Self.blocked(for: blockedFor, by: limiter) }
        return Int(wait)
    }

    private static let cancelled = ClientError(
        .cancelled, code: "cancelled", message: "cancelled while waiting for the rate limit; nothing was sent")

    private static func blocked(for milliseconds: Int64, by limiter: String?) -> ClientError {
        let seconds = milliseconds / 1000 + (milliseconds % 1000 > 0 ? 1 : 0)
        return ClientError(
            .api(.rateLimited), code: "rate_limited",
            message: "the bank takes no requests for now\(limiter.map { " (limited by \($0))" } ?? ""); nothing was sent",
            hint: "Wait \(seconds) seconds, then try again", isRetryable: true)
    }
}
