import Foundation
import Testing

/// The subcommands of the program with their options, as the program describes itself.
struct CommandTree: Decodable, Sendable {
    struct Argument: Decodable, Sendable {
        struct Name: Decodable, Sendable {
            let kind: String
            let name: String
        }
        let kind: String
        let names: [Name]?
        let abstract: String?
    }

    let commandName: String
    let abstract: String?
    let arguments: [Argument]?
    let subcommands: [CommandTree]?

    private struct Dump: Decodable {
        let command: CommandTree
    }

    init(dump: String) throws { self = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command }

    /// Every subcommand that does something itself, by its path.
    func leaves(below path: [String] = []) -> [(path: [String], command: CommandTree)] {
        let own = (subcommands ?? []).filter { $0.commandName != "help" }
        guard !own.isEmpty else { return [(path, self)] }
        return own.flatMap { $0.leaves(below: path + [$0.commandName]) }
    }

    /// The options as they are written: `--amount`, `-e`.
    var options: Set<String> {
        Set((arguments ?? []).flatMap { $0.names ?? [] }.map { ($0.kind == "short" ? "-" : "--") + $0.name })
    }
}
