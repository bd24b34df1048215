import ArgumentParser

/// `florin`, `florin prompt` and `florin -e CODE`
struct PromptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompt",
        abstract: "Open a prompt, or run one line with -e.",
        discussion: """
            examples:
              florin
              florin --profile personal
              florin -e 'wise.total_funds("EUR").total_worth'
              echo 'print(#wise.balances())' | florin
            """)

    @Option(name: .customShort("e"), help: ArgumentHelp("Run this Lua and print its value.", valueName: "code"))
    var code: String?

    @OptionGroup var options: SessionOptions

    func run() async throws {
        let program = try Program(options.choice)
        if let code {
            try await program.evaluate(code)
        } else {
            try await program.prompt()
        }
    }
}
