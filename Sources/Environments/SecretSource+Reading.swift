import Glibc
public import WiseClient

extension SecretSource {
    /// Reads the secret: one line, whose surrounding blanks do not count.
    ///
    /// - Parameter subject: What it is, such as `the token`.
    public func read(_ subject: String) throws(ConfigurationError) -> Secret {
        let bytes: [UInt8]
        switch self {
        case .file(let path): bytes = try Self.file(path, subject)
        case .descriptor(let number): bytes = try Self.descriptor(number, subject)
        case .variable(let name): bytes = try Self.variable(name, subject)
        case .command(let words): bytes = try SecretCommand.output(of: words, subject)
        }
        let text = String(validating: bytes, as: UTF8.self).map { String($0.trimmingBlanks()) }
        guard let text, !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw ConfigurationError(
                "\(subject) from \(self) is \(text?.isEmpty == true ? "empty" : "not one line without blanks")",
                hint: "put the secret there, and nothing else")
        }
        return Secret(text)
    }

    private static func file(_ path: String, _ subject: String) throws(ConfigurationError) -> [UInt8] {
        do throws(SecretFile.Refusal) {
            return try SecretFile.read(path, as: "\(subject) file")
        } catch {
            throw ConfigurationError(error)
        }
    }

    private static func descriptor(_ number: Int32, _ subject: String) throws(ConfigurationError) -> [UInt8] {
        defer { close(number) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(number, &block, block.count)
            if count == 0 { return bytes }
            guard count > 0, bytes.count < 65_536 else {
                if count < 0, errno == EINTR { continue }
                throw ConfigurationError(
                    "cannot read \(subject) from file descriptor \(number)"
                        + (count < 0 ? ": \(String(cString: strerror(errno)))" : ": it is too long"),
                    hint: "open it for the program: florin ... \(number)<FILE")
            }
            bytes += block[..<count]
        }
    }

    private static func variable(_ name: String, _ subject: String) throws(ConfigurationError) -> [UInt8] {
        guard let value = getenv(name), value.pointee != 0 else {
            throw ConfigurationError(
                "\(subject) should be in the environment variable \(name), which is not set", hint: "set it, or use a file")
        }
        let bytes = Array(String(cString: value).utf8)
        // What is started from here on does not inherit it.
        unsetenv(name)
        return bytes
    }
}

extension SecretSource: CustomStringConvertible {
    /// Where it comes from, in words.
    public var description: String {
        switch self {
        case .file(let path): path
        case .descriptor(let number): "file descriptor \(number)"
        case .variable(let name): "the environment variable \(name)"
        case .command(let words): "the command \(words.first ?? "")"
        }
    }
}

extension String {
    fileprivate func trimmingBlanks() -> Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
