import CLuaPrelude
public import LuaRuntime

/// One interpreter with the surface in it: for one run of a script, or for as long as a prompt is open.
public final class ScriptingSession: Sendable {
    private let interpreter: LuaInterpreter
    private let output: ScriptOutput

    /// What an interpreter is for.
    public enum Purpose: Sendable {
        /// A script with its arguments: assigning an undeclared global is an error. Its head was read before, or it has
        /// none (`heads` 0) and must not come up with one later.
        case script(arguments: LuaTable, moduleFolders: [String], heads: Int = 1)
        /// A prompt: globals may be made.
        case prompt
    }

    /// Opens an interpreter.
    ///
    /// - Parameters:
    ///   - memoryLimit: The most bytes that Lua may hold.
    ///   - randomSeed: Where `math.random` starts, the same for the same run.
    public init(
        _ context: ScriptingContext, for purpose: Purpose, memoryLimit: Int = 256 << 20, randomSeed: UInt64 = 1
    ) throws(LuaFailure) {
        var arguments = LuaTable()
        var folders: [String] = []
        var heads = Int.max
        var isStrict = false
        if case .script(let given, let moduleFolders, let expectedHeads) = purpose {
            (arguments, folders, heads, isStrict) = (given, moduleFolders, expectedHeads, true)
        }
        let output = context.output
        self.output = output
        interpreter = try LuaInterpreter(
            LuaInterpreter.Configuration(
                memoryLimit: memoryLimit, functions: Surface.hostFunctions(context, arguments: arguments, heads: heads),
                preludes: [LuaInterpreter.Configuration.Prelude(name: Self.preludeName, source: Self.prelude)],
                moduleFolders: folders, strictGlobals: isStrict, randomSeed: randomSeed,
                output: { output.results(output.visible($0)) }))
    }

    /// Runs a script and gives its first result.
    ///
    /// A failure always names the script, also where Lua kept no line of it: after a tail call, or without memory.
    public func run(_ source: [UInt8], chunkName: String) async throws(LuaFailure) -> LuaValue {
        do throws(LuaFailure) {
            return try await interpreter.run(source, chunkName: chunkName).first ?? .none
        } catch {
            throw Self.failure(error, in: chunkName)
        }
    }

    /// The table that a script gives to `script{ ... }`, without running the rest of it; nil when it has no head.
    public func head(of source: [UInt8], chunkName: String) async throws(LuaFailure) -> LuaTable? {
        do throws(LuaFailure) {
            return try await interpreter.head(of: source, chunkName: chunkName)
        } catch {
            throw Self.failure(error, in: chunkName)
        }
    }

    /// Runs what was typed and gives its values as lines.
    public func evaluate(_ text: String) async throws(LuaFailure) -> [String] {
        do throws(LuaFailure) {
            return try await interpreter.evaluateForPrompt(text).map { output.visible($0) }
        } catch {
            throw Self.failure(error, in: nil)
        }
    }

    /// A place within the prelude helps nobody: the failure belongs to the chunk that called.
    private static func failure(_ failure: LuaFailure, in chunkName: String?) -> LuaFailure {
        guard failure.chunkName == nil || failure.chunkName == preludeName else { return failure }
        var placed = failure
        (placed.chunkName, placed.line) = (chunkName, nil)
        return placed
    }

    /// Stops what is running; safe from any thread.
    public func cancel() { interpreter.cancel() }

    /// Allows running again after ``cancel()``.
    public func resetCancel() { interpreter.resetCancel() }

    private static let preludeName = "florin"

    private static let prelude = String(
        decoding: UnsafeBufferPointer(start: florin_prelude_bytes(), count: florin_prelude_length), as: UTF8.self)
}
