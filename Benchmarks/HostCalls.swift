@_spi(Benchmark) import LuaRuntime
import Money

/// What a call from Lua into the host costs, beside the same in C.
enum HostCalls {
    private static let count = 2_000_000

    static func measure() async throws {
        let interpreter = try LuaInterpreter(
            LuaInterpreter.Configuration(
                functions: [
                    .direct("add") { arguments in
                        guard let left = arguments.integer(0), let right = arguments.integer(1) else { return .none }
                        return .integer(left &+ right)
                    },
                    .immediate("amount") { _ in [.money(Money(ExactDecimal(1234), .eur))] },
                ],
                preludes: [
                    LuaInterpreter.Configuration.Prelude(
                        name: "benchmark",
                        source: "local host = ... host_add = host.add; host_amount = host.amount")
                ]))
        try await interpreter.installBenchmarkFunctions()
        let call = """
            local f, sum = %, 0
            for i = 1, \(count) do sum = f(sum, i) end
            """
        let empty = "local sum = 0 for i = 1, \(count) do sum = i end"
        let calls = try await fastest(
            interpreter,
            [empty, call.replacing("%", with: "host_add"), call.replacing("%", with: "benchmark_add")])
        Report.print(
            "host call from Lua, two integers in, one out", nanoseconds(calls[1] - calls[0]), "ns", against: "C function",
            nanoseconds(calls[2] - calls[0]), aim: "<= 3")

        let add = "local a, b, c = %, % for i = 1, \(count) do c = a + b end"
        let sums = try await fastest(
            interpreter, [empty, add.replacing("%", with: "host_amount()"), add.replacing("%", with: "benchmark_amount(1234)")])
        Report.print(
            "money + money from Lua", nanoseconds(sums[1] - sums[0]), "ns", against: "C userdata addition",
            nanoseconds(sums[2] - sums[0]), aim: "<= 2")
    }

    private static func nanoseconds(_ milliseconds: Double) -> Double { milliseconds * 1e6 / Double(count) }

    private static func fastest(_ interpreter: LuaInterpreter, _ sources: [String]) async throws -> [Double] {
        var best = [Double](repeating: .infinity, count: sources.count)
        for _ in 0..<7 {
            for (index, source) in sources.enumerated() {
                let clock = ContinuousClock()
                let start = clock.now
                _ = try await interpreter.run(Array(source.utf8), chunkName: "benchmark")
                best[index] = min(best[index], Stopwatch.milliseconds(clock.now - start))
            }
        }
        return best
    }
}
