import ArgumentParser
import WiseAPI

/// `florin version`
struct VersionCommand: ParsableCommand {
    /// The version of this program.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

    @Flag(help: "Print it as JSON.")
    var json = false

    func run() {
        let answer: JSONObject = ["schema": .string("florin/1"), "result": .string(Self.version)]
        Terminal.writeResult((json ? JSONValue.object(answer).indentedText : "florin \(Self.version)") + "\n")
    }
}
