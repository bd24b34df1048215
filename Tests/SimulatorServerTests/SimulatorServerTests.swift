import ExchangeRecording
import Foundation
import Simulator
import SimulatorServer
import Testing
import WiseAPI

@Suite("The simulator over HTTP")
struct SimulatorServerTests {
    @Test("answers as the bank in process does")
    func sameAnswer() async throws {
        let request = APIRequest(.get, "/v2/profiles", headers: ["Authorization": LoopbackClient.token])
        let expected = await SimulatedBank().respond(to: request)
        try await Self.serving { port in
            let client = try LoopbackClient(port: port)
            let answer = try #require(try client.request("GET", "/v2/profiles"))
            #expect(answer.status == 200)
            #expect(answer.body == String(decoding: expected.body, as: UTF8.self))
            #expect(answer.headers["content-type"] == "application/json")
            #expect(answer.headers["x-trace-id"] == expected.headers["x-trace-id"])
            // The connection is kept, path and query arrive as they were sent.
            let rates = try #require(try client.request("GET", "/v1/rates?source=EUR&target=USD&time=2026-10-30T14%3A15%3A00Z"))
            #expect(rates.status == 200)
            #expect(rates.body.contains("1.1172"))
        }
    }

    /// A request that is refused, and how.
    struct Refused: Sendable {
        let method: String
        let target: String
        var body = ""
        var headers: [String] = []
        let status: Int
        let part: String
    }

