import Testing

extension Acceptance {
    @Suite("One operation from the command line: balances, quotes, conversions")
    struct AccountOperationTests {
        @Test("shows people a table and programs the same as JSON")
        func balances() async throws {
            let household = try Household()
            let table = try await household.run("balance", "list")
            #expect(table.end == .code(0))
            #expect(table.messages.isEmpty)
            #expect(table.lines.first?.hasPrefix("    id  currency  type") == true)
            #expect(table.lines.count == 9)

            let programs = try await household.run("balance", "list", "--json")
            #expect(programs.messages.isEmpty, "the table is not shown beside the JSON")
            let envelope = try Envelope(programs)
            #expect(envelope.list()?.count == 8)
            #expect(envelope.text("0.amount.value") == "18410.41")
            #expect(envelope.text("0.amount.currency") == "EUR")

            let jars = try Envelope(try await household.run("balance", "list", "--type", "savings", "--json"))
            #expect(jars.list()?.count == 3)
        }

        @Test("looks at a balance by its currency or its number")
        func balance() async throws {
            let household = try Household()
            let fields = try await household.run("balance", "get", "EUR")
            #expect(fields.end == .code(0))
            #expect(fields.output.contains("amount             18410.41 EUR\n"))
            let jar = try Envelope(try await household.run("balance", "get", "200006", "--json"))
            #expect(jar.text("name") == "Reserve")
            #expect(jar.number("id") == 200006)
        }

        @Test("opens and closes a balance and a jar")
        func opening() async throws {
            let household = try Household()
            let francs = try await household.run("balance", "open", "CHF")
            #expect(francs.end == .code(0), "\(francs.messages)")
            #expect(francs.output.contains("currency  CHF"))
            let jar = try Envelope(try await household.run("balance", "open", "EUR", "--name", "Fair \"A\"", "--json"))
            #expect(jar.text("name") == "Fair \"A\"", "a text is handed over as it is")
            #expect(jar.text("type") == "SAVINGS")
            let opened = try await household.account()
            #expect(opened.units("CHF") == 0 && opened.units("EUR", jar: "Fair \"A\"") == 0)

            let number = try #require(jar.number("id"))
            #expect(try await household.run("balance", "close", "\(number)").output == "closed  \(number)  EUR Fair \"A\"\n")
            #expect(try await household.run("balance", "close", "CHF").end == .code(0))
            let closed = try await household.account()
            #expect(closed.units("CHF") == nil && closed.units("EUR", jar: "Fair \"A\"") == nil)
        }

        @Test("fixes what leaves or what arrives, and moves nothing for a price")
        func quotes() async throws {
            let household = try Household()
            let leaving = try Envelope(try await household.run("quote", "create", "--amount", "250 EUR", "--to", "GBP", "--json"))
            #expect(leaving.text("source_amount.value") == "250.00")
            let arriving = try Envelope(
                try await household.run("quote", "create", "--from", "EUR", "--amount", "50.00 GBP", "--json"))
            #expect(arriving.text("target_amount.value") == "50.00")
            let both = try Envelope(
                try await household.run("quote", "create", "--from", "EUR", "--to", "GBP", "--amount", "50 GBP", "--json"))
            #expect(both.text("target_amount.value") == "50.00")

            let id = try #require(leaving.text("id"))
            let found = try await household.run("quote", "get", id)
            #expect(found.end == .code(0), "\(found.messages)")
            #expect(found.output.hasPrefix("id             \(id)\nsource_amount  250.00 EUR\n"))
            #expect(try await household.account().entries == Account.first.value.entries)
        }

        @Test("converts by a quote or at once, and names the movement")
        func conversions() async throws {
            let household = try Household()
            let before = try await household.account()
            let quote = try Envelope(try await household.run("quote", "create", "--amount", "250 EUR", "--to", "GBP", "--json"))
            let id = try #require(quote.text("id"))
            let used = try await household.run("convert", "--quote", id)
            #expect(used.end == .code(0), "\(used.messages)")
            #expect(used.output.wholeMatch(of: /(?s)id +[0-9]+\n.*source_amount +250\.00 EUR\n.*/) != nil)
            let direct = try Envelope(try await household.run("convert", "--from", "EUR", "--amount", "50 GBP", "--json"))
            #expect(direct.number("id") != nil)
            let after = try await household.account()
            #expect(after.entries == before.entries + 2)
            let target = try #require(quote.text("target_amount.value").flatMap(Account.units))
            #expect(try #require(before.units("GBP")) + target + 50_00 == after.units("GBP"))

            let again = try await household.run("convert", "--quote", id, "--json")
            #expect(again.end == .code(10))
            #expect(try Envelope(again).error?["code"] as? String == "quote.already-used")
            #expect(try await household.account().entries == after.entries)
        }

