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
