import ArgumentParser

/// `florin convert`
struct ConvertCommand: OperationCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Convert between the balances of two currencies.",
        discussion: """
            With --quote it uses that quote, once; otherwise it asks for one and uses it.

            examples:
              florin convert --amount "250.00 EUR" --to GBP
              florin convert --from EUR --amount "50.00 GBP"
              florin convert --quote 7f3a2b5c-0d1e-4f60-8a9b-1c2d3e4f5a6b
            """)

    @OptionGroup var price: PriceOptions

    @Option(help: ArgumentHelp("The identifier of a quote, instead of an amount.", valueName: "id"))
    var quote: String?

    @OptionGroup var options: SessionOptions

    func arguments() throws -> OperationArguments {
        var arguments = OperationArguments()
        if let quote {
            guard !price.isGiven else {
                throw CleanFailure.usage(
                    "a quote fixes the price: --amount, --from and --to cannot stand beside --quote", hint: "leave one away")
            }
            try arguments.addOption("quote", quote)
        } else {
            try price.add(to: &arguments)
        }
        return arguments
    }

    static let lua = """
        local movement = wise.convert(args.options.quote or wise.quote(args.options))
        \(MoveCommand.shows)
        return movement
        """
}
