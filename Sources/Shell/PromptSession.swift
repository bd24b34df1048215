/// What the prompt talks to. The executable puts an interpreter behind it.
public protocol PromptSession: Sendable {
    /// Runs one chunk, which may have several lines. Called once at a time.
    func evaluate(_ chunk: String) async -> PromptOutcome

    /// Stops the chunk that runs (Ctrl-C).
    ///
    /// Called on the prompt's own thread, which must not be held up. It may come when the chunk has just ended and
    /// must then do nothing, also not to the next one.
    func cancel()
}

/// What became of a chunk.
public enum PromptOutcome: Sendable, Equatable {
    /// It ran. The lines go to stdout.
    case printed([String])
    /// It is the beginning of a chunk; the prompt asks for more and calls again with the whole.
    case incomplete
    /// It failed. The lines, the message and what to do next, go to stderr; a piped chunk ends the program with the code.
    case failed([String], exitCode: Int32)
    /// It asked the program to end.
    case ended(exitCode: Int32)
}
