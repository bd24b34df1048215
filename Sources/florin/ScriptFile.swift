import Glibc

/// The bytes of a script.
enum ScriptFile {
    /// Scripts are read whole; nobody writes one larger than this.
    private static let largestSize = 16 << 20

    /// Reads a script, or standard input for `-`.
    static func read(_ path: String) throws -> [UInt8] {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path, errno)
            }
            bytes += buffer[..<count]
            guard bytes.count <= largestSize else {
                throw CleanFailure.usage(
                    "\(path) is larger than \(largestSize >> 20) MiB", hint: "no script is: give the path of one")
            }
        }
    }

    private static func failure(_ path: String, _ code: Int32) -> CleanFailure {
        .usage(
            "cannot read \(path): \(String(cString: strerror(code)))",
            hint: "give the path of a script, such as examples/01-first-look.lua")
    }
}
