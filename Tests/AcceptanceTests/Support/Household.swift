import Glibc
import Testing

/// Somebody with a home of their own in which the program runs: nothing is shared with other tests.
final class Household: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/florin-acceptance-XXXXXX".utf8CString)
        path = String(cString: try #require(mkdtemp(&template)))
    }

    deinit { Files.remove(path) }

    /// Where the program keeps its state.
    var state: String { path + "/florin" }
    /// The stored world.
    var world: String { state + "/world.sqlite" }

    var environment: [String: String] {
        ["HOME": path, "XDG_STATE_HOME": path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    }

    /// Runs the program with these words until it ends.
    func run(_ words: String..., input: String = "", environment: [String: String] = [:]) async throws -> Outcome {
        try await run([Place.program] + words, input: input, environment: environment)
    }

    /// Runs any program until it ends.
    func run(_ words: [String], input: String = "", environment: [String: String] = [:]) async throws -> Outcome {
        let running = try start(words, environment: environment)
        running.type(input)
        return try await running.end()
    }

    /// Starts the program with these words.
    func start(_ words: String..., environment: [String: String] = [:]) throws -> RunningProgram {
        try start([Place.program] + words, environment: environment)
    }

    /// Starts any program.
    func start(_ words: [String], environment: [String: String] = [:]) throws -> RunningProgram {
        try RunningProgram(words, environment: self.environment.merging(environment) { $1 }, in: self)
    }

    /// Writes a file into the home and gives its path.
    func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Files.write(bytes, to: "\(path)/\(name)")
        return "\(path)/\(name)"
    }

    /// What the stored world holds now; its ledger must balance.
    func account(_ words: String...) async throws -> Account {
        let outcome = try await run([Place.program, "simulator", "show", "--json"] + words)
        try #require(outcome.end == .code(0), "\(outcome.messages)")
        let account = try Account(json: outcome.output)
        #expect(account.isBalanced)
        return account
    }
}
