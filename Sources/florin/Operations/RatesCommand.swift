import ArgumentParser

/// `florin rates`
struct RatesCommand: OperationCommand {
    static let configuration = CommandConfiguration(
        commandName: "rates",
        abstract: "List mid-market rates: indicative, nobody trades at them.",
        discussion: """
            examples:
              florin rates --source EUR --target USD
              florin rates --source EUR --at 2026-10-01 --json
            """)

    @Option(help: ArgumentHelp("Only rates from this currency.", valueName: "currency"))
    var source: String?

    @Option(help: ArgumentHelp("Only rates to this currency.", valueName: "currency"))
    var target: String?

    @Option(help: ArgumentHelp("The rates of that day or instant, UTC; now without it.", valueName: "date"))
    var at: String?

    @OptionGroup var options: SessionOptions

    func arguments() throws -> OperationArguments {
        var arguments = OperationArguments()
        try arguments.addOption("source", source, as: .currency)
        try arguments.addOption("target", target, as: .currency)
        try arguments.addOption("at", at)
        return arguments
    }

    static let lua = """
        local rates = wise.rates(args.options)
        out.table(rates, { columns = { "source", "target", "value", "time" } })
        return rates
        """
}
