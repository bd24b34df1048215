import ArgumentParser

/// `florin move`
struct MoveCommand: OperationCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move money between a balance and a jar.",
        discussion: """
            Within one currency by an amount; from a balance into a jar of another currency by a quote.

            examples:
              florin move --from EUR --to 200006 --amount "25.00 EUR"
              florin move --from 200006 --to EUR --amount "25.00 EUR"
              florin move --from EUR --to 200012 --quote 7f3a2b5c-0d1e-4f60-8a9b-1c2d3e4f5a6b
            """)

    @Option(help: ArgumentHelp("Where it leaves: a currency, or the number of a balance or jar.", valueName: "balance"))
    var from: String

    @Option(help: ArgumentHelp("Where it arrives: a currency, or the number of a balance or jar.", valueName: "balance"))
    var to: String

    @Option(help: ArgumentHelp("How much, within one currency.", valueName: "money"))
    var amount: String?

    @Option(help: ArgumentHelp("The identifier of a quote, across currencies.", valueName: "id"))
    var quote: String?

    @OptionGroup var options: SessionOptions

    func arguments() throws -> OperationArguments {
        guard (amount == nil) != (quote == nil) else {
            throw CleanFailure.usage(
                "florin move takes either --amount or --quote",
                hint: "within one currency write --amount \"25.00 EUR\", across currencies --quote with its identifier")
        }
        var arguments = OperationArguments()
        try arguments.addOption("from", from, as: .balance)
        try arguments.addOption("to", to, as: .balance)
        try arguments.addOption("amount", amount, as: .money)
        try arguments.addOption("quote", quote)
        return arguments
    }

    static let lua = """
        local movement = wise.move(args.options)
        \(shows)
        return movement
        """

    /// What people see of a movement.
    static let shows = """
        out.fields(movement, {
          columns = { "id", "type", "state", "source_amount", "target_amount", "fee", "rate", "creation_time" },
        })
        """
}
