import LuaRuntime
import Money
import Testing

@Suite("Values between Lua and Swift")
struct ValueTests {
    /// A Lua expression, and the value that Swift sees.
    struct Row: Sendable, CustomTestStringConvertible {
        let expression: String
        let value: LuaValue
        var testDescription: String { expression }
    }

    static let rows = [
        Row(expression: "nil", value: .none),
        Row(expression: "true", value: true),
        Row(expression: "-42", value: -42),
        Row(expression: "math.mininteger", value: .integer(.min)),
        Row(expression: "0.5", value: .float(0.5)),
        Row(expression: "1.0", value: .float(1)),
        Row(expression: "''", value: ""),
        Row(expression: "'a\\0b'", value: "a\0b"),
        Row(expression: "'\\u{1F600} é'", value: "😀 é"),
        Row(expression: "{}", value: .table(LuaTable())),
        Row(expression: "{1, 2, 3}", value: .table(LuaTable(array: [1, 2, 3]))),
        Row(
            expression: "{zulu = 1, alpha = {10, inner = 'x'}, 'first'}",
            value: .table(
                LuaTable(
                    array: ["first"],
                    fields: [
                        .init(
                            key: "alpha",
                            value: .table(LuaTable(array: [10], fields: [.init(key: "inner", value: "x")]))),
                        .init(key: "zulu", value: 1),
                    ]))),
        Row(expression: "print", value: .function),
        Row(expression: "coroutine.create(print)", value: .function),
    ]

    @Test("come out of a chunk", arguments: rows)
    func results(row: Row) async throws {
        let lua = try LuaInterpreter.with()
        #expect(try await lua.run("return \(row.expression)") == [row.value])
    }

    @Test("pass through a host function and back", arguments: rows.filter { $0.value != .function })
    func roundTrip(row: Row) async throws {
        let lua = try LuaInterpreter.with()
        #expect(try await lua.run("return host.echo(\(row.expression))") == [row.value])
    }

    @Test("keep their number and order when there are several")
    func several() async throws {
        let lua = try LuaInterpreter.with()
        #expect(
            try await lua.run("return host.echo(1, nil, 'x', {2}, nil)") == [1, .none, "x", .table(LuaTable(array: [2])), .none])
        #expect(try await lua.run("return select('#', host.echo())") == [0])
    }

    @Test("keep every digit of an amount and of a number")
    func amounts() async throws {
        let lua = try LuaInterpreter.with()
        let money = try Money(parsing: "12345678901234567890.123456789 EUR")
        let number = try ExactDecimal(parsing: "-0.000000000000000000000000000001")
        #expect(
            try await lua.run(
                """
                return host.echo(money '12345678901234567890.123456789 EUR', dec '-0.000000000000000000000000000001')
                """) == [.money(money), .decimal(number)])
    }

    @Test("carry a class and the text they were made from")
    func classes() async throws {
        let make = HostFunction.immediate("make") { _ in
            [.table(LuaTable(fields: [.init(key: "id", value: 7)], className: "balance", raw: "{\"id\":7}"))]
        }
        let lua = try LuaInterpreter.with(
            functions: [make],
            prelude: """
                local balance = { __index = { twice = function(self) return self.id * 2 end } }
                host.class('balance', balance)
                """)
        #expect(
            try await lua.run(
                """
                local b = host.make()
                return b:twice(), host.raw(b), host.kind(b), host.raw {}, host.kind {}, host.kind(money '1 EUR'), host.kind(dec '1')
                """) == [14, "{\"id\":7}", "balance", .none, .none, "money", "decimal"])
        let echoed = try await lua.run("return host.make()")
        #expect(echoed == [.table(LuaTable(fields: [.init(key: "id", value: 7)], className: "balance"))])
    }

    /// A call, and what its refusal says.
    static let refusals: [(String, String)] = [
        ("host.echo(1, '\\xff')", "argument 2 is not valid UTF-8 text"),
        ("host.echo({ name = { 'ok', '\\xC0\\x80' } })", "argument 1, field 'name', element 2 is not valid UTF-8 text"),
        ("host.echo({ ['\\xff'] = 1 })", "argument 1 is not valid UTF-8 text"),
        ("host.echo({ [true] = 1 })", "argument 1 has a key that is neither text nor a position in the list"),
        ("host.echo(1, { [1.5] = 1 })", "argument 2 has a key that is neither text nor a position in the list"),
        ("host.echo({ [0] = 1 })", "argument 1 has a key that is neither text nor a position in the list"),
        ("host.echo({ 1, nil, 3 })", "argument 1 is a list with a hole"),
        ("host.echo({ 1, [5] = 2 })", "argument 1 is a list with a hole"),
        ("local t = {}; t.t = t; host.echo(t)", "argument 1 is nested deeper than 16 tables (does it contain itself?)"),
        ("local t = {}; for i = 1, 1100000 do t[i] = i end; host.echo(t)", "argument 1 is too large"),
    ]

    @Test("are refused when they cannot cross", arguments: refusals)
    func refusal(source: String, message: String) async throws {
        let lua = try LuaInterpreter.with()
        let failure = try await lua.failure(of: source)
        #expect(failure.raised?.kind == "argument")
        #expect(failure.raised?.message == message)
        #expect(failure.line == 1)
    }

    @Test("of 16 nested tables cross")
    func depth() async throws {
        let lua = try LuaInterpreter.with()
        let nested = { (depth: Int) in String(repeating: "{", count: depth) + String(repeating: "}", count: depth) }
        #expect(try await lua.run("return host.echo(\(nested(16)))").count == 1)
        #expect(try await lua.failure(of: "host.echo(\(nested(17)))").raised?.code == "unusable_value")
    }

    @Test("of a list with a hole are refused on the way to Lua")
    func holes() async throws {
        let lua = try LuaInterpreter.with(
            functions: [.immediate("holes") { _ in [.table(LuaTable(array: [1, .none, 3]))] }])
        #expect(try await lua.failure(of: "host.holes()").raised?.kind == "internal")
    }

    @Test("of a class that the prelude does not know are refused")
    func unknownClass() async throws {
        let lua = try LuaInterpreter.with(
            functions: [.immediate("make") { _ in [.table(LuaTable(fields: [], className: "ghost"))] }])
        #expect(try await lua.failure(of: "host.make()").message.contains("class 'ghost' has no metatable"))
    }

    @Test("of ten thousand rows cross in one call")
    func large() async throws {
        let rows = (1...10000).map { LuaValue.table(["id": .integer(Int64($0)), "name": .string("row \($0)")]) }
        let lua = try LuaInterpreter.with(functions: [.immediate("rows") { _ in [.table(LuaTable(array: rows))] }])
        #expect(
            try await lua.run("local r = host.rows() return #r, r[10000].name, #host.echo(r)") == [10000, "row 10000", 10000])
    }
}
