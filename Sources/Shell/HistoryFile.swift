internal import Glibc

/// The history on disk: one escaped line for each chunk, only ever added to, so that several sessions share it.
struct HistoryFile: Sendable {
    let path: String

    /// What could be read.
    struct Contents {
        var chunks: [String] = []
        /// Lines that are not what this program writes.
        var damagedLines = 0
    }

    /// How much of the end of the file is read.
    static let readLimit = 1024 * 1024

    /// The newest chunks, oldest first. A file that does not exist holds none.
    func load() throws(PromptFailure) -> Contents {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return Contents() }
            throw failure("cannot read the history", errno)
        }
        defer { close(descriptor) }
        let size = try size(of: descriptor)
        let start = max(0, size - Self.readLimit)
        var bytes = [UInt8](repeating: 0, count: size - start)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { bytes in
                pread(descriptor, bytes.baseAddress?.advanced(by: filled), bytes.count - filled, start + filled)
            }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw failure("cannot read the history", errno) }
            if count == 0 { break }
            filled += count
        }
        var lines = bytes[..<filled].split(separator: UInt8(ascii: "\n"))
        // The first line of a part begins somewhere in the middle.
        if start > 0, !lines.isEmpty { lines.removeFirst() }
        return lines.suffix(LineEditor.historySize).reduce(into: Contents()) { contents, line in
            if let chunk = Self.unescaped(line) { contents.chunks.append(chunk) } else { contents.damagedLines += 1 }
        }
    }

    /// Adds a chunk whole, or leaves the file as it was.
    func append(_ chunk: String) throws(PromptFailure) {
        makeFolders()
        let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw failure("cannot write the history", errno) }
        defer { close(descriptor) }
        try lock(descriptor)
        let size = try size(of: descriptor)
        var last = UInt8(ascii: "\n")
        if size > 0 { pread(descriptor, &last, 1, size - 1) }
        // A session that died while writing must not spoil this line as well.
        let line = (last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]) + Self.escaped(chunk) + [UInt8(ascii: "\n")]
        let written = write(descriptor, line, line.count)
        guard written == line.count else {
            let problem = written < 0 ? errno : ENOSPC
            ftruncate(descriptor, size)
            throw failure("cannot write the history", problem)
        }
    }

    private func size(of descriptor: Int32) throws(PromptFailure) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("cannot read the history", errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw PromptFailure("the history \(path) is not a regular file", hint: "name another one; this session is not kept")
        }
        return status.st_size
    }

    private func lock(_ descriptor: Int32) throws(PromptFailure) {
        // Somebody else has it for as long as one line takes, unless that session is stopped.
        for _ in 0..<50 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
            guard errno == EWOULDBLOCK || errno == EINTR else { break }
            poll(nil, 0, 10)
        }
        throw failure("cannot lock the history", errno)
    }

    private func makeFolders() {
        // What cannot be made shows when the file is opened.
        for (position, character) in zip(path.indices, path) where character == "/" && position > path.startIndex {
            mkdir(String(path[..<position]), 0o700)
        }
    }

    private func failure(_ message: String, _ problem: Int32) -> PromptFailure {
        PromptFailure("\(message) \(path)", problem: problem, hint: "this session is not kept; the prompt works without it")
    }
}
