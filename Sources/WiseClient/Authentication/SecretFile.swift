import Glibc

/// A file that holds a secret: nobody but its owner may be able to read or change it.
public enum SecretFile {
    /// Why a file is not used.
    public struct Refusal: Error, Sendable, Equatable {
        /// What is wrong.
        public let message: String
        /// The command that mends it, or what else to do.
        public let hint: String

        /// A refusal.
        public init(message: String, hint: String) { (self.message, self.hint) = (message, hint) }
    }

    /// No secret is longer than this.
    private static let largestSize = 1 << 20

    /// Reads a file, after its permissions were looked at.
    ///
    /// - Parameter subject: What it is, such as `the token file`.
    public static func read(_ path: String, as subject: String) throws(Refusal) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw cannotRead(path, subject, errno) }
        defer { close(descriptor) }
        // The opened file is looked at, not the name: nobody can exchange it in between.
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw cannotRead(path, subject, errno) }
        try check(status, path, subject)
        return try readWhole(descriptor, path, subject)
    }

    /// What is wrong with the permissions of a file; nil when nothing is. For reports: ``read(_:as:)`` looks itself.
    public static func problem(_ path: String, as subject: String) -> Refusal? {
        var status = stat()
        guard stat(path, &status) == 0 else { return cannotRead(path, subject, errno) }
        do throws(Refusal) {
            try check(status, path, subject)
            return access(path, R_OK) == 0 ? nil : cannotRead(path, subject, errno)
        } catch {
            return error
        }
    }

    private static func check(_ status: stat, _ path: String, _ subject: String) throws(Refusal) {
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw Refusal(message: "\(subject) \(path) is a folder", hint: "give the path of a file")
        }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw Refusal(
                message: "\(subject) \(path) belongs to another user", hint: "copy it: install -m 600 '\(path)' TO, and name that"
            )
        }
        // A pipe (`<(pass show wise)`) has no permissions to speak of: whoever made it gives what it wants once.
        guard status.st_mode & S_IFMT == S_IFREG else { return }
        guard status.st_mode & 0o077 == 0 else {
            throw Refusal(message: "others can read or change \(subject) \(path)", hint: "run chmod 600 '\(path)'")
        }
    }

    private static func readWhole(_ descriptor: Int32, _ path: String, _ subject: String) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Glibc.read(descriptor, &block, block.count)
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw cannotRead(path, subject, errno)
            }
            bytes += block[..<count]
            guard bytes.count <= largestSize else {
                throw Refusal(message: "\(subject) \(path) is longer than a mebibyte", hint: "give the path of the right file")
            }
        }
    }

    private static func cannotRead(_ path: String, _ subject: String, _ code: Int32) -> Refusal {
        Refusal(
            message: "cannot read \(subject) \(path): \(String(cString: strerror(code)))",
            hint: code == ENOENT ? "check the path" : "check the path and its permissions")
    }
}
