import ArgumentParser

/// `florin capacity`
struct CapacityCommand: OperationCommand {
    static let configuration = CommandConfiguration(
        commandName: "capacity",
        abstract: "Print how much may still be deposited before a regulatory hold limit.",
        discussion: """
            examples:
              florin capacity SGD --profile personal
              florin capacity EUR --json
            """)

    @Argument(help: "The currency in which the limit is expressed.")
    var currency: String

    @OptionGroup var options: SessionOptions

    func arguments() throws -> OperationArguments {
        var arguments = OperationArguments()
        try arguments.add("currency", currency, as: .currency)
        return arguments
    }

    static let lua = """
        local capacity = wise.capacity(args.currency)
        out.print(capacity.limit or "without limit")
        return capacity
        """
}
