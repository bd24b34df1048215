import Testing

extension Acceptance {
    @Suite("florin api")
    struct APICommandTests {
        @Test("prints the answer as it came, in both generations of paths")
        func reading() async throws {
            let household = try Household()
            let old = try await household.run("api", "GET", "/v4/profiles/{profile}/balances", "--query", "types=STANDARD")
            #expect(old.end == .code(0), "\(old.messages)")
            #expect(old.messages.isEmpty)
            #expect(old.output.hasPrefix("[\n  {\n    \"id\": 200001,"))
            #expect(old.output.contains("\"value\": 18410.41,"), "numbers keep their digits")
            let new = try await household.run("api", "get", "/2026Q4/profiles/{profile}/balances", "--query", "types=STANDARD")
            #expect(new.output == old.output)

            let envelope = try Envelope(
                try await household.run("api", "GET", "/v1/rates", "--query", "source=EUR", "--query", "target=USD", "--json"))
            #expect(envelope.text("0.source") == "EUR" && envelope.list()?.count == 1)
        }

        @Test("takes a body from the command line, a file and standard input")
        func bodies() async throws {
            let household = try Household()
            let json = "{\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"GBP\",\"sourceAmount\":10.50,\"payOut\":\"BALANCE\"}"
            let file = try household.file("quote.json", json)
            for (body, input) in [(json, ""), ("@\(file)", ""), ("-", json)] {
                let outcome = try await household.run(
                    "api", "POST", "/v3/profiles/{profile}/quotes", "--body", body, "--json", input: input)
                #expect(outcome.end == .code(0), "\(outcome.messages)")
                #expect(try Envelope(outcome).text("sourceCurrency") == "EUR")
            }
            #expect(try await household.account().amounts == Account.first.value.amounts)
        }

        @Test("passes the gate with what changes the account")
        func effects() async throws {
            let household = try Household()
            let words = [
                Place.program, "api", "POST", "/v4/profiles/{profile}/balances", "--body",
                "{\"currency\":\"CHF\",\"type\":\"STANDARD\"}",
            ]
            let refused = try await household.run(words + ["--read-only"])
            #expect(refused.end == .code(5))
            #expect(try await household.account().units("CHF") == nil)
            #expect(try await household.run(words).end == .code(0))
            #expect(try await household.account().units("CHF") == 0)
            let again = try await household.run(words + ["--json"])
            #expect(again.end == .code(10))
            #expect(try Envelope(again).error?["code"] as? String == "NOT_UNIQUE")
        }

        @Test("shows with --trace what decided the answer, and no secret")
        func trace() async throws {
            let household = try Household()
            let outcome = try await household.run("api", "GET", "/v9/nothing", "--trace")
            #expect(outcome.end == .code(10))
            #expect(outcome.messages.contains("GET /v9/nothing -> 404"))
            #expect(outcome.messages.contains("x-trace-id: "))
            #expect(!outcome.messages.lowercased().contains("authorization"))
            #expect(!outcome.messages.contains("00000000-0000-4000-8000"))
            let quiet = try await household.run("api", "GET", "/v1/currencies", "--trace", "--json")
            #expect(quiet.end == .code(0))
            #expect(try Envelope(quiet).list()?.isEmpty == false, "standard output stays for programs")
        }

        @Test("tells who asks only to the host that was named")
        func refusedPath() async throws {
            let outcome = try await Household().run("api", "GET", "/v9/nothing")
            #expect(outcome.end == .code(10))
            #expect(!outcome.messages.contains("00000000-0000"))
        }

        @Test(
            "is wrong usage with 2 when it cannot be meant",
            arguments: [
                (["api", "FETCH", "/v1/rates"], ["no method 'FETCH'", "GET, POST"]),
                (["api", "GET", "v1/rates"], ["'v1/rates' is no path", "starts with a slash"]),
                (["api", "GET", "/v1/rates?source=EUR"], ["question mark", "--query name=value"]),
                (["api", "GET", "/v1/rates", "--query", "source"], ["'source' has no value", "--query source=EUR"]),
                (["api", "POST", "/v3/profiles/1/quotes", "--body", "{"], ["not JSON", "--body"]),
                (["api", "POST", "/v3/profiles/1/quotes", "--body", "@/nowhere"], ["cannot read /nowhere", "holds JSON"]),
                (["api", "POST", "/v9/nothing", "--body", "{}"], ["no operation that Florin knows"]),
                (["api", "GET"], ["missing expected argument '<path>'", "see florin api --help"]),
            ])
        func wrong(words: [String], says: [String]) async throws {
            let outcome = try await Household().run([Place.program] + words)
            #expect(outcome.end == .code(2), "\(outcome.messages)")
            #expect(outcome.output.isEmpty)
            for part in says { #expect(outcome.messages.contains(part), "\(outcome.messages)") }
        }
    }
}
