import Glibc

/// `openssl s_server` on loopback with a certificate of its own; it answers every request with a page about the connection.
final class TransportTestTLSServer {
    let port: UInt16
    private let folder: String
    private let process: pid_t

    /// - Parameters:
    ///   - names: What the certificate is for, as in its subject's alternative names.
    ///   - options: Further options of `s_server`.
    init(names: String = "DNS:localhost,IP:127.0.0.1", options: [String] = []) throws {
        var template = Array("/tmp/florin-transport-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TransportTestServer.Failure(operation: "mkdtemp", number: errno) }
        let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let (generator, silence) = try Self.spawn([
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", "\(folder)/key.pem", "-out", "\(folder)/certificate.pem", "-days", "2", "-subj", "/CN=florin test",
            "-addext", "subjectAltName=\(names)",
        ])
        close(silence)
        var status: Int32 = 0
        waitpid(generator, &status, 0)
        guard status == 0 else { throw TransportTestServer.Failure(operation: "openssl req", number: status) }
        let (process, output) = try Self.spawn(
            [
                "openssl", "s_server", "-accept", "127.0.0.1:0", "-key", "\(folder)/key.pem", "-cert",
                "\(folder)/certificate.pem",
                "-www",
            ] + options)
        guard let port = Self.port(announcedOn: output) else {
            throw TransportTestServer.Failure(operation: "openssl s_server", number: 0)
        }
        (self.port, self.folder, self.process) = (port, folder, process)
    }

    deinit {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
        unlink("\(folder)/key.pem")
        unlink(certificate)
        rmdir(folder)
    }

    /// The file that makes the server trusted.
    var certificate: String { "\(folder)/certificate.pem" }

    /// The number at the end of the line `ACCEPT 127.0.0.1:…`.
    private static func port(announcedOn output: Int32) -> UInt16? {
        defer { close(output) }
        var line = ""
        var byte: UInt8 = 0
        while read(output, &byte, 1) == 1 {
            guard byte == UInt8(ascii: "\n") else {
                line.unicodeScalars.append(Unicode.Scalar(byte))
                continue
            }
            if line.hasPrefix("ACCEPT ") { return line.split(separator: ":").last.flatMap { UInt16($0) } }
            line = ""
        }
        return nil
    }

    /// Starts a command without input; what it prints can be read from `output`.
    private static func spawn(_ arguments: [String]) throws -> (process: pid_t, output: Int32) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw TransportTestServer.Failure(operation: "pipe", number: errno) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // A connection of another test that this process inherited would not be seen to close.
        for descriptor in Int32(3)..<16_384 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process: pid_t = 0
        let failure = posix_spawnp(&process, arguments[0], &actions, nil, &words, environ)
        close(ends[1])
        guard failure == 0 else {
            close(ends[0])
            throw TransportTestServer.Failure(operation: "starting \(arguments[0])", number: failure)
        }
        return (process, ends[0])
    }
}
