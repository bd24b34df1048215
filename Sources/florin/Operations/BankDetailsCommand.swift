import ArgumentParser

/// `florin bank-details`
struct BankDetailsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank-details",
        abstract: "Bank details: where others pay into.",
        discussion: """
            examples:
              florin bank-details list --currency EUR
              florin bank-details order EUR
              florin bank-details orders
            """,
        subcommands: [List.self, Order.self, Orders.self])

    /// `florin bank-details list`
    struct List: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "List where others pay into.",
            discussion: """
                examples:
                  florin bank-details list
                  florin bank-details list --currency EUR --json
                """)

        @Option(help: ArgumentHelp("Only in this currency.", valueName: "currency"))
        var currency: String?

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.addOption("currency", currency, as: .currency)
            return arguments
        }

        static let lua = """
            local details = wise.bank_details(args.options)
            for _, one in ipairs(details) do
              local title = one.currency .. " " .. one.status .. (one.id and " " .. one.id or "")
              out.table(one.lines, { title = title, columns = { "receive", "title", "body" } })
            end
            return details
            """
    }

    /// `florin bank-details order`
    struct Order: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Order bank details in a currency.",
            discussion: """
                examples:
                  florin bank-details order EUR
                """)

        @Argument(help: "The currency.")
        var currency: String

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.add("currency", currency, as: .currency)
            return arguments
        }

        static let lua = """
            local order = wise.order_bank_details(args.currency)
            out.fields(order, { columns = { "currency", "status" } })
            out.table(order.requirements, { columns = { "type", "status" } })
            return order
            """
    }

    /// `florin bank-details orders`
    struct Orders: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the orders of bank details.",
            discussion: """
                examples:
                  florin bank-details orders
                  florin bank-details orders --currency EUR --json
                """)

        @Option(help: ArgumentHelp("Only in this currency.", valueName: "currency"))
        var currency: String?

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.addOption("currency", currency, as: .currency)
            return arguments
        }

        static let lua = """
            local orders = wise.bank_details_orders(args.options)
            out.table(orders, { columns = { "currency", "status" } })
            return orders
            """
    }
}
