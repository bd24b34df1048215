import LuaRuntime
import Testing

@Suite("Errors")
struct ErrorTests {
    private static let refused = LuaRaisedError(
        kind: "api", code: "balance.payment-option-unavailable", message: "not enough money", httpStatus: 422, retryable: true,
        ambiguous: true, hint: "deposit first", details: ["missing": "12.30"])

    private func interpreter() throws -> LuaInterpreter {
        try LuaInterpreter.with(functions: [
            .immediate("refuse") { _ in throw Self.refused },
            .waiting("refuse_later") { _ in throw Self.refused },
            .immediate("break") { _ in throw CancellationError() },
        ])
    }

    @Test("of a host function are tables that a script can look at", arguments: ["refuse", "refuse_later"])
    func fields(function: String) async throws {
        let values = try await interpreter().run(
            """
            local ok, e = pcall(host.\(function))
            return ok, e.kind, e.code, e.message, e.http_status, e.retryable, e.ambiguous, e.hint, e.details.missing
            """)
        #expect(
            values == [
                false, "api", "balance.payment-option-unavailable", "not enough money", 422, true, true, "deposit first", "12.30",
            ])
    }

    @Test("are printed as one line")
    func text() async throws {
        #expect(
            try await interpreter().run("local _, e = pcall(host.refuse) return tostring(e)")
                == ["not enough money [api.balance.payment-option-unavailable]; deposit first"])
    }

    @Test("that nobody catches come out whole, with place and calls", arguments: ["refuse", "refuse_later"])
    func uncaught(function: String) async throws {
        let failure = try await interpreter().failure(
            of: """
                local function pay()
                  host.\(function)()
                end
                pay()
                """)
        #expect(failure.kind == .runtime)
        #expect(failure.raised == Self.refused)
        #expect(failure.chunkName == "test.lua")
        #expect(failure.line == 2)
        #expect(
            failure.traceback?.contains("test.lua:2: in upvalue 'pay'") == true || failure.traceback?.contains("'pay'") == true)
    }

    /// Ways to raise the error again.
    static let raisedAgain = [
        "local _, e = pcall(host.refuse) error(e)",
        "local _, e = pcall(host.refuse) error(e, 2)",
        "local co = coroutine.wrap(function() host.refuse() end) co()",
        "local co = coroutine.create(function() host.refuse() end) local _, e = coroutine.resume(co) error(e)",
        "local _, e = xpcall(host.refuse, function(e) return e end) error(e)",
        "table.sort({3, 1, 2}, function() host.refuse() end)",
        "string.gsub('abc', '.', function() host.refuse() end)",
        "local _ <close> = setmetatable({}, {__close = function() end}) host.refuse()",
    ]

    @Test("pass through everything unchanged", arguments: raisedAgain)
    func unchanged(source: String) async throws {
        #expect(try await interpreter().failure(of: source).raised == Self.refused)
    }

    @Test("of an unknown Swift type are of kind internal")
    func unknown() async throws {
        #expect(try await interpreter().failure(of: "host['break']()").raised?.kind == "internal")
    }

    @Test("of Lua name the line, and not the part of the host that called")
    func plain() async throws {
        let lua = try LuaInterpreter.with(prelude: "function twice(x) return x * 2 end")
        let failure = try await lua.failure(of: "local a\n\nlocal b = twice(a)")
        #expect(failure.kind == .runtime)
        #expect(failure.message == "prelude:2: attempt to perform arithmetic on a nil value (local 'x')")
        #expect(failure.chunkName == "test.lua")
        #expect(failure.line == 3)
        #expect(failure.raised == nil)
    }

    /// What is raised, and the text of the failure.
    static let objects: [(String, String)] = [
        ("error()", "an error without a message (nil)"),
        ("error(false)", "an error without a message (a boolean)"),
        ("error {}", "an error without a message (a table)"),
        ("error { message = 42 }", "an error without a message (a table)"),
        ("error(setmetatable({}, {__name = 'thing'}))", "an error without a message (a table)"),
        ("error(print)", "an error without a message (a function)"),
        ("error(coroutine.create(print))", "an error without a message (a coroutine)"),
        ("error { message = 'the limit is reached' }", "the limit is reached"),
        ("error { message = 'no', kind = 'check', code = 'limit', hint = 'ask' }", "no [check.limit]; ask"),
        ("error(42)", "42"),
        ("error('text', 0)", "text"),
        ("error(setmetatable({}, {__tostring = function() return 'own text' end}))", "own text"),
        ("error(setmetatable({}, {__tostring = function() error('again') end}))", "an error object without a text"),
        ("error(setmetatable({}, {__tostring = function() return 1 end}))", "1"),
        ("error('\\xff', 0)", "\u{FFFD}"),
    ]

    @Test("of any type have a text", arguments: objects)
    func object(source: String, text: String) async throws {
        #expect(try await interpreter().failure(of: source).message == text)
    }

    /// Tables that a script raises, and what comes out.
    static let tables: [(String, LuaRaisedError?)] = [
        (
            "{ kind = 'check', code = 'limit', message = 'the limit is reached', hint = 'ask Mira', http_status = 409, "
                + "retryable = true, ambiguous = true }",
            LuaRaisedError(
                kind: "check", code: "limit", message: "the limit is reached", httpStatus: 409, retryable: true,
                ambiguous: true, hint: "ask Mira")
        ),
        ("{ message = 'no' }", LuaRaisedError(kind: "script", message: "no")),
        ("{ message = 'no', [true] = 1 }", LuaRaisedError(kind: "script", message: "no")),
        ("{ message = 'no', 1, nil, 3, call = print }", LuaRaisedError(kind: "script", message: "no")),
        (
            "(function() local t = { message = 'no', kind = 'loop' } t.t = t return t end)()",
            LuaRaisedError(kind: "loop", message: "no")
        ),
        ("{ message = 'no', code = '\\xff' }", LuaRaisedError(kind: "script", code: "\u{FFFD}", message: "no")),
        ("{ 'no' }", nil),
        ("{ message = {} }", nil),
    ]

    @Test("that a script makes from a table come out with their fields", arguments: tables)
    func table(source: String, raised: LuaRaisedError?) async throws {
        let failure = try await interpreter().failure(of: "\nerror(\(source))")
        #expect(failure.raised == raised)
        #expect(failure.message.contains("0x") == false)
        #expect(failure.line == 2)
    }

    /// Text that is not Lua, the line, and whether more may follow.
    static let syntax: [(String, Int, Bool)] = [
        ("x = = 1", 1, false),
        ("local a = 1\nlocal b = }\n", 2, false),
        ("for i = 1, 2 do", 1, true),
        ("x = [[ a\nb", 2, true),
        ("f(", 1, true),
        ("goto nowhere", 1, false),
    ]

    @Test("of syntax name the line and say whether more may follow", arguments: syntax)
    func syntaxError(source: String, line: Int, isIncomplete: Bool) async throws {
        let failure = try await interpreter().failure(of: source)
        #expect(failure.kind == .syntax(incomplete: isIncomplete))
        #expect(failure.line == line)
        #expect(failure.message.hasPrefix("test.lua:\(line):"))
    }

    @Test("in a prelude make no interpreter")
    func prelude() throws {
        let failure = #expect(throws: LuaFailure.self) {
            try LuaInterpreter(.init(preludes: [.init(name: "core", source: "\n\nerror 'broken'")]))
        }
        #expect(failure?.message == "core:3: broken")
        #expect(failure?.line == 3)
    }

    @Test("leave the interpreter usable")
    func usable() async throws {
        let lua = try interpreter()
        for source in ["error 'x'", "x = =", "host.refuse()", "local function f() return f() + 1 end f()"] {
            _ = try await lua.failure(of: source)
            #expect(try await lua.run("return 'fine'") == ["fine"])
        }
    }
}
