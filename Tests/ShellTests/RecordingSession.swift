import Shell
import Synchronization

/// A session that keeps what it is asked.
///
/// It prints a chunk between angle brackets. A chunk whose last line ends with `do` is incomplete, `fail` fails
/// with 5, `leave` ends with 7, and `wait` runs until it is cancelled as often as it demands.
final class RecordingSession: PromptSession {
    private struct State {
        var chunks: [String] = []
        var cancellations = 0
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())
    /// How many times `wait` must be cancelled.
    private let patience: Int

    init(patience: Int = 1) { self.patience = patience }

    var chunks: [String] { state.withLock { $0.chunks } }
    var cancellations: Int { state.withLock { $0.cancellations } }
    var isWaiting: Bool { state.withLock { $0.waiting != nil } }

    func evaluate(_ chunk: String) async -> PromptOutcome {
        state.withLock { $0.chunks.append(chunk) }
        switch chunk {
        case "fail": return .failed(["it failed", "  try again"], exitCode: 5)
        case "leave": return .ended(exitCode: 7)
        case "wait":
            await withCheckedContinuation { continuation in state.withLock { $0.waiting = continuation } }
            return .failed(["cancelled"], exitCode: 130)
        default: return chunk.hasSuffix("do") ? .incomplete : .printed(["<\(chunk)>"])
        }
    }

    func cancel() {
        state.withLock { state in
            state.cancellations += 1
            guard state.cancellations >= patience else { return }
            state.waiting?.resume()
            state.waiting = nil
        }
    }

    /// Ends what still waits, so that nothing is left behind by a test that left it.
    func release() {
        state.withLock { state in
            state.waiting?.resume()
            state.waiting = nil
        }
    }

    /// Returns once the session has come to `condition`.
    func reaches(_ condition: (RecordingSession) -> Bool) async {
        while !condition(self) { await Task.yield() }
    }
}
