import ArgumentParser
import Environments
import Glibc
import LuaRuntime
import Scripting
import Shell

extension Program {
    /// The prompt, or a chunk from a pipe.
    func prompt() async throws {
        guard !showsJSON else { return try await evaluateInput() }
        let session: InterpreterSession
        do {
            session = InterpreterSession(try ScriptingSession(context, for: .prompt), on: environment)
        } catch {
            Terminal.writeMessage(FailureReport.text(for: error, on: environment))
            throw ExitCode(ProgramExit.code(for: error))
        }
        let name =
            !environment.isLive ? environment.name : environment.name == "live" ? "LIVE" : "LIVE \(environment.name)"
        let prompt = Prompt(
            session: session, promptText: "\(name)> ", continuationText: String(repeating: ".", count: name.utf8.count) + "> ",
            greeting: [
                "florin \(VersionCommand.version) on \(account.settings.baseURL ?? "the \(environment.place)")",
                "Try wise.balances(), help() or help(wise.quote). Ctrl-D ends.",
            ], historyPath: StateFolder.history)
        let code = await prompt.run()
        // A chunk that will not end must not keep the program.
        if code != 0 { _exit(code) }
    }

    /// A chunk from a pipe whose value is shown as JSON.
    private func evaluateInput() async throws {
        guard isatty(STDIN_FILENO) == 0 else {
            throw CleanFailure.usage(
                "--json is for scripts and -e, not for the prompt",
                hint: "leave --json away, or give the Lua with -e or on standard input")
        }
        guard let code = String(validating: try ScriptFile.read("-"), as: UTF8.self) else {
            throw CleanFailure(
                "the input is not UTF-8 text", hint: "convert it, for example with iconv -t UTF-8")
        }
        try await evaluate(code)
    }
}

/// Gives the prompt an interpreter.
private final class InterpreterSession: PromptSession {
    private let session: ScriptingSession
    private let environment: EnvironmentDescription

    init(_ session: ScriptingSession, on environment: EnvironmentDescription) {
        (self.session, self.environment) = (session, environment)
    }

    func evaluate(_ chunk: String) async -> PromptOutcome {
        session.resetCancel()
        do throws(LuaFailure) {
            return .printed(try await session.evaluate(chunk))
        } catch {
            if error.kind == .syntax(incomplete: true) { return .incomplete }
            let text = FailureReport.text(for: error, on: environment)
            return .failed(text.split(separator: "\n").map(String.init), exitCode: ProgramExit.code(for: error))
        }
    }

    func cancel() { session.cancel() }
}
