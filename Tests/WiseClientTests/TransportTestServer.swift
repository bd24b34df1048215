import Glibc
import Synchronization
import WiseAPI

/// A server on loopback that works on raw bytes, so that it can also misbehave.
///
/// Each connection is served by the given function on a thread of its own.
final class TransportTestServer: Sendable {
    let port: UInt16
    let log = Log()
    private let listener: Int32

    struct Failure: Error {
        let operation: String
        let number: Int32
    }

    init(_ serve: @escaping @Sendable (TransportTestConnection) -> Void) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard listener >= 0 else { throw Failure(operation: "socket", number: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let failed = withUnsafeMutableBytes(of: &address) { bytes in
            guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return true }
            return bind(listener, address, size) != 0 || listen(listener, 64) != 0 || getsockname(listener, address, &size) != 0
        }
        guard !failed else { throw Failure(operation: "listen", number: errno) }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        let log = log
        try startThread {
            while true {
                let descriptor = accept(listener, nil, nil)
                guard descriptor >= 0 else { break }
                let connection = TransportTestConnection(descriptor: descriptor, log: log)
                log.opened()
                try? startThread {
                    serve(connection)
                    close(descriptor)
                    log.closed()
                }
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    var url: String { "http://127.0.0.1:\(port)" }

    /// A port on which nothing listens: it was free a moment ago.
    static func unusedPort() throws -> UInt16 { try TransportTestServer { _ in }.port }

    /// What the server has seen, in order, and a stream of it for those who wait.
    final class Log: Sendable {
        enum Event: Sendable, Equatable { case opened, request(String), closed }

        let events: AsyncStream<Event>
        private let continuation: AsyncStream<Event>.Continuation
        private let state = Mutex<(requests: [TransportTestRequest], connections: Int)>(([], 0))

        init() { (events, continuation) = AsyncStream.makeStream() }

        var requests: [TransportTestRequest] { state.withLock { $0.requests } }
        var connections: Int { state.withLock { $0.connections } }

        func opened() {
            state.withLock { $0.connections += 1 }
            continuation.yield(.opened)
        }

        func received(_ request: TransportTestRequest) {
            state.withLock { $0.requests.append(request) }
            continuation.yield(.request(request.target))
        }

        func closed() { continuation.yield(.closed) }

        /// Waits until the server has seen this.
        func wait(for event: Event) async {
            for await seen in events where seen == event { return }
        }
    }
}

/// A request as its bytes came in.
struct TransportTestRequest: Sendable {
    let method: String
    let target: String
    let headers: HeaderFields
    let body: [UInt8]
}

/// The server's end of one connection.
struct TransportTestConnection: Sendable {
    let descriptor: Int32
    let log: TransportTestServer.Log

    /// The next request, or nil when the client has closed.
    func readRequest() -> TransportTestRequest? {
        var head: [UInt8] = []
        while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            guard let byte = read(1) else { return nil }
            head += byte
        }
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
        guard let first = lines.first else { return nil }
        let words = first.split(separator: " ")
        guard words.count == 3 else { return nil }
        var headers = HeaderFields()
        for line in lines.dropFirst() {
            let sides = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            headers.append(String(sides[0]), String(sides[1].drop { $0 == " " }))
        }
        guard let body = read(headers["content-length"].flatMap { Int($0) } ?? 0) else { return nil }
        let request = TransportTestRequest(method: String(words[0]), target: String(words[1]), headers: headers, body: body)
        log.received(request)
        return request
    }

    /// Exactly this many bytes, or nil when the client closes before.
    func read(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let step = bytes.withUnsafeMutableBytes { buffer in
                recv(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, 0)
            }
            guard step > 0 else { return nil }
            filled += step
        }
        return bytes
    }

    func write(_ text: String) { write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let step = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard step > 0 else { return }
            rest = rest.dropFirst(step)
        }
    }

    /// An answer with a length.
    func answer(_ status: String = "200 OK", _ headers: [String] = [], body: [UInt8] = []) {
        let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + headers
        write(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }

    /// Reads and forgets until the client closes.
    func waitForClose() { while read(1) != nil {} }
}

/// Runs a function on a thread of its own, apart from the tasks: it may block.
func startThread(_ body: @escaping @Sendable () -> Void) throws {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body))
    let failure = pthread_create(
        &thread, nil,
        { argument in
            if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
            return nil
        }, box.toOpaque())
    guard failure == 0 else {
        box.release()
        throw TransportTestServer.Failure(operation: "pthread_create", number: failure)
    }
    pthread_detach(thread)
}
