import LuaRuntime
import Scripting
import Testing

@Suite("A script's head and its arguments")
struct HeadOrderTests {
    @Test("comes first: a head after something else stops the run before anything moves")
    func late() async throws {
        let workshop = try Workshop(for: .script(arguments: LuaTable(), moduleFolders: [], heads: 0))
        let source = """
            local me = wise.profile()
            script { name = "late", summary = "Too late.", params = { dry_run = { "boolean", default = true } } }
            me:move { from = "EUR", to = 200006, amount = EUR "1000.00" }
            """
        let failure = await #expect(throws: LuaFailure.self) {
            _ = try await workshop.session.run(Array(source.utf8), chunkName: "late.lua")
        }
        #expect(failure?.raised?.code == "late_head")
        #expect(failure?.line == 2)
        try await workshop.run("assert(wise.balance('EUR').amount == EUR '18410.41')")
    }

    @Test("stands once")
    func twice() async throws {
        let workshop = try Workshop(for: .script(arguments: LuaTable(), moduleFolders: [], heads: 1))
        let source = "script { name = 'a' } script { name = 'b' }"
        let failure = await #expect(throws: LuaFailure.self) {
            _ = try await workshop.session.run(Array(source.utf8), chunkName: "a.lua")
        }
        #expect(failure?.raised?.code == "late_head")
    }

    @Test("gives arguments in which a slip is an error, not a nil", arguments: ["args.dryrun", "args.dry_run_ = 1"])
    func slips(source: String) async throws {
        let workshop = try Workshop(for: .script(arguments: ["dry_run": true], moduleFolders: []))
        let chunk = source.contains("=") ? source : "return \(source)"
        let failure = await #expect(throws: LuaFailure.self) {
            _ = try await workshop.session.run(Array(chunk.utf8), chunkName: "a.lua")
        }
        #expect(failure?.raised?.kind == "usage")
        if !source.contains("=") { #expect(failure?.raised?.hint == "Did you mean 'dry_run'?") }
    }

    @Test("leaves the modules as they are")
    func modules() async throws {
        let workshop = try Workshop()
        try await workshop.run("assert(not pcall(function() wise.move = 1 end)) assert(type(wise.move) == 'function')")
        try await workshop.run("assert(not pcall(function() money.other = 1 end))")
    }
}
