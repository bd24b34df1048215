import ArgumentParser

/// `florin version`
struct VersionCommand: ParsableCommand {
    /// The version of this program.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

    func run() { print("florin \(Self.version)") }
}
