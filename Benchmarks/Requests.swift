import Glibc

/// Requests a second over HTTP with 16 connections, beside a bare route that answers the same bytes.
enum Requests {
    static func measure(florin: String) async throws {
        let simulator = try Process.start([florin, "simulator", "serve", "--fresh"])
        defer { simulator.end() }
        let address = simulator.firstLine()
        let profile = try first(of: "\(address)/v2/profiles", field: "\"id\":")
        let target = "\(address)/v4/profiles/\(profile)/balances?types=STANDARD,SAVINGS"
        let body = try fetch(target)

        let bare = try Process.start([CommandLine.arguments[0], "bare-route"], input: body + "\n")
        defer { bare.end() }
        let bareTarget = bare.firstLine()
        var (ours, theirs) = (0.0, 0.0)
        for _ in 0..<3 {
            theirs = max(theirs, try load(bareTarget))
            ours = max(ours, try load(target))
        }
        Report.print(
            "list balances over HTTP, 16 connections", ours, "/s", against: "bare Hummingbird route", theirs, aim: ">= 0.4")
    }

    private static func load(_ target: String) throws -> Double {
        let wrk = try Process.start(
            ["wrk", "-t1", "-c16", "-d2s", "-H", "Authorization: \(Movements.authorization)", target])
        let output = wrk.rest()
        wrk.wait()
        guard !output.contains("Non-2xx"), let line = output.split(separator: "\n").first(where: { $0.contains("Requests/sec") }),
            let value = Double(line.split(separator: " ").last ?? "")
        else { throw ProcessFailure(description: "wrk says: \(output)") }
        return value
    }

    private static func fetch(_ target: String) throws -> String {
        let curl = try Process.start(["curl", "-s", "-H", "Authorization: \(Movements.authorization)", target])
        defer { curl.wait() }
        return curl.rest()
    }

    private static func first(of target: String, field: String) throws -> String {
        let body = try fetch(target)
        guard let range = body.firstRange(of: field) else { throw ProcessFailure(description: "no \(field) in \(body)") }
        return String(body[range.upperBound...].prefix { $0.isNumber })
    }
}
