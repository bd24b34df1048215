import LuaRuntime
import Testing

@Suite("Strict globals")
struct GlobalsTests {
    private static let prelude = """
        wise = { name = 'wise' }
        setmetatable(_G, { __index = function(globals, name)
          if name == 'EUR' then
            local make = function(text) return money(text .. ' EUR') end
            rawset(globals, name, make)
            return make
          end
          if name == 'GPB' then error { kind = 'money', code = 'unknown_currency', message = "there is no currency 'GPB'" } end
        end })
        """

    private func interpreter() throws -> LuaInterpreter {
        try LuaInterpreter.with(prelude: Self.prelude, strictGlobals: true)
    }

    @Test("refuse to read what nobody declared, with a suggestion")
    func reading() async throws {
        let failure = try await interpreter().failure(of: "\nreturn wsie.profiles()")
        #expect(failure.raised?.code == "undeclared_global")
        #expect(failure.raised?.message == "test.lua:2: there is no variable 'wsie'")
        #expect(failure.raised?.hint == "Did you mean 'wise'?")
        #expect(
            try await interpreter().failure(of: "return entirely_unknown").raised?.hint == "write 'local' before its first use")
    }

    @Test("refuse to assign what nobody declared")
    func assigning() async throws {
        let failure = try await interpreter().failure(of: "local a = 1\ntotal = 5")
        #expect(failure.raised?.message == "test.lua:2: assignment to the undeclared variable 'total'")
        #expect(try await interpreter().failure(of: "function f() end").raised?.code == "undeclared_global")
    }

    @Test("can still be declared on purpose and changed")
    func declared() async throws {
        #expect(try await interpreter().run("rawset(_G, 'x', 1) x = x + 1 return x, rawget(_G, 'y')") == [2, .none])
    }

    @Test("ask what the prelude knows first")
    func resolved() async throws {
        #expect(try await interpreter().run("return tostring(EUR '1.50'), rawget(_G, 'EUR') == EUR") == ["1.50 EUR", true])
    }

    @Test("let the prelude refuse a name with its own error")
    func refusedByPrelude() async throws {
        let failure = try await interpreter().failure(of: "\nreturn GPB '1'")
        #expect(failure.raised?.code == "unknown_currency")
        #expect(failure.line == 2)
    }

    @Test(
        "say what to do instead of a part of Lua that is not there, also where globals are not strict",
        arguments: ["os", "io", "dofile", "loadfile", "package"], [true, false])
    func absentParts(name: String, isStrict: Bool) async throws {
        let lua = try LuaInterpreter.with(prelude: Self.prelude, strictGlobals: isStrict)
        let failure = await #expect(throws: LuaFailure.self) { try await lua.evaluateForPrompt("\(name).time()") }
        #expect(failure?.raised?.code == "undeclared_global")
        #expect(failure?.raised?.message == "prompt:1: there is no variable '\(name)'")
        #expect(failure?.raised?.hint?.hasPrefix("Florin has no \(name)") == true)
        #expect(try await lua.run("rawset(_G, '\(name)', 1) return \(name)") == [1])
    }

    @Test("cannot be switched off by a script")
    func locked() async throws {
        #expect(try await interpreter().failure(of: "setmetatable(_G, nil)").message.contains("protected metatable"))
    }

    @Test("may be assigned at the prompt, but not read before")
    func prompt() async throws {
        let lua = try interpreter()
        #expect(try await lua.evaluateForPrompt("x = 5") == [])
        #expect(try await lua.evaluateForPrompt("x + 1") == ["6"])
        await #expect(throws: LuaFailure.self) { try await lua.evaluateForPrompt("y") }
        #expect(try await lua.failure(of: "z = 1").raised?.code == "undeclared_global")
    }

    @Test("are ordinary when not asked for")
    func relaxed() async throws {
        let lua = try LuaInterpreter.with()
        #expect(try await lua.run("x = 1 return x, y") == [1, .none])
        let known = try LuaInterpreter.with(prelude: Self.prelude)
        #expect(try await known.run("return tostring(EUR '1.50'), y") == ["1.50 EUR", .none])
    }
}
