import Glibc
import Testing

extension Acceptance {
    @Suite("florin simulator serve")
    struct ServerTests {
        private static let token = "8f7a1c1e-0d6b-4d5c-9a3e-2b1f00c0ffee"

        /// A server and where it listens, as its first line says.
        private static func serve(_ household: Household, _ words: String...) async throws -> (RunningProgram, Int) {
            let server = try household.start([Place.program, "simulator", "serve", "--port", "0"] + Recording.words + words)
            let line = try #require(try await server.line())
            let port = try #require(line.wholeMatch(of: /http:\/\/127\.0\.0\.1:([0-9]+)/)?.1)
            return (server, try #require(Int(port)))
        }

        private static func stop(_ server: RunningProgram, with signal: Int32 = SIGTERM) async throws {
            server.send(signal)
            let outcome = try await server.end()
            #expect(outcome.end == .code(0))
            #expect(outcome.output.isEmpty, "the address is the only line")
        }

        @Test("ends with 0 when it is told to", arguments: [SIGTERM, SIGINT])
        func stops(signal: Int32) async throws {
            let (server, _) = try await Self.serve(try Household(), "--fresh")
            try await Self.stop(server, with: signal)
        }

        @Test("serves the stored world, and what it changed is there afterwards")
        func stored() async throws {
            let household = try Household()
            let before = try await household.account()
            let (server, port) = try await Self.serve(household)
            let outcome = try await household.run("run", "examples/03-sweep.lua", "--base-url", "http://127.0.0.1:\(port)")
            #expect(outcome.end == .code(0))
            #expect(try await household.account().units("EUR") == 5000_00, "at once, while it still runs")
            try await Self.stop(server)
            let after = try await household.account()
            #expect(after.entries == before.entries + 3)
        }

        @Test("takes over what others changed in the stored world")
        func shared() async throws {
            let household = try Household()
            let (server, port) = try await Self.serve(household)
            let code = "for i = 1, 20 do wise.move{ from = 'EUR', to = 200006, amount = EUR '1.00' } end"
            async let local = household.run("-e", code)
            async let remote = household.run("--base-url", "http://127.0.0.1:\(port)", "-e", code)
            #expect(try await local.end == .code(0))
            #expect(try await remote.end == .code(0))
            let start = try await Account.first.value
            #expect(try #require(start.units("EUR")) - 40_00 == (try await household.account().units("EUR")))
            try await Self.stop(server)
        }

        @Test("answers several clients at once, and each effect happens once")
        func clients() async throws {
            let household = try Household()
            let (server, port) = try await Self.serve(household, "--fresh")
            let address = "http://127.0.0.1:\(port)"
            let code = "for i = 1, 10 do wise.move{ from = 'EUR', to = 200006, amount = EUR '0.01' } end"
            try await withThrowingTaskGroup(of: Outcome.self) { group in
                for _ in 0..<6 { group.addTask { try await household.run("--base-url", address, "-e", code) } }
                for try await outcome in group { #expect(outcome.end == .code(0), "\(outcome.messages)") }
            }
            let outcome = try await household.run("simulator", "show", "--json", "--base-url", address)
            let account = try Account(json: outcome.output)
            #expect(account.isBalanced)
            #expect(try await account.entries == Account.first.value.entries + 60)
            try await Self.stop(server)
        }

        @Test("refuses what no bank would take, and goes on")
        func refusals() async throws {
            let household = try Household()
            let (server, port) = try await Self.serve(household, "--fresh")
            let client = HTTPClient(port: port, token: Self.token)
            let quotes = "/v3/profiles/28891001/quotes"
            let rows: [(method: String, path: String, body: String, status: Int, says: String)] = [
                ("POST", quotes, "{\"sourceCurrency\"", 400, "JSON"),
                ("POST", quotes, "", 400, ""),
                ("POST", quotes, "[]", 400, ""),
                ("POST", quotes, "{\"sourceCurrency\":5,\"targetCurrency\":\"GBP\",\"sourceAmount\":1}", 400, "sourceCurrency"),
                ("POST", quotes, "{\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"GBP\",\"sourceAmount\":\"1\"}", 400, ""),
                ("GET", "/v9/nothing", "", 404, ""),
                ("GET", "/v4/profiles/1/balances?types=STANDARD", "", 403, ""),
                ("PATCH", "/v2/profiles", "", 405, "PATCH"),
                ("DELETE", "/v2/profiles", "", 405, "DELETE"),
                ("POST", quotes, String(repeating: "x", count: 2 << 20), 413, ""),
            ]
            for row in rows {
                let answer = try await client.request(row.method, row.path, body: row.body)
                #expect(answer.status == row.status, "\(row.method) \(row.path) \(row.body.prefix(80)): \(answer.body)")
                #expect(answer.body.contains(row.says))
            }
            #expect(try await client.request("GET", "/v2/profiles").status == 200)
            try await Self.stop(server)
        }

        @Test("takes any token of the right shape, and without one says 401")
        func tokens() async throws {
            let (server, port) = try await Self.serve(try Household(), "--fresh")
            for (token, status) in [(Self.token, 200), ("no token", 401), ("", 401), (nil, 401)] as [(String?, Int)] {
                #expect(try await HTTPClient(port: port, token: token).request("GET", "/v2/profiles").status == status)
            }
            try await Self.stop(server)
        }

        @Test("with a token file takes only the token in it")
        func tokenFile() async throws {
            let household = try Household()
            let file = try household.file("token", Self.token + "\n")
            let (server, port) = try await Self.serve(household, "--fresh", "--token-file", file)
            let address = "http://127.0.0.1:\(port)"
            let refused = try await household.run("--base-url", address, "-e", "#wise.balances()")
            #expect(refused.end == .code(8))
            #expect(refused.messages.contains("hint: Check the token"))
            let welcome = try await household.run(
                "--base-url", address, "-e", "#wise.balances()", environment: ["FLORIN_TOKEN_FILE": file])
            #expect(welcome.output == "8\n")
            server.send(SIGTERM)
            let outcome = try await server.end()
            #expect(!(refused.messages + welcome.messages + outcome.messages).contains(Self.token))
        }

        @Test("says when its port is taken")
        func taken() async throws {
            let household = try Household()
            let (server, port) = try await Self.serve(household, "--fresh")
            let outcome = try await household.run("simulator", "serve", "--fresh", "--port", "\(port)")
            #expect(outcome.end == .code(1))
            #expect(outcome.output.isEmpty)
            #expect(
                outcome.messages == "error: another program listens on port \(port): choose another port, or 0 for a free one\n")
            try await Self.stop(server)
        }

        @Test("that is not there is unavailable, which is worth another try")
        func unreachable() async throws {
            let household = try Household()
            let (server, port) = try await Self.serve(household, "--fresh")
            try await Self.stop(server)
            let outcome = try await household.run("--base-url", "http://127.0.0.1:\(port)", "-e", "wise.balances()")
            #expect(outcome.end == .code(9))
            #expect(outcome.messages.contains("hint: check that the server runs, and its port"))
        }
    }

    @Suite("florin simulator reset")
    struct ResetTests {
        @Test("does nothing unless it is told twice", arguments: ["", "\n", "yes\n", "Reset\n", "reset it\n"])
        func asks(answer: String) async throws {
            let household = try Household()
            #expect(try await household.run("-e", "wise.open_balance{ currency = 'CHF' }").end == .code(0))
            let outcome = try await household.run("simulator", "reset", input: answer)
            #expect(outcome.end == .code(5))
            #expect(outcome.messages.contains("Type reset") && outcome.messages.contains("nothing was reset"))
            #expect(try await household.account().units("CHF") == 0)
        }

        @Test("brings the first world back")
        func resets() async throws {
            let household = try Household()
            let before = try await household.account()
            #expect(try await household.run("run", "examples/07-tour.lua").end == .code(0))
            #expect(try await household.account().amounts != before.amounts)
            let outcome = try await household.run("simulator", "reset", input: "reset\n")
            #expect(outcome.end == .code(0))
            let after = try await household.account()
            #expect(after.amounts == before.amounts)
            #expect(after.entries == before.entries)
        }
    }
}
