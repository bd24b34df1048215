import LuaRuntime
import Testing

@Suite("Cancelling a run", .timeLimit(.minutes(1)))
struct CancelTests {
    /// Scripts that go on for ever once `started()` was called.
    static let endless = [
        "started() while true do end",
        "started() while true do pcall(function() while true do end end) end",
        "started() repeat local ok = pcall(error) until false",
        "started() local co = coroutine.create(function() while true do end end) while true do coroutine.resume(co) end",
        "local co = coroutine.wrap(function() started() while true do coroutine.yield() end end) while true do co() end",
        "started() while true do local co = coroutine.wrap(function() pcall(function() while true do end end) end) pcall(co) end",
        "started() table.sort({3, 1, 2}, function() while true do end end)",
        "started() string.gsub('abc', '.', function() while true do end end)",
        "started() xpcall(function() while true do end end, function() while true do end end)",
        "local t <close> = setmetatable({}, {__close = function() while true do end end}) started() error 'x'",
        "started() while true do for _ in pairs {1, 2, x = 3} do end end",
        "started() tostring(setmetatable({}, {__tostring = function() while true do end end}))",
        "started() error(setmetatable({}, {__tostring = function() while true do end end}))",
        "started() local s = ('a'):rep(200000) while true do s:find('.-b') end",
        "host.never()",
        "while true do pcall(host.never) end",
        "coroutine.wrap(function() host.never() end)()",
        "local co = coroutine.create(function() host.never() end) while true do coroutine.resume(co) end",
    ]

    @Test("ends it wherever it is", arguments: endless)
    func endsIt(source: String) async throws {
        let (starts, started) = AsyncStream<Void>.makeStream()
        let lua = try LuaInterpreter.with(
            functions: [
                .immediate("started") { _ in
                    started.yield()
                    return []
                },
                .waiting("never") { _ in
                    started.yield()
                    try await Task.sleep(for: .seconds(1000))
                    return []
                },
            ], prelude: "started = host.started")
        let run = Task { await Result { () async throws(LuaFailure) in try await lua.run(source) } }
        for await _ in starts { break }
        lua.cancel()
        let failure = await #expect(throws: LuaFailure.self) { _ = try await run.value.get() }
        #expect(failure?.kind == .cancelled)
        lua.resetCancel()
        #expect(try await lua.run("return 'again'") == ["again"])
    }

    @Test("cancels the task that a call waits for")
    func task() async throws {
        let (events, event) = AsyncStream<String>.makeStream()
        let lua = try LuaInterpreter.with(functions: [
            .waiting("never") { _ in
                event.yield("started")
                do {
                    try await Task.sleep(for: .seconds(1000))
                } catch {
                    event.yield("cancelled")
                    throw error
                }
                return []
            }
        ])
        let run = Task { await Result { () async throws(LuaFailure) in try await lua.run("host.never()") } }
        var seen: [String] = []
        for await event in events {
            seen.append(event)
            if event == "started" { lua.cancel() } else { break }
        }
        #expect(seen == ["started", "cancelled"])
        await #expect(throws: LuaFailure.self) { _ = try await run.value.get() }
    }

    @Test("before it begins ends it at once, until it is reset")
    func before() async throws {
        let lua = try LuaInterpreter.with()
        lua.cancel()
        #expect(try await lua.failure(of: "return 1").kind == .cancelled)
        #expect(try await lua.failure(of: "return 1").kind == .cancelled)
        lua.resetCancel()
        #expect(try await lua.run("return 1") == [1])
    }

    @Test("happens when the task that called is cancelled, and concerns no other run")
    func callingTask() async throws {
        let (starts, started) = AsyncStream<Void>.makeStream()
        let lua = try LuaInterpreter.with(functions: [
            .immediate("started") { _ in
                started.yield()
                return []
            }
        ])
        let endless = Task {
            await Result { () async throws(LuaFailure) in try await lua.run("host.started() while true do end") }
        }
        for await _ in starts { break }
        let queued = Task { await Result { () async throws(LuaFailure) in try await lua.run("return 'next'") } }
        endless.cancel()
        let failure = await #expect(throws: LuaFailure.self) { _ = try await endless.value.get() }
        #expect(failure?.kind == .cancelled)
        #expect(try await queued.value.get() == ["next"])
    }
}

extension Result where Failure == LuaFailure {
    fileprivate init(_ body: () async throws(LuaFailure) -> Success) async {
        do throws(LuaFailure) {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