        @Test("moves between a balance and a jar, and names the movement")
        func moves() async throws {
            let household = try Household()
            let before = try await household.account()
            let into = try Envelope(
                try await household.run("move", "--from", "EUR", "--to", "200006", "--amount", "25.00 EUR", "--json"))
            #expect(into.number("id") != nil)
            let back = try await household.run("move", "--from", "200006", "--to", "EUR", "--amount", "5 EUR")
            #expect(back.output.hasPrefix("id "))
            let after = try await household.account()
            #expect(try #require(before.units("EUR")) - 20_00 == after.units("EUR"))
            #expect(try #require(before.units("EUR", jar: "Reserve")) + 20_00 == after.units("EUR", jar: "Reserve"))
        }

        @Test("prints limit, worth, rates and statement")
        func reading() async throws {
            let household = try Household()
            #expect(try await household.run("capacity", "SGD", "--profile", "personal").output == "4955.03 SGD\n")
            #expect(try await household.run("capacity", "EUR").output == "without limit\n")
            let total = try await household.run("total", "EUR")
            #expect(total.lines.first?.wholeMatch(of: /total_worth +[0-9]+\.[0-9]{2} EUR/) != nil)
            let rates = try Envelope(try await household.run("rates", "--source", "EUR", "--target", "USD", "--json"))
            #expect(rates.list()?.count == 1)
            #expect(rates.text("0.value")?.contains(".") == true)

            let words = ["statement", "get", "EUR", "--from", "2026-10-01", "--to", "2026-10-31"]
            let table = try await household.run([Place.program] + words)
            #expect(table.end == .code(0), "\(table.messages)")
            #expect(table.lines.first?.hasPrefix("opening  ") == true && table.lines.last == "closing  18410.41 EUR")
            let flat = try Envelope(try await household.run([Place.program] + words + ["--type", "flat", "--json"]))
            #expect(flat.text("closing.value") == "18410.41")
            #expect((flat.list("lines")?.count ?? 0) >= table.lines.count - 3)
        }

        @Test("sends nothing that changes the account under --read-only")
        func readOnly() async throws {
            let household = try Household()
            for words in [
                ["convert", "--amount", "1 EUR", "--to", "GBP"],
                ["move", "--from", "EUR", "--to", "200006", "--amount", "1 EUR"],
                ["balance", "open", "CHF"],
            ] {
                let outcome = try await household.run([Place.program] + words + ["--read-only"])
                #expect(outcome.end == .code(5))
                #expect(outcome.messages.contains("this session only reads"))
            }
            #expect(try await household.account().amounts == Account.first.value.amounts)
        }

        @Test("says what a recipient needs, and completes a quote for a transfer")
        func sending() async throws {
            let household = try Household()
            let forms = try await household.run("recipient", "requirements", "--amount", "10 EUR", "--to", "GBP")
            #expect(forms.end == .code(0), "\(forms.messages)")
            #expect(forms.output.contains("sort_code") && forms.output.contains("accountNumber"))
            let quote = try Envelope(
                try await household.run(
                    "quote", "create", "--amount", "10 EUR", "--to", "GBP", "--pay-out", "bank_transfer", "--json"))
            #expect(quote.text("pay_out") == "BANK_TRANSFER")
            let id = try #require(quote.text("id"))
            let updated = try Envelope(try await household.run("quote", "update", id, "--pay-out", "BALANCE", "--json"))
            #expect(updated.text("pay_out") == "BALANCE" && updated.text("id") == id)
            #expect(try await household.account().amounts == Account.first.value.amounts)
        }

        static let refusals: [(words: [String], exit: Int32, says: String)] = [
            (["balance", "get", "CHF"], 1, "there is no CHF balance"),
            (["balance", "get", "4711"], 10, "4711"),
            (["balance", "open", "EUR"], 10, "EUR balance already"),
            (["balance", "close", "EUR"], 10, "Only an empty balance can be closed"),
            (["convert", "--amount", "1000000 EUR", "--to", "GBP"], 10, "EUR"),
            (["convert", "--quote", "b0000000-0000-4000-8000-000000000000"], 10, "no quote"),
            (["move", "--from", "EUR", "--to", "200006", "--amount", "1000000 EUR"], 10, "nothing was moved"),
            (["move", "--from", "200008", "--to", "USD", "--amount", "1 USD"], 10, "Balance 200008 is invested"),
            (["statement", "get", "EUR", "--from", "2024-01-01", "--to", "2026-01-01"], 2, "longer than 469 days"),
        ]

