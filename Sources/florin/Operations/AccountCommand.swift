import ArgumentParser

/// `florin account`
struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "The account as a whole: show it, who may have one, its currencies.",
        discussion: """
            examples:
              florin account show
              florin account eligibility --country FR
              florin account currencies
            """,
        subcommands: [Show.self, Eligibility.self, Currencies.self])

    /// `florin account show`
    struct Show: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the account that holds the balances.",
            discussion: """
                examples:
                  florin account show
                  florin account show --profile personal --json
                """)

        @OptionGroup var options: SessionOptions

        static let lua = """
            local account = wise.account()
            out.fields(account)
            return account
            """
    }

    /// `florin account eligibility`
    struct Eligibility: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whether the profile, or people in a country, may have an account.",
            discussion: """
                examples:
                  florin account eligibility
                  florin account eligibility --country US --state CA
                """)

        @Option(help: ArgumentHelp("Two letters, such as FR, instead of the profile.", valueName: "country"))
        var country: String?

        @Option(help: ArgumentHelp("The state, where they differ, such as CA.", valueName: "state"))
        var state: String?

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            guard state == nil || country != nil else {
                throw CleanFailure.usage("--state needs --country", hint: "write --country US --state CA")
            }
            var arguments = OperationArguments()
            try arguments.addOption("country", country)
            try arguments.addOption("state", state)
            return arguments
        }

        static let lua = """
            local eligibility = wise.eligibility(args.options)
            out.fields(eligibility)
            return eligibility
            """
    }

    /// `florin account currencies`
    struct Currencies: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the currencies of balances, and which of them can have bank details.",
            discussion: """
                examples:
                  florin account currencies
                  florin account currencies --json
                """)

        @OptionGroup var options: SessionOptions

        static let lua = """
            local pays_in = {}
            for _, code in ipairs(wise.pay_in_currencies()) do pays_in[code] = true end
            local rows = {}
            for _, code in ipairs(wise.available_currencies()) do
              rows[#rows + 1] = { currency = code, bank_details = pays_in[code] or false }
            end
            out.table(rows, { columns = { "currency", "bank_details" } })
            return rows
            """
    }
}
