import ArgumentParser

/// `florin transfer`
struct TransferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "Transfers: money for recipients, from a balance.",
        discussion: """
            A transfer is ordered first and paid for then: nothing leaves before florin transfer fund.

            examples:
              florin transfer create --recipient 148393305 --amount "100.00 GBP" --to GBP --reference INV-7
              florin transfer fund 50000001
              florin transfer list --status outgoing_payment_sent
            """,
        subcommands: [Create.self, Get.self, List.self, Cancel.self, Fund.self, Payments.self])

    /// `florin transfer create`
    struct Create: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Order a transfer; nothing leaves until it is paid for.",
            discussion: """
                With --quote it uses that quote; otherwise it asks for one and uses it.

                examples:
                  florin transfer create --recipient 148393305 --amount "100.00 GBP" --to GBP --reference INV-7
                  florin transfer create --recipient 148393305 --from EUR --amount "100.00 GBP"
                  florin transfer create --recipient 148393305 --quote 7f3a2b5c-0d1e-4f60-8a9b-1c2d3e4f5a6b
                """)

        @Option(help: ArgumentHelp("The number of the recipient.", valueName: "number"))
        var recipient: String

        @OptionGroup var price: PriceOptions

        @Option(help: ArgumentHelp("The identifier of a quote, instead of an amount.", valueName: "id"))
        var quote: String?

        @Option(help: ArgumentHelp("What the recipient reads.", valueName: "text"))
        var reference: String?

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.add("recipient", recipient, as: .number)
            try arguments.add("reference", reference ?? "")
            if let quote {
                guard !price.isGiven else {
                    throw CleanFailure.usage(
                        "a quote fixes the price: --amount, --from and --to cannot stand beside --quote", hint: "leave one away")
                }
                try arguments.addOption("quote", quote)
            } else {
                try price.add(to: &arguments)
                try arguments.addOption("recipient", recipient, as: .number)
            }
            return arguments
        }

        static let lua = """
            local reference = args.reference ~= "" and args.reference or nil
            local quote = args.options.quote or wise.quote(args.options)
            local transfer = wise.transfer { recipient = args.recipient, quote = quote, reference = reference }
            \(shows)
            return transfer
            """
    }

    /// `florin transfer get`
    struct Get: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one transfer as it is now.",
            discussion: """
                examples:
                  florin transfer get 50000001
                """)

        @Argument(help: "The number of the transfer.")
        var transfer: String

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments { try number(transfer) }

        static let lua = """
            local transfer = wise.read_transfer(args.transfer)
            \(shows)
            return transfer
            """
    }

    /// `florin transfer list`
    struct List: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the transfers that were sent, newest first.",
            discussion: """
                examples:
                  florin transfer list --limit 10
                  florin transfer list --status outgoing_payment_sent --from 2026-10-01 --to 2026-10-31 --json
                """)

        @Option(help: ArgumentHelp("Only those that far; may be repeated.", valueName: "status"))
        var status: [String] = []

        @Option(help: ArgumentHelp("Ordered on that day or later, UTC.", valueName: "date"))
        var from: String?

        @Option(help: ArgumentHelp("Ordered on that day or before, UTC.", valueName: "date"))
        var to: String?

        @Option(help: ArgumentHelp("The most that are listed; all without it.", valueName: "number"))
        var limit: String?

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            if !status.isEmpty { try arguments.addOption("status", status.joined(separator: ","), as: .texts) }
            try arguments.addOption("from", from)
            try arguments.addOption("to", to)
            try arguments.addOption("limit", limit, as: .number)
            return arguments
        }

        static let lua = """
            local transfers = wise.transfers(args.options)
            out.table(transfers, {
              columns = { "id", "created", "status", "source_amount", "target_amount", "recipient", "reference" },
            })
            return transfers
            """
    }

    /// `florin transfer cancel`
    struct Cancel: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Call a transfer off, until it is converted.",
            discussion: """
                examples:
                  florin transfer cancel 50000001
                """)

        @Argument(help: "The number of the transfer.")
        var transfer: String

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments { try number(transfer) }

        static let lua = """
            local transfer = wise.read_transfer(args.transfer):cancel()
            \(shows)
            return transfer
            """
    }

    /// `florin transfer fund`
    struct Fund: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Pay for a transfer from the balance in its source currency.",
            discussion: """
                No key protects it: after an unknown outcome look at florin transfer payments before paying again.

                examples:
                  florin transfer fund 50000001
                """)

        @Argument(help: "The number of the transfer.")
        var transfer: String

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments { try number(transfer) }

        static let lua = """
            local transfer = wise.read_transfer(args.transfer)
            local funding = transfer:fund()
            out.fields { transfer = transfer.id, status = funding.status, movement = funding.movement }
            return { transfer = transfer.id, funding = funding }
            """
    }

    /// `florin transfer payments`
    struct Payments: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what was paid for a transfer.",
            discussion: """
                examples:
                  florin transfer payments 50000001
                """)

        @Argument(help: "The number of the transfer.")
        var transfer: String

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments { try number(transfer) }

        static let lua = """
            local payments = wise.read_transfer(args.transfer):payments()
            out.table(payments, { columns = { "id", "method", "amount", "time_created" } })
            return payments
            """
    }

    /// What people see of a transfer.
    static let shows = """
        out.fields(transfer, {
          columns = { "id", "status", "recipient", "source_amount", "target_amount", "rate", "reference", "created" },
        })
        """
}

extension OperationCommand {
    /// The number of a transfer in `args`.
    fileprivate func number(_ transfer: String) throws -> OperationArguments {
        var arguments = OperationArguments()
        try arguments.add("transfer", transfer, as: .number)
        return arguments
    }
}
