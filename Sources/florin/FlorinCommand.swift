import ArgumentParser
import Glibc
import WiseAPI

/// The root of the command line. Without a subcommand it is `florin prompt`.
@main
struct FlorinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "florin",
        abstract: "A scriptable treasury shell for multi-currency accounts.",
        discussion: """
            Without a subcommand it opens a prompt. With nothing configured everything works on an embedded simulator \
            of the account, offline, with the reference rates of the European Central Bank.

            examples:
              florin
              florin -e 'for _, b in ipairs(wise.balances()) do print(b.amount) end'
              florin run examples/03-sweep.lua --help
              florin balance list
              florin simulator serve --port 8080
            """,
        version: "florin \(VersionCommand.version)",
        subcommands: [PromptCommand.self, RunCommand.self],
        groupedSubcommands: [
            CommandGroup(
                name: "Account",
                subcommands: [
                    BalanceCommand.self,
                    QuoteCommand.self,
                    ConvertCommand.self,
                    MoveCommand.self,
                    CapacityCommand.self,
                    TotalCommand.self,
                    StatementCommand.self,
                    RatesCommand.self,
                    RecipientCommand.self,
                    TransferCommand.self,
                    ActivityCommand.self,
                    BankDetailsCommand.self,
                    AccountCommand.self,
                    APICommand.self,
                ]),
            CommandGroup(
                name: "Program",
                subcommands: [
                    AuthCommand.self,
                    DoctorCommand.self,
                    SimulatorCommand.self,
                    VersionCommand.self,
                ]),
        ],
        defaultSubcommand: PromptCommand.self)

    /// Wrong usage ends with 2, like every wrong parameter; the parser's own code for it is another.
    static func main() async {
        // A file size limit is then an error like a full disk, which can be explained, and no sudden end.
        signal(SIGXFSZ, SIG_IGN)
        do {
            // Most of a start is the parser's search through the types of the program, so the shortest call skips it.
            if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "-e" {
                try await Program(SessionChoice()).evaluate(CommandLine.arguments[2])
                return
            }
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as CleanFailure {
            end(with: failure)
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            switch exitCode(for: error) {
            case .success: exit(withError: error)
            case .validationFailure: end(with: wrongWords(message(for: error)))
            default: end(with: CleanFailure("\(error)"))
            }
        }
    }

    private static func end(with failure: CleanFailure) -> Never {
        // The words may be unparsable, so what is asked for is looked up among them.
        if CommandLine.arguments.dropFirst().prefix(while: { $0 != "--" }).contains("--json") {
            Terminal.writeResult(FailureReport.json(for: failure).indentedText + "\n")
        }
        Terminal.writeMessage(FailureReport.text(for: failure))
        exit(withError: ExitCode(failure.exitCode))
    }
}
