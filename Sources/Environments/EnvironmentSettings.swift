public import WiseAPI
public import WiseClient

/// One environment: who answers, with which credentials, and what is allowed.
public struct EnvironmentSettings: Sendable {
    /// The name by which it is chosen.
    public let name: String
    /// What answers.
    public var kind: EnvironmentKind
    /// Where; nil is the simulator in this process.
    public var baseURL: String?
    /// Which generation of paths.
    public var generation: PathGeneration = .legacy
    /// Where the token comes from.
    public var token: SecretSource?
    /// How tokens are got, instead of one that is given.
    public var oauth: OAuthSettings?
    /// The path of the key that signs one-time tokens.
    public var signingKey: String?
    /// The profile in use: a number, a name, `personal` or `business`.
    public var profile: String?
    /// Whether nothing may be changed.
    public var isReadOnly = false
    /// The language of texts, an ISO 639-1 code.
    public var language: String?
    /// How many requests may leave; nil for the default of the kind.
    public var rateLimit: RequestAllowance?

    /// An environment that nobody configured.
    init(name: String, kind: EnvironmentKind, baseURL: String?) {
        (self.name, self.kind, self.baseURL) = (name, kind, baseURL)
    }

    /// The environments that are always there, by name.
    static let builtIn: [String: EnvironmentSettings] = [
        "simulator": EnvironmentSettings(name: "simulator", kind: .simulator, baseURL: nil),
        "sandbox": EnvironmentSettings(name: "sandbox", kind: .sandbox, baseURL: "https://api.wise-sandbox.com"),
        "live": EnvironmentSettings(name: "live", kind: .live, baseURL: "https://api.wise.com"),
    ]
}

/// How access tokens are got by OAuth.
public struct OAuthSettings: Sendable, Hashable {
    /// The client identifier.
    public let client: String
    /// Where the client secret comes from.
    public let secret: SecretSource
    /// Where the refresh token comes from; nil is the grant of client credentials.
    public let refreshToken: SecretSource?
}
