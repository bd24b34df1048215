import Environments
import Glibc
import WiseClient

/// Where the tokens of an environment come from: the variables of the process first, then the configuration; never the
/// command line.
struct TokenChoice {
    private let settings: EnvironmentSettings

    init(_ settings: EnvironmentSettings) { self.settings = settings }

    /// The source of a token, nil when the environment names none or gets its tokens by OAuth.
    ///
    /// The simulator in this process needs no token of anybody, so the variables do not count for it.
    var source: SecretSource? {
        get throws {
            guard settings.baseURL != nil else { return settings.token }
            if let path = StateFolder.environment("FLORIN_TOKEN_FILE") { return .file(path) }
            if let text = StateFolder.environment("FLORIN_TOKEN_FD") {
                guard let number = Int32(text), number > 2 else {
                    throw CleanFailure.usage(
                        "FLORIN_TOKEN_FD is no number of a descriptor",
                        hint: "give it the number of an open descriptor: FLORIN_TOKEN_FD=3 ... 3<FILE")
                }
                return .descriptor(number)
            }
            return StateFolder.environment("FLORIN_TOKEN") == nil ? settings.token : .variable("FLORIN_TOKEN")
        }
    }

    /// Where the token comes from, in words.
    var place: String {
        get throws {
            if let source = try source { return "\(source)" }
            if let oauth = settings.oauth { return "OAuth, client \(oauth.client)" }
            return settings.kind == .simulator ? "the program, for simulators only" : "nowhere"
        }
    }

    /// The credentials; a missing token is wrong usage, except at a simulator.
    func credentials(
        _ transport: any Transport, _ limiter: RateLimiter?, _ observer: (any ExchangeObserver)?
    ) throws -> any Credentials {
        if let source = try source { return FixedCredentials(try token(from: source)) }
        if let oauth = settings.oauth {
            return try EnvironmentChoice.reading { () throws(ConfigurationError) in
                let grant: OAuthCredentials.Grant =
                    if let refresh = oauth.refreshToken {
                        .refreshToken(try refresh.read("the refresh token"))
                    } else { .clientCredentials }
                return OAuthCredentials(
                    transport: transport, client: oauth.client, secret: try oauth.secret.read("the client secret"), grant: grant,
                    limiter: limiter, observer: observer)
            }
        }
        guard settings.kind == .simulator else {
            let subject = settings.name == "sandbox" ? "the sandbox" : "the environment \(settings.name)"
            throw CleanFailure.usage(
                "\(subject) needs a token",
                hint: "write it to a file that only you can read, and name the file in FLORIN_TOKEN_FILE or the configuration")
        }
        return FixedCredentials(Secret(Account.simulatorTokenText))
    }

    /// The token in a file that others cannot read.
    static func file(_ path: String) throws -> Secret {
        try EnvironmentChoice.reading { () throws(ConfigurationError) in try SecretSource.file(path).read("the token") }
    }

    private func token(from source: SecretSource) throws -> Secret {
        let token = try EnvironmentChoice.reading { () throws(ConfigurationError) in try source.read("the token") }
        if source == .variable("FLORIN_TOKEN") {
            Terminal.writeMessage(
                "warning: other programs of this session can see FLORIN_TOKEN; FLORIN_TOKEN_FILE or FLORIN_TOKEN_FD is safer\n")
        }
        return token
    }
}
