import Glibc
import Synchronization
import Testing

/// The program on a terminal of its own: a test types and reads the screen.
final class TerminalSession: Sendable {
    private let process: pid_t
    private let household: Household
    private let master: Int32
    private let slave: Int32
    private let seen = Mutex<[UInt8]>([])
    private let isEnded = Mutex(false)

    // TIOCSPTLCK and TIOCGPTN of Linux, macros that Swift does not import.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430
    private static let interval: Int32 = 50
    /// So many intervals without the awaited text are a failure.
    private static let patience = 1200

    /// Starts a program in a home, which stays for as long as the session.
    init(_ words: [String], in household: Household) throws {
        self.household = household
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var locked: Int32 = 0
        var number: Int32 = 0
        try #require(master >= 0 && ioctl(master, Self.setLock, &locked) == 0 && ioctl(master, Self.getNumber, &number) == 0)
        let path = "/dev/pts/\(number)"
        // Held open, so that what the program wrote last can be read after its end.
        slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        var size = winsize(ws_row: 24, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
        try #require(slave >= 0 && ioctl(master, UInt(TIOCSWINSZ), &size) == 0)
        let variables = household.environment.merging(["TERM": "xterm", "EDITRC": "/dev/null"]) { $1 }
        process = try Spawning.start(words, environment: variables, terminal: path)
    }

    deinit {
        if !isEnded.withLock({ $0 }) {
            kill(process, SIGKILL)
            var status: Int32 = 0
            waitpid(process, &status, 0)
        }
        close(slave)
        close(master)
    }

    /// Types; the kernel makes a signal of Ctrl-C where the program lets it.
    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// Types Ctrl-D once the program edits a line: before, it would be for the kernel, which keeps it from the program.
    func leave() async throws {
        try await blocking { [self] in
            for _ in 0..<Self.patience {
                var settings = termios()
                if tcgetattr(slave, &settings) == 0, settings.c_lflag & tcflag_t(ICANON) == 0 { return type("\u{04}") }
                receive()
            }
            throw Trouble("the program does not edit a line")
        }
    }

    /// Waits until the screen has shown a text after what was awaited before, and gives all since then up to its end.
    @discardableResult
    func shows(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
        let wanted = Array(text.utf8)
        let found: String? = try await blocking { [self] in
            for _ in 0..<Self.patience {
                let found = seen.withLock { seen -> String? in
                    guard let range = seen.firstRange(of: wanted) else { return nil }
                    defer { seen.removeSubrange(..<range.upperBound) }
                    return String(decoding: seen[..<range.upperBound], as: UTF8.self)
                }
                if let found { return found }
                receive()
            }
            return nil
        }
        let instead = String(decoding: seen.withLock { $0 }, as: UTF8.self).debugDescription
        return try #require(found, "\(text.debugDescription) did not follow: \(instead)", sourceLocation: sourceLocation)
    }

    /// Waits until the program has ended, and gives its code, or minus the signal that ended it.
    func end() async throws -> Int32 {
        try await blocking { [self] in
            var status: Int32 = 0
            for _ in 0..<Self.patience {
                if waitpid(process, &status, WNOHANG) == process {
                    isEnded.withLock { $0 = true }
                    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
                }
                receive()
            }
            throw Trouble("the program does not end")
        }
    }

    private func receive() {
        var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, Self.interval) > 0 else { return }
        var block = [UInt8](repeating: 0, count: 4096)
        let count = read(master, &block, block.count)
        guard count > 0 else { return }
        seen.withLock { $0 += block[..<count] }
    }
}
