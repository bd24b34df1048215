/// A whole run of an example, from start to end of the process.
enum ExampleRun {
    static func measure(florin: String, examples: String) throws {
        let time = try Stopwatch.fastest(
            rounds: 10, [{ try Process.run([florin, "run", "\(examples)/06-rebalance.lua", "--fresh"]) }])
        Report.print("run of example 06, whole process, --fresh", time[0], "ms")
        try Process.run([florin, "run", "\(examples)/06-rebalance.lua"])
        let stored = try Stopwatch.fastest(rounds: 10, [{ try Process.run([florin, "run", "\(examples)/06-rebalance.lua"]) }])
        Report.print("run of example 06, whole process, stored", stored[0], "ms")
    }
}
