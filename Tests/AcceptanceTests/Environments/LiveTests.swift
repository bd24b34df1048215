import Testing

extension Acceptance {
    @Suite("Where money is real")
    struct LiveTests {
        private static let move = "wise.move{ from = 'EUR', to = 200006, amount = EUR '10.00' }.id"

        /// Runs a server that the environment `bank` calls live; `body` gets its address.
        private static func living(_ body: (Household, _ address: String) async throws -> Void) async throws {
            let household = try Household()
            try await household.serving { address in
                try household.configure(
                    "[env.bank]\nkind = \"live\"\nbase_url = \"\(address)\"\ntoken = { file = \"~/wire.token\" }\n")
                _ = try household.tokenFile()
                try await body(household, address)
            }
        }

        /// What the euro balance holds.
        private static func amount(_ household: Household, _ address: String) async throws -> String {
            try await household.run("--base-url", address, "-e", "wise.balance('EUR').amount").output
        }

        @Test("nothing is changed without a terminal, by any way, and the word is never out of sight")
        func noTerminal() async throws {
            try await Self.living { household, address in
                let before = try await Self.amount(household, address)
                let script = try household.file("move.lua", "return \(Self.move)\n")
                let ways = [
                    ["-e", Self.move], ["run", script],
                    ["move", "--from", "EUR", "--to", "200006", "--amount", "10.00 EUR"],
                    ["convert", "--amount", "10.00 EUR", "--to", "GBP"], ["balance", "open", "CHF"],
                    ["api", "DELETE", "/v4/profiles/{profile}/balances/200001"],
                ]
                for way in ways {
                    let outcome = try await household.run([Place.program] + way + ["--env", "bank"], input: "10.00 EUR\n")
                    #expect(outcome.end == .code(5), "\(way) \(outcome)")
                    #expect(outcome.messages.hasPrefix("LIVE: real money at http"))
                    #expect(outcome.messages.contains("LIVE error") && outcome.messages.contains("nobody is at a terminal"))
                }
                #expect(try await Self.amount(household, address) == before)
                let json = try await household.run("-e", Self.move, "--env", "bank", "--json")
                #expect(json.output.contains("\"environment\": \"bank\"") && json.output.contains("\"live\": true"))
                let read = try await household.run("-e", "wise.balance('EUR').amount", "--env", "bank")
                #expect(read.end == .code(0) && read.output == before)
            }
        }

        @Test("what is typed has to be the amount")
        func typed() async throws {
            try await Self.living { household, address in
                let before = try await Self.amount(household, address)
                for (answer, code) in [("\n", 5), ("yes\n", 5), ("10.01 EUR\n", 5), ("10.00 GBP\n", 5), ("10.00 EUR\n", 0)] {
                    #expect(try await Self.amount(household, address) == before)
                    let session = try TerminalSession([Place.program, "--env", "bank", "-e", Self.move], in: household)
                    try await session.shows("LIVE: 10.00 EUR moves from balance 200001 to 200006 at http")
                    try await session.shows("Type 10.00 EUR to do it")
                    try await session.shows("leave it: ")
                    session.type(answer)
                    #expect(try await session.end() == Int32(code), "\(answer)")
                }
                #expect(try await Self.amount(household, address) != before)
            }
        }

        @Test("paying for a transfer is asked for with what it takes from the balance, fee included")
        func transfer() async throws {
            try await Self.living { household, address in
                let script = """
                    local r = wise.recipients{ currency = 'GBP' }[1]
                    local q = wise.quote{ source = GBP '10', target = 'GBP', recipient = r }
                    local t = wise.transfer{ recipient = r, quote = q }
                    print(t.id)
                    """
                let made = try await household.run(
                    "--base-url", address, "-e", script)
                try #require(made.end == .code(0), "\(made)")
                let id = made.output.filter(\.isNumber)
                let session = try TerminalSession([Place.program, "transfer", "fund", id, "--env", "bank"], in: household)
                let question = try await session.shows("leave it: ")
                let found = try #require(question.firstMatch(of: /Type ([0-9.]+ GBP) to do it/)?.1)
                #expect(question.contains("LIVE: \(found) leaves for transfer \(id)"))
                session.type("\(found)\n")
                #expect(try await session.end() == 0)
            }
        }

        @Test("a conversion is asked for with what its quote takes, and a closing by its name")
        func questions() async throws {
            try await Self.living { household, _ in
                let session = try TerminalSession([Place.program, "--env", "bank"], in: household)
                try await session.shows("LIVE: real money")
                try await session.shows("LIVE bank> ")
                session.type("wise.convert(wise.quote{ source = 'EUR', target = GBP '8.00' }).state\n")
                let question = try await session.shows(" to do it")
                #expect(question.contains(" becomes 8.00 GBP"))
                try await session.shows("leave it: ")
                session.type("8.00 GBP\n")
                try await session.shows("LIVE error")
                try await session.shows("LIVE bank> ")
                session.type("wise.open_balance{ currency = 'CHF' }.currency\n")
                try await session.shows("Type openBalance to do it")
                try await session.shows("leave it: ")
                session.type("openBalance\n")
                try await session.shows("CHF\r\n")
                try await session.shows("LIVE bank> ")
                try await session.leave()
                #expect(try await session.end() == 0)
            }
        }
    }
}
