import ArgumentParser

/// `florin statement`
struct StatementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "The statement of a balance.",
        discussion: """
            examples:
              florin statement get EUR --from 2026-10-01 --to 2026-10-31
            """,
        subcommands: [Get.self])

    /// `florin statement get`
    struct Get: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read the statement of a balance over at most 469 days.",
            discussion: """
                examples:
                  florin statement get EUR --from 2026-10-01 --to 2026-10-31
                  florin statement get 200006 --from 2026-10-01 --to 2026-10-31 --type FLAT --json
                """)

        @Argument(help: "The currency of a balance, or the number of a balance or jar.")
        var balance: String

        @Option(help: ArgumentHelp("The first day or instant, UTC.", valueName: "date"))
        var from: String

        @Option(help: ArgumentHelp("The last day or instant, UTC; a day counts whole.", valueName: "date"))
        var to: String

        @Option(help: ArgumentHelp("COMPACT (fees inside) or FLAT (fees on lines of their own).", valueName: "type"))
        var type = "COMPACT"

        @Option(help: ArgumentHelp("The language of descriptions, two letters.", valueName: "language"))
        var locale: String?

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.addOption("balance", balance, as: .balance)
            try arguments.addOption("from", from)
            try arguments.addOption("to", to)
            try arguments.addOption("type", type.uppercased())
            try arguments.addOption("locale", locale)
            return arguments
        }

        static let lua = """
            local statement = wise.statement(args.options)
            out.print("opening", statement.opening or "-")
            out.table(statement.lines, {
              columns = { "date", "type", "amount", "total_fees", "running_balance", "reference", "description" },
            })
            out.print("closing", statement.closing)
            return statement
            """
    }
}
