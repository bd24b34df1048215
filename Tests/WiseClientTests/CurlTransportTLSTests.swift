import Synchronization
import Testing
import WiseAPI
import WiseClient

@Suite("Requests over TLS")
struct CurlTransportTLSTests {
    private func transport(
        to port: UInt16, host: String = "localhost", trusting file: String? = nil, connectTimeout: Duration = .seconds(10)
    ) throws -> CurlTransport {
        let variables = file.map { ["SSL_CERT_FILE": $0] } ?? [:]
        var configuration = CurlTransport.Configuration.environment(version: "1.2.3") { variables[$0] }
        configuration.connectTimeout = connectTimeout
        return try CurlTransport(baseURL: "https://\(host):\(port)", configuration: configuration)
    }

    @Test("reach a server whose authority is named", arguments: [["-tls1_2"], ["-tls1_3"]])
    func trusted(options: [String]) async throws {
        let server = try TransportTestTLSServer(options: options)
        let transport = try transport(to: server.port, trusting: server.certificate)
        let response = try await transport.send(APIRequest(.get, "/"), authorization: Secret(token))
        #expect(response.status == 200)
        #expect(String(decoding: response.body, as: UTF8.self).contains("TLSv1."))
    }

    @Test("never reach a server of an unknown authority")
    func untrusted() async throws {
        let server = try TransportTestTLSServer()
        try await expectRefusal(by: transport(to: server.port))
    }

    @Test("trust the named authority alone, and not one of another file")
    func otherAuthority() async throws {
        let (server, other) = (try TransportTestTLSServer(), try TransportTestTLSServer())
        try await expectRefusal(by: transport(to: server.port, trusting: other.certificate))
    }

    @Test("never reach a server whose certificate is for another host")
    func otherHost() async throws {
        let server = try TransportTestTLSServer(names: "DNS:bank.invalid")
        try await expectRefusal(by: transport(to: server.port, trusting: server.certificate))
        try await expectRefusal(by: transport(to: server.port, host: "127.0.0.1", trusting: server.certificate))
    }

    @Test("never reach a server that is older than TLS 1.2")
    func outdated() async throws {
        let server = try TransportTestTLSServer(options: ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"])
        try await expectRefusal(by: transport(to: server.port, trusting: server.certificate))
    }

    @Test("are not sent when the file of authorities is missing or is none", arguments: ["/nowhere/at/all.pem", "/etc/passwd"])
    func unusableFile(file: String) async throws {
        let server = try TransportTestTLSServer()
        let error = try await expectRefusal(by: transport(to: server.port, trusting: file))
        #expect(error.description.contains(file))
        #expect(error.hint.contains("SSL_CERT_FILE"))
    }

    @Test("offer HTTP/2 and only TLS 1.2 or newer")
    func offer() async throws {
        let hello = Mutex<[UInt8]>([])
        let server = try TransportTestServer { connection in
            guard let head = connection.read(5), let rest = connection.read(Int(head[3]) << 8 | Int(head[4])) else { return }
            hello.withLock { $0 = rest }
        }
        let error = try #require(await failure(of: APIRequest(.post, "/"), over: transport(to: server.port)))
        #expect(!error.requestMayHaveArrived)
        let bytes = hello.withLock { $0 }
        #expect(bytes.contains(sequence: [2] + Array("h2".utf8)))
        #expect(bytes.contains(sequence: Array("localhost".utf8)))
        // The extension supported_versions: its type, its length, the length of the list, 1.3 and 1.2.
        #expect(bytes.contains(sequence: [0, 43, 0, 5, 4, 3, 4, 3, 3]))
    }

    @Test("know that a server silent during the agreement got nothing")
    func silent() async throws {
        let server = try TransportTestServer { $0.waitForClose() }
        let transport = try transport(to: server.port, connectTimeout: .milliseconds(200))
        let error = try #require(await failure(of: APIRequest(.post, "/"), over: transport))
        #expect(error.kind == .timedOut)
        #expect(!error.requestMayHaveArrived)
    }

    @Test("know that a server without TLS got nothing")
    func plain() async throws {
        let server = try TransportTestServer { connection in
            connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            connection.waitForClose()
        }
        try await expectRefusal(by: transport(to: server.port))
    }

    @discardableResult
    private func expectRefusal(by transport: CurlTransport) async throws -> TransportError {
        let error = try #require(await failure(of: APIRequest(.post, "/v1/x"), over: transport))
        #expect(error.kind == .tlsFailed, "\(error)")
        #expect(!error.requestMayHaveArrived)
        return error
    }
}

extension [UInt8] {
    fileprivate func contains(sequence other: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: other) }
    }
}
