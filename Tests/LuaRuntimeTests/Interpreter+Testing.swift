import LuaRuntime
import Money
import Synchronization
import Testing

extension LuaInterpreter {
    /// Runs a chunk that is called `test.lua`.
    func run(_ source: String) async throws(LuaFailure) -> [LuaValue] {
        try await run(Array(source.utf8), chunkName: "test.lua")
    }

    /// The failure of a chunk that must fail.
    func failure(of source: String, _ location: SourceLocation = #_sourceLocation) async throws -> LuaFailure {
        do throws(LuaFailure) {
            let values = try await run(source)
            Issue.record("must fail, but returned \(values)", sourceLocation: location)
            return LuaFailure(kind: .host, message: "no failure")
        } catch {
            return error
        }
    }

    /// An interpreter with functions and one prelude.
    static func with(
        functions: [HostFunction] = [], prelude: String = "", strictGlobals: Bool = false,
        output: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(LuaFailure) -> LuaInterpreter {
        try LuaInterpreter(
            Configuration(
                functions: functions + [.echo, .money, .decimal], preludes: [.init(name: "prelude", source: exported + prelude)],
                strictGlobals: strictGlobals, output: output))
    }

    private static let exported = "local host = ...; rawset(_G, 'host', host); money = host.money; dec = host.decimal\n"
}

extension HostFunction {
    /// Returns its arguments.
    static let echo = HostFunction.immediate("echo") { $0 }

    /// `money "12.30 EUR"`.
    static let money = HostFunction.immediate("money", isPure: true) { arguments in
        guard case .string(let text)? = arguments.first else { throw LuaRaisedError(kind: "test", message: "text wanted") }
        return [.money(try Money(parsing: text))]
    }

    /// `dec "1.5"`.
    static let decimal = HostFunction.immediate("decimal", isPure: true) { arguments in
        guard case .string(let text)? = arguments.first else { throw LuaRaisedError(kind: "test", message: "text wanted") }
        return [.decimal(try ExactDecimal(parsing: text))]
    }
}

/// Collects what happens on other threads.
final class Recorder<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])

    func append(_ element: Element) { elements.withLock { $0.append(element) } }

    var all: [Element] { elements.withLock { $0 } }
}
