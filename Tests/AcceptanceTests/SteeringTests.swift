import Glibc
import Testing

extension Acceptance {
    @Suite("florin simulator fault and set")
    struct SteeringTests {
        @Test("let a call of the stored world go wrong once, and say so")
        func fault() async throws {
            let household = try Household()
            let set = try await household.run(
                "simulator", "fault", "--route", "listBalances", "--kind", "slow", "--seconds", "1", "--nth", "2")
            #expect(set.end == .code(0) && set.output.contains("slow"))
            let listed = try await household.run("simulator", "fault", "--json")
            #expect(listed.output.contains("\"effect\": true") && listed.output.contains("\"nth\": 2"))
            let cleared = try await household.run("simulator", "fault", "--clear")
            #expect(cleared.end == .code(0) && cleared.messages.contains("none"))
            _ = try await household.run("simulator", "fault", "--route", "moveBetweenBalances", "--kind", "answer_lost")
            let code = "wise.move{ from = 'EUR', to = 200006, amount = EUR '1.00' }"
            let before = try await household.account().units("EUR")
            #expect(try await household.run("-e", code).end == .code(0), "repeated under the same key")
            #expect(try await household.account().units("EUR") == before.map { $0 - 1_00 })
        }

        @Test("name all choices for a wrong word, and end with 2")
        func wrongWords() async throws {
            let household = try Household()
            for (words, says) in [
                (["fault", "--route", "nowhere", "--kind", "slow"], "moveBetweenBalances"),
                (["fault", "--kind", "boredom"], "answer_lost"), (["set", "nothing", "on"], "closesWithoutBody"),
                (["set", "sca", "maybe"], "everywhere"), (["set", "sca"], "simulator set"),
                (["fault", "--kind", "slow", "--env", "nowhere"], "nowhere"),
            ] {
                let outcome = try await household.run([Place.program, "simulator"] + words)
                #expect(outcome.end == .code(2) && outcome.messages.contains(says), "\(words): \(outcome.messages)")
            }
        }

        @Test("change a setting and keep it")
        func settings() async throws {
            let household = try Household()
            #expect(try await household.run("simulator", "set", "closingRefusalStatus", "409").end == .code(0))
            let one = try await household.run("simulator", "set", "--json")
            #expect(one.output.contains("\"value\": 409"))
            let all = try await household.run("simulator", "set")
            #expect(all.output.contains("scaStatementWindow") && all.output.contains("A38"))
        }
    }
}