    static let refused = [
        Refused(method: "GET", target: "/v9/nothing", status: 404, part: #""status":404"#),
        Refused(method: "DELETE", target: "/v2/profiles", status: 405, part: #""status":405"#),
        Refused(method: "OPTIONS", target: "/v2/profiles", status: 405, part: "OPTIONS"),
        Refused(method: "GET", target: "/v2/profiles?a=%ZZ", status: 400, part: #""status":400"#),
        Refused(method: "POST", target: "/_simulator/clock", body: "{", status: 400, part: #""status":400"#),
        Refused(method: "POST", target: "/_simulator/clock", body: #"{"advanceSeconds": "1"}"#, status: 400, part: "errors"),
        Refused(method: "GET", target: "/v2/profiles", headers: ["Authorization: Basic e"], status: 401, part: "invalid_token"),
        Refused(method: "GET", target: "/v2/profiles", headers: ["Authorization: Bearer x"], status: 401, part: "invalid_token"),
    ]

    @Test("refuses what the bank refuses, in its words, and keeps the connection", arguments: refused)
    func refusals(row: Refused) async throws {
        try await Self.serving { port in
            let client = try LoopbackClient(port: port)
            let answer = try #require(try client.request(row.method, row.target, row.body, headers: row.headers))
            #expect(answer.status == row.status)
            #expect(answer.body.contains(row.part), "\(answer.body)")
            #expect(try client.request("GET", "/v2/profiles")?.status == 200)
        }
    }

    @Test(
        "answers HEAD with the length of GET's body and keeps the connection",
        arguments: ["/v2/profiles", "/v9/nothing", "/v2/profiles?a=%ZZ", "/_simulator/snapshots/none/restore"])
    func head(target: String) async throws {
        try await Self.serving { port in
            let client = try LoopbackClient(port: port)
            let full = try #require(try client.request("GET", target))
            let head = try #require(try client.request("HEAD", target))
            #expect(head.status == full.status)
            // The refusal of a method names the method.
            let extra = full.body.contains("'GET'") ? 1 : 0
            #expect(head.headers["content-length"] == String(full.body.utf8.count + extra))
            #expect(head.headers["transfer-encoding"] == nil)
            #expect(try client.request("GET", "/v2/profiles")?.status == 200)
        }
    }

    @Test("asks for a token, and for the right one when there is one")
    func tokens() async throws {
        try await Self.serving(access: .only("the-one")) { port in
            let client = try LoopbackClient(port: port)
            client.send("GET /v2/profiles HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(try client.answer()?.status == 401)
            #expect(try client.request("GET", "/v2/profiles")?.status == 401)
            #expect(try client.request("GET", "/v2/profiles", headers: ["Authorization: Bearer the-one"])?.status == 200)
        }
    }

    @Test("refuses a body over one mebibyte before reading it, also in chunks, and goes on serving")
    func oversized() async throws {
        try await Self.serving { port in
            let declared = try LoopbackClient(port: port)
            declared.send("POST /v3/profiles/1/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 104857600\r\n\r\n")
            let answer = try #require(try declared.answer())
            #expect(answer.status == 413)
            #expect(answer.body.contains(#""status":413"#))
            #expect(answer.headers["connection"] == "close")

            let chunked = try LoopbackClient(port: port)
            chunked.send("POST /v3/profiles/1/quotes HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = [UInt8](repeating: UInt8(ascii: " "), count: 65_536)
            for _ in 0..<20 {
                chunked.send("10000\r\n")
                chunked.send(chunk)
                chunked.send("\r\n")
            }
            chunked.send("0\r\n\r\n")
            #expect(try chunked.answer()?.status == 413)

            let full = String(repeating: " ", count: World.greatestBodySize)
            #expect(try LoopbackClient(port: port).request("POST", "/_simulator/clock", full)?.status == 400)
            #expect(try LoopbackClient(port: port).request("GET", "/v2/profiles")?.status == 200)
        }
    }

    @Test("breaks the connection without a word when an answer is to be lost")
    func lostAnswer() async throws {
        try await Self.serving { port in
            let client = try LoopbackClient(port: port)
            let fault = #"{"route": "listProfiles", "kind": "connection_reset", "nth": 1, "times": 1}"#
            #expect(try client.request("POST", "/_simulator/fault", fault)?.status == 201)
            #expect(try client.request("GET", "/v2/profiles") == nil)
            #expect(try LoopbackClient(port: port).request("GET", "/v2/profiles")?.status == 200)
        }
    }

    @Test("serves several clients at once")
    func manyClients() async throws {
        try await Self.serving { port in
            // All are connected and have asked before the first one reads its answer.
            let clients = try (0..<32).map { _ in try LoopbackClient(port: port) }
            let request = "GET /v2/profiles HTTP/1.1\r\nHost: localhost\r\nAuthorization: \(LoopbackClient.token)\r\n\r\n"
            for _ in 0..<5 {
                for client in clients { client.send(request) }
                for client in clients.reversed() { #expect(try client.answer()?.status == 200) }
            }
        }
    }

    @Test("answers requests that were sent together in their order")
    func pipelined() async throws {
        try await Self.serving { port in
            let client = try LoopbackClient(port: port)
            let fields = "HTTP/1.1\r\nHost: localhost\r\nAuthorization: \(LoopbackClient.token)\r\n\r\n"
            client.send("GET /v2/profiles \(fields)GET /v9/nothing \(fields)GET /v1/currencies \(fields)")
            #expect(try client.answer()?.body.contains("BUSINESS") == true)
            #expect(try client.answer()?.status == 404)
            #expect(try client.answer()?.body.contains("JPY") == true)
        }
    }

    @Test("survives what is not HTTP")
    func garbage() async throws {
        try await Self.serving { port in
            let client = try LoopbackClient(port: port)
            client.send("\u{1}\u{2}\u{3} what\r\n\r\n")
            _ = try client.answer()
            #expect(try LoopbackClient(port: port).request("GET", "/v2/profiles")?.status == 200)
        }
    }

    @Test("says why it cannot listen")
    func cannotListen() async throws {
        try await Self.listening { port in
            let second = SimulatorServer(bank: SimulatedBank(), port: port)
            await #expect(throws: SimulatorServerError.portInUse(port)) { try await second.run { _ in } }
        }
        let none = SimulatorServer(bank: SimulatedBank(), port: 70_000)
        await #expect(throws: SimulatorServerError.noSuchPort(70_000)) { try await none.run { _ in } }
    }

    @Test("stops on a signal", arguments: [SIGINT, SIGTERM])
    func signals(signal: Int32) async throws {
        await #expect(processExitsWith: .success) { [signal] in
            let server = SimulatorServer(bank: SimulatedBank(), port: 0, log: ExchangeRecorder.log, endsOnSignals: true)
            try await server.run { _ in kill(getpid(), signal) }
        }
    }

    /// Runs a server on a free port while `body` uses it on a thread of its own, which may wait for answers.
    static func serving(access: AccessPolicy = .anyToken, _ body: @escaping @Sendable (Int) throws -> Void) async throws {
        try await listening(access: access) { port in
            try await withCheckedThrowingContinuation { continuation in
                Thread.detachNewThread { continuation.resume(with: Result { try body(port) }) }
            }
        }
    }

    /// Runs a server on a free port for as long as `body` takes.
    private static func listening(
        access: AccessPolicy = .anyToken, _ body: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let (ports, arrived) = AsyncStream.makeStream(of: Int.self)
        let server = SimulatorServer(bank: SimulatedBank(), port: 0, access: access, log: ExchangeRecorder.log)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.run { arrived.yield($0) }
                arrived.finish()
            }
            for await port in ports {
                try await body(port)
                break
            }
            group.cancelAll()
            while let result = await group.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
        }
    }
}
