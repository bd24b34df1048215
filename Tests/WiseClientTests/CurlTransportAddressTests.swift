import Testing
import WiseAPI
import WiseClient

@Suite("Where a token may go")
struct CurlTransportAddressTests {
    @Test(
        "is any host over TLS and this machine without",
        arguments: [
            "https://api.wise.com", "https://api.wise.com/", "HTTPS://api.wise.com:8443", "https://127.0.0.1:9", "https://[::1]",
            "https://192.0.2.7", "http://localhost", "http://LOCALHOST:80", "http://127.0.0.1:8080", "http://127.255.0.9",
            "http://[::1]:8080", "http://[0:0:0:0:0:0:0:1]/",
        ])
    func allowed(address: String) throws {
        #expect(throws: Never.self) { try CurlTransport(baseURL: address, configuration: .init(version: "1.2.3")) }
    }

    @Test(
        "is nowhere else",
        arguments: [
            "", "api.wise.com", "://", "https://", "https:///v1", "http://api.wise.com", "http://localhost.example.com",
            "http://localhost.", "http://127.1", "http://0177.0.0.1", "http://128.0.0.1", "http://0.0.0.0", "http://[::]",
            "http://[::2]",
            "http://[::ffff:127.0.0.1]", "http://127.0.0.1.example.com", "http://192.168.0.1", "http://localhost@example.com",
            "http://localhost:80@example.com", "http://localhost#@example.com", "http://localhost\\@example.com",
            "https://user:word@api.wise.com", "https://api.wise.com/v1", "https://api.wise.com?x", "https://api.wise.com:0",
            "https://api.wise.com:65536", "https://api.wise.com:+1", "https://api.wise.com:", "https://api wise.com",
            "https://[::1",
            "https://[::1]x", "https://[bank]", "ftp://localhost", "file:///etc/passwd", "https://api.wise.com\r\nX: y",
            "https://bänk.de",
        ])
    func refused(address: String) throws {
        let error = #expect(throws: TransportError.self) {
            try CurlTransport(baseURL: address, configuration: .init(version: "1.2.3"))
        }
        #expect(error?.kind == .addressNotAllowed)
        #expect(error?.requestMayHaveArrived == false)
        #expect(error?.description.contains("word") == false)
    }

    /// Requests that are refused before a connection is made.
    static let malformed = [
        APIRequest(.get, "v1"), APIRequest(.get, ""), APIRequest(.get, "/a b"), APIRequest(.get, "/a\r\nX: y"),
        APIRequest(.get, "/a#b"), APIRequest(.get, "/ä"), APIRequest(.get, "/a\u{0}"), APIRequest(.get, "/a\\b"),
        APIRequest(.get, "/", headers: ["X": "a\r\nAuthorization: Bearer b"]), APIRequest(.get, "/", headers: ["X": "a\nb"]),
        APIRequest(.get, "/", headers: ["X": "a\u{0}b"]), APIRequest(.get, "/", headers: ["": "a"]),
        APIRequest(.get, "/", headers: ["X Y": "a"]), APIRequest(.get, "/", headers: ["X:": "a"]),
        APIRequest(.get, "/", headers: ["X\r\n": "a"]), APIRequest(.get, "/", headers: ["authorization": "Bearer b"]),
        APIRequest(.post, "/", headers: ["Content-Length": "0"]),
        APIRequest(.post, "/", headers: ["TRANSFER-ENCODING": "chunked"]),
        APIRequest(.get, "/", headers: ["Host": "elsewhere.example"]), APIRequest(.head, "/", body: [1]),
    ]

    @Test("does not depend on what a request smuggles in", arguments: malformed)
    func refusedRequest(request: APIRequest) async throws {
        let server = try TransportTestServer { connection in connection.waitForClose() }
        let error = try #require(await failure(of: request, over: transport(to: server)))
        #expect(error.kind == .malformedRequest)
        #expect(!error.requestMayHaveArrived)
        #expect(server.log.connections == 0)
        let inProcess = InProcessTransport { _ in APIResponse(status: 200) }
        #expect(try await failure(of: request, over: inProcess)?.kind == .malformedRequest)
    }

    @Test("does not depend on the token", arguments: ["", "a b", "a\r\nX: y", "a\u{0}", "tökèn"])
    func refusedToken(text: String) async throws {
        let server = try TransportTestServer { connection in connection.waitForClose() }
        let transport = try transport(to: server)
        let error = await #expect(throws: TransportError.self) {
            try await transport.send(APIRequest(.get, "/"), authorization: Secret(text))
        }
        #expect(error?.kind == .malformedRequest)
        #expect(text.isEmpty || error?.description.contains(text) == false)
        #expect(server.log.connections == 0)
    }
}
