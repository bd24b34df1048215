import CLuaHost

/// The owner of the C interpreter. Everything but cancelling happens on the interpreter's thread.
final class InterpreterCore: @unchecked Sendable {
    private let pointer: OpaquePointer
    private let context: HostContext

    /// Creates the interpreter on the current thread, which is then its thread.
    init(_ configuration: LuaInterpreter.Configuration) throws(LuaFailure) {
        context = HostContext(configuration)
        var settings = florin_configuration(configuration)
        var host = context.table
        guard let pointer = florin_create(&settings, &host) else {
            throw LuaFailure(kind: .memory, message: "not enough memory for Lua: raise the memory limit")
        }
        self.pointer = pointer
        do {
            try prepare(configuration)
        } catch {
            florin_destroy(pointer)
            throw error
        }
    }

    /// Lets go of everything. The last call.
    func destroy() { florin_destroy(pointer) }

    private func prepare(_ configuration: LuaInterpreter.Configuration) throws(LuaFailure) {
        try check(florin_open(pointer))
        for function in configuration.functions {
            try check(function.name.withBytes { florin_add_function(pointer, $0, $1, function.isPure) })
        }
        for (name, source) in configuration.modules.sorted(by: { $0.key < $1.key }) {
            try check(
                name.withBytes { name, nameLength in
                    source.withBytes { florin_add_module(pointer, name, nameLength, $0, $1) }
                })
        }
        for folder in configuration.moduleFolders {
            try check(folder.withBytes { florin_add_folder(pointer, $0, $1) })
        }
        for prelude in configuration.preludes {
            try check(
                prelude.name.withBytes { name, nameLength in
                    prelude.source.withBytes { florin_run_prelude(pointer, name, nameLength, $0, $1) }
                })
        }
        try check(florin_seal(pointer))
    }

    /// Runs a chunk.
    func run(_ source: [UInt8], chunkName: String) throws(LuaFailure) -> [LuaValue] {
        defer { florin_release(pointer) }
        try check(source.withBytes { bytes, length in chunkName.withCString { florin_run(pointer, bytes, length, $0) } })
        return try results()
    }

    /// Reads the head of a script.
    func head(of source: [UInt8], chunkName: String) throws(LuaFailure) -> LuaTable? {
        defer { florin_release(pointer) }
        let outcome = source.withBytes { bytes, length in chunkName.withCString { florin_head(pointer, bytes, length, $0) } }
        guard outcome != florin_outcome(FLORIN_NO_HEAD) else { return nil }
        try check(outcome)
        guard case .table(let table)? = try results().first else { return nil }
        return table
    }

    /// Runs what was typed at a prompt.
    func evaluate(_ line: String) throws(LuaFailure) -> [String] {
        defer { florin_release(pointer) }
        try check(line.withBytes { florin_evaluate(pointer, $0, $1) })
        return try results(isForDisplay: true).compactMap { value in
            guard case .string(let text) = value else { return nil }
            return text
        }
    }

    /// From any thread.
    func cancel() {
        florin_cancel(pointer)
        context.waiting.cancel()
    }

    /// From any thread.
    func resetCancel() {
        florin_reset_cancel(pointer)
        context.waiting.reset()
    }

    /// The number of allocations so far.
    var allocationCount: Int { Int(florin_allocation_count(pointer)) }

    /// Adds the functions to compare with.
    func installBenchmark() throws(LuaFailure) { try check(florin_benchmark_install(pointer)) }

    private func results(isForDisplay: Bool = false) throws(LuaFailure) -> [LuaValue] {
        var count = 0
        guard let values = florin_results(pointer, &count), count > 0 else { return [] }
        var reader = ValueReader(values, count: count, subject: "result", isForDisplay: isForDisplay)
        var results: [LuaValue] = []
        do {
            try reader.readAll(into: &results)
        } catch {
            throw LuaFailure(kind: .runtime, message: error.message, raised: error)
        }
        return results
    }

    private func check(_ outcome: florin_outcome) throws(LuaFailure) {
        guard outcome != florin_outcome(FLORIN_DONE) else { return }
        var failure = florin_failure()
        florin_last_failure(pointer, &failure)
        var raised: LuaRaisedError?
        // Text that is not UTF-8 is replaced in an error, which must not hide behind another one.
        if outcome == florin_outcome(FLORIN_RAISED), case .table(let table)? = (try? results(isForDisplay: true))?.first {
            raised = LuaRaisedError(table)
        }
        if let effect = context.interruptedEffect(), outcome == florin_outcome(FLORIN_WAS_CANCELLED) { raised = effect }
        throw LuaFailure(
            kind: LuaFailure.Kind(outcome),
            message: String(forDisplay: failure.message),
            chunkName: failure.chunk.length > 0 ? String(forDisplay: failure.chunk) : nil,
            line: failure.line > 0 ? Int(failure.line) : nil,
            raised: raised,
            traceback: failure.traceback.length > 0 ? String(forDisplay: failure.traceback) : nil)
    }
}

extension LuaFailure.Kind {
    fileprivate init(_ outcome: florin_outcome) {
        self =
            switch outcome {
            case florin_outcome(FLORIN_SYNTAX): .syntax(incomplete: false)
            case florin_outcome(FLORIN_SYNTAX_INCOMPLETE): .syntax(incomplete: true)
            case florin_outcome(FLORIN_OUT_OF_MEMORY): .memory
            case florin_outcome(FLORIN_WAS_CANCELLED): .cancelled
            default: .runtime
            }
    }
}

extension florin_configuration {
    fileprivate init(_ configuration: LuaInterpreter.Configuration) {
        self.init(
            // The C side asks for more than the limit to raise a memory error, which a limit near the largest number prevents.
            memory_limit: min(max(configuration.memoryLimit, 0), 1 << 40),
            random_seed: configuration.randomSeed,
            ordered_pairs: configuration.orderedPairs,
            strict_globals: configuration.strictGlobals,
            failing_allocation: UInt64(configuration.allocationFailure?.number ?? 0),
            failing_from_there: configuration.allocationFailure?.lasting ?? false)
    }
}

extension String {
    fileprivate func withBytes<Value>(_ body: (UnsafePointer<CChar>?, Int) -> Value) -> Value {
        var text = self
        return text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { body($0.baseAddress, $0.count) }
        }
    }
}

extension [UInt8] {
    fileprivate func withBytes<Value>(_ body: (UnsafePointer<CChar>?, Int) -> Value) -> Value {
        withUnsafeBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { body($0.baseAddress, $0.count) }
        }
    }
}
