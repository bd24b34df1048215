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
    }

    private struct State: Sendable {
        var isCancelled = false
        var call: Call?
    }

    private let state = Mutex(State())

    /// Starts the task.
    func start(_ body: @escaping @Sendable ([LuaValue]) async throws -> [LuaValue], _ arguments: [LuaValue]) {
        let gate = Gate()
        let task = Task.detached {
            do {
                gate.open(with: .finished(.success(try await body(arguments))))
            } catch {
                gate.open(with: .finished(.failure(error)))
            }
        }
        let isCancelled = state.withLock { state in
            state.call = Call(gate: gate, task: task)
            return state.isCancelled
        }
        if isCancelled { cancel() }
    }

    /// Blocks until the task has ended; `nil` when it was cancelled meanwhile.
    func result() -> Result<[LuaValue], any Error>? {
        guard let gate = state.withLock({ $0.call?.gate }) else { return nil }
        defer { state.withLock { $0.call = nil } }
        switch gate.wait() {
        case .finished(let result): return result
        case .cancelled: return nil
        }
    }

    /// Lets the thread go on at once, now and at later calls, and cancels the task.
    func cancel() {
        let call = state.withLock { state in
            state.isCancelled = true
            return state.call
        }
        call?.gate.open(with: .cancelled)
        call?.task.cancel()
    }

    /// Allows waiting again.
    func reset() { state.withLock { $0.isCancelled = false } }
}
