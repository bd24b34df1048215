import Glibc

/// The standard streams: unbuffered texts, whole or not at all, and what the terminal can show.
enum Terminal {
    /// Whether a stream is a terminal that takes colour.
    static func usesColor(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 && getenv("NO_COLOR") == nil }

    /// How many columns there are; 80 where nobody knows.
    static var width: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Whether somebody can be asked: questions are seen and answers typed.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Drops what was typed before the question.
    static func forgetTyping() { tcflush(STDIN_FILENO, TCIFLUSH) }

    /// Waits for a line that is typed, without its end; nil when there will be none.
    ///
    /// - Throws: When the task is cancelled.
    static func line() async throws -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            // A read that waits could not be cancelled.
            var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 0) > 0 else {
                try await Task.sleep(for: .milliseconds(20))
                continue
            }
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            guard byte != UInt8(ascii: "\n") else { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
    }

    /// Writes results.
    static func writeResult(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Writes messages.
    static func writeMessage(_ text: String) { write(text, to: STDERR_FILENO) }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                // A reader that went away (a closed pipe) ends the program as it ends others.
                if descriptor == STDOUT_FILENO { _exit(errno == EPIPE ? 141 : ProgramExit.failed) }
                return
            }
        }
    }
}
