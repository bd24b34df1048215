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
            """,
        subcommands: [Create.self, Get.self])

    /// `florin quote create`
    struct Create: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask for a price for a conversion between balances.",
            discussion: """
                examples:
                  florin quote create --amount "250.00 EUR" --to GBP
                  florin quote create --from EUR --amount "50.00 GBP" --json
                """)

        @OptionGroup var price: PriceOptions
        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try price.add(to: &arguments)
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

    /// What people see of a quote.
    static let shows = """
        out.fields(quote, {
          columns = {
            "id", "source_amount", "target_amount", "fee", "rate", "pay_out", "status", "expires_at", "disabled_reason",
          },
        })
        """
}
