import Glibc
import Testing

extension Acceptance {
    @Suite("The configuration")
    struct ConfigurationTests {
        @Test("names an environment with its paths, profile, language and token, and makes it the usual one")
        func environment() async throws {
            let household = try Household()
            let token = try household.tokenFile()
            let record = household.path + "/record.jsonl"
            try await household.serving("--token-file", token, "--record", record) { address in
                try household.configure(
                    """
                    default = "desk"

                    [env.desk]
                    kind = "simulator"
                    base_url = "\(address)"
                    routes = "2026Q3"
                    token = { file = "~/wire.token" }
                    profile = "personal"
                    language = "de"
                    """)
                let outcome = try await household.run("-e", "wise.balance('SGD').currency", "--json")
                #expect(outcome.end == .code(0), "\(outcome)")
                #expect(outcome.output.contains("\"environment\": \"desk\""))
                // The command line is asked first, then the variables of the process, then the file.
                let business = try await household.run(
                    "balance", "get", "GBP", "--json", environment: ["FLORIN_PROFILE": "business"])
                #expect(business.end == .code(0), "\(business)")
                let other = try await household.run("-e", "#wise.balances()", environment: ["FLORIN_ENV": "simulator"])
                #expect(other.output == "8\n" && other.end == .code(0))
            }
            let lines = try Files.text(record).split(separator: "\n")
            #expect(!lines.isEmpty && lines.allSatisfy { $0.contains("/2026Q3/") })
            #expect(lines.allSatisfy { $0.contains("\"de\"") })
            #expect(!lines.contains { $0.contains(ConfiguredToken.text) })
        }

        @Test("lets nothing change in an environment that only reads, and says where that is written")
        func readOnly() async throws {
            let household = try Household()
            let file = try household.configure("[env.simulator]\nread_only = true\n")
            let before = try await household.account().amounts
            let outcome = try await household.run("move", "--amount", "1.00 EUR", "--from", "EUR", "--to", "200006")
            #expect(outcome.end == .code(5), "\(outcome)")
            #expect(outcome.messages.contains("read_only") && outcome.messages.contains(file))
            #expect(try await household.account().amounts == before)
        }

        /// A configuration that is wrong, and what the message says.
        static let mistakes: [(String, says: [String])] = [
            ("[env.desk]\nbase_url = \"https://x.example\"\nrouts = \"legacy\"\n", ["no key 'routs'", "Did you mean 'routes'?"]),
            ("[env.desk]\nkind = \"live\"\n", ["has no base_url"]),
            ("[env.desk]\nbase_url = \"https://x.example\"\ntoken = \"secret-123\"\n", ["is a secret in the file", "file ="]),
            ("[env.live]\nkind = \"sandbox\"\n", ["live is always of the kind live"]),
            ("[env.desk\n", ["config.toml:1:"]),
            ("default = \"desk\"\n", ["'desk', which is not there", "There are: live, sandbox, simulator"]),
        ]

        @Test("that is wrong is named with its place and what to do", arguments: mistakes)
        func wrong(text: String, says: [String]) async throws {
            let household = try Household()
            try household.configure(text)
            let outcome = try await household.run("-e", "1")
            #expect(outcome.end == .code(2) && outcome.output.isEmpty)
            for part in says { #expect(outcome.messages.contains(part), "\(outcome.messages)") }
            #expect(!outcome.messages.contains("secret-123"))
        }

        @Test("that others can read is refused with the command that mends it")
        func permissions() async throws {
            let household = try Household()
            let file = try household.configure("[env.simulator]\n", mode: 0o644)
            let refused = try await household.run("-e", "1")
            #expect(refused.end == .code(2) && refused.messages.contains("run chmod 600 '\(file)'"))
            chmod(file, 0o600)
            #expect(try await household.run("-e", "1").output == "1\n")
        }

        @Test("may lie elsewhere, if it is named")
        func elsewhere() async throws {
            let household = try Household()
            let file = try household.file("other.toml", "default = \"mine\"\n[env.mine]\nkind = \"simulator\"\n")
            let missing = try await household.run("-e", "1", "--config", file)
            #expect(missing.end == .code(2) && missing.messages.contains("base_url"))
            _ = try household.file("other.toml", "[env.simulator]\nprofile = \"personal\"\n")
            let named = try await household.run("-e", "wise.profile().type", "--config", file)
            #expect(named.end == .code(0), "\(named)")
            let variable = try await household.run("-e", "wise.profile().type", environment: ["FLORIN_CONFIG": file])
            #expect(variable.output == named.output)
            let none = try await household.run("-e", "1", "--config", household.path + "/none.toml")
            #expect(none.end == .code(2) && none.messages.contains("No such file"))
        }

        @Test("takes tokens from a file, a descriptor, a variable and a program, and never from the command line")
        func tokens() async throws {
            let household = try Household()
            let token = try household.tokenFile()
            try await household.serving("--token-file", token) { address in
                try household.configure(
                    """
                    [env.desk]
                    kind = "simulator"
                    base_url = "\(address)"
                    [env.vault]
                    kind = "simulator"
                    base_url = "\(address)"
                    token = { command = ["cat", "\(token)"] }
                    """)
                let call = "'\(Place.program)' --env desk -e '#wise.balances()'"
                let ways = [
                    "FLORIN_TOKEN_FILE='\(token)' \(call)", "FLORIN_TOKEN_FD=4 \(call) 4<'\(token)'",
                    "FLORIN_TOKEN=\(ConfiguredToken.text) \(call)", "'\(Place.program)' --env vault -e '#wise.balances()'",
                ]
                for way in ways {
                    let outcome = try await household.run(["/bin/sh", "-c", way])
                    #expect(outcome.end == .code(0) && outcome.output == "8\n", "\(way) \(outcome)")
                    #expect(outcome.messages.contains("FLORIN_TOKEN_FILE or FLORIN_TOKEN_FD is safer") == way.contains("TOKEN="))
                }
                let without = try await household.run(["/bin/sh", "-c", call])
                #expect(without.end == .code(8), "\(without)")
            }
        }
    }
}
