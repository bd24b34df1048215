internal import Glibc

/// The interactive prompt: reads chunks, has the session run them and prints what comes of it.
///
/// When its input is not a terminal, the whole of it is one chunk and nothing is asked.
public struct Prompt: Sendable {
    let session: any PromptSession
    let promptText: String
    let continuationText: String
    let greeting: [String]
    let help: [String]
    let historyPath: String?
    let programName: String
    let streams: PromptStreams

    /// - Parameters:
    ///   - promptText: Stands before the first line of a chunk.
    ///   - continuationText: Stands before its other lines.
    ///   - greeting: Lines shown once on a terminal, never in a pipe.
    ///   - help: What the bare word `help` prints.
    ///   - historyPath: The history file. It and its folders are made at the first chunk; nil keeps nothing on disk.
    ///   - programName: Selects lines in the user's `.editrc`.
    public init(
        session: any PromptSession, promptText: String, continuationText: String, greeting: [String] = [],
        help: [String] = Prompt.standardHelp, historyPath: String?, programName: String = "florin",
        streams: PromptStreams = .standard
    ) {
        self.session = session
        self.promptText = promptText
        self.continuationText = continuationText
        self.greeting = greeting
        self.help = help
        self.historyPath = historyPath
        self.programName = programName
        self.streams = streams
    }

    /// The help for those who do not know yet how to ask for it.
    public static let standardHelp = [
        "help(x) explains x, a module or a function: help(wise), help(wise.balances).",
        "Ctrl-C stops what runs, Alt-Enter starts another line, Ctrl-R searches the history, Ctrl-D or exit ends.",
    ]

    /// Runs until the user, the session or a signal ends it.
    ///
    /// One prompt runs in a process at a time: it takes over SIGINT, SIGTERM and SIGHUP until it returns.
    ///
    /// - Returns: The exit code. 0 after Ctrl-D, `exit` or a piped chunk that ran; the session's code for a piped chunk
    ///   that failed; 1 when the input or the terminal cannot be used; 130 after a second Ctrl-C within two seconds, 128
    ///   and the signal after SIGTERM or SIGHUP. In these last cases a chunk may still be running: end the process
    ///   without waiting for it.
    public func run() async -> Int32 {
        guard isatty(streams.input) == 1 else { return await runPiped() }
        return await OwnThread.run { runOnTerminal() }
    }

    private func runOnTerminal() -> Int32 {
        do throws(PromptFailure) {
            var conversation = try Conversation(prompt: self)
            return try conversation.run()
        } catch {
            report(error)
            return 1
        }
    }

    func report(_ failure: PromptFailure) {
        // Nothing is left to tell it to when stderr is gone as well.
        try? OutputStream(descriptor: streams.errors).write(lines: ["error: \(failure.message)", "  hint: \(failure.hint)"])
    }
}
