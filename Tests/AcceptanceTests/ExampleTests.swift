import Glibc
import Testing

extension Acceptance {
    @Suite("The examples")
    struct ExampleTests {
        static let files = Files.names(in: Place.repository + "/examples").filter { $0.hasSuffix(".lua") }

        @Test("all explain themselves, and run on a new world with a ledger that balances", arguments: files)
        func everyExample(file: String) async throws {
            let household = try Household()
            let source = try Files.text("\(Place.repository)/examples/\(file)")
            #expect(source.hasPrefix("-- "))
            #expect(source.contains("-- Why: ") && source.contains("-- What it may move: "))

            let outcome = try await household.run("run", "examples/\(file)")
            #expect(outcome.end == .code(0))
            #expect(outcome.messages.isEmpty)
            #expect(!outcome.output.isEmpty)
            _ = try await household.account()
        }

        @Test(
            "list their parameters with types, defaults and meaning",
            arguments: [
                ("01-first-look", ["--base <currency>", "(default EUR)"]),
                ("02-convert", ["--amount <money>", "(default 250.00 EUR)", "--to <currency>", "--max-fee <decimal>"]),
                (
                    "03-sweep",
                    ["--jar <string>", "--keep <list<money>>", "5000.00 EUR, 2000.00 GBP, 300000 JPY", "--min <decimal>"]
                ),
                ("04-capacity", ["--want <money>", "--headroom <decimal>", "(default 0.05)"]),
                ("05-month-end", ["--from <date>", "(default 2026-10-01)", "--to <date>"]),
                (
                    "06-rebalance",
                    ["--weights <list<string>>", "EUR=50, USD=30, GBP=20", "--band <decimal>", "--base <currency>"]
                ),
                ("07-tour", ["usage: florin run examples/07-tour.lua\n"]),
            ])
        func help(example: String, lines: [String]) async throws {
            let household = try Household()
            let outcome = try await household.run("run", "examples/\(example).lua", "--help")
            #expect(outcome.end == .code(0))
            for line in lines { #expect(outcome.output.contains(line)) }
            #expect(!Files.exists(household.state), "help needs no world")
        }

        @Test("that only look move nothing", arguments: ["01-first-look", "05-month-end"])
        func looking(example: String) async throws {
            let household = try Household()
            let before = try await household.account()
            #expect(try await household.run("run", "examples/\(example).lua").end == .code(0))
            let after = try await household.account()
            #expect(after.amounts == before.amounts)
            #expect(after.entries == before.entries)
        }

        @Test("convert 250 EUR into what the quote promised")
        func convert() async throws {
            let household = try Household()
            let before = try await household.account()
            let outcome = try await household.run("run", "examples/02-convert.lua")
            let after = try await household.account()
            let moved = try #require(Self.moved(in: outcome))
            #expect(moved.source == 250_00)
            #expect(try #require(before.units("EUR")) - 250_00 == after.units("EUR"))
            #expect(try #require(before.units("GBP")) + moved.target == after.units("GBP"))
            #expect(after.entries == before.entries + 1)
        }

        @Test("give the same over HTTP as in process")
        func overHTTP() async throws {
            let household = try Household()
            let local = try await household.run("run", "examples/02-convert.lua", "--fresh")
            let server = try household.start("simulator", "serve", "--fresh", "--port", "0")
            let address = try #require(try await server.line())
            let remote = try await household.run("run", "examples/02-convert.lua", "--base-url", address)
            #expect(remote.end == .code(0))
            #expect(try #require(Self.moved(in: remote)) == (try #require(Self.moved(in: local))))
            #expect(Self.holdings(in: remote) == Self.holdings(in: local))
            #expect(!Files.exists(household.world), "neither touches the stored world")
            server.send(SIGTERM)
            #expect(try await server.end().end == .code(0))
        }

        @Test("sweep what is above the floor into jars, and nothing the second time")
        func sweep() async throws {
            let household = try Household()
            let before = try await household.account()
            #expect(try await household.run("run", "examples/03-sweep.lua").end == .code(0))
            let after = try await household.account()
            for (currency, floor) in [("EUR", 5000_00), ("GBP", 2000_00), ("JPY", 300_000)] {
                #expect(after.units(currency) == floor)
                let spare = try #require(before.units(currency)) - floor
                #expect(after.units(currency, jar: "Reserve") == (before.units(currency, jar: "Reserve") ?? 0) + spare)
            }
            #expect(after.entries == before.entries + 3)

            #expect(try await household.run("run", "examples/03-sweep.lua").end == .code(0))
            let again = try await household.account()
            #expect(again.amounts == after.amounts)
            #expect(again.entries == after.entries)
        }

        @Test("bring money back from the jar when the floor is raised")
        func refill() async throws {
            let household = try Household()
            #expect(try await household.run("run", "examples/03-sweep.lua").end == .code(0))
            let before = try await household.account()
            let outcome = try await household.run(
                "run", "examples/03-sweep.lua", "--keep", "6000.00 EUR", "--keep=2000.49 GBP", "--min", "0.50")
            #expect(outcome.end == .code(0))
            let after = try await household.account()
            #expect(after.units("EUR") == 6000_00)
            #expect(try #require(before.units("EUR", jar: "Reserve")) - 1000_00 == after.units("EUR", jar: "Reserve"))
            #expect(after.units("GBP") == 2000_00, "a difference below the minimum stays")
            #expect(after.entries == before.entries + 1)
        }

        @Test("fill the hold limit up to the headroom and no further")
        func capacity() async throws {
            let household = try Household()
            let before = try await household.account()
            let outcome = try await household.run("run", "examples/04-capacity.lua", "--json")
            let after = try await household.account()
            let sent = try #require(Self.amount("send_now", in: outcome))
            let held = try #require(Self.amount("send_later", in: outcome))
            #expect(sent > 0 && sent + held == 12_000_00)
            let grown = try #require(after.units("SGD", of: Account.personal))
            #expect(try #require(before.units("SGD", of: Account.personal)) + sent == grown)
            #expect(after.entries == before.entries + 1)
        }

        @Test("rebalance with fewer conversions than currencies, and find nothing to do afterwards")
        func rebalance() async throws {
            let household = try Household()
            let before = try await household.account()
            #expect(try await household.run("run", "examples/06-rebalance.lua").end == .code(0))
            let after = try await household.account()
            #expect((1...2).contains(after.entries - before.entries))
            #expect(after.amounts != before.amounts)
            let again = try await household.run("run", "examples/06-rebalance.lua", "--band", "0.03")
            #expect(again.output.contains("every share is within its band"))
            #expect(try await household.account().entries == after.entries)
        }

        @Test("pay a supplier once he is known, from the balance in the amount's currency")
        func supplier() async throws {
            let household = try Household()
            let before = try await household.account()
            let words = ["run", "examples/08-pay-a-supplier.lua", "--json"]
            let outcome = try await household.run(words)
            #expect(outcome.end == .code(0), "\(outcome.messages)")
            let after = try await household.account()
            #expect(try #require(before.units("EUR")) - 320_00 == after.units("EUR"))
            #expect(after.units("GBP") == before.units("GBP"))
            let recipients = try await household.run("recipient", "list", "--currency", "GBP", "--json")
            // The second payment finds the supplier that the first one wrote down.
            #expect(try await household.run(words).end == .code(0))
            #expect(try await household.run("recipient", "list", "--currency", "GBP", "--json").output == recipients.output)
            let refused = try await household.run("run", "examples/08-pay-a-supplier.lua", "--max-fee", "0.01 EUR")
            #expect(refused.end == .code(5))
            #expect(try #require(before.units("EUR")) - 640_00 == (try await household.account().units("EUR")))
        }

        @Test("take a tour whose movements the account shows")
        func tour() async throws {
            let household = try Household()
            let before = try await household.account()
            let outcome = try await household.run("run", "examples/07-tour.lua")
            #expect(outcome.output.contains("the ledger agrees"))
            let after = try await household.account()
            #expect(try #require(before.units("EUR")) - 250_00 - 960_00 - 100_00 == after.units("EUR"))
            #expect(after.units("EUR", jar: "Summer") == 960_00)
            #expect(after.units("CHF") == nil)
            #expect(
                try #require(before.units("SGD", of: Account.personal)) + 500_00 == after.units("SGD", of: Account.personal))
            let pounds = try #require(after.units("GBP")) - (try #require(before.units("GBP")))
            let jar = try #require(after.units("GBP", jar: "Fair"))
            // The fixed part of a fee weighs more on 100 EUR than on 250.
            #expect(jar > 0 && jar * 25 <= pounds * 10)
        }

        /// The amounts of `movement  3000027  250.00 EUR  ->  215.11 GBP`.
        private static func moved(in outcome: Outcome) -> MovedUnits? {
            guard let line = outcome.lines.first(where: { $0.hasPrefix("movement") }) else { return nil }
            let words = line.split(separator: " ")
            guard words.count == 7, let source = Account.units(String(words[2])), let target = Account.units(String(words[5]))
            else { return nil }
            return MovedUnits(source: source, target: target)
        }

        struct MovedUnits: Equatable {
            let source: Int
            let target: Int
        }

        private static func holdings(in outcome: Outcome) -> [Substring] {
            Array(outcome.lines.drop { $0 != "afterwards" })
        }

        private static func amount(_ name: String, in outcome: Outcome) -> Int? {
            let words = outcome.output.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "_" }
            guard let index = words.firstIndex(where: { $0 == name }), index + 2 < words.count, words[index + 1] == "value" else {
                return nil
            }
            return Account.units(String(words[index + 2]))
        }
    }
}
