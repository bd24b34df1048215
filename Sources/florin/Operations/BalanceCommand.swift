import ArgumentParser

/// `florin balance`
struct BalanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance",
        abstract: "Balances and jars: list, look at, open, close.",
        discussion: """
            examples:
              florin balance list
              florin balance get EUR
              florin balance open CHF
              florin balance open EUR --name "Summer fair"
              florin balance close CHF
            """,
        subcommands: [List.self, Get.self, Open.self, Close.self])

    /// `florin balance list`
    struct List: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the open balances and jars.",
            discussion: """
                examples:
                  florin balance list
                  florin balance list --type SAVINGS --json
                """)

        @Option(
            name: .customLong("type"),
            help: ArgumentHelp("STANDARD for balances, SAVINGS for jars; both without it.", valueName: "type"))
        var types: [String] = []

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            guard !types.isEmpty else { return arguments }
            try arguments.addOption(
                "types", types.joined(separator: ",").uppercased(), as: .texts, option: "type")
            return arguments
        }

        static let lua = """
            local balances = wise.balances(args.options)
            out.table(balances, {
              columns = { "id", "currency", "type", "name", "amount", "reserved_amount", "investment_state" },
            })
            return balances
            """
    }

    /// `florin balance get`
    struct Get: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one balance or jar.",
            discussion: """
                examples:
                  florin balance get EUR
                  florin balance get 200006 --json
                """)

        @Argument(help: "The currency of a balance, or the number of a balance or jar.")
        var balance: String

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.add("balance", balance, as: .balance)
            return arguments
        }

        static let lua = """
            local balance = wise.balance(args.balance)
            out.fields(balance)
            return balance
            """
    }

    /// `florin balance open`
    struct Open: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a balance, or a jar when a name is given.",
            discussion: """
                examples:
                  florin balance open CHF
                  florin balance open EUR --name "Summer fair"
                """)

        @Argument(help: "The currency.")
        var currency: String

        @Option(help: ArgumentHelp("The name of the jar.", valueName: "text"))
        var name: String?

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.addOption("currency", currency, as: .currency)
            try arguments.addOption("name", name)
            return arguments
        }

        static let lua = """
            local balance = wise.open_balance(args.options)
            out.fields(balance, { columns = { "id", "currency", "type", "name", "amount" } })
            return balance
            """
    }

    /// `florin balance close`
    struct Close: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close a balance or a jar that holds nothing.",
            discussion: """
                examples:
                  florin balance close CHF
                  florin balance close 200011
                """)

        @Argument(help: "The currency of a balance, or the number of a balance or jar.")
        var balance: String

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.add("balance", balance, as: .balance)
            return arguments
        }

        static let lua = """
            local balance = wise.balance(args.balance)
            wise.close_balance(balance)
            out.print("closed", balance.id, balance:label())
            return { closed = balance.id }
            """
    }
}
