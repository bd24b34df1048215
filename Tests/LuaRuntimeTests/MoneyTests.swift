import LuaRuntime
import Money
import Testing

@Suite("Amounts in Lua")
struct MoneyTests {
    /// An expression and its text.
    static let results: [(String, String)] = [
        ("money '12.30 EUR' + money '0.70 EUR'", "13.00 EUR"),
        ("money '1.00 EUR' - money '2.50 EUR'", "-1.50 EUR"),
        ("-money '2.50 EUR'", "-2.50 EUR"),
        ("money '2.50 EUR' * 3", "7.50 EUR"),
        ("-3 * money '2.50 EUR'", "-7.50 EUR"),
        ("money '2.50 EUR' * dec '0.5'", "1.250 EUR"),
        ("dec '0.5' * money '100 JPY'", "50.0 JPY"),
        ("dec '1.5' + dec '0.25'", "1.75"),
        ("dec '1.5' + 1", "2.5"),
        ("1 - dec '0.05'", "0.95"),
        ("dec '1.5' * dec '1.5'", "2.25"),
        ("-dec '1.5'", "-1.5"),
        ("math.mininteger * money '1 EUR'", "-9223372036854775808.00 EUR"),
        ("money '1 EUR' == money '1.00 EUR'", "true"),
        ("money '0 EUR' == money '0 USD'", "false"),
        ("money '1 EUR' == dec '1'", "false"),
        ("money '1 EUR' == 1", "false"),
        ("money '1 EUR' < money '1.01 EUR'", "true"),
        ("money '1 EUR' >= money '1.01 EUR'", "false"),
        ("money '1 EUR' <= money '1.00 EUR'", "true"),
        ("dec '0.5' < 1", "true"),
        ("2 <= dec '1.5'", "false"),
        ("'have ' .. money '1 EUR' .. '.'", "have 1.00 EUR."),
        ("money '1 EUR'.currency", "EUR"),
        ("money '1.25 EUR'.amount", "1.25"),
        ("host.kind(money '1.25 EUR'.amount)", "decimal"),
        ("getmetatable(money '1 EUR')", "false"),
        ("type(money '1 EUR')", "userdata"),
    ]

    @Test("calculate, compare and print exactly", arguments: results)
    func arithmetic(expression: String, text: String) async throws {
        let lua = try LuaInterpreter.with()
        #expect(try await lua.run("return tostring(\(expression))") == [.string(text)])
    }

    /// An expression that is refused, and the code of its error.
    static let refusals: [(String, String)] = [
        ("money '1 EUR' + money '1 USD'", "currency_mismatch"),
        ("money '1 EUR' - money '1 USD'", "currency_mismatch"),
        ("money '1 EUR' < money '1 USD'", "currency_mismatch"),
        ("money '1 EUR' + 1", "missing_currency"),
        ("1 - money '1 EUR'", "missing_currency"),
        ("money '1 EUR' + dec '1'", "missing_currency"),
        ("money '1 EUR' < 1", "missing_currency"),
        ("money '1 EUR' * money '1 EUR'", "invalid_operand"),
        ("money '1 EUR' * 1.5", "float_amount"),
        ("money '1 EUR' * 2.0", "float_amount"),
        ("dec '1' + 0.5", "float_amount"),
        ("dec '1' < 0.5", "float_amount"),
        ("money '1 EUR' + '1'", "invalid_operand"),
        ("money '1 EUR' + nil", "invalid_operand"),
        ("money '1 EUR' / 2", "no_division"),
        ("dec '1' // 2", "no_division"),
        ("money '1 EUR' % 2", "no_division"),
        ("dec '2' ^ 2", "no_power"),
        ("money '1 EUR' .. 5", "invalid_operand"),
        ("dec '170141183460469231731687303715884105727' + 1", "overflow"),
        ("dec '1e-36' * dec '1e-36'", "overflow"),
        ("money '1 EUR'.amnt", "unknown_field"),
    ]

    @Test("refuse what has no exact meaning", arguments: refusals)
    func refusal(expression: String, code: String) async throws {
        let lua = try LuaInterpreter.with()
        let failure = try await lua.failure(of: "return \(expression)")
        #expect(failure.raised?.kind == "money")
        #expect(failure.raised?.code == code)
    }

    @Test("cannot be changed")
    func unchangeable() async throws {
        let lua = try LuaInterpreter.with()
        #expect(try await lua.failure(of: "local m = money '1 EUR'; m.currency = 'USD'").raised?.code == "unchangeable")
    }

    @Test("have the methods that the prelude gives them")
    func methods() async throws {
        let lua = try LuaInterpreter.with(
            prelude: "host.methods('money').twice = function(m) return m * 2 end")
        #expect(try await lua.run("return tostring((money '1.50 EUR'):twice())") == ["3.00 EUR"])
    }

    /// A division, and what its hint names.
    static let divisions: [(String, [String])] = [
        ("money '1 EUR' / 3", [":split", ":allocate"]),
        ("money '1 EUR' / dec '3'", [":split", ":allocate"]),
        ("money '1 EUR' / money '3 EUR'", ["a.amount:divide(b.amount, digits, mode)"]),
        ("3 / money '1 EUR'", ["a.amount:divide(b.amount, digits, mode)"]),
        ("dec '1' / dec '3'", [":divide(other, digits, mode)"]),
        ("1 / dec '3'", [":divide(other, digits, mode)"]),
        ("dec '1' // 3", [":divide(other, digits, mode)"]),
    ]

    @Test("name what to do where somebody divides", arguments: divisions)
    func divisionHint(expression: String, names: [String]) async throws {
        let lua = try LuaInterpreter.with()
        let hint = try #require(try await lua.failure(of: "return \(expression)").raised?.hint)
        for name in names { #expect(hint.contains(name)) }
        #expect(hint.contains(":split") == names.contains(":split"))
    }

    /// A slip, and the hint.
    static let slips: [(String, String)] = [
        ("money('1 EUR'):is_postive()", "Did you mean 'is_positive'?"),
        ("money('1 EUR').curency", "Did you mean 'currency'?"),
        ("money('1 EUR').amuont", "Did you mean 'amount'?"),
        ("dec('1'):rond(2)", "Did you mean 'round'?"),
        ("dec('1').curency", "a decimal has methods only"),
        ("money('1 EUR').entirely_unknown", "its fields are amount and currency"),
        ("money('1 EUR')[1]", "its fields are amount and currency"),
    ]

    @Test("name the field or method that was meant", arguments: slips)
    func slip(expression: String, hint: String) async throws {
        let lua = try LuaInterpreter.with(
            prelude: "host.methods('money').is_positive = print host.methods('decimal').round = print")
        let raised = try await lua.failure(of: "return \(expression)").raised
        #expect(raised?.code == "unknown_field")
        #expect(raised?.hint == hint)
    }
}
