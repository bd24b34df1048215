internal import CEditHost
internal import Glibc

/// One terminal's editor, owned by the thread that made it.
struct LineEditor: ~Copyable {
    /// What one reading gave.
    enum Reading {
        case line(String)
        /// Ctrl-C: what was typed is dropped.
        case interrupted
        /// Ctrl-D on an empty line.
        case end
        /// A signal that ends the process.
        case signalled(Int32)
    }

    /// How many chunks the arrow keys reach back.
    static let historySize = 1000

    private let host: OpaquePointer

    init(programName: String, input: Int32, output: Int32, errors: Int32, signals: borrowing SignalInbox) throws(PromptFailure) {
        guard edithost_use_utf8() == 0 else {
            throw PromptFailure("the system has no UTF-8 locale", hint: "install the locale C.UTF-8, or pipe the chunk in")
        }
        guard let host = edithost_open(programName, input, output, errors, signals.descriptor, Int32(Self.historySize)) else {
            throw PromptFailure("cannot edit lines on this terminal", problem: errno, hint: "set TERM, or pipe the chunk in")
        }
        self.host = host
    }

    deinit { edithost_close(host) }

    /// Waits for a line, on the terminal's own thread.
    func read(prompt: String) throws(PromptFailure) -> Reading {
        let reading = edithost_read(host, prompt)
        switch reading.outcome {
        case .EDITHOST_LINE:
            let bytes = UnsafeRawBufferPointer(start: reading.text, count: reading.length)
            guard let line = String(validating: bytes, as: UTF8.self) else {
                throw PromptFailure("the line is not UTF-8 text", hint: "use a terminal that sends UTF-8")
            }
            return .line(line)
        case .EDITHOST_INTERRUPTED: return .interrupted
        case .EDITHOST_END: return .end
        case .EDITHOST_SIGNALLED: return .signalled(reading.code)
        case .EDITHOST_FAILED:
            throw PromptFailure("cannot read the terminal", problem: reading.code, hint: "open another one, or pipe the chunk in")
        }
    }

    /// Lets the arrow keys and Ctrl-R find a chunk.
    ///
    /// - Returns: False when the editor cannot hold it, because it contains NUL or memory is short.
    func remember(_ chunk: String) -> Bool {
        !chunk.utf8.contains(0) && edithost_remember(host, chunk) == 0
    }
}
