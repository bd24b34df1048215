import Testing

extension Acceptance {
    @Suite("The file of a script")
    struct ScriptFileTests {
        @Test("with a syntax error is refused with its place")
        func syntax() async throws {
            let household = try Household()
            let script = try household.file("syntax.lua", "local a = 1\nlocal b = = 2\n")
            let outcome = try await household.run("run", script)
            #expect(outcome.end == .code(1))
            #expect(outcome.messages == "error: \(script):2: unexpected symbol near '='\n")
        }

        @Test(
            "that is no text is refused",
            arguments: [
                Array("local a = 1\u{0} print(a)".utf8), [0x1B] + Array("Lua".utf8), [0xFF, 0xFE, 0x70, 0x00],
            ])
        func noText(bytes: [UInt8]) async throws {
            let household = try Household()
            let script = try household.file("bytes.lua", bytes)
            let outcome = try await household.run("run", script)
            #expect(outcome.end == .code(1))
            #expect(outcome.output.isEmpty)
            #expect(outcome.messages.hasPrefix("error: "))
        }

        @Test("with a text that is not UTF-8 stops where the text would leave Lua, and says so")
        func notUTF8() async throws {
            let household = try Household()
            let source = Array("print('before')\nprint('caf".utf8) + [0xE9] + Array("')\n".utf8)
            let script = try household.file("latin.lua", source)
            let outcome = try await household.run("run", script)
            #expect(outcome.end == .code(1))
            #expect(outcome.output == "before\n")
            #expect(outcome.messages.contains("\(script):2: ") && outcome.messages.contains("UTF-8"))
        }

        @Test("may come over standard input")
        func standardInput() async throws {
            let outcome = try await Household().run("run", "-", input: "print(#wise.profiles())")
            #expect(outcome.output == "2\n")
        }

        @Test("finds modules next to it, before its head too, wherever it runs")
        func modules() async throws {
            let household = try Household()
            _ = try household.file("names.lua", "return { greeting = 'hello' }")
            let script = try household.file(
                "main.lua",
                """
                local names = require("names")
                script { name = "main", params = { who = { "string" } } }
                print(names.greeting, args.who)
                """)
            let outcome = try await household.run("run", script, "--who", "you")
            #expect(outcome.output == "hello\tyou\n")
        }

        @Test("cannot reach the machine", arguments: ["os", "io", "loadfile", "dofile", "package"])
        func sandbox(name: String) async throws {
            let household = try Household()
            let outcome = try await household.run("run", try household.file("reach.lua", "print(\(name).x)"))
            #expect(outcome.end == .code(1))
            #expect(outcome.messages.contains("no variable '\(name)'"))
        }

        @Test("cannot make a global by accident")
        func globals() async throws {
            let household = try Household()
            let script = try household.file("global.lua", "local amount = 1\namuont = 2\n")
            let outcome = try await household.run("run", script)
            #expect(outcome.end == .code(1))
            #expect(outcome.messages.contains("\(script):2: assignment to the undeclared variable 'amuont'"))
        }
    }
}
