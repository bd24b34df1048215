import Glibc

/// Runs a program that knows a secret, such as a password manager.
enum SecretCommand {
    /// So long may it take, in milliseconds: a person may have to unlock something first.
    private static let patience: Int64 = 120_000
    private static let largestSize = 65_536

    /// Its standard output. Its standard error and input stay ours, so that it can ask.
    static func output(of words: [String], _ subject: String) throws(ConfigurationError) -> [UInt8] {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw failed(words, subject, String(cString: strerror(errno))) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (readEnd, writeEnd) = (ends[0], ends[1])
        defer { close(readEnd) }
        let process: pid_t
        do throws(ConfigurationError) {
            process = try start(words, output: writeEnd, subject)
            close(writeEnd)
        } catch {
            close(writeEnd)
            throw error
        }
        let bytes = readUntilEnd(readEnd)
        if bytes == nil { kill(process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard let bytes else { throw failed(words, subject, "it said too much, or nothing for two minutes") }
        guard status == 0 else {
            throw failed(words, subject, status & 0x7F == 0 ? "it ended with \(status >> 8 & 0xFF)" : "it was ended by a signal")
        }
        return bytes
    }

    private static func start(_ words: [String], output: Int32, _ subject: String) throws(ConfigurationError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, words.first ?? "", &actions, nil, &arguments, environ)
        guard code == 0 else { throw failed(words, subject, String(cString: strerror(code))) }
        return process
    }

    /// Nil when there is too much of it or it takes too long.
    private static func readUntilEnd(_ descriptor: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 4096)
        let end = milliseconds() + patience
        while bytes.count <= largestSize {
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let left = end - milliseconds()
            guard left > 0 else { return nil }
            let count = poll(&ready, 1, Int32(left))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            let length = read(descriptor, &block, block.count)
            if length == 0 { return bytes }
            if length < 0 {
                guard errno == EINTR else { return nil }
                continue
            }
            bytes += block[..<length]
        }
        return nil
    }

    private static func milliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    private static func failed(_ words: [String], _ subject: String, _ reason: String) -> ConfigurationError {
        ConfigurationError(
            "the command for \(subject), \(words.first ?? ""), gave none: \(reason)", hint: "run it by hand to see what it wants")
    }
}
