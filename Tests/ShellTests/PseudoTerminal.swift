import Glibc
import Testing

/// Both ends of a terminal: a test types at it and reads what would stand on its screen.
///
/// It is nobody's controlling terminal, so Ctrl-C has no process to go to; ``interrupt()`` sends what the kernel would.
final class PseudoTerminal {
    /// The end for the program under test.
    let slave: Int32
    private let master: Int32
    private var seen: [UInt8] = []

    // TIOCSPTLCK and TIOCGPTN of Linux, macros that Swift does not import; neither are grantpt and its kin.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    init(columns: UInt16 = 80) throws {
        setenv("TERM", "xterm", 1)
        setenv("EDITRC", "/dev/null", 1)
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var locked: Int32 = 0
        var number: Int32 = 0
        try #require(master >= 0 && ioctl(master, Self.setLock, &locked) == 0 && ioctl(master, Self.getNumber, &number) == 0)
        slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(slave >= 0)
        resize(columns: columns)
    }

    deinit {
        close(slave)
        close(master)
    }

    func resize(columns: UInt16) {
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    func type(_ text: String) { type(bytes: Array(text.utf8)) }

    func type(bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Presses Ctrl-C, which is safe only while a prompt runs.
    func interrupt() { kill(getpid(), SIGINT) }

    /// Waits until the screen has shown `text` after what was awaited before, and returns all since then up to its end.
    @discardableResult
    func shows(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
        let wanted = Array(text.utf8)
        // Only so that a hanging prompt fails the test instead of stopping all tests.
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            if let end = seen.firstEnd(of: wanted) {
                defer { seen.removeFirst(end) }
                return String(decoding: seen[..<end], as: UTF8.self)
            }
            guard ContinuousClock.now < deadline else {
                let instead = String(decoding: seen, as: UTF8.self).debugDescription
                Issue.record("\(text.debugDescription) did not follow: \(instead)", sourceLocation: sourceLocation)
                throw Missing()
            }
            receive()
            await Task.yield()
        }
    }

    /// What the screen has shown since, without waiting.
    func rest() -> String {
        receive()
        return String(decoding: seen, as: UTF8.self)
    }

    private func receive() {
        var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        var block = [UInt8](repeating: 0, count: 4096)
        while poll(&ready, 1, 10) > 0 {
            let count = read(master, &block, block.count)
            guard count > 0 else { return }
            seen += block[..<count]
        }
    }

    struct Missing: Error {}
}

extension [UInt8] {
    fileprivate func firstEnd(of wanted: [UInt8]) -> Int? {
        guard count >= wanted.count else { return nil }
        let start = (0...(count - wanted.count)).first { self[$0..<($0 + wanted.count)].elementsEqual(wanted) }
        return start.map { $0 + wanted.count }
    }
}
