import ArgumentParser
import LuaRuntime

/// `florin recipient`
struct RecipientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recipient",
        abstract: "Recipients: who can be paid.",
        discussion: """
            examples:
              florin recipient list --currency GBP
              florin recipient requirements --amount "100.00 GBP" --to GBP
              florin recipient create --currency GBP --type sort_code --name "Ann Example" --detail legalType=PRIVATE \
            --detail sortCode=231470 --detail accountNumber=28821822
              florin recipient deactivate 148393305
            """,
        subcommands: [List.self, Get.self, Create.self, Deactivate.self, Requirements.self])

    /// `florin recipient list`
    struct List: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the recipients.",
            discussion: """
                examples:
                  florin recipient list
                  florin recipient list --currency GBP --limit 20 --json
                """)

        @Option(help: ArgumentHelp("Only those paid in this currency.", valueName: "currency"))
        var currency: String?

        @Option(help: ArgumentHelp("Only accounts of this kind, such as iban.", valueName: "type"))
        var type: String?

        @Option(help: ArgumentHelp("The most that are listed; all without it.", valueName: "number"))
        var limit: String?

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.addOption("currency", currency, as: .currency)
            try arguments.addOption("type", type)
            try arguments.addOption("limit", limit, as: .number)
            return arguments
        }

        static let lua = """
            local recipients = wise.recipients(args.options)
            out.table(recipients, { columns = { "id", "currency", "type", "name", "active", "summary" } })
            return recipients
            """
    }

    /// `florin recipient get`
    struct Get: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one recipient.",
            discussion: """
                examples:
                  florin recipient get 148393305
                """)

        @Argument(help: "The number of the recipient.")
        var recipient: String

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.add("recipient", recipient, as: .number)
            return arguments
        }

        static let lua = """
            local recipient = wise.recipient(args.recipient)
            out.fields(recipient)
            return recipient
            """
    }

    /// `florin recipient create`
    struct Create: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a recipient down; nothing is paid by it.",
            discussion: """
                florin recipient requirements says which details a type needs.

                examples:
                  florin recipient create --currency GBP --type sort_code --name "Ann Example" --detail legalType=PRIVATE \
                --detail sortCode=231470 --detail accountNumber=28821822
                """)

        @Option(help: ArgumentHelp("Paid in this currency.", valueName: "currency"))
        var currency: String

        @Option(help: ArgumentHelp("The kind of account, such as sort_code, iban or aba.", valueName: "type"))
        var type: String

        @Option(help: ArgumentHelp("Who holds the account.", valueName: "text"))
        var name: String

        @Option(
            name: .customLong("detail"),
            help: ArgumentHelp("A detail and its value; a.b is b within a; may be repeated.", valueName: "name=value"))
        var details: [String] = []

        @Flag(help: "The account is your own.")
        var owned = false

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.addOption("currency", currency, as: .currency)
            try arguments.addOption("type", type)
            try arguments.addOption("name", name)
            try arguments.addMembers("details", details, option: "detail")
            if owned { arguments.setOption("owned", true) }
            return arguments
        }

        static let lua = """
            local recipient = wise.create_recipient(args.options)
            out.fields(recipient)
            return recipient
            """
    }

    /// `florin recipient deactivate`
    struct Deactivate: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a recipient out of use, for good.",
            discussion: """
                examples:
                  florin recipient deactivate 148393305
                """)

        @Argument(help: "The number of the recipient.")
        var recipient: String

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.add("recipient", recipient, as: .number)
            return arguments
        }

        static let lua = """
            local recipient = wise.recipient(args.recipient):deactivate()
            out.print("deactivated", recipient.id, recipient.name)
            return recipient
            """
    }

    /// `florin recipient requirements`
    struct Requirements: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say which details a recipient needs, for each kind of account.",
            discussion: """
                examples:
                  florin recipient requirements --amount "100.00 EUR" --to GBP
                  florin recipient requirements --quote 7f3a2b5c-0d1e-4f60-8a9b-1c2d3e4f5a6b --json
                """)

        @Option(help: ArgumentHelp("What leaves.", valueName: "money"))
        var amount: String?

        @Option(help: ArgumentHelp("The currency that arrives.", valueName: "currency"))
        var to: String?

        @Option(help: ArgumentHelp("The identifier of a quote, instead of both.", valueName: "id"))
        var quote: String?

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            guard (quote == nil) == (amount != nil && to != nil), quote == nil || (amount == nil && to == nil) else {
                throw CleanFailure.usage(
                    "florin recipient requirements takes either --quote, or --amount and --to",
                    hint: "write --amount \"100.00 EUR\" --to GBP")
            }
            var arguments = OperationArguments()
            try arguments.addOption("source", amount, as: .money, option: "amount")
            try arguments.addOption("target", to, as: .currency, option: "to")
            try arguments.addOption("quote", quote)
            return arguments
        }

        static let lua = """
            local forms = wise.recipient_requirements(args.options)
            for _, form in ipairs(forms) do
              out.table(form.inputs, {
                title = form.type .. (form.title and ": " .. form.title or ""),
                columns = { "key", "required", "type", "name", "example" },
              })
            end
            return forms
            """
    }
}
