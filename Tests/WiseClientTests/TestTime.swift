import Synchronization
import WiseClient

/// A clock that moves when it is told to, and when somebody waits.
final class TestTime: Sendable {
    private let now = Mutex<Int64>(1_000_000)
    private let waited = Mutex<[Int]>([])

    func advance(_ milliseconds: Int64) { now.withLock { $0 += milliseconds } }

    /// The waits, in order.
    var waits: [Int] { waited.withLock { $0 } }

    var clock: ClientClock {
        ClientClock(now: { [self] in now.withLock { $0 } }) { [self] milliseconds in
            try Task.checkCancellation()
            waited.withLock { $0.append(milliseconds) }
            advance(Int64(milliseconds))
        }
    }
}
