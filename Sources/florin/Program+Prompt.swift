import ArgumentParser
import Glibc
import LuaRuntime
import Scripting
import Shell

extension Program {
    /// The prompt, or a chunk from a pipe.
    func prompt() async throws {
        let session: InterpreterSession
        do {
            session = InterpreterSession(try ScriptingSession(context, for: .prompt))
        } catch {
            Terminal.writeMessage(FailureReport.text(for: error))
            throw ExitCode(ProgramExit.code(for: error))
        }
        let environment = context.environment
        let prompt = Prompt(
            session: session, promptText: "\(environment.name)> ",
            continuationText: String(repeating: ".", count: environment.name.utf8.count) + "> ",
            greeting: [
                "florin \(VersionCommand.version) on the \(environment.place)",
                "Try wise.balances(), help() or help(wise.quote). Ctrl-D ends.",
            ], historyPath: StateFolder.history)
        let code = await prompt.run()
        // A chunk that will not end must not keep the program.
        if code != 0 { _exit(code) }
    }
}

/// Gives the prompt an interpreter.
private final class InterpreterSession: PromptSession {
    private let session: ScriptingSession

    init(_ session: ScriptingSession) { self.session = session }

    func evaluate(_ chunk: String) async -> PromptOutcome {
        session.resetCancel()
        do throws(LuaFailure) {
            return .printed(try await session.evaluate(chunk))
        } catch {
            if error.kind == .syntax(incomplete: true) { return .incomplete }
            let text = FailureReport.text(for: error)
            return .failed(text.split(separator: "\n").map(String.init))
        }
    }

    func cancel() { session.cancel() }
}
