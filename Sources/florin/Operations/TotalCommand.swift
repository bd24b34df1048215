import ArgumentParser

/// `florin total`
struct TotalCommand: OperationCommand {
    static let configuration = CommandConfiguration(
        commandName: "total",
        abstract: "Print worth and availability over all balances, at mid-market rates.",
        discussion: """
            examples:
              florin total EUR
              florin total GBP --profile personal --json
            """)

    @Argument(help: "The currency in which everything is expressed.")
    var currency: String

    @OptionGroup var options: SessionOptions

    func arguments() throws -> OperationArguments {
        var arguments = OperationArguments()
        try arguments.add("currency", currency, as: .currency)
        return arguments
    }

    static let lua = """
        local funds = wise.total_funds(args.currency)
        out.fields(funds, {
          columns = { "total_worth", "total_available", "overdraft_limit", "overdraft_used", "overdraft_available" },
        })
        return funds
        """
}
