import LuaRuntime
import Scripting
import Testing
import WiseClient

@Suite("A slip in a script")
struct SlipTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let source: String
        let kind: String
        let code: String
        let message: String
        let hint: String?

        init(_ source: String, _ kind: String, _ code: String, _ message: String, _ hint: String?) {
            (self.source, self.kind, self.code, self.message, self.hint) = (source, kind, code, message, hint)
        }

        var testDescription: String { source }
    }

    static let rows = [
        Row("wise.qoute{}", "usage", "unknown_function", "wise has no 'qoute'", "Did you mean 'quote'?"),
        Row("out.tabel{}", "usage", "unknown_function", "out has no 'tabel'", "Did you mean 'table'?"),
        Row("log.warning()", "usage", "unknown_function", "log has no 'warning'", "There are: debug, info, warn, error"),
        Row(
            "wise.extra = 1", "usage", "read_only", "the module wise cannot be changed", "Keep your own values in local variables"
        ),
        Row(
            "wise.profile():blances()", "usage", "unknown_member", "a profile has no 'blances'", "Did you mean 'balances'?"),
        Row(
            "print(wise.balance('EUR').reserved)", "usage", "unknown_member", "a balance has no 'reserved'",
            "There are: operable, label, id, profile, currency, type, name, amount, reserved_amount, cash_amount, total_worth, "
                + "investment_state, creation_time, modification_time, visible"),
        Row(
            "wise.profile().balances()", "usage", "no_profile", "profile:balances needs a profile before the colon",
            "Write me:balances... with me = wise.profile()"),
        Row(
            "wise.quote{ sorce = EUR '1', target = 'GBP' }", "usage", "unknown_option", "profile:quote has no option 'sorce'",
            "Did you mean 'source'?"),
        Row(
            "wise.quote{ EUR '1', 'GBP' }", "usage", "options_expected", "profile:quote takes one table of options",
            "For example: print(wise.quote{ source = EUR \"100.00\", target = \"GBP\" }.target_amount)"),
        Row(
            "wise.capacity()", "usage", "missing_argument", "profile:capacity needs 'currency' (currency)",
            "For example: print(wise.profile{ type = \"personal\" }:capacity(\"SGD\").limit)"),
        Row(
            "money.zero('EUR', 'GBP')", "usage", "too_many_arguments", "money.zero takes 1 arguments, not 2",
            "For example: print(money.zero(\"EUR\"))"),
        Row(
            "wise.balances{ types = { 'JAR' } }", "usage", "wrong_type",
            "profile:balances: 'types' should be a list of \"STANDARD\" and \"SAVINGS\", not table", nil),
        Row(
            "wise.statement{ balance = 'EUR', from = 'yesterday', to = '2026-10-31' }", "usage", "wrong_type",
            "profile:statement: 'from' is no instant: yesterday",
            "Write it as \"2026-10-31\" or \"2026-10-31T23:59:59.999Z\", UTC"),
        Row(
            "EUR('1'):round('half_evn')", "usage", "unknown_rounding_mode", "amount:round: there is no rounding mode 'half_evn'",
            "Did you mean 'half_even'?"),
        Row(
            "wise.top_up{ balance = 'EUR', amount = EUR '1', channel = 'CASH' }", "usage", "wrong_type",
            "profile:top_up: 'channel' should be \"CARD\" or \"TRANSFER\", not \"CASH\"", nil),
        Row(
            "wise.find_balance('EURO')", "money", "unknown_currency",
            "\"EURO\" is no currency code of ISO 4217; did you mean EUR (Euro)?", nil),
        Row(
            "wise.balance('CHF')", "not_found", "no_such_balance", "there is no CHF balance",
            "Open it: profile:open_balance{ currency = \"CHF\" }, or ask with profile:find_balance(\"CHF\")"),
        Row("check(false)", "check", "check_failed", "the check failed", nil),
        Row("check(1 > 2, '%s is not %s', EUR '1', 2)", "check", "check_failed", "1.00 EUR is not 2", nil),
    ]

    @Test("is named, with what was meant", arguments: rows)
    func slip(row: Row) async throws {
        let raised = try #require(try await Workshop().failure(row.source).raised)
        #expect(raised.kind == row.kind)
        #expect(raised.code == row.code)
        #expect(raised.message == row.message)
        #expect(raised.hint == row.hint)
        #expect(!raised.retryable && !raised.ambiguous && raised.httpStatus == nil)
    }

    static let floats = [
        "money(1.0, 'EUR')", "EUR(0.5)", "wise.quote{ source = 1.5, target = 'GBP' }",
        "wise.quote{ source = 'EUR', target = 2.0 }",
        "wise.move{ from = 'EUR', to = 200006, amount = 1.0 }", "wise.top_up{ balance = 'EUR', amount = 1.0 }",
        "sim.deposit(200001, 1.0)", "sim.withdraw(200001, 1.0)", "EUR '1' + 1.0", "EUR '1' * 1.0", "decimal(0.1)",
        "money.min(EUR '1', 0.5)", "sim.rate('EUR', 'USD', 1.1)", "EUR('1'):allocate{ 0.5, 0.5 }",
        "wise.rates{ source = 'EUR', target = 'USD' }[1]:convert(1.0, 'down')",
    ]

    @Test("that puts a float where an exact number belongs is an error, also for a whole one", arguments: floats)
    func float(source: String) async throws {
        let workshop = try Workshop()
        let failure = try await workshop.failure("local result = \(source)")
        #expect(["usage", "money"].contains(failure.raised?.kind))
        #expect(await workshop.journal.entries.isEmpty)
    }

    @Test("never leaves the script's own place", arguments: rows)
    func place(row: Row) async throws {
        let failure = try await Workshop().failure("local x = 1\ndo \(row.source.replacing("print", with: "local y = ")) end")
        #expect(failure.chunkName == "test")
        #expect(failure.line == 2 || failure.kind == .syntax(incomplete: false))
    }

    @Test("is told for the simulator's functions on an account that is none")
    func noSimulator() async throws {
        let workshop = try Workshop(isSimulator: false)
        let raised = try #require(try await workshop.failure("sim.advance('1d')").raised)
        #expect(raised.code == "no_simulator")
        #expect(raised.hint == "Run the script without --env to use the embedded simulator")
        #expect(workshop.requests().isEmpty)
    }
}
