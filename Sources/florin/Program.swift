import ArgumentParser
import Environments
import Glibc
import LuaRuntime
import Money
import Scripting
import WiseAPI
import WiseClient

/// Puts the parts together for one invocation: environment, client core, interpreter, output.
struct Program: Sendable {
    let context: ScriptingContext
    let showsJSON: Bool
    let account: Account
    var environment: EnvironmentDescription { account.description }

    /// - Parameters:
    ///   - showsTables: Whether what is printed for people is shown at all.
    ///   - observer: Sees every exchange with the bank.
    init(_ options: SessionChoice, showsTables: Bool = true, observer: (any ExchangeObserver)? = nil) throws {
        showsJSON = options.json
        account = try Account(options, observer: observer)
        let environment = account.description
        if environment.isLive { Terminal.writeMessage("LIVE: real money at \(environment.place) (\(environment.name))\n") }
        let isJSON = options.json
        let output = ScriptOutput(
            results: { text in
                guard showsTables else { return }
                if isJSON { Terminal.writeMessage(text) } else { Terminal.writeResult(text) }
            }, messages: { Terminal.writeMessage($0) },
            width: Terminal.width, usesColor: !isJSON && Terminal.usesColor(STDOUT_FILENO),
            isTerminal: isatty(isJSON ? STDERR_FILENO : STDOUT_FILENO) == 1)
        context = ScriptingContext(
            client: account.client, environment: environment, output: output,
            profile: options.profile ?? StateFolder.environment("FLORIN_PROFILE") ?? account.settings.profile)
    }

    /// `-e CODE`
    func evaluate(_ code: String) async throws {
        do {
            let session = try ScriptingSession(context, for: .prompt)
            let interruption = Interruption { session.cancel() }
            defer { interruption.end() }
            if showsJSON {
                try await printResult(of: code, in: session)
            } else {
                for line in try await session.evaluate(code) { Terminal.writeResult(line + "\n") }
            }
        } catch {
            throw report(error)
        }
    }

    private func printResult(of code: String, in session: ScriptingSession) async throws(LuaFailure) {
        let value: LuaValue
        do {
            value = try await session.run(Array("return \(code)".utf8), chunkName: "prompt")
        } catch let failure {
            guard case .syntax = failure.kind else { throw failure }
            value = try await session.run(Array(code.utf8), chunkName: "prompt")
        }
        printEnvelope(value.outputJSON)
    }

    /// `run FILE`
    func run(file: String, words: [String], showsHelp: Bool) async throws {
        let source = try ScriptFile.read(file)
        let head = try await head(of: source, file: file)
        if showsHelp {
            Terminal.writeResult((head?.helpText(file: file) ?? "\(file) does not begin with a head, so it takes nothing") + "\n")
            return
        }
        let arguments = try arguments(words, for: head, file: file)
        try await run(source, file: file, arguments: arguments, heads: head == nil ? 0 : 1)
    }

    /// What the words on the command line give a script.
    private func arguments(_ words: [String], for head: ScriptHead?, file: String) throws -> LuaTable {
        guard let head else {
            guard words.isEmpty else {
                throw CleanFailure.usage(
                    "\(file) does not begin with a head, so it takes no options: \(words.joined(separator: " "))",
                    hint: "leave them away, or declare them in the script: script{ name = ..., params = { ... } }")
            }
            return LuaTable()
        }
        do {
            return try head.arguments(words)
        } catch let error as LuaRaisedError {
            throw CleanFailure.usage(error.message, hint: error.hint ?? "see florin run \(file) --help")
        }
    }

    /// A script that comes with the program.
    func run(source: String) async throws {
        try await run(Array(source.utf8), file: "florin", arguments: LuaTable(), heads: 0)
    }

    /// A head that cannot be is a fault of the script, like any other in it.
    private func head(of source: [UInt8], file: String) async throws -> ScriptHead? {
        do {
            // A script may require a module before its head.
            let reader = try ScriptingSession(
                context, for: .script(arguments: LuaTable(), moduleFolders: [Self.folder(of: file)]))
            guard let head = try await reader.head(of: source, chunkName: file).map({ try ScriptHead($0) }) else { return nil }
            for parameter in head.parameters where SessionOptions.reservedNames.contains(String(parameter.option.dropFirst(2))) {
                throw LuaRaisedError(
                    kind: "usage", code: "reserved_name",
                    message: "the parameter '\(parameter.name)' has the name of an option of florin", hint: "rename it")
            }
            return head
        } catch let error as LuaRaisedError {
            throw report(LuaFailure(kind: .runtime, message: error.message, chunkName: file, raised: error))
        } catch {
            throw report(error)
        }
    }

    private static func folder(of file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return "." }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }

    private func run(_ source: [UInt8], file: String, arguments: LuaTable, heads: Int) async throws {
        do {
            let session = try ScriptingSession(
                context, for: .script(arguments: arguments, moduleFolders: [Self.folder(of: file)], heads: heads))
            let interruption = Interruption { session.cancel() }
            defer { interruption.end() }
            let value = try await session.run(source, chunkName: file)
            if showsJSON { printEnvelope(value.outputJSON) }
        } catch {
            throw report(error)
        }
    }

    /// Shows programs a result.
    func printEnvelope(_ result: JSONValue) {
        Terminal.writeResult(Envelope.json("result", result, on: environment).indentedText + "\n")
    }

    /// Shows a failure and gives the exit that stands for it.
    func report(_ error: any Error) -> ExitCode {
        let failure = error as? LuaFailure ?? LuaFailure(kind: .host, message: "\(error)")
        if showsJSON { Terminal.writeResult(FailureReport.json(for: failure, on: environment).indentedText + "\n") }
        Terminal.writeMessage(FailureReport.text(for: failure, on: environment))
        return ExitCode(ProgramExit.code(for: failure))
    }
}
