import Synchronization
import Testing
import WiseAPI
import WiseClient

@Suite("Requests over HTTP")
struct CurlTransportTests {
    @Test("carry method, target, fields and body as given, with the token and the client's name")
    func roundTrip() async throws {
        let server = try TransportTestServer { connection in
            _ = connection.readRequest()
            connection.answer(
                "201 Created", ["X-Trace: a", "X-Trace:  b ", "Content-Type: application/json"], body: Array("{}".utf8))
        }
        let request = APIRequest(
            .post, "/v2/profiles/7/balances", query: [QueryItem("name", "a b&c")],
            headers: ["Content-Type": "application/json", "X-Empty": ""], body: Array(#"{"currency": "EUR"}"#.utf8))
        let response = try await transport(to: server).send(request, authorization: Secret("the-token"))

        #expect(response.status == 201)
        #expect(response.headers.filter { $0.name == "X-Trace" }.map(\.value) == ["a", "b"])
        #expect(response.headers["content-type"] == "application/json")
        #expect(response.body == Array("{}".utf8))
        let received = try #require(server.log.requests.first)
        #expect(received.method == "POST")
        #expect(received.target == request.target)
        #expect(received.headers["authorization"] == "Bearer the-token")
        #expect(received.headers["user-agent"] == "florin/1.2.3")
        #expect(received.headers["x-empty"] == "")
        #expect(received.headers["content-type"] == "application/json")
        #expect(received.body == request.body)
    }

    @Test(
        "use every method, announce an empty body where one is expected, and invent no content type",
        arguments: [
            (APIRequest.Method.get, nil), (.post, "0"), (.put, "0"), (.patch, "0"), (.delete, nil), (.head, nil),
        ] as [(APIRequest.Method, String?)])
    func methods(method: APIRequest.Method, length: String?) async throws {
        let server = try TransportTestServer { connection in
            guard let request = connection.readRequest() else { return }
            request.method == "HEAD" ? connection.write("HTTP/1.1 204 No Content\r\n\r\n") : connection.answer()
        }
        _ = try await transport(to: server).send(APIRequest(method, "/v1/x"), authorization: nil)
        let received = try #require(server.log.requests.first)
        #expect(received.method == method.rawValue)
        #expect(received.headers["content-length"] == length)
        #expect(received.headers["content-type"] == nil)
        #expect(received.headers["authorization"] == nil)
    }

    @Test("take any status for an answer and follow no redirect", arguments: [301, 302, 307, 400, 401, 403, 404, 429, 500, 503])
    func statuses(status: Int) async throws {
        let server = try TransportTestServer { connection in
            while connection.readRequest() != nil {
                connection.answer("\(status) Whatever", ["Location: /elsewhere"], body: Array("why".utf8))
            }
        }
        let response = try await transport(to: server).send(APIRequest(.post, "/v1/x"), authorization: nil)
        #expect(response.status == status)
        #expect(response.headers["location"] == "/elsewhere")
        #expect(response.body == Array("why".utf8))
        #expect(server.log.requests.map(\.target) == ["/v1/x"])
    }

    @Test(
        "send the path as it is, dots and escapes included", arguments: ["/v1/../v2/a", "/v1/a%2Fb%20c", "//v1", "/v1/a?x=%23"])
    func paths(path: String) async throws {
        let server = try TransportTestServer { connection in
            _ = connection.readRequest()
            connection.answer()
        }
        _ = try await transport(to: server).send(APIRequest(.get, path), authorization: nil)
        #expect(server.log.requests.map(\.target) == [path])
    }

    @Test("put a chunked answer together and skip interim ones")
    func chunked() async throws {
        let server = try TransportTestServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 100 Continue\r\nX-Interim: yes\r\n\r\n")
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Folded: a\r\n  b\r\n\r\n")
            connection.write("3\r\n[1,\r\n")
            connection.write("2\r\n2]\r\n0\r\n\r\n")
        }
        let response = try await transport(to: server).send(APIRequest(.get, "/"), authorization: nil)
        #expect(response.body == Array("[1,2]".utf8))
        #expect(response.headers["x-interim"] == nil)
        #expect(response.headers["x-folded"] == "a b")
    }

    @Test("offer compression, and decode it without leaving its fields behind")
    func compressed() async throws {
        let server = try TransportTestServer { connection in
            _ = connection.readRequest()
            connection.answer("200 OK", headersOfGzip, body: gzippedAmount)
        }
        let response = try await transport(to: server).send(APIRequest(.get, "/"), authorization: nil)
        #expect(response.body == Array(#"{"amount": 12.30}"#.utf8))
        #expect(response.headers["content-encoding"] == nil)
        #expect(response.headers["content-length"] == nil)
        #expect(server.log.requests.first?.headers["accept-encoding"]?.contains("gzip") == true)
    }

    @Test("one after the other share a connection")
    func keptAlive() async throws {
        let server = try TransportTestServer { connection in
            while let request = connection.readRequest() { connection.answer(body: Array(request.target.utf8)) }
        }
        let transport = try transport(to: server)
        for number in 1...5 {
            let response = try await transport.send(APIRequest(.post, "/\(number)"), authorization: nil)
            #expect(response.body == Array("/\(number)".utf8))
        }
        #expect(server.log.connections == 1)
    }

    @Test("run at the same time, each with its own answer")
    func concurrent() async throws {
        let waiting = Mutex<[(TransportTestConnection, String)]>([])
        let server = try TransportTestServer { connection in
            guard let request = connection.readRequest() else { return }
            // Nobody is answered before everybody has asked.
            let all = waiting.withLock { waiting in
                waiting.append((connection, request.target))
                return waiting.count == 8 ? waiting : []
            }
            for (connection, target) in all { connection.answer(body: Array(target.utf8)) }
            connection.waitForClose()
        }
        let transport = try transport(to: server)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 1...8 {
                group.addTask {
                    let target = "/\(number)"
                    return try await transport.send(APIRequest(.get, target), authorization: nil).body == Array(target.utf8)
                }
            }
            for try await matches in group { #expect(matches) }
        }
    }

    @Test("beyond the limit of connections wait for one and are all answered")
    func queued() async throws {
        let server = try TransportTestServer { connection in
            while connection.readRequest() != nil { connection.answer() }
        }
        let transport = try transport(to: server) { $0.connectionLimit = 2 }
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...40 {
                group.addTask { try await transport.send(APIRequest(.post, "/\(number)"), authorization: nil).status }
            }
            for try await status in group { #expect(status == 200) }
        }
        #expect(Set(server.log.requests.map(\.target)).count == 40)
        #expect(server.log.requests.count == 40)
        #expect(server.log.connections <= 2)
    }

    @Test("reach this machine directly, whatever proxy is named")
    func loopbackWithoutProxy() async throws {
        let server = try TransportTestServer { connection in
            _ = connection.readRequest()
            connection.answer()
        }
        let transport = try transport(to: server) { $0.proxy = Secret("http://127.0.0.1:1") }
        #expect(try await transport.send(APIRequest(.get, "/"), authorization: nil).status == 200)
    }

    @Test("may carry a large body")
    func largeBody() async throws {
        let server = try TransportTestServer { connection in
            guard let request = connection.readRequest() else { return }
            connection.answer(body: request.body)
        }
        let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
        let response = try await transport(to: server).send(APIRequest(.put, "/", body: body), authorization: nil)
        #expect(response.body == body)
        #expect(server.log.requests.first?.headers["expect"] == nil)
    }
}

let headersOfGzip = ["Content-Encoding: gzip", "Content-Type: application/json"]

/// `{"amount": 12.30}`
private let gzippedAmount: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 74, 204, 205, 47, 205, 43, 81, 178, 82, 48, 52, 210, 51, 54, 168, 5, 0, 180, 46,
    132,
    212, 17, 0, 0, 0,
]

/// A transport to the server, with the time limits of a patient test unless told otherwise.
func transport(
    to server: TransportTestServer, _ change: (inout CurlTransport.Configuration) -> Void = { _ in }
) throws -> CurlTransport {
    var configuration = CurlTransport.Configuration(version: "1.2.3")
    change(&configuration)
    return try CurlTransport(baseURL: server.url, configuration: configuration)
}
