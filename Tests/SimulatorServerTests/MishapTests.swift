import Simulator
import Testing

@Suite("A fault over HTTP")
struct MishapTests {
    private static let profiles = "GET /v2/profiles HTTP/1.1\r\nHost: localhost\r\nAuthorization: \(LoopbackClient.token)\r\n\r\n"

    private static func add(_ kind: String, _ members: String = "", port: Int) throws {
        let body = "{\"route\":\"listProfiles\",\"kind\":\"\(kind)\"\(members)}"
        #expect(try LoopbackClient(port: port).request("POST", "/_simulator/fault", body)?.status == 201)
    }

    @Test("resets the connection before a byte of the answer", arguments: ["answer_lost", "connection_reset"])
    func reset(kind: String) async throws {
        try await SimulatorServerTests.serving { port in
            try Self.add(kind, port: port)
            let client = try LoopbackClient(port: port)
            client.send(Self.profiles)
            let (text, wasReset) = client.remainder()
            #expect(text.isEmpty && wasReset)
            #expect(try LoopbackClient(port: port).request("GET", "/v2/profiles")?.status == 200)
        }
    }

    @Test(
        "breaks off in the middle of the body, by a reset or in order",
        arguments: [("body_reset", true), ("truncated_body", false)])
    func half(kind: String, isReset: Bool) async throws {
        try await SimulatorServerTests.serving { port in
            let whole = try #require(try LoopbackClient(port: port).request("GET", "/v2/profiles"))
            try Self.add(kind, port: port)
            let client = try LoopbackClient(port: port)
            client.send(Self.profiles)
            let (text, wasReset) = client.remainder()
            #expect(text.hasPrefix("HTTP/1.1 200"))
            #expect(text.lowercased().contains("content-length: \(whole.body.utf8.count)\r\n"))
            let body = text.split(separator: "\r\n\r\n", maxSplits: 1).last ?? ""
            #expect(whole.body.hasPrefix(body) && body.utf8.count == whole.body.utf8.count / 2)
            #expect(wasReset == isReset)
        }
    }

    @Test("makes one answer late and no other")
    func slow() async throws {
        try await SimulatorServerTests.serving { port in
            try Self.add("slow", ",\"seconds\":2", port: port)
            let clock = ContinuousClock()
            let start = clock.now
            let late = try LoopbackClient(port: port)
            late.send(Self.profiles)
            // Answered before it, on another connection; sent a moment later so that the fault strikes the first.
            while try LoopbackClient(port: port).request("GET", "/_simulator/fault")?.body != "[]" {}
            #expect(try LoopbackClient(port: port).request("GET", "/v2/profiles")?.status == 200)
            #expect(clock.now - start < .seconds(2))
            #expect(try late.answer()?.status == 200)
            #expect(clock.now - start >= .seconds(2))
        }
    }

    @Test("sends a whole answer that is no JSON")
    func malformed() async throws {
        try await SimulatorServerTests.serving { port in
            let whole = try #require(try LoopbackClient(port: port).request("GET", "/v2/profiles"))
            try Self.add("malformed_body", port: port)
            let client = try LoopbackClient(port: port)
            let damaged = try #require(try client.request("GET", "/v2/profiles"))
            #expect(damaged.status == 200 && damaged.body != whole.body && whole.body.hasPrefix(damaged.body))
            // The connection is kept.
            #expect(try client.request("GET", "/v2/profiles")?.body == whole.body)
        }
    }
}
