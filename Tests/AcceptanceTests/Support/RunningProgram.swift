import Glibc
import Synchronization

/// The program while it runs: it gets input and signals, and its lines are read as they come.
final class RunningProgram: Sendable {
    let process: pid_t
    private let input: Int32
    private let output: Int32
    private let life: Int32
    private let messages: Int32
    private let household: Household
    private let received = Mutex<[UInt8]>([])
    private let isEnded = Mutex(false)

    /// So long may a program take before it counts as hanging, in milliseconds. Only a defect waits for it.
    private static let patience: Int32 = 120_000

    /// Starts a program in a home, which stays for as long as the program is known.
    init(_ words: [String], environment: [String: String], in household: Household) throws {
        let (inputEnd, inputStart) = try Self.pipe()
        let (outputEnd, outputStart) = try Self.pipe()
        let (lifeEnd, lifeStart) = try Self.pipe()
        defer { for descriptor in [inputEnd, outputStart, lifeStart] { close(descriptor) } }
        // Messages go to a file that nobody else sees, so that they never make the program wait.
        var name = Array("/tmp/florin-messages-XXXXXX".utf8CString)
        messages = mkstemp(&name)
        try Trouble.unless(messages >= 0 && unlink(name) == 0, "no file for messages")
        _ = fcntl(messages, F_SETFD, FD_CLOEXEC)
        process = try Spawning.start(
            words, environment: environment, descriptors: [0: inputEnd, 1: outputStart, 2: messages, 9: lifeStart])
        (input, output, life, self.household) = (inputStart, outputEnd, lifeEnd, household)
    }

    deinit {
        if !isEnded.withLock({ $0 }) {
            kill(process, SIGKILL)
            var status: Int32 = 0
            waitpid(process, &status, 0)
        }
        close(output)
        close(life)
        close(messages)
    }

    func send(_ signal: Int32) { kill(process, signal) }

    /// Writes to its standard input, and ends that.
    func type(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        close(input)
    }

    /// Its next line, without the end; nil when there will be none.
    func line() async throws -> String? {
        try await blocking { [self] in
            while true {
                let line = received.withLock { bytes -> String? in
                    guard let end = bytes.firstIndex(of: 10) else { return nil }
                    defer { bytes.removeSubrange(...end) }
                    return String(decoding: bytes[..<end], as: UTF8.self)
                }
                if let line { return line }
                guard try receive() else { return nil }
            }
        }
    }

    /// Reads on until it has ended.
    func end() async throws -> Outcome {
        try await blocking { [self] in
            while try receive() {}
            var ready = pollfd(fd: life, events: 0, revents: 0)
            try Trouble.unless(poll(&ready, 1, Self.patience) == 1, "the program does not end")
            var status: Int32 = 0
            waitpid(process, &status, 0)
            isEnded.withLock { $0 = true }
            let end: Outcome.End = status & 0x7F == 0 ? .code((status >> 8) & 0xFF) : .signal(status & 0x7F)
            let text = String(decoding: received.withLock { $0 }, as: UTF8.self)
            lseek(messages, 0, SEEK_SET)
            let errors = String(decoding: Files.bytes(from: messages), as: UTF8.self)
            return Outcome(end: end, output: text, messages: errors)
        }
    }

    private func receive() throws -> Bool {
        var ready = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        try Trouble.unless(poll(&ready, 1, Self.patience) == 1, "the program says nothing and does not end")
        var block = [UInt8](repeating: 0, count: 65_536)
        let count = read(output, &block, block.count)
        guard count > 0 else { return false }
        received.withLock { $0 += block[..<count] }
        return true
    }

    private static func pipe() throws -> (end: Int32, start: Int32) {
        var ends: [Int32] = [-1, -1]
        try Trouble.unless(Glibc.pipe(&ends) == 0, "no pipe")
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }
}
