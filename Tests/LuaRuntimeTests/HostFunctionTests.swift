@_spi(Benchmark) import LuaRuntime
import Money
import Testing

@Suite("Functions of the host")
struct HostFunctionTests {
    private static let direct = HostFunction.direct("direct") { arguments in
        .table(
            LuaTable(fields: [
                .init(key: "first", value: try arguments[0]),
                .init(key: "second", value: try arguments[1]),
                .init(key: "number", value: arguments.integer(2).map(LuaValue.integer) ?? .none),
            ]))
    }

    /// A call, and the fields of its answer.
    static let calls: [(String, LuaTable)] = [
        ("host.direct()", [:]),
        ("host.direct(1)", ["first": 1]),
        ("host.direct(nil, 'x', 3)", ["number": 3, "second": "x"]),
        (
            "host.direct({ { 1 }, a = {} }, true, 5)",
            [
                "first": .table(
                    LuaTable(array: [.table(LuaTable(array: [1]))], fields: [.init(key: "a", value: .table(LuaTable()))])),
                "number": 5,
                "second": true,
            ]
        ),
        ("host.direct(0.5, 'y', 1.0)", ["first": .float(0.5), "second": "y"]),
    ]

    @Test("may read their arguments one by one", arguments: calls)
    func direct(call: String, fields: LuaTable) async throws {
        let lua = try LuaInterpreter.with(functions: [Self.direct])
        #expect(try await lua.run("return \(call)") == [.table(fields)])
    }

    @Test("that read text one by one refuse what is not UTF-8")
    func directText() async throws {
        let lua = try LuaInterpreter.with(functions: [Self.direct])
        #expect(try await lua.failure(of: "host.direct({}, '\\xff')").raised?.message == "argument 2 is not valid UTF-8 text")
        #expect(try await lua.run("return host.direct(7).first") == [7])
    }

    @Test("may keep their arguments")
    func kept() async throws {
        let kept = Recorder<[LuaValue]>()
        let lua = try LuaInterpreter.with(functions: [
            .immediate("keep") { arguments in
                kept.append(arguments)
                return []
            }
        ])
        _ = try await lua.run("host.keep(1, 'a') host.keep(2, 'b') host.keep()")
        #expect(kept.all == [[1, "a"], [2, "b"], []])
    }

    @Test("leave nothing behind for the next call when they fail")
    func failing() async throws {
        let lua = try LuaInterpreter.with(functions: [
            .immediate("fail") { _ in throw LuaRaisedError(kind: "test", message: "no") }
        ])
        #expect(try await lua.run("pcall(host.fail, 1, 2, 3) pcall(host.echo, 1, '\\xff') return host.echo('only')") == ["only"])
    }

    @Test("can be compared with functions written in C")
    func benchmark() async throws {
        let lua = try LuaInterpreter.with(strictGlobals: true)
        try await lua.installBenchmarkFunctions()
        #expect(
            try await lua.run("return benchmark_add(2, 3), type(benchmark_amount(1) + benchmark_amount(2))") == [5, "userdata"])
    }
}
