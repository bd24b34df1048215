import ArgumentParser
import Environments
import LuaRuntime
import Scripting
import WiseAPI
import WiseClient

/// `florin auth`
struct AuthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "auth",
        abstract: "What the token of an environment may do.",
        discussion: """
            examples:
              florin auth status
              florin auth status --env sandbox --json
            """,
        subcommands: [Status.self])

    /// `florin auth status`
    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask one harmless question of each kind, and show what the token may do.",
            discussion: """
                It moves and changes nothing, so it cannot tell whether the token may; the price that it asks for binds \
                nobody. It ends with 0 when everything is allowed, with 8 when something is refused or needs an approval, and \
                with 9 when the bank did not answer.

                examples:
                  florin auth status
                  florin auth status --env sandbox
                  florin auth status --env live --profile business --json
                """)

        @OptionGroup var options: SessionOptions

        func run() async throws { try await Program(options.choice).showAccess() }
    }
}

extension Program {
    /// Asks all questions and shows the answers.
    fileprivate func showAccess() async throws {
        let context = context
        let asking = Task { try await Self.answers(on: context) }
        let interruption = Interruption { asking.cancel() }
        defer { interruption.end() }
        let answers: [AccessAnswer]
        switch await asking.result {
        case .success(let found): answers = found
        case .failure(let error as ClientError):
            if error.kind == .cancelled { throw ExitCode(ProgramExit.interrupted) }
            var failure = CleanFailure(error.message, hint: error.hint, exitCode: ProgramExit.unavailable)
            failure.environment = environment
            throw failure
        case .failure(let error as LuaRaisedError):
            var failure = CleanFailure(error.message, hint: error.hint)
            failure.environment = environment
            throw failure
        case .failure(let error): throw error
        }
        show(answers)
        let verdicts = answers.map(\.verdict)
        if verdicts.contains(.refused) || verdicts.contains(.approval) { throw ExitCode(ProgramExit.authentication) }
        if verdicts.contains(.unknown) || verdicts.contains(.absent) { throw ExitCode(ProgramExit.unavailable) }
    }

    private static func answers(on context: ScriptingContext) async throws -> [AccessAnswer] {
        let client = context.client
        var answers: [AccessAnswer] = []
        func add(
            _ subject: String, _ route: Route, _ ask: () async throws(ClientError) -> String
        ) async throws(ClientError) {
            do throws(ClientError) {
                answers.append(AccessAnswer(subject, route, found: try await ask()))
            } catch {
                switch error.kind {
                // Nobody answers, so asking on tells nothing about the token.
                case .transport, .cancelled: throw error
                default: answers.append(AccessAnswer(subject, route, refusedBy: error))
                }
            }
        }
        try await add("user", .getUser) { () throws(ClientError) in
            let user = try await client.user()
            return "\(user.name ?? "user") (\(user.id))"
        }
        var profiles: [Profile] = []
        try await add("profiles", .listProfiles) { () throws(ClientError) in
            profiles = try await client.profiles()
            return profiles.map { "\($0.name) (\($0.type.rawValue.lowercased()), \($0.id))" }.joined(separator: "; ")
        }
        guard !profiles.isEmpty else { return answers }
        let profile = try await context.profileInUse()
        for question in AccessQuestion.all {
            try await add(question.subject, question.route) { () throws(ClientError) in try await question.ask(client, profile) }
        }
        return answers
    }

    private func show(_ answers: [AccessAnswer]) {
        guard !showsJSON else {
            let result: JSONObject = [
                "environment": .string(environment.name), "kind": .string(account.settings.kind.rawValue),
                "place": .string(environment.place), "token": .string(account.tokenPlace),
                "read_only": .bool(account.isReadOnly), "answers": .array(answers.map(\.json)),
            ]
            return printEnvelope(.object(result))
        }
        Terminal.writeResult(
            "\(environment.isLive ? "LIVE " : "")\(environment.name): \(environment.place), token from \(account.tokenPlace)\n")
        if account.isReadOnly { Terminal.writeResult("This session only reads.\n") }
        let rows = answers.map { [$0.subject, $0.verdict.rawValue, $0.text.withVisibleControls] }
        Terminal.writeResult(PlainTable.text(rows))
        var shown: Set<String> = []
        for answer in answers where answer.verdict != .allowed {
            if let hint = answer.hint, shown.insert(hint).inserted {
                Terminal.writeMessage("  hint: \(hint.withVisibleControls)\n")
            }
        }
    }
}
