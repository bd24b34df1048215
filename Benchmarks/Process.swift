import Glibc

/// Why a program could not be measured.
struct ProcessFailure: Error, CustomStringConvertible {
    let description: String
}

/// Starts programs without a shell.
enum Process {
    /// A program that runs.
    struct Running {
        let identifier: pid_t
        let output: Int32

        /// The first line of its output.
        func firstLine() -> String {
            var line: [UInt8] = []
            var byte: UInt8 = 0
            while read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
            return String(decoding: line, as: UTF8.self)
        }

        /// The rest of its output, until it closes it.
        func rest() -> String {
            var text: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while case let count = read(output, &buffer, buffer.count), count > 0 { text += buffer[..<count] }
            return String(decoding: text, as: UTF8.self)
        }

        /// Ends it and waits.
        func end() {
            kill(identifier, SIGTERM)
            wait()
        }

        /// Waits for its end.
        @discardableResult
        func wait() -> Int32 {
            var status: Int32 = 0
            while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
            close(output)
            return status
        }
    }

    /// Starts a program; what it writes to standard output can be read.
    ///
    /// - Parameter input: What it reads on standard input, at most a pipe's worth; nothing without it.
    static func start(_ arguments: [String], input: String? = nil) throws -> Running {
        var ends: [Int32] = [0, 0]
        guard openPipe(&ends) else { throw ProcessFailure(description: "no pipe") }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var inputEnds: [Int32] = [-1, -1]
        if let input {
            guard openPipe(&inputEnds) else { throw ProcessFailure(description: "no pipe") }
            _ = Array(input.utf8).withUnsafeBytes { write(inputEnds[1], $0.baseAddress, $0.count) }
            posix_spawn_file_actions_adddup2(&actions, inputEnds[0], 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        defer { inputEnds.filter { $0 >= 0 }.forEach { close($0) } }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = arguments.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var identifier: pid_t = 0
        let result = posix_spawnp(&identifier, arguments[0], &actions, nil, &words, environ)
        close(ends[1])
        guard result == 0 else {
            close(ends[0])
            throw ProcessFailure(description: "cannot start \(arguments[0]): \(String(cString: strerror(result)))")
        }
        return Running(identifier: identifier, output: ends[0])
    }

    private static func openPipe(_ ends: inout [Int32]) -> Bool {
        guard pipe(&ends) == 0 else { return false }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return true
    }

    /// Runs a program to its end.
    static func run(_ arguments: [String]) throws {
        let running = try start(arguments)
        _ = running.rest()
        guard running.wait() == 0 else { throw ProcessFailure(description: "\(arguments.joined(separator: " ")) failed") }
    }
}
