import Glibc

/// Requests a second over HTTP with 16 connections, and how long the slowest hundredth takes, beside a bare route that
/// answers the same bytes to the same requests.
enum Requests {
    /// What is sent: wrk's own language says how.
    private struct Load {
        let name: String
        let path: String
        /// The body of the first request; nil for reading.
        var body: String?
        var script = ""
        let aim: String
    }

    private struct Figures {
        var perSecond = 0.0
        var slowest = Double.infinity
    }

    static func measure(florin: String) async throws {
        let simulator = try Process.start([florin, "simulator", "serve", "--fresh"])
        defer { simulator.end() }
        let address = simulator.firstLine()
        let profile = "28891001"
        let quote = "{\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"GBP\",\"sourceAmount\":100,\"payOut\":\"BALANCE\"}"
        let movement = "{\"amount\":{\"value\":0.01,\"currency\":\"EUR\"},\"sourceBalanceId\":200001,\"targetBalanceId\":200006}"
        let loads = [
            Load(name: "list balances", path: "/v4/profiles/\(profile)/balances?types=STANDARD,SAVINGS", aim: ">= 0.4"),
            Load(
                name: "quote", path: "/v3/profiles/\(profile)/quotes", body: quote,
                script: "wrk.method = 'POST' wrk.body = '\(quote)' wrk.headers['Content-Type'] = 'application/json'",
                aim: ">= 0.25"),
            Load(
                name: "movement", path: "/v2/profiles/\(profile)/balance-movements", body: movement, script: movements,
                aim: ">= 0.25"),
        ]
        for load in loads { try measure(load, address) }
    }

    /// A cent from the euro balance into a jar and back, each under a key of its own.
    private static let movements = """
        local count = math.floor((os.time() % 100000) * 1000000)
        wrk.method = 'POST'
        wrk.headers['Content-Type'] = 'application/json'
        request = function()
          count = count + 1
          local source, target = 200001, 200006
          if count % 2 == 0 then source, target = target, source end
          wrk.headers['X-idempotence-uuid'] = string.format('00000000-0000-4000-8000-%012d', count)
          return wrk.format(nil, nil, nil, string.format(
            '{"amount":{"value":0.01,"currency":"EUR"},"sourceBalanceId":%d,"targetBalanceId":%d}', source, target))
        end
        """

    private static func measure(_ load: Load, _ address: String) throws {
        let script = try ScriptFile(load.script)
        let first = try fetch(load, address)
        let bare = try Process.start([CommandLine.arguments[0], "bare-route"], input: first + "\n")
        defer { bare.end() }
        let bareAddress = bare.firstLine()
        var (ours, theirs) = (Figures(), Figures())
        for _ in 0..<3 {
            try run(bareAddress, script, &theirs)
            try run(address + load.path, script, &ours)
        }
        Report.print(
            "\(load.name) over HTTP, 16 connections", ours.perSecond, "/s", against: "bare Hummingbird route", theirs.perSecond,
            aim: load.aim)
        let bound = theirs.slowest * 2 + 2
        Report.print(
            "\(load.name) over HTTP, 99th percentile", ours.slowest, "ms", against: "twice the bare route's + 2 ms", bound,
            aim: "<= 1")
    }

    /// Movements a second that a server takes, each kept before it is answered where the world is stored.
    static func movements(_ address: String) throws -> Double {
        var figures = Figures()
        try run(address + "/v2/profiles/28891001/balance-movements", ScriptFile(movements), &figures)
        return figures.perSecond
    }

    private static func run(_ target: String, _ script: ScriptFile, _ best: inout Figures) throws {
        let wrk = try Process.start(
            [
                "wrk", "-t1", "-c16", "-d2s", "--latency", "-H", "Authorization: \(Movements.authorization)", "-s", script.path,
                target,
            ])
        let output = wrk.rest()
        wrk.wait()
        func value(_ start: String) -> Substring? {
            output.split(separator: "\n").first { $0.contains(start) }?.split(separator: " ").last
        }
        guard !output.contains("Non-2xx"), let rate = value("Requests/sec").flatMap({ Double($0) }),
            let slowest = value("99%").flatMap({ milliseconds($0) })
        else { throw ProcessFailure(description: "wrk says: \(output)") }
        best.perSecond = max(best.perSecond, rate)
        best.slowest = min(best.slowest, slowest)
    }

    /// A duration as wrk writes it: `812.00us`, `1.20ms`, `1.02s`.
    private static func milliseconds(_ text: Substring) -> Double? {
        let number = Double(text.prefix { $0.isNumber || $0 == "." })
        let factor = text.hasSuffix("us") ? 0.001 : text.hasSuffix("ms") ? 1.0 : 1000.0
        return number.map { $0 * factor }
    }

    /// The body of a first answer, which the bare route repeats.
    private static func fetch(_ load: Load, _ address: String) throws -> String {
        var words = ["curl", "-s", "-H", "Authorization: \(Movements.authorization)"]
        if let body = load.body {
            words += ["-H", "X-idempotence-uuid: 00000000-0000-4000-8000-000000000000", "-H", "Content-Type: application/json"]
            words += ["-d", body]
        }
        let curl = try Process.start(words + [address + load.path])
        defer { curl.wait() }
        return curl.rest()
    }
}

/// A script for wrk, for as long as it is known.
private final class ScriptFile {
    let path: String

    init(_ text: String) throws {
        var name = Array("/tmp/florin-bench-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw ProcessFailure(description: "no file for wrk's script") }
        _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { unlink(path) }
}
