internal import Glibc

/// The life of a prompt on a terminal, on the one thread that owns the editor.
struct Conversation: ~Copyable {
    private let prompt: Prompt
    private let signals: SignalInbox
    private let editor: LineEditor
    private let screen: OutputStream
    private let output: OutputStream
    private let errors: OutputStream
    private var history: HistoryFile?
    private var lastChunk: String?

    init(prompt: Prompt) throws(PromptFailure) {
        let streams = prompt.streams
        // Results may go to a file or a pager; the editing still belongs on the terminal.
        let screen = isatty(streams.output) == 1 || isatty(streams.errors) != 1 ? streams.output : streams.errors
        let signals = try SignalInbox()
        editor = try LineEditor(
            programName: prompt.programName, input: streams.input, output: screen, errors: streams.errors, signals: signals)
        self.prompt = prompt
        self.signals = signals
        self.screen = OutputStream(descriptor: screen)
        output = OutputStream(descriptor: streams.output)
        errors = OutputStream(descriptor: streams.errors)
        history = prompt.historyPath.map(HistoryFile.init)
    }

    mutating func run() throws(PromptFailure) -> Int32 {
        try screen.write(lines: prompt.greeting)
        loadHistory()
        var unfinished: String?
        while true {
            switch try editor.read(prompt: unfinished == nil ? prompt.promptText : prompt.continuationText) {
            case .line(let line):
                if unfinished == nil, let command = Command(line) {
                    switch command {
                    case .nothing: continue
                    case .help: try output.write(lines: prompt.help)
                    case .leave: return 0
                    }
                    continue
                }
                let chunk = unfinished.map { $0 + "\n" + line } ?? line
                switch try evaluate(chunk) {
                case .unfinished: unfinished = chunk
                case .done: unfinished = nil
                case .leave(let exitCode): return exitCode
                }
            case .interrupted:
                unfinished = nil
            case .end:
                try screen.write("\n")
                return 0
            case .signalled(let signal):
                return 128 + signal
            }
        }
    }
}

extension Conversation {
    /// How the conversation goes on after a chunk.
    private enum Next {
        case unfinished
        case done
        case leave(Int32)
    }

    private mutating func evaluate(_ chunk: String) throws(PromptFailure) -> Next {
        let outcome = try wait(for: Evaluation.start(chunk, in: prompt.session))
        if outcome != .outcome(.incomplete) { remember(chunk) }
        switch outcome {
        case .left(let exitCode): return .leave(exitCode)
        case .outcome(.ended(let exitCode)): return .leave(exitCode)
        case .outcome(.incomplete): return .unfinished
        case .outcome(.printed(let lines)): try output.write(lines: lines)
        case .outcome(.failed(let lines, _)): try errors.write(lines: lines)
        }
        return .done
    }

    /// What the waiting for a chunk came to.
    private enum Waiting: Equatable {
        case outcome(PromptOutcome)
        /// The user or a signal did not wait for it.
        case left(Int32)
    }

    private func wait(for evaluation: Evaluation) throws(PromptFailure) -> Waiting {
        var policy = InterruptPolicy()
        while true {
            if let outcome = evaluation.outcome { return .outcome(outcome) }
            while let signal = signals.next() {
                switch signal {
                case SIGINT:
                    // The terminal has shown ^C in the middle of some line.
                    try screen.write("\n")
                    if policy.interrupted(at: .now) == .leave { return .left(128 + SIGINT) }
                    prompt.session.cancel()
                case SIGTERM, SIGHUP:
                    prompt.session.cancel()
                    return .left(128 + signal)
                default:
                    // The editor asks for the size of the terminal before it reads again.
                    break
                }
            }
            var sources = [
                pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: evaluation.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            poll(&sources, nfds_t(sources.count), -1)
        }
    }
}

extension Conversation {
    private mutating func loadHistory() {
        do throws(PromptFailure) {
            guard let loaded = try history?.load() else { return }
            for chunk in loaded.chunks where editor.remember(chunk) { lastChunk = chunk }
            if loaded.damagedLines > 0 {
                let lines = loaded.damagedLines == 1 ? "1 line" : "\(loaded.damagedLines) lines"
                throw PromptFailure("\(lines) of the history cannot be read and are left out", hint: "the file is not changed")
            }
        } catch {
            prompt.report(error)
        }
    }

    private mutating func remember(_ chunk: String) {
        guard HistoryRule.keeps(chunk), chunk != lastChunk, editor.remember(chunk) else { return }
        lastChunk = chunk
        do throws(PromptFailure) {
            try history?.append(chunk)
        } catch {
            // Said once: a history that cannot be written now will not be at the next chunk either.
            history = nil
            prompt.report(error)
        }
    }
}
