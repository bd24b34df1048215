import LuaRuntime
import Testing

@Suite("The head of a script")
struct HeadTests {
    private func head(_ source: String, calls: Recorder<String> = Recorder()) async throws -> LuaTable? {
        let lua = try LuaInterpreter.with(
            functions: [
                .immediate("effect") { _ in
                    calls.append("effect")
                    return []
                },
                .waiting("later") { _ in
                    calls.append("later")
                    return []
                },
            ], prelude: "function script() end", strictGlobals: true, output: { calls.append($0) })
        return try await lua.head(of: Array(source.utf8), chunkName: "head.lua")
    }

    @Test("is read without running what follows")
    func read() async throws {
        let calls = Recorder<String>()
        let table = try await head(
            """
            -- a comment
            local floor = 5000
            script { name = "sweep", version = 2, params = { keep = { "money", default = money "1.50 EUR" }, n = { default = floor } } }
            host.effect() print "x" host.later()
            """, calls: calls)
        #expect(table?["name"] == "sweep")
        #expect(table?["version"] == 2)
        guard case .table(let params)? = table?["params"], case .table(let keep) = params["keep"] else {
            Issue.record("the parameters are missing")
            return
        }
        #expect(keep.array == ["money"])
        #expect(keep["default"] != .none)
        #expect(calls.all == [])
    }

    /// Scripts whose first action is something else.
    static let without = [
        "", "return 1", "host.effect() script {}", "host.later() script {}", "print 'x' script {}", "pcall(print, 'x') script {}",
        "coroutine.yield {}", "while true do end script {}", "while true do pcall(print) end",
        "coroutine.wrap(function() print 'x' end)() script {}",
    ]

    @Test("is nothing when the script does something else first, which then does not happen", arguments: without)
    func nothing(source: String) async throws {
        let calls = Recorder<String>()
        #expect(try await head(source, calls: calls) == nil)
        #expect(calls.all == [])
    }

    /// Heads that are wrong, the kind of failure and the line.
    static let wrong: [(String, LuaFailure.Kind, Int)] = [
        ("script { name = }", .syntax(incomplete: false), 1),
        ("script {", .syntax(incomplete: true), 1),
        ("\nscript { default = nowhere.x }", .runtime, 2),
        ("\n\nscript 'text'", .runtime, 3),
        ("script { [true] = 1 }", .runtime, 0),
    ]

    @Test("that is wrong is a failure with its line", arguments: wrong)
    func failure(source: String, kind: LuaFailure.Kind, line: Int) async throws {
        let failure = await #expect(throws: LuaFailure.self) { try await head(source) }
        #expect(failure?.kind == kind)
        #expect(failure?.line ?? 0 == line)
    }

    @Test("leaves no trace in the globals")
    func trace() async throws {
        let lua = try LuaInterpreter.with()
        _ = try await lua.head(of: Array("x = 1 script {}".utf8), chunkName: "head.lua")
        #expect(try await lua.run("return x") == [.none])
    }
}
