import Testing
import WiseAPI
import WiseClient

@Suite("Requests that get no answer")
struct CurlTransportFailureTests {
    /// What a server does with a connection, and what the client makes of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let kind: TransportError.Kind
        var change: @Sendable (inout CurlTransport.Configuration) -> Void = { _ in }
        let serve: @Sendable (TransportTestConnection) -> Void
    }

    static let rows = [
        Row(testDescription: "closed instead of an answer", kind: .connectionLost) { _ in },
        Row(testDescription: "closed within the header", kind: .connectionLost) { $0.write("HTTP/1.1 200 OK\r\nContent-Le") },
        Row(testDescription: "closed within the body", kind: .connectionLost) {
            $0.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")
        },
        Row(testDescription: "closed within a chunk", kind: .connectionLost) {
            $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA\r\n12345")
        },
        Row(testDescription: "silent", kind: .timedOut, change: { $0.wholeTimeout = .milliseconds(200) }) { $0.waitForClose() },
        Row(testDescription: "silent within the header", kind: .timedOut, change: { $0.wholeTimeout = .milliseconds(200) }) {
            $0.write("HTTP/1.1 200 OK\r\nX-Slow: ")
            $0.waitForClose()
        },
        Row(testDescription: "stalled within the body", kind: .timedOut, change: { $0.stallTimeout = .milliseconds(700) }) {
            $0.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")
            $0.waitForClose()
        },
        Row(testDescription: "not HTTP", kind: .malformedAnswer) { $0.write("220 mail.example ESMTP\r\n") },
        Row(testDescription: "damaged compression", kind: .malformedAnswer) {
            $0.answer("200 OK", headersOfGzip, body: Array("this is not gzip, whatever the field says".utf8))
        },
        Row(testDescription: "one byte too long", kind: .answerTooLarge, change: { $0.responseLimit = 1000 }) {
            $0.answer(body: [UInt8](repeating: 0x20, count: 1001))
        },
        Row(testDescription: "too long once decoded", kind: .answerTooLarge, change: { $0.responseLimit = 19_999 }) {
            $0.answer("200 OK", headersOfGzip, body: twentyThousandBlanks)
        },
        Row(testDescription: "a header without end", kind: .answerTooLarge) { connection in
            connection.write("HTTP/1.1 200 OK\r\n")
            for _ in 0..<10_000 { connection.write("X-Long: \(String(repeating: "x", count: 90))\r\n") }
        },
    ]

    @Test("say what happened, that the request may have arrived, and never the token", arguments: rows)
    func afterTheRequest(row: Row) async throws {
        let server = try TransportTestServer { connection in
            guard connection.readRequest() != nil else { return }
            row.serve(connection)
        }
        let error = try #require(await failure(of: APIRequest(.post, "/v1/x"), over: transport(to: server, row.change)))
        #expect(error.kind == row.kind, "\(error)")
        #expect(error.requestMayHaveArrived)
        #expect(server.log.requests.count == 1)
    }

    @Test("accept an answer of exactly the limit")
    func exactlyTheLimit() async throws {
        let server = try TransportTestServer { connection in
            _ = connection.readRequest()
            connection.answer(body: [UInt8](repeating: 0x20, count: 1000))
        }
        let transport = try transport(to: server) { $0.responseLimit = 1000 }
        #expect(try await transport.send(APIRequest(.get, "/"), authorization: nil).body.count == 1000)
    }

    @Test("take time limits beyond all reason for the longest and the shortest there are")
    func extremeLimits() async throws {
        let server = try TransportTestServer { connection in
            guard let request = connection.readRequest() else { return }
            request.target == "/answered" ? connection.answer() : connection.waitForClose()
        }
        let patient = try transport(to: server) {
            $0.connectTimeout = .seconds(Int64.max)
            $0.stallTimeout = .seconds(Int64.max)
            $0.wholeTimeout = .seconds(Int64.max)
        }
        #expect(try await patient.send(APIRequest(.get, "/answered"), authorization: nil).status == 200)
        let hasty = try transport(to: server) { $0.wholeTimeout = .seconds(Int64.min) }
        #expect(try await failure(of: APIRequest(.get, "/silent"), over: hasty)?.kind == .timedOut)
    }

    @Test("know that a refused connection carried nothing")
    func refused() async throws {
        let transport = try CurlTransport(
            baseURL: "http://127.0.0.1:\(TransportTestServer.unusedPort())", configuration: .init(version: "1.2.3"))
        let error = try #require(await failure(of: APIRequest(.post, "/"), over: transport))
        #expect(error.kind == .connectionRefused)
        #expect(!error.requestMayHaveArrived)
    }

    @Test("know that a name without address carried nothing")
    func unknownName() async throws {
        let transport = try CurlTransport(baseURL: "https://bank.invalid", configuration: .init(version: "1.2.3"))
        let error = try #require(await failure(of: APIRequest(.post, "/"), over: transport))
        #expect(error.kind == .nameNotResolved)
        #expect(!error.requestMayHaveArrived)
    }

    @Test("ask a proxy for a tunnel, show it no token, and know that a refused tunnel carried nothing")
    func proxyRefuses() async throws {
        let proxy = try TransportTestServer { connection in
            _ = connection.readRequest()
            connection.answer("407 Proxy Authentication Required")
        }
        var configuration = CurlTransport.Configuration(version: "1.2.3")
        configuration.proxy = Secret("http://user:proxy-password@127.0.0.1:\(proxy.port)")
        let transport = try CurlTransport(baseURL: "https://bank.invalid", configuration: configuration)
        let error = try #require(await failure(of: APIRequest(.post, "/v1/x"), over: transport))
        #expect(error.kind == .connectionFailed)
        #expect(!error.requestMayHaveArrived)
        #expect(!String(reflecting: error).contains("proxy-password"))
        let received = try #require(proxy.log.requests.first)
        #expect(received.method == "CONNECT")
        #expect(received.target == "bank.invalid:443")
        #expect(received.headers["authorization"] == nil)
        #expect(!received.headers.contains { $0.value.contains(token) })
    }

    @Test("leave the proxy alone for exempted hosts")
    func proxyExempted() async throws {
        let proxy = try TransportTestServer { _ in }
        var configuration = CurlTransport.Configuration(version: "1.2.3")
        configuration.proxy = Secret("http://127.0.0.1:\(proxy.port)")
        configuration.proxyExemptions = "localhost,bank.invalid"
        let transport = try CurlTransport(baseURL: "https://bank.invalid", configuration: configuration)
        let error = try #require(await failure(of: APIRequest(.get, "/"), over: transport))
        #expect(error.kind == .nameNotResolved)
        #expect(proxy.log.connections == 0)
    }

    @Test(
        "write a read again when a kept connection is found closed, and nothing else",
        arguments: [
            (APIRequest.Method.get, 2), (.head, 2), (.post, 1), (.put, 1), (.patch, 1), (.delete, 1),
        ])
    func keptConnectionLost(method: APIRequest.Method, times: Int) async throws {
        let server = try TransportTestServer { connection in
            // The first answer keeps the connection, the second request on it is read and dropped.
            guard let first = connection.readRequest() else { return }
            connection.answer("204 No Content")
            if first.target == "/first" { _ = connection.readRequest() }
        }
        let transport = try transport(to: server)
        _ = try await transport.send(APIRequest(.get, "/first"), authorization: nil)
        let error = try await failure(of: APIRequest(method, "/second"), over: transport)
        if times == 1 {
            #expect(error?.kind == .connectionLost)
            #expect(error?.requestMayHaveArrived == true)
        } else {
            #expect(error == nil)
        }
        #expect(server.log.requests.count { $0.target == "/second" } == times)
    }

    @Test("end at once when the task is cancelled, and let the connection go")
    func cancelled() async throws {
        let server = try TransportTestServer { connection in
            _ = connection.readRequest()
            connection.waitForClose()
        }
        let transport = try transport(to: server) { $0.wholeTimeout = .seconds(86_400) }
        let task = Task { try await failure(of: APIRequest(.post, "/slow"), over: transport) }
        await server.log.wait(for: .request("/slow"))
        task.cancel()
        let error = try #require(await task.value)
        #expect(error.kind == .cancelled)
        #expect(error.requestMayHaveArrived)
        await server.log.wait(for: .closed)
    }

    @Test("send nothing when the task is cancelled before")
    func cancelledBefore() async throws {
        let server = try TransportTestServer { connection in connection.waitForClose() }
        let transport = try transport(to: server)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await failure(of: APIRequest(.post, "/"), over: transport)
        }
        let error = try #require(await task.value)
        #expect(error.kind == .cancelled)
        #expect(!error.requestMayHaveArrived)
        #expect(server.log.connections == 0)
    }

    @Test("name the package of a library that is absent or unfit", arguments: ["libcurl-absent.so.0", "libc.so.6"])
    func libraryMissing(name: String) async throws {
        var configuration = CurlTransport.Configuration(version: "1.2.3")
        configuration.library = name
        let transport = try CurlTransport(baseURL: "https://bank.invalid", configuration: configuration)
        let error = try #require(await failure(of: APIRequest(.post, "/"), over: transport))
        #expect(error.kind == .libraryMissing)
        #expect(error.hint.contains("libcurl4"))
        #expect(!error.requestMayHaveArrived)
    }
}

/// 20,000 blanks.
private let twentyThousandBlanks: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 237, 193, 49, 1, 0, 0, 0, 194, 160, 42, 235, 159, 210, 26, 30, 64, 1, 0, 0, 0, 0, 0, 0, 0, 0,
    0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 240, 96, 40, 196, 8, 133, 32, 78, 0, 0,
]

let token = "token-that-nobody-may-see"

/// The error of a request that carries ``token``, which the error must not show; nil when it was answered.
func failure(of request: APIRequest, over transport: some Transport) async throws -> TransportError? {
    do {
        _ = try await transport.send(request, authorization: Secret(token))
        return nil
    } catch {
        var dumped = ""
        dump(error, to: &dumped)
        #expect(!dumped.contains(token) && !error.description.contains(token))
        #expect(!error.message.isEmpty && !error.hint.isEmpty)
        return error
    }
}
