import LuaRuntime
import Testing

@Suite("Patterns")
struct PatternTests {
    /// An expression and its values joined by '|', as Lua 5.4 has them.
    static let rows: [(String, String)] = [
        ("('hello world'):find('wor')", "7|9"),
        ("('hello world'):find('o', 6)", "8|8"),
        ("('hello'):find('l+')", "3|4"),
        ("('hello'):find('xyz')", "nil"),
        ("('hello'):find('')", "1|0"),
        ("('hello'):find('', 10)", "nil"),
        ("('hello'):find('', 6)", "6|5"),
        ("('a.b'):find('.', 1, true)", "2|2"),
        ("('a+b'):find('+', 1, true)", "2|2"),
        ("('hello'):find('(l)(l)')", "3|4|l|l"),
        ("('hello'):find('h', -100)", "1|1"),
        ("('key = value'):match('^(%w+)%s*=%s*(%w+)$')", "key|value"),
        ("('  trim  '):match('^%s*(.-)%s*$')", "trim"),
        ("('2026-10-05'):match('(%d+)-(%d+)-(%d+)')", "2026|10|05"),
        ("('abc'):match('()b()')", "2|3"),
        ("('abc'):match('b')", "b"),
        ("('[[x]]'):match('%[%[(.-)%]%]')", "x"),
        ("('f(a(b)c)d'):match('%b()')", "(a(b)c)"),
        ("('THE (quick) fox'):find('%f[%a]%a+%f[%A]')", "1|3"),
        ("('abcabc'):match('(abc)%1')", "abc"),
        ("('a]b'):match('[]]')", "]"),
        ("('a-b'):match('[a%-]+')", "a-"),
        ("('x^y'):match('[%^x]+')", "x^"),
        ("('abc'):match('[^a]+')", "bc"),
        ("('a-z'):match('[a-]+')", "a-"),
        ("('colour'):match('colou?r')", "colour"),
        ("('color'):match('colou?r')", "color"),
        ("('äb'):match('[\\xc3\\xa4]+')", "ä"),
        ("('a\\0b'):match('%z')", "nil"),
        ("('a\\0b'):find('\\0')", "2|2"),
        ("('x'):match('x$')", "x"),
        ("('x$'):match('x$$')", "x$"),
        ("('abc'):gsub('%w', '%0%0')", "aabbcc|3"),
        ("('abc'):gsub('', '-')", "-a-b-c-|4"),
        ("('hello world'):gsub('o', '0', 1)", "hell0 world|1"),
        ("('abc'):gsub('(a)(b)', '%2%1')", "bac|1"),
        ("('$name is $age'):gsub('%$(%w+)', {name = 'X'})", "X is $age|2"),
        ("('abc'):gsub('.', function(c) if c == 'b' then return false end return c .. c end)", "aabcc|3"),
        ("('100%'):gsub('%%', '%% of')", "100% of|1"),
        ("('abc'):gsub('^a', 'x')", "xbc|1"),
        ("('abc'):gsub('b*', 'x')", "xaxcx|3"),
        ("('n'):gsub('n', 42)", "42|1"),
        ("('one two'):gsub('()', '%1', 1)", "1one two|1"),
        (
            "table.concat((function() local r = {} for k, v in ('a=1, b=2'):gmatch('(%w+)=(%w+)') do r[#r+1] = k .. v end return r end)(), ' ')",
            "a1 b2"
        ),
        (
            "table.concat((function() local r = {} for w in ('one two'):gmatch('%a*') do r[#r+1] = '<' .. w .. '>' end return r end)())",
            "<one><two>"
        ),
        ("table.concat((function() local r = {} for w in ('abc'):gmatch('%a', 2) do r[#r+1] = w end return r end)())", "bc"),
    ]

    @Test("find what Lua's own find", arguments: rows)
    func result(expression: String, values: String) async throws {
        let lua = try LuaInterpreter(.init())
        #expect(
            try await lua.run(
                "local t = table.pack(\(expression)) for i = 1, t.n do t[i] = tostring(t[i]) end return table.concat(t, '|')")
                == [.string(values)])
    }

    /// A malformed use, and a part of the message.
    static let malformed: [(String, String)] = [
        ("('x'):find('[a')", "missing ']'"),
        ("('x'):find('[%')", "missing ']'"),
        ("('x'):find('[]')", "missing ']'"),
        ("('x'):find('%')", "ends with '%'"),
        ("('x'):find('(x')", "unfinished capture"),
        ("('x'):match('x)')", "invalid pattern capture"),
        ("('x'):find('%1')", "invalid capture index"),
        ("('x'):find('%bx')", "missing arguments to '%b'"),
        ("('x'):find('%fx')", "missing '[' after '%f'"),
        ("('x'):gsub('x', '%2')", "invalid capture index"),
        ("('x'):gsub('x', '%x')", "invalid use of '%' in replacement string"),
        ("('x'):gsub('x', function() return {} end)", "invalid replacement value (a table)"),
        ("('x'):gsub('x')", "string/function/table expected"),
        ("('x'):rep(300):find(('x?'):rep(300))", "pattern too complex"),
    ]

    @Test("that are malformed say what is wrong", arguments: malformed)
    func refusal(source: String, message: String) async throws {
        let lua = try LuaInterpreter(.init())
        let failure = try await lua.failure(of: source)
        #expect(failure.message.contains(message), "\(failure.message)")
    }

    /// Searches that Lua's own matcher would do for minutes to hours.
    static let slow = [
        "local s = ('a'):rep(28) return s:find(('a?'):rep(28) .. s)",
        "return ('a'):rep(300):find(('.-'):rep(4) .. 'b')",
        "return ('a'):rep(100000):find('.-b')",
        "for _ in ('a'):rep(100000):gmatch('.-b') do end",
        "return ('a'):rep(100000):gsub('.-b', '')",
        "return ('('):rep(100000):find('%b()')",
    ]

    @Test("that would take for ever are given up", arguments: slow)
    func givenUp(source: String) async throws {
        let lua = try LuaInterpreter(.init())
        #expect(try await lua.failure(of: source).raised?.code == "pattern_too_slow")
    }

    @Test("on long texts are no problem when they are simple")
    func long() async throws {
        let lua = try LuaInterpreter(.init())
        #expect(
            try await lua.run(
                """
                local lines, n = ('some words in a line\\n'):rep(20000), 0
                for line in lines:gmatch('[^\\n]+') do n = n + #line:match('^%s*(.-)%s*$') end
                return n
                """) == [400000])
    }
}
