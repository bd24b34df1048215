/// When and how often a request is sent again.
///
/// Sent again is only what surely did not arrive, what only reads, and what carries a key; always the same bytes and the
/// same key. Waits grow and are drawn at random up to their limit ("full jitter"), so that many clients do not return at
/// once; a `Retry-After` of the bank is obeyed.
public struct RetryPolicy: Sendable {
    /// How often a request is sent at most, the first time included.
    public var maximumAttempts: Int
    /// The limit of the first wait, in milliseconds; it doubles with each attempt.
    public var firstWait: Int
    /// No wait is longer, in milliseconds; a `Retry-After` beyond it ends the attempts.
    public var longestWait: Int
    /// Waits so many milliseconds; throws when cancelled.
    public var wait: @Sendable (_ milliseconds: Int) async throws -> Void

    /// Four attempts within some seconds, unless told otherwise.
    public init(
        maximumAttempts: Int = 4, firstWait: Int = 250, longestWait: Int = 10_000,
        wait: @escaping @Sendable (Int) async throws -> Void = { try await Task.sleep(for: .milliseconds($0)) }
    ) {
        (self.maximumAttempts, self.firstWait, self.longestWait, self.wait) = (maximumAttempts, firstWait, longestWait, wait)
    }

    /// How long to wait after so many attempts, or nil when there is no further one.
    func waitAfter(attempts: Int, retryAfter: Int?) -> Int? {
        guard attempts < maximumAttempts else { return nil }
        if let retryAfter {
            let milliseconds = max(0, retryAfter).multipliedReportingOverflow(by: 1000)
            return milliseconds.overflow || milliseconds.partialValue > longestWait ? nil : milliseconds.partialValue
        }
        let limit = min(longestWait, firstWait << min(attempts - 1, 16))
        return Int.random(in: 0...max(0, limit))
    }
}
