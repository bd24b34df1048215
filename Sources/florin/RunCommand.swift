import ArgumentParser

/// `florin run FILE`
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a saved script.",
        discussion: """
            What the script declares in its head becomes options: see florin run FILE --help.

            examples:
              florin run examples/01-first-look.lua
              florin run examples/03-sweep.lua --keep "EUR 5000.00" --keep "GBP 2000.00"
              florin run examples/02-convert.lua --base-url http://127.0.0.1:8080
            """,
        helpNames: [])

    @Argument(help: "The script.")
    var file: String?

    @OptionGroup var options: SessionOptions

    @Flag(name: [.short, .long], help: "Show what the script takes.")
    var help = false

    @Argument(parsing: .allUnrecognized, help: "The script's own options.")
    var words: [String] = []

    func run() async throws {
        guard let file else {
            guard help else {
                throw CleanFailure.usage("which script?", hint: "for example: florin run examples/01-first-look.lua")
            }
            print(FlorinCommand.helpMessage(for: Self.self))
            return
        }
        try await Program(options.choice).run(file: file, words: words, showsHelp: help)
    }
}
