import Glibc

/// Starting a process with signals, descriptors and environment of its own.
enum Spawning {
    /// POSIX_SPAWN_SETSID of Linux, which Swift does not import: the first terminal that the child opens becomes its own.
    private static let startsSession: Int32 = 0x80

    /// Starts `words[0]` in the folder of the repository.
    ///
    /// - Parameters:
    ///   - descriptors: What the child gets under which number.
    ///   - terminal: A terminal that becomes the child's own, for descriptors 0 to 2.
    static func start(
        _ words: [String], environment: [String: String], descriptors: [Int32: Int32] = [:], terminal: String? = nil
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in descriptors { posix_spawn_file_actions_adddup2(&actions, descriptor, number) }
        if let terminal {
            for number: Int32 in 0...2 { posix_spawn_file_actions_addopen(&actions, number, terminal, O_RDWR, 0) }
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | (terminal == nil ? 0 : startsSession)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGINT, SIGTERM, SIGPIPE, SIGXFSZ] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)

        let arguments = (["/usr/bin/env", "-C", Place.repository] + words).map { strdup($0) }
        let variables = environment.map { strdup("\($0.key)=\($0.value)") }
        defer { for text in arguments + variables { free(text) } }
        var process: pid_t = 0
        let result = posix_spawn(&process, "/usr/bin/env", &actions, &attributes, arguments + [nil], variables + [nil])
        try Trouble.unless(result == 0, "\(words[0]): \(String(cString: strerror(result)))")
        return process
    }
}
