import Glibc

/// Time as the client core counts it: a steady clock and a way to wait.
public struct ClientClock: Sendable {
    /// Milliseconds since some fixed instant; they never go back, and go on while the machine sleeps.
    public var now: @Sendable () -> Int64
    /// Waits so many milliseconds; throws when cancelled.
    public var wait: @Sendable (_ milliseconds: Int) async throws -> Void

    /// The clock of this machine, unless told otherwise.
    public init(
        now: @escaping @Sendable () -> Int64 = ClientClock.millisecondsSinceBoot,
        wait: @escaping @Sendable (Int) async throws -> Void = { try await Task.sleep(for: .milliseconds($0)) }
    ) {
        (self.now, self.wait) = (now, wait)
    }

    /// Milliseconds since the machine was started.
    public static func millisecondsSinceBoot() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
