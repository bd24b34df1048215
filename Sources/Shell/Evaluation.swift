internal import Glibc
internal import Synchronization

/// A chunk that runs, seen from the terminal's thread: its end is something to poll for.
final class Evaluation: Sendable {
    /// The reading end of a pipe, which the end of the chunk hangs up.
    let descriptor: Int32
    private let result = Mutex<PromptOutcome?>(nil)

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    static func start(_ chunk: String, in session: any PromptSession) throws(PromptFailure) -> Evaluation {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw PromptFailure("cannot wait for the chunk", problem: errno, hint: "close other programs and try again")
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let evaluation = Evaluation(descriptor: ends[0])
        let hangUp = ends[1]
        Task.detached {
            let outcome = await session.evaluate(chunk)
            evaluation.result.withLock { $0 = outcome }
            close(hangUp)
        }
        return evaluation
    }

    /// The outcome, or nil while the chunk runs.
    var outcome: PromptOutcome? { result.withLock { $0 } }
}
