import Shell
import Testing

/// Everything that runs a prompt on a terminal: one at a time, because signals belong to the process.
@Suite("The prompt on a terminal", .serialized)
struct TerminalTests {}

func makePrompt(on terminal: PseudoTerminal, _ session: RecordingSession, history: String? = nil) -> Prompt {
    Prompt(
        session: session, promptText: "florin> ", continuationText: "   ...> ", greeting: ["hello"], help: ["ask someone"],
        historyPath: history, streams: PromptStreams(input: terminal.slave, output: terminal.slave, errors: terminal.slave))
}

/// Runs a prompt on a new terminal while `body` uses it, and ends it with Ctrl-C and Ctrl-D.
func withPrompt(history: String? = nil, _ body: (PseudoTerminal, RecordingSession) async throws -> Void) async throws {
    let terminal = try PseudoTerminal()
    let session = RecordingSession()
    let prompt = makePrompt(on: terminal, session, history: history)
    async let exitCode = prompt.run()
    do {
        try await body(terminal, session)
    } catch {
        session.release()
        terminal.type("\r\u{15}\u{4}")
        _ = await exitCode
        throw error
    }
    terminal.type("\r\u{15}\u{4}")
    #expect(await exitCode == 0)
}
