import Glibc

/// Prints the figures by which Florin is measured, each beside what it is compared with in the same run.
@main
struct Benchmark {
    static func main() async throws {
        // The same program is the bare HTTP route that the simulator's server is compared with.
        if CommandLine.arguments.dropFirst().first == "bare-route" {
            try await BareRoute.serve()
            return
        }
        guard let florin = option("--florin"), let examples = option("--examples") else {
            print("usage: florin-bench --florin PROGRAM --examples FOLDER")
            exit(2)
        }
        Report.printHeader()
        try StartUp.measure(florin: florin)
        try await HostCalls.measure()
        try Movements.measure()
        try await Requests.measure(florin: florin)
        try ManyMovements.measure(florin: florin)
        try ExampleRun.measure(florin: florin, examples: examples)
    }

    private static func option(_ name: String) -> String? {
        guard let index = CommandLine.arguments.firstIndex(of: name) else { return nil }
        return CommandLine.arguments.dropFirst(index + 1).first
    }
}
