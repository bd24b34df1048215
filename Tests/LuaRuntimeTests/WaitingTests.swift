import LuaRuntime
import Testing

@Suite("Functions that answer later", .timeLimit(.minutes(1)))
struct WaitingTests {
    /// Places from which a function of the host is called, and the result.
    static let places: [(String, LuaValue)] = [
        ("return later(7)", 7),
        ("local _, v = pcall(later, 7) return v", 7),
        ("local _, v = xpcall(function() return later(7) end, print) return v", 7),
        ("local _, v = xpcall(error, function() return later(7) end) return v", 7),
        ("local t = {3, 1, 2} table.sort(t, function(a, b) return later(a) < later(b) end) return t[1] * 100 + t[3]", 103),
        ("return (('abc'):gsub('.', function(c) return later(c:upper()) end))", "ABC"),
        ("return tostring(setmetatable({}, {__tostring = function() return later('text') end}))", "text"),
        ("return string.format('%s', setmetatable({}, {__tostring = function() return later('text') end}))", "text"),
        ("return coroutine.wrap(function() return later(7) end)()", 7),
        ("local co = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(later(i)) end end) co() co() return co()", 3),
        ("return setmetatable({}, {__index = function(_, k) return later(k) end}).x", "x"),
        ("return setmetatable({}, {__add = function(a, b) return later(b) end}) + 7", 7),
        ("return #setmetatable({}, {__len = function() return later(7) end})", 7),
        ("return (setmetatable({}, {__eq = function() return later(true) end}) == setmetatable({}, {}))", true),
        ("local v do local x <close> = setmetatable({}, {__close = function() v = later(7) end}) end return v", 7),
        ("local n = 0 for v in function() n = n + 1 if n < 4 then return later(n) end end do end return n", 4),
        ("return load(function() return later(nil) end) ~= nil", true),
        ("return require 'part'", "part"),
        (
            "return table.concat(setmetatable({}, {__index = function(_, i) return later('x') end, __len = function() return 3 end}))",
            "xxx"
        ),
    ]

    @Test("answer in every place where Lua can be", arguments: places)
    func everywhere(source: String, value: LuaValue) async throws {
        let lua = try LuaInterpreter(
            .init(
                functions: [
                    .waiting("later") { arguments in
                        await Task.yield()
                        return arguments
                    }
                ],
                preludes: [.init(name: "prelude", source: "local host = ... later = host.later")],
                modules: ["part": "return later('part')"]))
        #expect(try await lua.run(source) == [value])
    }

    @Test("of several interpreters wait at the same time")
    func parallel() async throws {
        let (arrivals, arrived) = AsyncStream<Void>.makeStream()
        let gate = Gate()
        let meet = HostFunction.waiting("meet") { _ in
            arrived.yield()
            await gate.wait()
            return ["met"]
        }
        let runs = try (0..<4).map { _ in try LuaInterpreter.with(functions: [meet]) }
            .map { lua in Task { try await lua.run("return host.meet()") } }
        var count = 0
        for await _ in arrivals {
            count += 1
            if count == 4 { break }
        }
        await gate.open()
        for run in runs { #expect(try await run.value == ["met"]) }
    }
}

/// Holds tasks back until it is opened.
private actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func wait() async {
        if isOpen { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}
