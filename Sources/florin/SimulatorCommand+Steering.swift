import ArgumentParser
import Scripting
import WiseAPI
import WiseClient

extension SimulatorCommand {
    /// `florin simulator fault`
    struct Fault: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let calls of an operation go wrong, or list and clear what waits.",
            discussion: """
                Without --kind it lists the faults that wait. The operations and kinds are in docs/simulator.md; a wrong \
                name is answered with all of them. "effect" says whether what the fault strikes is carried out all the same.

                examples:
                  florin simulator fault --route moveBetweenBalances --kind answer_lost
                  florin simulator fault --route getStatement --kind slow --seconds 3 --nth 2
                  florin simulator fault --base-url http://127.0.0.1:8080 --route '*' --kind rate_limited
                  florin simulator fault --clear
                """)

        @Option(help: ArgumentHelp("The operation, or * for any.", valueName: "name"))
        var route = "*"

        @Option(help: ArgumentHelp("What happens.", valueName: "kind"))
        var kind: String?

        @Option(help: ArgumentHelp("The first call that goes wrong, counted from now.", valueName: "number"))
        var nth = 1

        @Option(help: ArgumentHelp("How many calls go wrong.", valueName: "number"))
        var times = 1

        @Option(help: ArgumentHelp("How late the answer is, or what Retry-After says.", valueName: "number"))
        var seconds: Int?

        @Flag(help: "Forget every fault that waits.")
        var clear = false

        @OptionGroup var options: SessionOptions

        func run() async throws {
            let steering = try Steering(options)
            guard !clear else { return steering.show(try await steering.send(.delete, "fault"), Self.columns) }
            guard let kind else { return steering.show(try await steering.send(.get, "fault"), Self.columns) }
            var body: JSONObject = [
                "route": .string(route), "kind": .string(kind), "nth": .integer(nth), "times": .integer(times),
            ]
            if let seconds { body["seconds"] = .integer(seconds) }
            let fault = try await steering.send(.post, "fault", .object(body))
            steering.show(.array([fault]), Self.columns)
        }

        private static let columns = ["id", "route", "kind", "nth", "times", "seconds", "effect"]
    }

    /// `florin simulator set`
    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show or change how the world behaves where the bank's documents leave it open.",
            discussion: """
                Without a name it lists every setting with its choices.

                examples:
                  florin simulator set
                  florin simulator set sca on
                  florin simulator set closingRefusalStatus 409
                """)

        @Argument(help: ArgumentHelp("The setting.", valueName: "name"))
        var name: String?

        @Argument(help: ArgumentHelp("One of its choices.", valueName: "value"))
        var value: String?

        @OptionGroup var options: SessionOptions

        func run() async throws {
            let steering = try Steering(options)
            if let name {
                guard let value else {
                    throw CleanFailure.usage("\(name) to what?", hint: "florin simulator set lists the choices")
                }
                _ = try await steering.send(.post, "settings", .object([name: .string(value)]))
            }
            let all = try await steering.send(.get, "settings")
            let shown = all.arrayValue?.filter { name == nil || $0["name"]?.stringValue == name } ?? []
            steering.show(.array(shown), ["name", "value", "choices", "ambiguity", "meaning"])
        }
    }
}

/// Speaks to the control routes of a simulator, in this process or on another port, and shows what they answer.
struct Steering {
    private let program: Program

    init(_ options: SessionOptions) throws {
        program = try Program(options.choice)
        let environment = program.context.environment
        guard environment.isSimulator else {
            throw CleanFailure.usage("\(environment.name) is no simulator", hint: "leave --env away, or give --base-url")
        }
    }

    func send(_ method: APIRequest.Method, _ route: String, _ body: JSONValue? = nil) async throws -> JSONValue {
        do throws(ClientError) {
            return try await program.context.client.control(method, route, body: body)
        } catch {
            let isWrong = error.status.map { (400..<500).contains($0) } ?? false
            throw CleanFailure(error.message, hint: error.hint, exitCode: isWrong ? ProgramExit.usage : ProgramExit.failed)
        }
    }

    /// A list of objects as a table, or as JSON when that was asked for.
    func show(_ list: JSONValue, _ columns: [String]) {
        let rows = list.arrayValue ?? []
        guard !program.showsJSON else {
            program.printEnvelope(list)
            return
        }
        guard !rows.isEmpty else { return Terminal.writeMessage("there are none\n") }
        Terminal.writeResult(PlainTable.text([columns] + rows.map { row in columns.map { Self.text(row[$0] ?? .null) } }))
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .number(let number): number.text
        case .string(let text): text
        case .array(let items): items.map(text).joined(separator: ", ")
        case .object: value.indentedText
        }
    }
}
