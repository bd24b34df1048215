import ArgumentParser
import Glibc
import Scripting
import WiseAPI
import WiseClient

/// `florin api`
struct APICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api",
        abstract: "Send any request with the session's credentials, and print the answer as it came.",
        discussion: """
            What reads is repeated when that can help. What changes something must be an operation that Florin knows, and \
            passes the gate like every other. {profile} in the path stands for the profile in use.

            examples:
              florin api GET /v1/rates --query source=EUR --query target=USD
              florin api GET /v4/profiles/{profile}/balances --query types=STANDARD
              florin api GET /2026Q4/profiles/{profile}/balances --query types=STANDARD
              florin api POST /v3/profiles/{profile}/quotes --body @quote.json
              florin api GET /v1/me --trace
              echo '{"currency":"CHF","type":"STANDARD"}' | florin api POST /v4/profiles/{profile}/balances --body -
            """)

    @Argument(help: "GET, POST, PUT, PATCH or DELETE.")
    var method: String

    @Argument(help: "The path, such as /v1/rates or /2026Q4/rates.")
    var path: String

    @Option(name: .long, help: ArgumentHelp("A name and its value; may be repeated.", valueName: "name=value"))
    var query: [String] = []

    @Option(help: ArgumentHelp("The JSON body: a text, @ and a file, or - for standard input.", valueName: "json"))
    var body: String?

    @Flag(help: "Show on standard error what decided each answer: status, trace, approval, limits. Never a secret.")
    var trace = false

    @OptionGroup var options: SessionOptions

    func run() async throws {
        guard let method = APIRequest.Method(rawValue: method.uppercased()), method != .head else {
            throw CleanFailure.usage("there is no method '\(method)'", hint: "there are: GET, POST, PUT, PATCH, DELETE")
        }
        guard path.hasPrefix("/") else {
            throw CleanFailure.usage("'\(path)' is no path", hint: "a path starts with a slash, such as /v1/rates")
        }
        guard !path.contains("?") else {
            throw CleanFailure.usage(
                "the path \(path) holds a question mark", hint: "give each name and value as --query name=value")
        }
        let items = try query.map(Self.item)
        let json = try body.map(Self.json)
        try await Program(options.choice, observer: trace ? Trace() : nil).send(method, path, query: items, body: json)
    }

    private static func item(_ text: String) throws -> QueryItem {
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty else {
            throw CleanFailure.usage("--query: '\(text)' has no value", hint: "write --query source=EUR")
        }
        return QueryItem(String(sides[0]), String(sides[1]))
    }

    private static func json(_ text: String) throws -> JSONValue {
        let bytes =
            text == "-" ? try ScriptFile.read("-") : text.hasPrefix("@") ? try file(String(text.dropFirst())) : Array(text.utf8)
        do {
            return try JSONValue(parsing: bytes)
        } catch {
            throw CleanFailure.usage("--body: this is not JSON: \(error)", hint: "for example --body '{\"currency\":\"CHF\"}'")
        }
    }

    private static func file(_ path: String) throws -> [UInt8] {
        do {
            return try ScriptFile.read(path)
        } catch let failure as CleanFailure {
            throw CleanFailure.usage("--body: \(failure.message)", hint: "give the path of a file that holds JSON")
        }
    }
}

/// Shows people each exchange with the bank.
private struct Trace: ExchangeObserver {
    func didExchange(_ exchange: Exchange) { Terminal.writeMessage(exchange.description.withVisibleControls + "\n") }
}

extension Program {
    /// Sends a request and shows its answer: as it came, or in the envelope.
    fileprivate func send(_ method: APIRequest.Method, _ path: String, query: [QueryItem], body: JSONValue?) async throws {
        let context = context
        let sending = Task { try await context.request(method, path: path, query: query, body: body) }
        let interruption = Interruption { sending.cancel() }
        defer { interruption.end() }
        switch await sending.result {
        case .success(let answer):
            if showsJSON {
                printEnvelope(answer)
            } else if !answer.isNull {
                let text = answer.indentedText + "\n"
                Terminal.writeResult(isatty(STDOUT_FILENO) == 1 ? text.withVisibleControls : text)
            }
        case .failure(let error): throw refusal(of: error)
        }
    }
}
