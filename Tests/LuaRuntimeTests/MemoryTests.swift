import LuaRuntime
import Testing

@Suite("Memory")
struct MemoryTests {
    /// Scripts that want all memory there is.
    static let bombs = [
        "local t = {} for i = 1, math.huge do t[i] = i end",
        "local s = 'x' while true do s = s .. s end",
        "local t = {} while true do t[#t + 1] = function() return t end end",
        "local t = {} while true do t[#t + 1] = coroutine.create(print) end",
        "local t = {} while true do t[#t + 1] = string.rep('x', 1 << 20) .. #t end",
        "local t = {} while true do t[#t + 1] = money '1 EUR' end",
        "local s = {} for i = 1, 1 << 20 do s[i] = 'x = 1' end load(table.concat(s, ' ')) local t = {} while true do t = {t} end",
        "local big = string.rep('x', 1 << 20) local t = {} for i = 1, 40 do t[i] = big end while true do host.echo(t) end",
    ]

    @Test("is limited, and the interpreter goes on", arguments: bombs)
    func bomb(source: String) async throws {
        let lua = try LuaInterpreter(
            .init(
                memoryLimit: 32 << 20, functions: [.echo, .money],
                preludes: [.init(name: "prelude", source: "host = ... money = host.money")]))
        #expect(try await lua.failure(of: source).kind == .memory)
        #expect(try await lua.run("return 'fine'") == ["fine"])
    }

    /// A script that wants all memory there is, and the line that the failure names.
    static let places: [(String, Int)] = [
        ("local t = {}\nfor i = 1, math.huge do\n  t[i] = i\nend", 3),
        ("local function fill(t)\n  while true do t = { t } end\nend\n\nfill()", 2),
        ("coroutine.wrap(function()\n  local s = 'x'\n  while true do s = s .. s end\nend)()", 3),
        ("pcall(string.rep, 'x', 1 << 24)\nlocal s = 'x'\nwhile true do\n  s = s:rep(2) .. 1\nend", 4),
        ("local t = {}\nwhile true do t[#t + 1] = echo(t) end", 2),
    ]

    @Test("that runs out names the script and the line", arguments: places)
    func place(source: String, line: Int) async throws {
        let lua = try LuaInterpreter(
            .init(
                memoryLimit: 8 << 20, functions: [.echo],
                preludes: [.init(name: "prelude", source: "local host = ... function echo(t) return host.echo(t) end")]))
        let failure = try await lua.failure(of: source)
        #expect(failure.kind == .memory)
        #expect(failure.chunkName == "test.lua")
        #expect(failure.line == line)
    }

    @Test("that does not suffice for the text of the script names the script")
    func largeScript() async throws {
        let lua = try LuaInterpreter(.init(memoryLimit: 1 << 20))
        let failure = try await lua.failure(of: "local t = {" + String(repeating: "{},", count: 100_000) + "}")
        #expect(failure.kind == .memory)
        #expect(failure.chunkName == "test.lua")
        #expect(failure.line == nil)
    }

    @Test("that is too small even for the library is a failure of the interpreter")
    func tooSmall() throws {
        for limit in [0, 1000, 10_000] {
            let failure = #expect(throws: LuaFailure.self) { try LuaInterpreter(.init(memoryLimit: limit)) }
            #expect(failure?.kind == .memory)
        }
    }

    /// Touches every part that allocates: library, arguments, answers, amounts, errors, coroutines, modules, patterns.
    private static let broad = """
        local t = { 1, 2, three = { 3 }, list = {} }
        for i = 1, 50 do t.list[i] = { id = i, name = 'row ' .. i } end
        local back = host.echo(t, 'text', money '1.50 EUR')
        assert(#back.list == 50)
        local sum = money '0 EUR'
        for i = 1, 10 do sum = sum + money '1.10 EUR' * i end
        local text = tostring(sum) .. ' ' .. sum
        pcall(function() return money '1 EUR' + money '1 USD' end)
        pcall(host.refuse)
        pcall(host.refuse_later)
        local object = host.object()
        assert(object.id == 1 and host.raw(object))
        local co = coroutine.wrap(function(...) for i = 1, 3 do coroutine.yield(host.later(i)) end error { 'end' } end)
        for i = 1, 3 do co() end
        pcall(co)
        local m = require 'part'
        for k, v in pairs { b = 1, a = 2, [1] = 3, [true] = 4 } do text = text .. tostring(k) end
        text = text:gsub('%w+', function(w) return w:upper() end):rep(3, '-')
        for w in text:gmatch('(%a)(%d*)') do text = text .. w end
        print(text, string.format('%s %5.2f', text, 1.5))
        table.sort(t.list, function(a, b) return a.name < b.name end)
        local f = load('local a = ... ; return function() return a end')
        xpcall(function() error(setmetatable({}, { __tostring = function() return 'x' end })) end, debug.traceback)
        pcall(require, 'nothing')
        local deep = 0
        local function dive() deep = deep + 1; return deep < 100 and 1 + dive() or 0 end
        dive()
        return text, t, sum
        """

    private func configuration(failing: AllocationFailure?) -> LuaInterpreter.Configuration {
        var configuration = LuaInterpreter.Configuration(
            functions: [
                .echo, .money,
                .immediate("refuse") { _ in throw LuaRaisedError(kind: "test", message: "no", hint: "none", details: ["a": 1]) },
                .waiting("refuse_later") { _ in throw LuaRaisedError(kind: "test", message: "no") },
                .waiting("later") { $0 },
                .immediate("object") { _ in
                    [.table(LuaTable(fields: [.init(key: "id", value: 1)], className: "thing", raw: "{}"))]
                },
            ],
            preludes: [.init(name: "prelude", source: "host = ... money = host.money; host.class('thing', {})")],
            modules: ["part": "return { a = 1 }"], strictGlobals: true)
        configuration.allocationFailure = failing
        return configuration
    }

    @Test("may run out at any single allocation without a crash", arguments: [false, true])
    func everyAllocation(lasting: Bool) async throws {
        let whole = try LuaInterpreter(configuration(failing: nil))
        _ = try await whole.run(Self.broad)
        let count = whole.allocationCount
        #expect(count > 500)
        var memoryFailures = 0
        for number in 1...count {
            do throws(LuaFailure) {
                let lua = try LuaInterpreter(configuration(failing: AllocationFailure(number: number, lasting: lasting)))
                _ = try await lua.run(Self.broad)
            } catch {
                if error.kind == .memory { memoryFailures += 1 }
            }
        }
        #expect(!lasting || memoryFailures > count / 2)
    }

    @Test("may run out while a head is read or a line evaluated, without a crash")
    func otherSteps() async throws {
        for number in 1...1200 {
            do throws(LuaFailure) {
                let lua = try LuaInterpreter(configuration(failing: AllocationFailure(number: number, lasting: false)))
                _ = try await lua.head(
                    of: Array("script { name = 'x', list = { 1, 2 } } host.echo()".utf8), chunkName: "head.lua")
                _ = try await lua.evaluateForPrompt("1, 'two', { 3 }")
                _ = try await lua.evaluateForPrompt("nothing.there")
            } catch {
                #expect(error.kind != .host)
            }
        }
    }
}
