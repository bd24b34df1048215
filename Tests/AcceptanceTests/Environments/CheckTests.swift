import Glibc
import Testing

extension Acceptance {
    @Suite("florin auth status and florin doctor")
    struct CheckTests {
        @Test("shows what the token may do, as a table and for programs")
        func allowed() async throws {
            let household = try Household()
            let table = try await household.run("auth", "status")
            #expect(table.end == .code(0), "\(table)")
            for subject in [
                "user", "profiles", "rates", "account", "quotes", "balances", "statements", "recipients", "transfers",
                "activities",
            ] {
                #expect(table.lines.contains { $0.hasPrefix(subject) && $0.contains(" allowed ") }, "\(subject)\n\(table.output)")
            }
            let envelope = try Envelope(try await household.run("auth", "status", "--json"))
            #expect(envelope.text("kind") == "simulator" && envelope.text("answers.0.verdict") == "allowed")
        }

        @Test("ends with 8 when something is refused or needs an approval, and with 9 when nobody answers")
        func refused() async throws {
            let household = try Household()
            let token = try household.tokenFile()
            var gone = ""
            try await household.serving("--token-file", token) { address in
                gone = address
                let outcome = try await household.run("auth", "status", "--base-url", address)
                #expect(outcome.end == .code(8), "\(outcome)")
                #expect(outcome.output.contains("refused") && outcome.messages.contains("hint: Check the token"))
                let allowed = try await household.run(
                    "auth", "status", "--base-url", address, environment: ["FLORIN_TOKEN_FILE": token])
                #expect(allowed.end == .code(0), "\(allowed)")
                #expect(!(outcome.output + outcome.messages + allowed.output).contains(ConfiguredToken.text))
            }
            try await household.serving("--sca") { address in
                let outcome = try await household.run("auth", "status", "--base-url", address)
                #expect(outcome.end == .code(8), "\(outcome)")
                #expect(outcome.lines.contains { $0.hasPrefix("statements") && $0.contains("needs approval") })
                #expect(outcome.lines.contains { $0.hasPrefix("balances") && $0.contains("allowed") })
            }
            let nobody = try await household.run("auth", "status", "--base-url", gone)
            #expect(nobody.end == .code(9), "\(nobody)")
        }

        @Test("finds a healthy machine healthy")
        func healthy() async throws {
            let household = try Household()
            let outcome = try await household.run("doctor")
            #expect(outcome.end == .code(0), "\(outcome)")
            #expect(outcome.lines.count >= 6 && outcome.lines.allSatisfy { $0.hasPrefix("ok ") }, "\(outcome.output)")
            let envelope = try Envelope(try await household.run("doctor", "--json"))
            #expect(envelope.value("healthy") as? Bool == true && envelope.text("findings.0.level") == "ok")
            #expect(!Files.exists(household.world))
        }

        @Test("names what is wrong with files, permissions, keys and servers, each with what to do")
        func ill() async throws {
            let household = try Household()
            let token = try household.tokenFile()
            chmod(token, 0o644)
            let key = try household.file("key.pem", "no key")
            let file = try household.configure(
                """
                [env.desk]
                kind = "simulator"
                base_url = "http://127.0.0.1:1"
                token = { file = "\(token)" }
                signing_key = "\(key)"
                [env.vault]
                base_url = "https://vault.example"
                token = { command = ["no-such-program-here"] }
                """)
            let outcome = try await household.run("doctor", "--env", "desk")
            #expect(outcome.end == .code(1), "\(outcome)")
            for part in [
                "run chmod 600 '\(token)'", "desk: signing key", "there is no program no-such-program-here",
                "start it: florin simulator serve --port 1",
            ] { #expect(outcome.output.contains(part), "\(part)\n\(outcome.output)") }
            #expect(!outcome.output.contains(ConfiguredToken.text))
            chmod(file, 0o640)
            let refused = try await household.run("doctor", "--json")
            #expect(refused.end == .code(1) && refused.output.contains("run chmod 600 '\(file)'"))
        }

        @Test("finds a world that cannot be read, and a folder that others may write to")
        func world() async throws {
            let household = try Household()
            mkdir(household.state, 0o700)
            try Files.write(Array("no world".utf8), to: household.world)
            chmod(household.state, 0o777)
            let outcome = try await household.run("doctor")
            #expect(outcome.end == .code(1), "\(outcome)")
            #expect(outcome.lines.contains { $0.hasPrefix("fail") && $0.contains("simulated world") })
            #expect(outcome.lines.contains { $0.hasPrefix("warn") && $0.contains("run chmod go-w") })
        }
    }
}
