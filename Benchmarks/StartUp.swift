/// From nothing to the end of an empty program.
enum StartUp {
    static func measure(florin: String) throws {
        let times = try Stopwatch.fastest(
            rounds: 60,
            [
                { try Process.run([florin, "-e", ""]) }, { try Process.run(["/usr/bin/lua5.4", "-e", ""]) },
                { try Process.run(["/usr/bin/python3", "-c", ""]) },
            ])
        Report.print("start: florin -e ''", times[0], "ms", against: "lua5.4 -e ''", times[1], aim: "<= 5")
        Report.print("start: florin -e ''", times[0], "ms", against: "python3 -c ''", times[2], aim: "well < 1")
    }
}