        @Test("ends with the code of the refusal, says what to do, and names no place in Lua", arguments: refusals)
        func refused(words: [String], exit: Int32, says: String) async throws {
            let household = try Household()
            let outcome = try await household.run([Place.program] + words)
            #expect(outcome.end == .code(exit), "\(outcome.messages)")
            #expect(outcome.output.isEmpty)
            #expect(outcome.messages.contains(says))
            #expect(!outcome.messages.contains("florin:"))
            #expect(outcome.messages.contains("\n  hint: "))
            let programs = try Envelope(try await household.run([Place.program] + words + ["--json"]))
            #expect(programs.error?["exit_code"] as? Int == Int(exit))
            #expect(try await household.account().amounts == Account.first.value.amounts)
        }

        static let slips: [(words: [String], says: [String])] = [
            (["balance", "get", "EURO"], ["<balance>", "EURO", "did you mean EUR"]),
            (["balance", "get"], ["missing expected argument '<balance>'", "see florin balance get --help"]),
            (["balance", "lst"], ["unexpected argument 'lst'", "see florin balance --help"]),
            (["balance", "list", "--type", "JAR"], ["'types'", "STANDARD"]),
            (["quote", "create", "--amount", "250", "--to", "GBP"], ["--amount", "250", "12.30 EUR"]),
            (["quote", "create", "--amount", "250 EUR"], ["the other currency is missing", "--to GBP"]),
            (["quote", "create", "--to", "GBP"], ["--amount is missing", "--to GBP"]),
            (
                ["quote", "create", "--amount", "1 USD", "--from", "EUR", "--to", "GBP"],
                ["USD, which is neither --from nor --to"]
            ),
            (["convert", "--quote", "x", "--to", "GBP"], ["cannot stand beside --quote"]),
            (["move", "--from", "EUR", "--to", "200006"], ["either --amount or --quote"]),
            (["move", "--from", "EUR", "--to", "200006", "--amount", "0.001 EUR"], ["more decimal places"]),
            (["move", "--from", "EUR", "--amount", "1 EUR"], ["missing expected argument '--to"]),
            (["quote", "update", "x"], ["nothing to update", "--recipient"]),
            (["quote", "update", "x", "--recipient", "1"], ["no UUID"]),
            (["recipient", "get", "Ann"], ["<recipient>", "'Ann' is no integer"]),
            (["recipient", "requirements", "--to", "GBP"], ["either --quote, or --amount and --to"]),
            (
                ["recipient", "create", "--currency", "GBP", "--type", "iban", "--name", "A B", "--detail", "x"],
                ["--detail: 'x' is no name with a value"]
            ),
            (["recipient", "list", "--limit", "0"], ["'limit'", "above zero"]),
            (["transfer", "create", "--recipient", "1"], ["--amount is missing"]),
            (["transfer", "create", "--recipient", "1", "--quote", "x", "--to", "GBP"], ["cannot stand beside --quote"]),
            (["transfer", "list", "--from", "yesterday"], ["no instant: yesterday"]),
            (["transfer", "fund"], ["missing expected argument '<transfer>'", "see florin transfer fund --help"]),
            (["activity", "list", "--limit", "many"], ["--limit", "'many' is no integer"]),
            (["account", "eligibility", "--state", "CA"], ["--state needs --country"]),
            (["bank-details", "order", "EURO"], ["<currency>", "did you mean EUR"]),
            (["capacity", "EURO"], ["<currency>", "did you mean EUR"]),
            (["statement", "get", "EUR", "--from", "yesterday", "--to", "2026-10-31"], ["no instant: yesterday", "2026-10-31"]),
            (["statement", "get", "EUR", "--from", "2026-10-01", "--to", "2026-10-31", "--type", "LONG"], ["COMPACT", "FLAT"]),
        ]

        @Test("is wrong usage with 2 when it cannot be meant", arguments: slips)
        func slip(words: [String], says: [String]) async throws {
            let outcome = try await Household().run([Place.program] + words)
            #expect(outcome.end == .code(2), "\(outcome.messages)")
            #expect(outcome.output.isEmpty)
            for part in says { #expect(outcome.messages.contains(part), "\(outcome.messages)") }
            #expect(outcome.messages.contains("\n  hint: "))
        }
    }
}
