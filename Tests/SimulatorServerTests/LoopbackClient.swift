import Glibc
import Testing

/// A connection to a port of this machine that sends and receives bytes as they are.
final class LoopbackClient {
    private let descriptor: Int32
    private var received: [UInt8] = []

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0)
    }

    deinit { close(descriptor) }

    /// An answer; nil stands for a connection that ended without one.
    struct Answer {
        let status: Int
        let headers: [String: String]
        let body: String
    }

    func send(_ text: String) { send(Array(text.utf8)) }

    /// Sends as much as the other side takes.
    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Sends a request with a good token.
    func request(_ method: String, _ target: String, _ body: String = "", headers: [String] = []) throws -> Answer? {
        let token = headers.contains { $0.hasPrefix("Authorization") } ? [] : ["Authorization: \(Self.token)"]
        let fields = ["Host: localhost", "Content-Length: \(body.utf8.count)"] + token + headers
        send("\(method) \(target) HTTP/1.1\r\n\(fields.joined(separator: "\r\n"))\r\n\r\n\(body)")
        return try answer(hasBody: method != "HEAD")
    }

    static let token = "Bearer 8f7a1c1e-0d6b-4d5c-9a3e-2b1f00c0ffee"

    /// The next answer, or nil when the connection ends before one.
    func answer(hasBody: Bool = true) throws -> Answer? {
        let end = Array("\r\n\r\n".utf8)
        var headLength = 0
        while true {
            if let found = received.firstRange(of: end) {
                headLength = found.lowerBound
                break
            }
            guard receive() else {
                #expect(received.isEmpty)
                return nil
            }
        }
        let lines = String(decoding: received[..<headLength], as: UTF8.self).split(separator: "\r\n")
        received.removeFirst(headLength + end.count)
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts.count == 2 ? String(parts[1].drop { $0 == " " }) : ""
        }
        let length = hasBody ? headers["content-length"].flatMap { Int($0) } ?? 0 : 0
        while received.count < length { try #require(receive()) }
        let body = String(decoding: received[..<length], as: UTF8.self)
        received.removeFirst(length)
        let status = try #require(lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        return Answer(status: status, headers: headers, body: body)
    }

    /// Everything until the connection ends, and whether it ended by a reset.
    func remainder() -> (text: String, wasReset: Bool) {
        while receive() {}
        let wasReset = errno == ECONNRESET
        return (String(decoding: received, as: UTF8.self), wasReset)
    }

    private func receive() -> Bool {
        errno = 0
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        received.append(contentsOf: buffer[..<count])
        return true
    }
}
