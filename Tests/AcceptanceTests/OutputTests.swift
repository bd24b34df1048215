import Testing

extension Acceptance {
    @Suite("Output")
    struct OutputTests {
        @Test("of a line of Lua is what it prints, one balance a line")
        func balances() async throws {
            let household = try Household()
            let code = "for _, b in ipairs(wise.balances()) do print(b.amount) end"
            let outcome = try await household.run("-e", code)
            #expect(outcome.end == .code(0))
            #expect(outcome.messages.isEmpty)
            #expect(outcome.lines.count == 8)
            for line in outcome.lines { #expect(line.wholeMatch(of: /[0-9]+(\.[0-9]{2})? [A-Z]{3}/) != nil, "\(line)") }
        }

        @Test(
            "of an expression is its value",
            arguments: [("1 + 1", "2\n"), ("EUR \"12.3\"", "12.30 EUR\n"), ("nil", "nil\n"), ("", "")])
        func expressions(code: String, output: String) async throws {
            let outcome = try await Household().run("-e", code)
            #expect(outcome.end == .code(0))
            #expect(outcome.output == output)
            #expect(outcome.messages.isEmpty)
        }

        @Test("is results on standard output and messages on standard error")
        func streams() async throws {
            let household = try Household()
            let script = try household.file(
                "streams.lua", "print('a') out.print('b') log.info('c') log.warn('d', EUR '1') error('e')")
            let outcome = try await household.run("run", script)
            #expect(outcome.end == .code(1))
            #expect(outcome.output == "a\nb\n")
            #expect(outcome.messages == "info: c\nwarn: d  1.00 EUR\nerror: \(script):1: e\n")
        }

        @Test("with --json is one envelope with the value that the script returns, and everything else is a message")
        func envelope() async throws {
            let household = try Household()
            let script = try household.file(
                "envelope.lua",
                """
                print("for people")
                return { amount = EUR "12.3", share = decimal "0.050", count = 3, list = { true, "two" }, yen = JPY "5" }
                """)
            let outcome = try await household.run("run", script, "--json")
            #expect(outcome.end == .code(0))
            #expect(outcome.messages == "for people\n")
            #expect(
                outcome.output == """
                    {
                      "schema": "florin/1",
                      "environment": "simulator",
                      "result": {
                        "amount": {
                          "value": "12.30",
                          "currency": "EUR"
                        },
                        "count": 3,
                        "list": [
                          true,
                          "two"
                        ],
                        "share": "0.050",
                        "yen": {
                          "value": "5",
                          "currency": "JPY"
                        }
                      }
                    }

                    """)
        }

        @Test(
            "with --json holds the value of a line of Lua too",
            arguments: [("EUR '1'", "\"1.00\""), ("return 7", "7"), ("local x", "null")])
        func envelopeOfLine(code: String, part: String) async throws {
            let outcome = try await Household().run("--json", "-e", code)
            #expect(outcome.end == .code(0))
            #expect(outcome.output.contains(part))
        }

        @Test("with --json tells a failure to programs on standard output and to people on standard error")
        func failureEnvelope() async throws {
            let household = try Household()
            let script = try household.file("failure.lua", "local me = wise.profile()\nlocal b = me:balanecs()\nreturn b\n")
            let outcome = try await household.run("run", "--json", script)
            #expect(outcome.end == .code(1))
            #expect(
                outcome.output == """
                    {
                      "schema": "florin/1",
                      "environment": "simulator",
                      "error": {
                        "kind": "usage",
                        "message": "\(script):2: a profile has no 'balanecs'",
                        "hint": "Did you mean 'balances'?",
                        "code": "unknown_member",
                        "retryable": false,
                        "ambiguous": false,
                        "line": 2,
                        "exit_code": 1
                      }
                    }

                    """)
            #expect(
                outcome.messages == "error: \(script):2: a profile has no 'balanecs'\n  hint: Did you mean 'balances'?\n")
        }

        @Test("does not colour what is no terminal")
        func plain() async throws {
            let outcome = try await Household().run("run", "examples/01-first-look.lua", "--fresh")
            #expect(!outcome.output.contains("\u{1B}"))
        }

        @Test("of two runs on the same world is the same, byte for byte")
        func repeatable() async throws {
            let first = try await Household().run("run", "examples/07-tour.lua")
            let second = try await Household().run("run", "examples/07-tour.lua")
            #expect(first.output == second.output)
        }

        @Test("names the version")
        func version() async throws {
            for word in ["version", "--version"] {
                let outcome = try await Household().run(word)
                #expect(outcome.end == .code(0))
                #expect(outcome.output.wholeMatch(of: /florin [0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
            }
        }
    }
}
