import LuaRuntime
import Scripting

extension Program {
    /// Runs the Lua of a subcommand. Its failures are shown without a place: no user has written that Lua.
    func run(operation source: String, arguments: LuaTable) async throws {
        do throws(LuaFailure) {
            let session = try ScriptingSession(
                context, for: .script(arguments: arguments, moduleFolders: [], heads: 0))
            let interruption = Interruption { session.cancel() }
            defer { interruption.end() }
            let value = try await session.run(Array(source.utf8), chunkName: "florin")
            if showsJSON { printEnvelope(value.outputJSON) }
        } catch {
            throw refusal(of: error)
        }
    }

    /// What was found wrong before anything was sent.
    private static let wrongUse = ["usage", "money", "invalid_request"]

    /// The end of a subcommand that failed; what its words made impossible is wrong usage.
    func refusal(of error: any Error) -> any Error {
        var failure = error as? LuaFailure ?? LuaFailure(kind: .host, message: "\(error)")
        if let raised = error as? LuaRaisedError {
            failure = LuaFailure(kind: .runtime, message: raised.message, raised: raised)
        }
        if let raised = failure.raised, raised.httpStatus == nil, Self.wrongUse.contains(raised.kind) {
            var failure = CleanFailure.usage(raised.message, hint: raised.hint ?? "see --help of the subcommand")
            failure.environment = environment
            return failure
        }
        (failure.chunkName, failure.line) = (nil, nil)
        return report(failure)
    }
}
