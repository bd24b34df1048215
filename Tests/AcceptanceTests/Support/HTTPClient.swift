import Glibc

/// Requests to a port of this machine, each over a connection of its own.
struct HTTPClient: Sendable {
    let port: Int
    /// Sent as the bearer token; nil sends no authorization.
    let token: String?

    struct Answer: Sendable {
        let status: Int
        let body: String
    }

    func request(_ method: String, _ target: String, body: String = "") async throws -> Answer {
        try await blocking {
            let connection = try connected()
            defer { close(connection) }
            var lines = [
                "\(method) \(target) HTTP/1.1", "Host: 127.0.0.1", "Connection: close", "Content-Length: \(body.utf8.count)",
                "Content-Type: application/json",
            ]
            if let token { lines.append("Authorization: Bearer \(token)") }
            Self.send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8), to: connection)
            let text = String(decoding: Files.bytes(from: connection), as: UTF8.self)
            let words = text.split(separator: " ", maxSplits: 2)
            guard words.count > 1, let status = Int(words[1]) else { throw Trouble("no answer: \(text)") }
            return Answer(status: status, body: text.firstRange(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? "")
        }
    }

    private func connected() throws -> Int32 {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try Trouble.unless(result == 0, "nobody listens on port \(port)")
        return connection
    }

    /// Sends as much as the other side takes.
    private static func send(_ bytes: [UInt8], to connection: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
