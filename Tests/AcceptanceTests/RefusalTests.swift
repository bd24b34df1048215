import Testing

extension Acceptance {
    @Suite("What is refused")
    struct RefusalTests {
        /// A line of Lua, the exit code that it ends with, and what the message must say.
        struct Row: Sendable, CustomTestStringConvertible {
            let code: String
            let exit: Int32
            let says: [String]

            init(_ code: String, _ exit: Int32, _ says: String...) { (self.code, self.exit, self.says) = (code, exit, says) }

            var testDescription: String { code }
        }

        static let slips = [
            Row("wise.balanecs()", 1, "wise has no 'balanecs'", "Did you mean 'balances'?"),
            Row("wise.profile():qoute{}", 1, "a profile has no 'qoute'", "Did you mean 'quote'?"),
            Row("sim.depositt()", 1, "sim has no 'depositt'", "Did you mean 'deposit'?"),
            Row("wise.balances{ tpyes = { 'STANDARD' } }", 1, "has no option 'tpyes'", "Did you mean 'types'?"),
            Row("wise.balances()[1].amuont", 1, "a balance has no 'amuont'", "Did you mean 'amount'?"),
            Row("wise.balance('EURO')", 1, "EURO", "EUR"),
            Row("wise.jar{ name = 'Reserv', currency = 'EUR' }", 1, "no EUR jar called 'Reserv'", "create = true", "'Reserve'"),
            Row("wise.move{ from = 'EUR' }", 1, "needs 'to'", "For example: wise.move{"),
            Row("sim.advance('1w')", 1, "not \"1w\"", "31m"),
        ]

        static let money = [
            Row("money(1.0, 'EUR')", 1, "not float", "never a float", "EUR \"12.30\""),
            Row("EUR(12.3)", 1, "not float", "never a float"),
            Row("EUR '10' * 1.5", 1, "never a float"),
            Row("wise.quote{ source = 10.0, target = 'GBP' }", 1, "'source'", "not float", "never a float"),
            Row("wise.move{ from = 'EUR', to = 200006, amount = 1.0 }", 1, "'amount'", "not float", "never a float"),
            Row("sim.deposit(200001, 5.0)", 1, "not float", "never a float"),
            Row("EUR '1' + GBP '1'", 1, "cannot add EUR and GBP", "convert one of them first"),
            Row("EUR '1' < GBP '1'", 1, "EUR", "GBP"),
            Row("EUR '1,50'", 1, "1,50"),
            Row("wise.quote{ source = EUR '10', target = GBP '10' }", 1, "one amount, not both", "{ source = EUR"),
            Row("wise.quote{ source = 'EUR', target = 'GBP' }", 1, "needs one amount", "{ source = EUR"),
            Row("wise.move{ from = 'EUR', to = 200006, amount = EUR '0.001' }", 1, "more decimal places", "Round it first"),
            Row("wise.move{ from = 'EUR', to = 200006, amount = EUR '-1' }", 1, "not above zero"),
            Row("wise.move{ from = 'EUR', to = 200006 }", 1, "either an amount or a quote"),
        ]

        static let bank = [
            Row(
                "local q = wise.quote{ source = EUR '10', target = 'GBP' } sim.advance('31m') wise.convert(q)", 10,
                "expired", "Take a new quote"),
            Row(
                "local q = wise.quote{ source = EUR '10', target = 'GBP' } wise.convert(q) wise.convert(q)", 10,
                "used before", "Take a new quote"),
            Row(
                "local q = wise.profile{ type = 'business' }:quote{ source = SGD '10', target = 'GBP' } "
                    + "wise.profile{ type = 'personal' }:convert(q)", 10, "another user's"),
            Row("wise.convert('b0000000-0000-4000-8000-000000000000')", 10, "no quote", "Take a new one"),
            Row(
                "wise.move{ from = 'EUR', to = 200006, amount = EUR '1000000' }", 10, "less than 1000000.00 EUR",
                "nothing was moved"),
            Row("wise.close_balance('EUR')", 10, "Only an empty balance can be closed"),
            Row("wise.open_balance{ currency = 'EUR' }", 10, "EUR balance already", "one STANDARD balance in each currency"),
            Row(
                "local q = wise.quote{ source = USD '1', target = 'EUR' } wise.move{ from = 200008, to = 'EUR', quote = q }", 10,
                "invested"),
            Row("wise.move{ from = 200008, to = 'USD', amount = USD '1' }", 10, "Balance 200008 is invested"),
            Row("wise.move{ from = 'EUR', to = 'GBP', amount = EUR '1' }", 10, "another currency needs a quote"),
            Row("wise.balance(4711)", 10, "4711"),
            Row("wise.request{ path = '/v9/nothing' }", 10),
            Row("check(1 == 2, '%s is missing', EUR '3')", 5, "3.00 EUR is missing"),
            Row("check(false, '100% sure')", 5, "100% sure"),
        ]

        @Test("is a slip, with what was meant", arguments: slips)
        func slip(row: Row) async throws { try await expect(row) }

        @Test("is money that would not be exact or not make sense", arguments: money)
        func inexact(row: Row) async throws { try await expect(row) }

        @Test("by the bank leaves with the code for it and the next step", arguments: bank)
        func refusedByBank(row: Row) async throws { try await expect(row) }

        private func expect(_ row: Row) async throws {
            let household = try Household()
            let outcome = try await household.run("-e", row.code)
            #expect(outcome.end == .code(row.exit), "\(outcome.messages)")
            #expect(outcome.output.isEmpty)
            #expect(outcome.messages.hasPrefix("error: "))
            for part in row.says { #expect(outcome.messages.contains(part)) }
            let done = row.code.contains("convert(q) wise.convert(q)") ? 1 : 0
            #expect(try await household.account().entries == Account.first.value.entries + done)
        }

        @Test("shows the script and the line, however deep the call")
        func place() async throws {
            let household = try Household()
            let script = try household.file(
                "place.lua",
                """
                local me = wise.profile()
                local function open(code)
                  local balance = me:open_balance { currency = code }
                  return balance
                end
                local done = open("EUR")
                """)
            let outcome = try await household.run("run", script)
            #expect(outcome.end == .code(10))
            #expect(outcome.messages.hasPrefix("error: \(script):3: There is a EUR balance already"))
        }

        @Test("names the script and the line of a call whose result is returned as it is")
        func tailCall() async throws {
            let household = try Household()
            let script = try household.file("tail.lua", "return wise.open_balance { currency = 'EUR' }")
            let outcome = try await household.run("run", script)
            #expect(outcome.end == .code(10))
            #expect(outcome.messages.hasPrefix("error: \(script):1: There is a EUR balance already"))
        }

        @Test("can be everything that changes the account")
        func readOnly() async throws {
            let household = try Household()
            let before = try await household.account()
            let outcome = try await household.run("run", "--read-only", "examples/02-convert.lua")
            #expect(outcome.end == .code(5))
            #expect(outcome.messages.contains("this session only reads"))
            #expect(try await household.account().amounts == before.amounts)
            #expect(try await household.run("run", "--read-only", "examples/01-first-look.lua").end == .code(0))
        }
    }
}
