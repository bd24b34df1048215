/// A Lua interpreter on a thread of its own.
///
/// One call runs at a time, in the order of the calls; a caller waits without blocking a thread of
/// Swift's. Cancelling the task that called cancels that run.
public final class LuaInterpreter: Sendable {
    private let thread: LuaThread
    private let core: InterpreterCore
    private let cancellation = RunCancellation()

    /// An interpreter that has run its preludes.
    ///
    /// - Throws: A failure of kind `.host` when no thread can be had, otherwise what went wrong in a prelude.
    public init(_ configuration: Configuration) throws(LuaFailure) {
        let thread = try LuaThread()
        do {
            core = try thread.performAndWait {
                do throws(LuaFailure) {
                    return .success(try InterpreterCore(configuration))
                } catch {
                    return .failure(error)
                }
            }.get()
        } catch {
            thread.finish()
            throw error
        }
        self.thread = thread
    }

    deinit {
        let core = core
        thread.enqueue { core.destroy() }
        thread.finish()
    }

    /// Runs a chunk and returns the values that it returns.
    ///
    /// - Parameters:
    ///   - source: Lua text. A first line that begins with `#` is skipped.
    ///   - chunkName: What errors call the chunk, usually its file.
    public func run(_ source: [UInt8], chunkName: String) async throws(LuaFailure) -> [LuaValue] {
        try await perform { core throws(LuaFailure) in try core.run(source, chunkName: chunkName) }
    }

    /// The table given to `script{ ... }`, without running what follows it.
    ///
    /// Nothing else can happen meanwhile: host functions that are not pure refuse, as does `print`.
    ///
    /// - Returns: `nil` when the first action of the chunk is not `script{ ... }`.
    public func head(of source: [UInt8], chunkName: String) async throws(LuaFailure) -> LuaTable? {
        try await perform { core throws(LuaFailure) in try core.head(of: source, chunkName: chunkName) }
    }

    /// Runs what was typed at a prompt, as an expression if it is one, and returns its values as text.
    ///
    /// The text is made by `host.display`, which the prelude may set; otherwise by `tostring`.
    ///
    /// - Throws: `.syntax(incomplete: true)` when more lines may complete what was typed.
    public func evaluateForPrompt(_ line: String) async throws(LuaFailure) -> [String] {
        try await perform { core throws(LuaFailure) in try core.evaluate(line) }
    }

    /// Ends the current run, and every later one until ``resetCancel()``. From any thread, not from a signal handler.
    public func cancel() { cancellation.stop { core.cancel() } }

    /// Allows runs again after ``cancel()``.
    public func resetCancel() { cancellation.restart { core.resetCancel() } }

    /// How many blocks of memory Lua has asked for since the interpreter was made.
    package var allocationCount: Int { core.allocationCount }

    /// Adds the global functions `benchmark_add(a, b)` and `benchmark_amount(n)`, written in C, to compare with.
    @_spi(Benchmark) public func installBenchmarkFunctions() async throws(LuaFailure) {
        try await perform { core throws(LuaFailure) in try core.installBenchmark() }
    }

    private func perform<Value: Sendable>(
        _ job: @escaping @Sendable (InterpreterCore) throws(LuaFailure) -> Value
    ) async throws(LuaFailure) -> Value {
        let ticket = cancellation.issue()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                thread.enqueue { [core, cancellation] in
                    continuation.resume(returning: cancellation.performing(ticket, on: core, job))
                }
            }
        } onCancel: {
            cancellation.withdraw(ticket) { core.cancel() }
        }
        return try result.get()
    }
}

extension RunCancellation {
    fileprivate func performing<Value>(
        _ ticket: Ticket, on core: InterpreterCore, _ job: (InterpreterCore) throws(LuaFailure) -> Value
    ) -> Result<Value, LuaFailure> {
        defer { end(ticket) { core.resetCancel() } }
        guard begin(ticket) else { return .failure(LuaFailure(kind: .cancelled, message: "cancelled")) }
        do throws(LuaFailure) {
            return .success(try job(core))
        } catch {
            return .failure(error)
        }
    }
}
