import ArgumentParser

/// `florin activity`
struct ActivityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activity",
        abstract: "What happened on the profile.",
        discussion: """
            examples:
              florin activity list --limit 20
            """,
        subcommands: [List.self])

    /// `florin activity list`
    struct List: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what happened, newest first.",
            discussion: """
                examples:
                  florin activity list --limit 20
                  florin activity list --type TRANSFER --from 2026-10-01 --to 2026-10-31 --json
                """)

        @Option(help: ArgumentHelp("Only what is about this, such as TRANSFER.", valueName: "type"))
        var type: String?

        @Option(help: ArgumentHelp("Only what is that far, such as COMPLETED.", valueName: "status"))
        var status: String?

        @Option(help: ArgumentHelp("The first day or instant, UTC.", valueName: "date"))
        var from: String?

        @Option(help: ArgumentHelp("The last day or instant, UTC; a day counts whole.", valueName: "date"))
        var to: String?

        @Option(help: ArgumentHelp("The most that are listed; all without it.", valueName: "number"))
        var limit: String?

        @OptionGroup var options: SessionOptions

        func arguments() throws -> OperationArguments {
            var arguments = OperationArguments()
            try arguments.addOption("resource_type", type?.uppercased(), option: "type")
            try arguments.addOption("status", status?.uppercased())
            try arguments.addOption("from", from)
            try arguments.addOption("to", to)
            try arguments.addOption("limit", limit, as: .number)
            return arguments
        }

        static let lua = """
            local activities = wise.activities(args.options)
            out.table(activities, {
              columns = { "created_on", "type", "status", "title", "primary_amount", "secondary_amount" },
            })
            return activities
            """
    }
}
