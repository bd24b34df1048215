import ArgumentParser
import Scripting
import Simulator
import SimulatorServer
import WiseAPI
import WiseClient

/// `florin simulator`
struct SimulatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulator",
        abstract: "Serve, show, steer or reset the simulated bank.",
        discussion: """
            examples:
              florin simulator serve --port 8080
              florin simulator serve --fresh
              florin simulator serve --sca --public-key public.pem --rate-limit
              florin simulator show
              florin simulator fault --route moveBetweenBalances --kind answer_lost
              florin simulator set sca on
              florin simulator reset
            """,
        subcommands: [Serve.self, Show.self, Fault.self, Set.self, Reset.self])

    /// `florin simulator serve`
    struct Serve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer the API over HTTP on this machine.",
            discussion: """
                The first line on standard output is the address. Ctrl-C stops it. --sca and the keys and tokens become part \
                of the world that is served; florin simulator set sca off turns the former off again.

                examples:
                  florin simulator serve --port 8080
                  florin simulator serve --fresh --sca --public-key public.pem
                  florin simulator serve --fresh --read-only-token reader.token --rate-limit
                """)

        @Option(help: ArgumentHelp("The port; 0 picks a free one.", valueName: "number"))
        var port = 0

        @Flag(help: "Serve a new world in memory instead of the stored one.")
        var fresh = false

        @Option(
            name: .customLong("token-file"),
            help: ArgumentHelp("Take only the token in this file; without it any token shaped like a UUID.", valueName: "file"))
        var tokenFile: String?

        @Option(
            help: ArgumentHelp(
                "Add every request and answer to this file, a line of JSON each, without secrets.", valueName: "file"))
        var record: String?

        @Flag(help: "Ask profiles in the EEA and the UK for strong customer authentication.")
        var sca = false

        @Option(
            name: .customLong("public-key"),
            help: ArgumentHelp("Take signatures of this RSA key (PEM); up to five times.", valueName: "file"))
        var publicKeys: [String] = []

        @Option(
            name: .customLong("read-only-token"),
            help: ArgumentHelp("Take the token in this file, and let it read only.", valueName: "file"))
        var readOnlyToken: String?

        @Flag(name: .customLong("rate-limit"), help: "Take 100 requests a second and 900 a minute from each token.")
        var rateLimit = false

        func run() async throws {
            guard (0...65_535).contains(port) else {
                throw CleanFailure.usage("there is no port \(port)", hint: "--port takes a number from 0 to 65535")
            }
            let access = try tokenFile.map { AccessPolicy.only(try TokenChoice.file($0).withText { $0 }) } ?? .anyToken
            do {
                let limit: RateLimit? = rateLimit ? .personalToken : nil
                let bank =
                    fresh
                    ? SimulatedBank(clock: .wall, limit: limit)
                    : try SimulatedBank(store: try WorldStore(path: StateFolder.world), clock: .wall, limit: limit)
                try await prepare(bank)
                let log = try record.map { try ExchangeLog(path: $0) { Terminal.writeMessage("\($0)\n") } }
                let server = SimulatorServer(bank: bank, port: port, access: access, log: log, endsOnSignals: true)
                try await server.run { port in
                    Terminal.writeResult("http://127.0.0.1:\(port)\n")
                    Terminal.writeMessage("serving \(fresh ? "a new world" : StateFolder.world); Ctrl-C stops\n")
                }
            } catch let error as WorldStoreError {
                throw CleanFailure("\(error)")
            } catch let error as SimulatorServerError {
                throw CleanFailure("\(error)")
            } catch let error as ExchangeLogError {
                throw CleanFailure("\(error)")
            }
        }
    }

    /// `florin simulator show`
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the balances of every profile and the check of the ledger.")

        @OptionGroup var options: SessionOptions

        func run() async throws { try await Program(options.choice).run(source: Self.script) }

        private static let script = """
            local result = {}
            for _, profile in ipairs(wise.profiles()) do
              local balances = profile:balances()
              result[#result + 1] = { profile = profile.name, balances = balances }
              out.table(balances, { title = profile.name .. " (" .. profile.type:lower() .. ", " .. profile.id .. ")",
                columns = { "id", "currency", "type", "name", "amount", "reserved_amount", "investment_state" } })
              out.print("")
            end
            local ledger = sim.check()
            out.print("clock " .. ledger.clock)
            out.print("ledger: " .. ledger.entries .. " entries, " .. (ledger.balanced and "balanced" or "NOT BALANCED"))
            check(ledger.balanced, "the ledger does not balance")
            return { profiles = result, ledger = ledger }
            """
    }

    /// `florin simulator reset`
    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put the stored world back to its beginning.",
            discussion: "Asks first. In a script, answer on standard input: echo reset | florin simulator reset")

        func run() async throws {
            Terminal.writeMessage("This forgets everything in \(StateFolder.world).\nType reset to do it: ")
            guard readLine(strippingNewline: true) == "reset" else {
                throw CleanFailure("nothing was reset", exitCode: ProgramExit.refused)
            }
            do {
                let bank = try SimulatedBank(store: try WorldStore(path: StateFolder.world))
                let request = APIRequest(
                    .post, "/_simulator/reset", headers: ["authorization": "Bearer \(Account.simulatorTokenText)"])
                let answer = await bank.respond(to: request)
                guard answer.isSuccess else { throw CleanFailure("nothing was reset: \(APIError(answer).message)") }
            } catch let error as WorldStoreError {
                throw CleanFailure("nothing was reset: \(error)")
            }
            Terminal.writeMessage("The world is back at its beginning.\n")
        }
    }
}
