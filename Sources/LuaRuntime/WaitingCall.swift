import Synchronization

/// The call of the host that the interpreter's thread waits for.
final class WaitingCall: Sendable {
    private typealias Gate = WaitGate<Outcome>

    private enum Outcome: Sendable {
        case finished(Result<[LuaValue], any Error>)
        case cancelled
    }

    private struct Call: Sendable {
        let gate: Gate
        let task: Task<Void, Never>
        let isSettling: Bool
    }

    private struct State: Sendable {
        var isCancelled = false
        var call: Call?
        /// What became of an effect that was under way when the run was cancelled.
        var settled: Result<[LuaValue], any Error>?
    }

    private let state = Mutex(State())

    /// Starts the task, unless the run is cancelled already.
    ///
    /// - Parameter isSettling: Whether the thread waits for the end of the task also when the run is cancelled meanwhile.
    func start(
        _ body: @escaping @Sendable ([LuaValue]) async throws -> [LuaValue], _ arguments: [LuaValue], isSettling: Bool = false
    ) {
        guard !state.withLock({ $0.isCancelled }) else { return }
        let gate = Gate()
        let task = Task.detached {
            do {
                gate.open(with: .finished(.success(try await body(arguments))))
            } catch {
                gate.open(with: .finished(.failure(error)))
            }
        }
        let isCancelled = state.withLock { state in
            state.call = Call(gate: gate, task: task, isSettling: isSettling)
            return state.isCancelled
        }
        if isCancelled { cancel() }
    }

    /// Blocks until the task has ended; `nil` when the run was cancelled meanwhile.
    func result() -> Result<[LuaValue], any Error>? {
        guard let call = state.withLock({ $0.call }) else { return nil }
        defer { state.withLock { $0.call = nil } }
        switch call.gate.wait() {
        case .finished(let result):
            state.withLock { state in
                if call.isSettling, state.isCancelled { state.settled = result }
            }
            return result
        case .cancelled: return nil
        }
    }

    /// What became of the effect that was under way when the run was cancelled; asked once.
    func takeSettled() -> Result<[LuaValue], any Error>? {
        state.withLock { state in
            defer { state.settled = nil }
            return state.settled
        }
    }

    /// Cancels the task and lets the thread go on at once, now and at later calls; from an effect when it is settled.
    func cancel() {
        let call = state.withLock { state in
            state.isCancelled = true
            return state.call
        }
        if call?.isSettling == false { call?.gate.open(with: .cancelled) }
        call?.task.cancel()
    }

    /// Allows waiting again.
    func reset() { state.withLock { $0.isCancelled = false } }
}
