import Glibc
import Simulator
import WiseAPI

/// A stored world with a million movements: how long it takes to open, and what a server needs that has it.
enum ManyMovements {
    private static let count = 1_000_000

    static func measure(florin: String) throws {
        var template = Array("/tmp/florin-bench-world-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw ProcessFailure(description: "no folder for a world") }
        let folder = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { try? Process.run(["rm", "-r", folder]) }
        mkdir("\(folder)/florin", 0o700)
        try fill("\(folder)/florin/world.sqlite")

        let florin = ["env", "XDG_STATE_HOME=\(folder)", florin]
        let time = try Stopwatch.fastest(rounds: 2, [{ try Process.run(florin + ["-e", "wise.profiles()"]) }])
        Report.print("open a world with \(count) movements", time[0] / 1000, "s")
        let server = try Process.start(florin + ["simulator", "serve"])
        defer { server.end() }
        let address = server.firstLine()
        let words = ["curl", "-sf", "-o", "/dev/null", "-H", "Authorization: \(Movements.authorization)"]
        try Process.run(words + ["\(address)/v2/profiles"])
        Report.print("memory of a server after \(count) movements", residentMegabytes(server.identifier), "MiB")
        Report.print("one more movement in it, over HTTP, on disk", try Requests.movements(address), "/s")
    }

    private static func fill(_ path: String) throws {
        var world = World.standard()
        for index in 0..<count {
            guard world.respond(to: Movements.request(index), access: .anyToken).status == 201 else {
                throw ProcessFailure(description: "a movement failed")
            }
        }
        _ = try WorldStore(path: path) { world }
    }

    private static func residentMegabytes(_ process: pid_t) -> Double {
        guard let file = fopen("/proc/\(process)/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
        return pages * 4096 / 1_048_576
    }
}
