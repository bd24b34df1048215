import Glibc
import Testing

extension Acceptance {
    @Suite("Wrong usage")
    struct UsageTests {
        static let lines: [(words: [String], says: [String])] = [
            (["--frehs", "-e", "1"], ["unknown option '--frehs'", "Did you mean '--fresh'?"]),
            (["--nonsense", "-e", "1"], ["unknown option '--nonsense'", "see florin --help"]),
            (["-e"], ["missing value for '-e <code>'", "see florin --help"]),
            (["--fresh", "run", "x.lua"], ["options come after the subcommand", "write florin run x.lua --fresh"]),
            (["--profile", "personal", "run", "x.lua"], ["write florin run x.lua --profile personal"]),
            (["-ex"], ["missing value for '-e <code>' in '-ex'", "see florin --help"]),
            (["nosuch"], ["unexpected argument 'nosuch'", "see florin --help"]),
            (["x.lua", "--to", "GBP"], ["'x.lua' is no subcommand", "write florin run x.lua --to GBP"]),
            (["simulator", "serve", "--prot", "1"], ["unknown option '--prot'"]),
            (["simulator", "serve", "--port", "x"], ["see florin simulator serve --help"]),
            (["run"], ["which script?", "florin run examples/01-first-look.lua"]),
            (["run", "/nowhere/nothing.lua"], ["cannot read /nowhere/nothing.lua", "No such file"]),
            (["run", "/tmp"], ["cannot read /tmp", "Is a directory"]),
            (["run", "examples/03-sweep.lua", "--kep", "1 EUR"], ["no option '--kep'", "Did you mean '--keep'?"]),
            (["run", "examples/03-sweep.lua", "--keep"], ["--keep needs a value"]),
            (["run", "examples/03-sweep.lua", "--keep", "5000"], ["--keep", "5000"]),
            (["run", "examples/02-convert.lua", "--to", "GPB"], ["--to", "GBP"]),
            (["run", "examples/02-convert.lua", "--max-fee", "1%"], ["--max-fee", "1%"]),
            (["run", "examples/05-month-end.lua", "--from", "2026-02-30"], ["--from", "2026-02-30", "2026-10-31"]),
            (["run", "examples/03-sweep.lua", "stray"], ["'stray' is no option"]),
            (["--env", "nowhere", "-e", "1"], ["no environment 'nowhere'", "live, sandbox, simulator"]),
            (["--env", "sandbox", "-e", "1"], ["needs a token", "FLORIN_TOKEN_FILE"]),
            (["--base-url", "http://example.com", "-e", "1"], ["simulator on this machine"]),
            (["--base-url", "https://127.example.com", "-e", "1"], ["simulator on this machine"]),
            (["--base-url", "http://127.0.0.1:1/foo", "-e", "1"], ["a base URL has no path", "give https://host"]),
            (["--base-url", "http://127.0.0.1:1", "--fresh", "-e", "1"], ["--fresh is for the embedded simulator"]),
            (["simulator", "serve", "--port", "70000"], ["0 to 65535"]),
            (["simulator", "serve", "--token-file", "/nowhere/token"], ["cannot read the token file /nowhere/token"]),
        ]

        @Test("ends with 2, before anything happens", arguments: lines)
        func wrong(words: [String], says: [String]) async throws {
            let household = try Household()
            let outcome = try await household.run([Place.program] + words)
            #expect(outcome.end == .code(2))
            #expect(outcome.output.isEmpty)
            for part in says { #expect(outcome.messages.contains(part)) }
            let lines = outcome.messages.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count == 3 && lines[0].hasPrefix("error: ") && lines[1].hasPrefix("  hint: ") && lines[2].isEmpty)
            #expect(!Files.exists(household.state))
        }

        @Test(
            "tells programs about itself on standard output with --json",
            arguments: [
                (["--json", "--frehs"], "unknown option '--frehs'", "Did you mean '--fresh'?"),
                (["run", "--json"], "which script?", "for example: florin run examples/01-first-look.lua"),
                (["--json", "--env", "nowhere"], "there is no environment 'nowhere'", "There are: live, sandbox, simulator"),
                (
                    ["run", "examples/03-sweep.lua", "--json", "--kep", "1 EUR"],
                    "this script has no option '--kep'", "Did you mean '--keep'?"
                ),
            ])
        func envelope(words: [String], message: String, hint: String) async throws {
            let outcome = try await Household().run([Place.program] + words)
            #expect(outcome.end == .code(2))
            #expect(
                outcome.output == """
                    {
                      "schema": "florin/1",
                      "error": {
                        "kind": "usage",
                        "message": "\(message)",
                        "hint": "\(hint)",
                        "exit_code": 2
                      }
                    }

                    """)
            #expect(outcome.messages == "error: \(message)\n  hint: \(hint)\n")
        }

        @Test("of a profile names those that there are")
        func profile() async throws {
            let outcome = try await Household().run("--profile", "nobody", "-e", "wise.balances()")
            #expect(outcome.end == .code(1))
            #expect(outcome.messages.contains("no profile 'nobody'"))
            #expect(outcome.messages.contains(Account.business) && outcome.messages.contains(Account.personal))
        }

        @Test("is a token file that others can read")
        func openToken() async throws {
            let household = try Household()
            let file = try household.file("token", "8f7a1c1e-0d6b-4d5c-9a3e-2b1f00c0ffee")
            chmod(file, 0o644)
            let outcome = try await household.run("simulator", "serve", "--token-file", file)
            #expect(outcome.end == .code(2))
            #expect(outcome.messages.contains("chmod 600"))
            #expect(!outcome.messages.contains("8f7a1c1e"))
        }

        @Test(
            "is not a head that cannot be, which is a fault of the script",
            arguments: [
                ("script{ name = 'x', parms = {} }", "Did you mean 'params'?"),
                ("script{ name = 'x', params = { a = { 'monny' } } }", "the types are money"),
                ("script{ name = 'x', params = { a = { 'money', default = '5' } } }", "5"),
                ("script{ name = 'x', params = { a = { 'string', hlep = 'y' } } }", "Did you mean 'help'?"),
                ("script{ name = 'x', params = { json = { 'string' } } }", "rename it"),
                ("script{ params = {} }", "needs a name"),
                ("script{ name = 'x', params = { version = { 'integer' } } }", "rename it"),
            ])
        func head(source: String, says: String) async throws {
            let household = try Household()
            let script = try household.file("head.lua", source)
            let outcome = try await household.run("run", script)
            #expect(outcome.end == .code(1))
            #expect(outcome.messages.hasPrefix("error: \(script):"))
            #expect(outcome.messages.contains(says))
        }

        @Test("is an option for a script without a head")
        func headless() async throws {
            let household = try Household()
            let script = try household.file("plain.lua", "print('ran')")
            let outcome = try await household.run("run", script, "--amount", "1 EUR")
            #expect(outcome.end == .code(2))
            #expect(outcome.output.isEmpty)
            #expect(outcome.messages.contains("does not begin with a head"))
            #expect(try await household.run("run", script).output == "ran\n")
        }
    }
}
