import LuaRuntime
import Testing

@Suite("The sandbox")
struct SandboxTests {
    @Test("shows exactly these names")
    func globals() async throws {
        let lua = try LuaInterpreter(.init())
        let names = try await lua.run(
            """
            local names = {}
            for name, value in pairs(_G) do
              names[#names + 1] = name
              if type(value) == 'table' and name ~= '_G' then
                for inner in pairs(value) do names[#names + 1] = name .. '.' .. inner end
              end
            end
            table.sort(names)
            return table.concat(names, ' ')
            """)
        let expected = """
            _G _VERSION assert collectgarbage coroutine coroutine.close coroutine.create coroutine.isyieldable \
            coroutine.resume coroutine.running coroutine.status coroutine.wrap coroutine.yield debug debug.traceback error \
            getmetatable ipairs load math math.abs math.acos math.asin math.atan math.ceil math.cos math.deg math.exp \
            math.floor math.fmod math.huge math.log math.max math.maxinteger math.min math.mininteger math.modf math.pi \
            math.rad math.random math.randomseed math.sin math.sqrt math.tan math.tointeger math.type math.ult next pairs \
            pcall print rawequal rawget rawlen rawset require select setmetatable string string.byte string.char \
            string.find string.format string.gmatch string.gsub string.len string.lower string.match string.pack \
            string.packsize string.rep string.reverse string.sub string.unpack string.upper table table.concat \
            table.insert table.move table.pack table.remove table.sort table.unpack tonumber tostring type utf8 \
            utf8.char utf8.charpattern utf8.codepoint utf8.codes utf8.len utf8.offset xpcall
            """
        #expect(names == [.string(expected)])
    }

    /// What is refused, and a part of the message.
    static let refusals: [(String, String)] = [
        ("assert(load('\\27Lua'))", "attempt to load a binary chunk"),
        ("assert(load('return 1', 'x', 'b'))", "only text can be loaded"),
        ("setmetatable({}, {__gc = function() end})", "finalizers"),
        ("setmetatable({}, {__gc = 1})", "finalizers"),
        ("collectgarbage('stop')", "invalid option 'stop'"),
        ("collectgarbage('generational')", "invalid option"),
        ("math.randomseed()", "needs a number"),
        ("string.rep('x', 1 << 40)", "larger than 64 MiB"),
        ("string.rep('x', 1 << 62, 'y')", "larger than 64 MiB"),
        ("table.move({1}, 1, 1e8, 2)", "more than 10000000 elements"),
        ("table.concat({}, '', math.mininteger, math.maxinteger)", "more than 10000000 elements"),
        ("table.unpack({}, 1, 1e8)", "more than 10000000 elements"),
        ("table.insert(setmetatable({}, {__len = function() return 1e15 // 1 | 0 end}), 1, 1)", "more than 10000000 elements"),
        ("table.concat()", "bad argument #1 to 'concat'"),
        ("table.insert({}, 5, 1)", "bad argument #2 to 'insert'"),
        ("string.rep()", "bad argument #1 to 'rep'"),
        ("require 'no.such'", "no module 'no.such'"),
        ("require '../etc/passwd'", "is not the name of a module"),
        ("require 'a..b'", "is not the name of a module"),
        ("require '.a'", "is not the name of a module"),
        ("require ''", "is not the name of a module"),
        ("print('\\xff')", "not valid UTF-8"),
    ]

    @Test("refuses what could do harm, with the right names in the message", arguments: refusals)
    func refusal(source: String, message: String) async throws {
        let lua = try LuaInterpreter(.init())
        let failure = try await lua.failure(of: source)
        #expect(failure.message.contains(message), "\(failure.message)")
    }

    /// What goes on working, and its result.
    static let allowed: [(String, LuaValue)] = [
        ("string.rep('ab', 3, '-')", "ab-ab-ab"),
        ("string.rep('', 1 << 40)", ""),
        ("string.rep('x', -1)", ""),
        ("table.concat({1, 2, 3}, ',')", "1,2,3"),
        ("table.concat({1, 2, 3}, ',', 2)", "2,3"),
        ("select('#', table.unpack({1, nil, 3}, 1, 3))", 3),
        ("#table.move({1, 2, 3}, 1, 3, 2)", 4),
        ("load('return ...')(7)", 7),
        ("load(function() end) ~= nil", true),
        ("load('return x', 'c', 't', {x = 5})()", 5),
        ("getmetatable('')", false),
        ("('x'):upper()", "X"),
        ("collectgarbage()", 0),
        ("collectgarbage('count') > 0", true),
        ("setmetatable({}, {__index = {a = 1}}).a", 1),
        ("debug.traceback('hi'):sub(1, 2)", "hi"),
    ]

    @Test("lets the rest of the library work", arguments: allowed)
    func works(expression: String, value: LuaValue) async throws {
        let lua = try LuaInterpreter(.init())
        #expect(try await lua.run("return \(expression)") == [value])
    }

    @Test("sends what print writes to the host")
    func output() async throws {
        let lines = Recorder<String>()
        let lua = try LuaInterpreter.with(output: { lines.append($0) })
        _ = try await lua.run("print('a', 1, nil, money '1 EUR') print() print('ü\\0')")
        #expect(lines.all == ["a\t1\tnil\t1.00 EUR\n", "\n", "ü\0\n"])
    }

    @Test("gives the same random numbers for the same seed")
    func random() async throws {
        func numbers(seed: UInt64) async throws -> [LuaValue] {
            try await LuaInterpreter(.init(randomSeed: seed)).run("return math.random(1 << 60), math.random(1 << 60)")
        }
        #expect(try await numbers(seed: 7) == numbers(seed: 7))
        #expect(try await numbers(seed: 7) != numbers(seed: 8))
    }

    @Test("skips a byte order mark and a first line with #")
    func firstLine() async throws {
        let lua = try LuaInterpreter(.init())
        #expect(try await lua.run("\u{FEFF}#!/usr/bin/env florin\nreturn 1") == [1])
        #expect(try await lua.failure(of: "#!x\nerror 'here'").line == 2)
    }
}
