import ArgumentParser

/// `florin quote`
struct QuoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "Prices: ask for one, look one up.",
        discussion: """
            A quote holds for 30 minutes; it moves nothing and reserves nothing.

            examples:
              florin quote create --amount "250.00 EUR" --to GBP
              florin quote create --from EUR --amount "50.00 GBP"
              florin quote get 7f3a2b5c-0d1e-4f60-8a9b-1c2d3e4f5a6b
              florin quote update 7f3a2b5c-0d1e-4f60-8a9b-1c2d3e4f5a6b --recipient 148393305
            """,
        subcommands: [Create.self, Get.self, Update.self])

    /// `florin quote create`
    struct Create: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask for a price: for a conversion, or with --recipient for a transfer.",
            discussion: """
                examples:
                  florin quote create --amount "250.00 EUR" --to GBP
                  florin quote create --from EUR --amount "50.00 GBP" --json
                """)

        @OptionGroup var price: PriceOptions

        @Option(help: ArgumentHelp("The number of who will be paid, for a transfer.", valueName: "number"))
        var recipient: String?

        @Option(name: .customLong("pay-out"), help: ArgumentHelp("How it is paid out, such as BANK_TRANSFER.", valueName: "way"))
        var payOut: String?

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try price.add(to: &arguments)
            try arguments.addOption("recipient", recipient, as: .number)
            try arguments.addOption("pay_out", payOut?.uppercased())
            return arguments
        }

        static let lua = """
            local quote = wise.quote(args.options)
            \(shows)
            return quote
            """
    }

    /// `florin quote get`
    struct Get: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look a quote up.",
            discussion: """
                examples:
                  florin quote get 7f3a2b5c-0d1e-4f60-8a9b-1c2d3e4f5a6b
                """)

        @Argument(help: "The identifier of the quote.")
        var quote: String

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.add("quote", quote)
            return arguments
        }

        static let lua = """
            local quote = wise.read_quote(args.quote)
            \(shows)
            return quote
            """
    }

    /// `florin quote update`
    struct Update: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Complete a quote: its recipient, its pay-out. The price may change.",
            discussion: """
                examples:
                  florin quote update 7f3a2b5c-0d1e-4f60-8a9b-1c2d3e4f5a6b --recipient 148393305
                  florin quote update 7f3a2b5c-0d1e-4f60-8a9b-1c2d3e4f5a6b --pay-out SWIFT
                """)

        @Argument(help: "The identifier of the quote.")
        var quote: String

        @Option(help: ArgumentHelp("The number of who will be paid.", valueName: "number"))
        var recipient: String?

        @Option(name: .customLong("pay-out"), help: ArgumentHelp("How it is paid out, such as BANK_TRANSFER.", valueName: "way"))
        var payOut: String?

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            guard recipient != nil || payOut != nil else {
                throw CleanFailure.usage("there is nothing to update", hint: "give --recipient, --pay-out or both")
            }
            var arguments = OperationArguments()
            try arguments.addOption("quote", quote)
            try arguments.addOption("recipient", recipient, as: .number)
            try arguments.addOption("pay_out", payOut?.uppercased())
            return arguments
        }

        static let lua = """
            local quote = wise.update_quote(args.options)
            \(shows)
            return quote
            """
    }

    /// What people see of a quote.
    static let shows = """
        out.fields(quote, {
          columns = {
            "id", "source_amount", "target_amount", "fee", "rate", "pay_out", "status", "expires_at", "disabled_reason",
          },
        })
        """
}
