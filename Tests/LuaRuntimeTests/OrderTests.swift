import LuaRuntime
import Testing

@Suite("The order of pairs and next")
struct OrderTests {
    /// A table, and its keys in order.
    static let rows: [(String, String)] = [
        ("{}", ""),
        ("{ 'a', 'b', 'c' }", "1 2 3"),
        ("{ b = 1, a = 1, c = 1, [2] = 1, [1] = 1, [-5] = 1 }", "-5 1 2 a b c"),
        ("{ ['ä'] = 1, z = 1, Z = 1, [''] = 1, ['a\\0b'] = 1, a = 1 }", " Z a a\0b z ä"),
        ("{ [true] = 1, x = 1, [3] = 1 }", "3 x true"),
        ("{ [2.5] = 1, x = 1, [2^53] = 1 }", "9007199254740992 x 2.5"),
    ]

    @Test("is integers, then text in byte order, then the rest", arguments: rows)
    func order(table: String, keys: String) async throws {
        let lua = try LuaInterpreter(.init())
        let walk = { (head: String) in
            """
            local t, keys = \(table), {}
            for k, v in \(head) do assert(t[k] == v) keys[#keys + 1] = tostring(k) end
            return table.concat(keys, ' ')
            """
        }
        #expect(try await lua.run(walk("pairs(t)")) == [.string(keys)])
        #expect(try await lua.run(walk("next, t")) == [.string(keys)])
    }

    @Test("goes through several keys of other types once each")
    func others() async throws {
        let lua = try LuaInterpreter(.init())
        let source = """
            local a, b = {}, print
            local t, seen, count = { [a] = 1, [b] = 2, [true] = 3, [false] = 4, [1.5] = 5, x = 6, 7 }, {}, 0
            for k in % do assert(not seen[k]) seen[k] = true count = count + 1 end
            return count
            """
        for walk in ["pairs(t)", "next, t"] {
            let chunk = source.split(separator: "%", maxSplits: 1).joined(separator: walk)
            #expect(try await lua.run(chunk) == [7])
        }
    }

    @Test("holds when fields are assigned and removed on the way")
    func changes() async throws {
        let lua = try LuaInterpreter(.init())
        #expect(
            try await lua.run(
                """
                local t, keys = { a = 1, b = 2, c = 3, d = 4 }, {}
                for k in pairs(t) do keys[#keys + 1] = k t[k] = nil t.c = nil end
                return table.concat(keys), next(t)
                """) == ["abd", .none])
    }

    @Test("is what __pairs says where there is one")
    func metamethod() async throws {
        let lua = try LuaInterpreter(.init())
        #expect(
            try await lua.run(
                """
                local t = setmetatable({ x = 1 }, { __pairs = function() return function(_, k) if not k then return 'y', 2 end end end })
                local found
                for k, v in pairs(t) do found = k .. v end
                return found
                """) == ["y2"])
    }

    @Test("is Lua's own when not asked for")
    func native() async throws {
        let lua = try LuaInterpreter(.init(orderedPairs: false))
        #expect(try await lua.run("local n = 0 for _ in pairs { a = 1, 2, [true] = 3 } do n = n + 1 end return n") == [3])
    }
}
