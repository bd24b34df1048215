import LuaRuntime
import Testing

@Suite("The prompt")
struct PromptTests {
    /// What is typed, and what is shown.
    static let rows: [(String, [String])] = [
        ("1 + 1", ["2"]),
        ("1, 'two', nil, true", ["1", "two", "nil", "true"]),
        ("money '1.50 EUR' * 2", ["3.00 EUR"]),
        ("local x = 1", []),
        ("x = 5 return x", ["5"]),
        ("-- nothing", []),
        ("", []),
        ("for i = 1, 2 do end", []),
        ("(function(...) return select('#', ...) end)(nil, nil)", ["2"]),
    ]

    @Test("shows the values of what is typed", arguments: rows)
    func shows(line: String, shown: [String]) async throws {
        let lua = try LuaInterpreter.with()
        #expect(try await lua.evaluateForPrompt(line) == shown)
    }

    /// What is typed, and whether more may follow.
    static let failures: [(String, LuaFailure.Kind)] = [
        ("for i = 1, 2 do", .syntax(incomplete: true)),
        ("wise.profile {", .syntax(incomplete: true)),
        ("x = [[", .syntax(incomplete: true)),
        ("1 +", .syntax(incomplete: true)),
        ("1 +* 2", .syntax(incomplete: false)),
        ("end", .syntax(incomplete: false)),
        ("error 'x'", .runtime),
    ]

    @Test("knows when more lines may follow", arguments: failures)
    func incomplete(line: String, kind: LuaFailure.Kind) async throws {
        let lua = try LuaInterpreter.with()
        let failure = await #expect(throws: LuaFailure.self) { try await lua.evaluateForPrompt(line) }
        #expect(failure?.kind == kind)
    }

    @Test("shows values as the prelude wants")
    func display() async throws {
        let lua = try LuaInterpreter.with(prelude: "function host.display(v) return '<' .. tostring(v) .. '>' end")
        #expect(try await lua.evaluateForPrompt("1, nil") == ["<1>", "<nil>"])
    }

    @Test("shows text that is not UTF-8 with the bad bytes replaced")
    func invalidText() async throws {
        let lua = try LuaInterpreter.with()
        #expect(
            try await lua.evaluateForPrompt("'a\\xffb', utf8.charpattern") == [
                "a\u{FFFD}b", "[\0-\u{7F}\u{FFFD}-\u{FFFD}][\u{FFFD}-\u{FFFD}]*",
            ])
        let displaying = try LuaInterpreter.with(
            prelude: "function host.display(v) return type(v) == 'table' and v.charpattern or v end")
        #expect(try await displaying.evaluateForPrompt("utf8").count == 1)
    }

    @Test("keeps globals from line to line")
    func keeps() async throws {
        let lua = try LuaInterpreter.with()
        _ = try await lua.evaluateForPrompt("x = 20")
        #expect(try await lua.evaluateForPrompt("x * 2") == ["40"])
    }
}
