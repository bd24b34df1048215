import Testing

extension Acceptance {
    @Suite("The prompt")
    struct PromptTests {
        private static func open(_ household: Household) async throws -> TerminalSession {
            let session = try TerminalSession([Place.program], in: household)
            try await session.shows("florin 0.1.0 on the embedded simulator")
            try await session.shows("Ctrl-D ends")
            try await session.shows("simulator> ")
            return session
        }

        @Test("greets, prints what is typed, and ends at Ctrl-D")
        func session() async throws {
            let session = try await Self.open(try Household())
            session.type("EUR \"12.3\" + EUR \"0.7\"\n")
            try await session.shows("13.00 EUR")
            try await session.shows("simulator> ")
            session.type("wise.balance(\"EUR\").amount\n")
            try await session.shows("18410.41 EUR")
            try await session.shows("simulator> ")
            try await session.leave()
            #expect(try await session.end() == 0)
        }

        @Test("keeps variables, and takes input over several lines")
        func lines() async throws {
            let session = try await Self.open(try Household())
            session.type("total = money.zero(\"EUR\")\n")
            try await session.shows("simulator> ")
            session.type("for i = 1, 3 do\n")
            try await session.shows(".> ")
            session.type("total = total + EUR \"1.10\"\n")
            try await session.shows(".> ")
            session.type("end\n")
            try await session.shows("simulator> ")
            session.type("total\n")
            try await session.shows("3.30 EUR")
        }

        @Test("goes on after an error, and changes to the account stay")
        func errors() async throws {
            let household = try Household()
            let session = try await Self.open(household)
            session.type("wise.balanecs()\n")
            try await session.shows("wise has no 'balanecs'")
            try await session.shows("hint: Did you mean 'balances'?")
            try await session.shows("simulator> ")
            session.type("local x = = 1\n")
            try await session.shows("unexpected symbol")
            try await session.shows("simulator> ")
            session.type("wise.open_balance{ currency = \"CHF\" }.amount\n")
            try await session.shows("0.00 CHF")
            try await session.leave()
            #expect(try await session.end() == 0)
            #expect(try await household.account().units("CHF") == 0)
        }

        @Test(
            "comes back from an endless loop at Ctrl-C",
            arguments: [
                "print(\"be\" .. \"gun\") while true do end",
                "print(\"be\" .. \"gun\") while true do pcall(function() while true do end end) end",
            ])
        func interruption(loop: String) async throws {
            let session = try await Self.open(try Household())
            session.type("kept = 1\n")
            try await session.shows("simulator> ")
            session.type(loop + "\n")
            try await session.shows("begun")
            session.type("\u{03}")
            try await session.shows("interrupted")
            try await session.shows("simulator> ")
            session.type("kept + 41\n")
            try await session.shows("42")
        }

        @Test("explains")
        func help() async throws {
            let session = try await Self.open(try Household())
            session.type("help(wise.quote)\n")
            try await session.shows("profile:quote{ source=, target=, recipient=, pay_out= }")
            try await session.shows("example: ")
        }

        @Test("remembers what was typed, in a file for its owner only")
        func history() async throws {
            let household = try Household()
            let first = try await Self.open(household)
            first.type("\"some\" .. \"thing\"\n")
            try await first.shows("something")
            try await first.shows("simulator> ")
            try await first.leave()
            #expect(try await first.end() == 0)
            #expect(try Files.mode(household.state + "/history") == 0o600)

            let second = try await Self.open(household)
            second.type("\u{1B}[A")
            try await second.shows("\"some\" .. \"thing\"")
            second.type("\n")
            try await second.shows("something")
        }

        @Test("runs what comes through a pipe, without greeting")
        func piped() async throws {
            let household = try Household()
            let outcome = try await household.run([Place.program], input: "local a = EUR '1'\nprint(a + a)\n")
            #expect(outcome.end == .code(0))
            #expect(outcome.output == "2.00 EUR\n")
            #expect(outcome.messages.isEmpty)
            let failing = try await household.run([Place.program], input: "print('one')\nwise.nothing()\n")
            #expect(failing.end == .code(1))
            #expect(failing.output == "one\n")
            #expect(failing.messages.contains(":2: wise has no 'nothing'"))
        }

        @Test(
            "ends a pipe with the exit code of the failure",
            arguments: [
                ("check(false, 'no')", [], Int32(5)), ("wise.open_balance{ currency = 'CHF' }", ["--read-only"], 5),
                ("wise.balances()", ["--base-url", "http://127.0.0.1:1"], 9), ("for", [], 1),
            ])
        func pipedFailure(code: String, options: [String], exitCode: Int32) async throws {
            let plain = try await Household().run([Place.program] + options, input: code)
            #expect(plain.end == .code(exitCode))
            #expect(plain.messages.hasPrefix("error: "))
            let json = try await Household().run([Place.program, "--json"] + options, input: code)
            #expect(json.end == .code(exitCode))
            #expect(json.output.hasPrefix("{\n  \"schema\": \"florin/1\",\n  \"environment\": \"simulator\",\n  \"error\": {"))
            #expect(json.output.contains("\"exit_code\": \(exitCode)\n"))
        }

        @Test("prints the value of what comes through a pipe as JSON")
        func pipedJSON() async throws {
            let outcome = try await Household().run("--json", input: "local a = 20\nprint(a)\nreturn a + 1\n")
            #expect(outcome.end == .code(0))
            #expect(outcome.output == "{\n  \"schema\": \"florin/1\",\n  \"environment\": \"simulator\",\n  \"result\": 21\n}\n")
            #expect(outcome.messages == "20\n")
        }

        @Test("refuses a pipe that is not UTF-8, in JSON too")
        func pipedBytes() async throws {
            let household = try Household()
            let file = try household.file("latin.lua", [0x22, 0xE9, 0x22])
            for option in ["", " --json"] {
                let outcome = try await household.run(["/bin/sh", "-c", "'\(Place.program)'\(option) < '\(file)'"])
                #expect(outcome.end == .code(1))
                #expect(outcome.output.isEmpty == option.isEmpty)
                #expect(outcome.messages.hasPrefix("error: the input is not UTF-8 text\n  hint: "))
            }
        }

        @Test("has no JSON on a terminal")
        func terminalJSON() async throws {
            let session = try TerminalSession([Place.program, "--json"], in: try Household())
            try await session.shows("--json is for scripts and -e, not for the prompt")
            #expect(try await session.end() == 2)
        }
    }
}
