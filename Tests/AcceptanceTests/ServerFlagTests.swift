import Glibc
import Testing

extension Acceptance {
    @Suite("florin simulator serve with a flag")
    struct ServerFlagTests {
        private static let token = "8f7a1c1e-0d6b-4d5c-9a3e-2b1f00c0ffee"
        private static let statement =
            "/v1/profiles/28891001/balance-statements/200001/statement.json"
            + "?intervalStart=2026-10-01T00:00:00Z&intervalEnd=2026-10-31T00:00:00Z"

        private static func serving(
            _ household: Household, _ words: String..., do body: (HTTPClient) async throws -> Void
        ) async throws {
            let server = try household.start([Place.program, "simulator", "serve", "--fresh"] + words)
            let line = try #require(try await server.line())
            let port = try #require(line.wholeMatch(of: /http:\/\/127\.0\.0\.1:([0-9]+)/)?.1)
            try await body(HTTPClient(port: try #require(Int(port)), token: token))
            server.send(SIGTERM)
            #expect(try await server.end().end == .code(0))
        }

        @Test("asks for strong customer authentication")
        func sca() async throws {
            let household = try Household()
            try await Self.serving(household, "--sca") { client async throws in
                #expect(try await client.request("GET", Self.statement).status == 403)
                #expect(try await client.request("GET", "/v2/profiles").status == 200)
            }
            try await Self.serving(household) { client async throws in
                let answer = try await client.request("GET", Self.statement)
                #expect(answer.status == 200)
            }
        }

        @Test("takes no file for a public key that is none")
        func wrongKey() async throws {
            let household = try Household()
            let path = household.path + "/public.pem"
            for (text, says) in [("nothing", "no key in it"), (nil, "cannot read")] {
                if let text { try Files.write(Array(text.utf8), to: path) } else { Files.remove(path) }
                let outcome = try await household.run("simulator", "serve", "--fresh", "--public-key", path)
                #expect(outcome.end == .code(2) && outcome.messages.contains(says), "\(outcome.messages)")
                #expect(outcome.output.isEmpty)
            }
        }

        @Test("lets the token of a file read only, if nobody else can read the file")
        func readOnly() async throws {
            let household = try Household()
            let path = household.path + "/reader.token"
            try Files.write(Array((Self.token + "\n").utf8), to: path)
            try await Self.serving(household, "--read-only-token", path) { client async throws in
                #expect(try await client.request("GET", "/v2/profiles").status == 200)
                let body = #"{"currency":"CHF","type":"STANDARD"}"#
                #expect(try await client.request("POST", "/v4/profiles/28891001/balances", body: body).status == 403)
                let other = HTTPClient(port: client.port, token: "00000000-0000-4000-8000-000000000001")
                #expect(try await other.request("POST", "/v4/profiles/28891001/balances", body: body).status == 400)
            }
            chmod(path, 0o644)
            let outcome = try await household.run("simulator", "serve", "--fresh", "--read-only-token", path)
            #expect(outcome.end == .code(2) && outcome.messages.contains("chmod 600"))
        }

        @Test("limits what one token may ask in a minute")
        func rateLimit() async throws {
            try await Self.serving(try Household(), "--rate-limit") { client async throws in
                var refused: HTTPClient.Answer?
                for _ in 1...4000 where refused == nil {
                    let answer = try await client.request("GET", "/v2/profiles")
                    if answer.status != 200 { refused = answer }
                }
                #expect(refused?.status == 429 && refused?.body.hasPrefix("{") == true)
                let other = HTTPClient(port: client.port, token: "00000000-0000-4000-8000-000000000001")
                #expect(try await other.request("GET", "/v2/profiles").status == 200)
            }
        }
    }
}
