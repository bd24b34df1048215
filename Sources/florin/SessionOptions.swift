import ArgumentParser

/// The options of everything that works on an account.
struct SessionOptions: ParsableArguments {
    /// The names of the options below, which a script's parameters cannot take.
    static let reservedNames = ["env", "config", "profile", "json", "fresh", "base-url", "read-only", "help", "version"]

    @Option(help: ArgumentHelp("The environment: simulator, sandbox, live or one of the configuration.", valueName: "name"))
    var env: String?

    @Option(help: ArgumentHelp("The configuration file, instead of the one in the configuration folder.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("The profile: its number, its name, personal or business.", valueName: "profile"))
    var profile: String?

    @Flag(help: "Print the result as JSON on standard output, everything else on standard error.")
    var json = false

    @Flag(help: "Start from a new simulated world in memory; the stored one stays as it is.")
    var fresh = false

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp("Where the API answers, such as a simulator on http://127.0.0.1:8080.", valueName: "url"))
    var baseURL: String?

    @Flag(name: .customLong("read-only"), help: "Refuse everything that would change the account.")
    var readOnly = false

    /// The same, apart from the parser.
    var choice: SessionChoice {
        SessionChoice(
            env: env, config: config, profile: profile, json: json, fresh: fresh, baseURL: baseURL, readOnly: readOnly)
    }
}

/// What the options of a session say.
struct SessionChoice: Sendable {
    var env: String?
    var config: String?
    var profile: String?
    var json = false
    var fresh = false
    var baseURL: String?
    var readOnly = false
}
