import Glibc
import Testing

extension Acceptance {
    @Suite("A run that is killed")
    struct KilledRunTests {
        /// The sweep, which here says before and after each step where it is.
        private static func talkativeSweep() throws -> String {
            var source = try Files.text(Place.repository + "/examples/03-sweep.lua")
            for (place, talk) in [
                ("local jar = me:jar", "print('looked') "), ("    local spare =", "print('opened') "),
                ("movement = me:move {", "print('moving') "), ("    rows[#rows + 1] =", "print('moved') "),
                ("out.table(rows", "print('done') "),
            ] {
                try #require(source.contains(place))
                source.replace(place, with: talk + place)
            }
            return source
        }

        @Test("leaves a world that opens and balances, with all that was answered", arguments: 0...14)
        func killed(afterLines count: Int) async throws {
            let household = try Household()
            let before = try await household.account()
            let program = try household.start("run", try household.file("sweep.lua", try Self.talkativeSweep()))
            var answered = 0
            for _ in 0..<count where try await program.line() == "moved" { answered += 1 }
            program.send(SIGKILL)
            let outcome = try await program.end()
            #expect([.signal(SIGKILL), .code(0)].contains(outcome.end), "it may just have ended")

            let after = try await household.account()
            var swept = 0
            for (currency, floor) in [("EUR", 5000_00), ("GBP", 2000_00), ("JPY", 300_000)] {
                let jar = after.units(currency, jar: "Reserve") ?? 0
                let whole = try #require(before.units(currency)) + (before.units(currency, jar: "Reserve") ?? 0)
                #expect(try #require(after.units(currency)) + jar == whole, "no money appears or is lost")
                #expect(after.units(currency) == floor || after.units(currency) == before.units(currency), "all or nothing")
                if after.units(currency) == floor { swept += 1 }
            }
            #expect((answered...3).contains(swept))

            #expect(try await household.run("run", "examples/03-sweep.lua").end == .code(0))
            #expect(try await household.account().units("EUR") == 5000_00)
        }

        @Test("while it makes its first world leaves none or a whole one")
        func killedAtTheStart() async throws {
            let household = try Household()
            for wait: UInt32 in stride(from: 4000, to: 100_000, by: 8000) {
                Files.remove(household.state)
                let program = try household.start("-e", "wise.balances()")
                // Where this meets the program is left to chance: every moment must be a good one.
                usleep(wait)
                program.send(SIGKILL)
                _ = try await program.end()
                #expect(try await household.account().entries == Account.first.value.entries)
            }
        }
    }
}
