import Testing
import WiseAPI
import WiseClient

@testable import Environments

@Suite("The configuration file")
struct ConfigurationFileTests {
    private func read(_ text: String) throws -> ConfigurationFile {
        try ConfigurationFile(path: "/etc/florin/config.toml", document: Array(text.utf8), home: "/home/ada")
    }

    @Test("without one there are three environments")
    func none() throws {
        let file = ConfigurationFile.none
        #expect(file.names == ["live", "sandbox", "simulator"] && file.defaultEnvironment == nil)
        #expect(try file.environment("live").baseURL == "https://api.wise.com")
        #expect(try file.environment("sandbox").kind == .sandbox)
        #expect(try file.environment("simulator").baseURL == nil)
    }

    @Test("every key is read")
    func everything() throws {
        let file = try read(
            """
            default = "treasury"

            [env.treasury]
            base_url = "https://api.wise.com"
            kind = "live"
            routes = "2026Q3"
            token = { file = "~/tokens/live" }
            signing_key = "keys/wise.pem"
            profile = 41000001
            read_only = true
            language = "de"
            rate_limit = { per_second = 20, per_minute = 300 }

            [env.partner]
            base_url = "https://api.wise-sandbox.com"
            oauth = { client_id = "app", client_secret = { env = "APP_SECRET" }, refresh_token = { command = ["pass", "show"] } }

            [env.simulator]
            token = { fd = 7 }
            """)
        #expect(file.defaultEnvironment == "treasury")
        let treasury = try file.environment("treasury")
        #expect(treasury.kind == .live && treasury.generation == .calendar("2026Q3") && treasury.isReadOnly)
        #expect(treasury.token == .file("/home/ada/tokens/live") && treasury.signingKey == "/etc/florin/keys/wise.pem")
        #expect(treasury.profile == "41000001" && treasury.language == "de")
        #expect(treasury.rateLimit == RequestAllowance(perSecond: 20, perMinute: 300))
        let partner = try file.environment("partner")
        #expect(partner.kind == .sandbox && partner.oauth?.client == "app" && partner.oauth?.secret == .variable("APP_SECRET"))
        #expect(partner.oauth?.refreshToken == .command(["pass", "show"]))
        #expect(try file.environment("simulator").token == .descriptor(7))
    }

    @Test(
        "an address decides what an environment is, and one that nobody knows counts as live",
        arguments: [
            ("https://api.wise.com", EnvironmentKind.live), ("https://API.transferwise.com", .live),
            ("https://api.wise-sandbox.com", .sandbox), ("http://127.0.0.1:8080", .simulator), ("http://[::1]:1", .simulator),
            ("https://bank.example", .live),
        ])
    func kinds(address: String, kind: EnvironmentKind) throws {
        #expect(try read("[env.own]\nbase_url = \"\(address)\"").environment("own").kind == kind)
    }

    struct Slip: Sendable, CustomTestStringConvertible {
        let text: String
        let says: [String]
        init(_ text: String, _ says: String...) { (self.text, self.says) = (text, says) }
        var testDescription: String { text }
    }

    static let slips = [
        Slip("defualt = 'live'", "no key 'defualt'", "default, env"),
        Slip("default = 'lvie'", "'lvie'", "live, sandbox, simulator"),
        Slip("[env.live]\ntokne = { fd = 3 }", "env.live has no key 'tokne'", "signing_key"),
        Slip("[env.live]\ntoken = { flie = 'x' }", "env.live.token has no key 'flie'", "file, fd, env, command"),
        Slip("[env.live]\ntoken = 'c0ffee'", "secret in the file itself", "{ file ="),
        Slip("[env.live]\ntoken = {}", "names no source"),
        Slip("[env.live]\ntoken = { fd = 3, file = 'x' }", "several sources"),
        Slip("[env.live]\ntoken = { fd = 0 }", "env.live.token.fd", "from 3"),
        Slip("[env.live]\ntoken = { command = 'pass show' }", "not a list of words"),
        Slip("[env.live]\noauth = { client_id = 'a', client_secret = 'b' }", "oauth.client_secret is a secret in the file"),
        Slip("[env.live]\noauth = { client_id = 'a' }", "needs client_id and client_secret"),
        Slip("[env.live]\ntoken = { fd = 3 }\noauth = { client_id = 'a', client_secret = { fd = 4 } }", "a token and oauth"),
        Slip("[env.live]\nread_only = 'yes'", "read_only is a text", "true or false"),
        Slip("[env.live]\nroutes = '2026'", "routes is '2026'", "2026Q3"),
        Slip("[env.live]\nkind = 'sandbox'", "always of the kind live"),
        Slip("[env.sandbox]\nbase_url = 'https://api.wise.com'", "is live", "correct base_url"),
        Slip("[env.own]\nkind = 'sandbox'\nbase_url = 'https://api.wise.com'", "is live"),
        Slip("[env.own]\nkind = 'liev'\nbase_url = 'https://a.example'", "'liev'", "simulator, sandbox, live"),
        Slip("[env.own]\nprofile = 1", "no base_url"),
        Slip("[env.own]\nbase_url = 'http://bank.example'", "plain HTTP"),
        Slip("[env.own]\nbase_url = 'https://a.example/v1'", "no path"),
        Slip("[env.live]\nrate_limit = { per_second = 0 }", "per_second", "from 1"),
        Slip("[env.live]\nprofile = 1.5", "profile is a floating-point"),
        Slip("env = 1", "env is an integer", "[env.NAME]"),
        Slip("[env.live", "/etc/florin/config.toml:1:"), Slip("a = 1\u{0}", "not UTF-8"),
    ]

    @Test("a slip is an error that says where and what instead", arguments: slips)
    func wrong(slip: Slip) throws {
        let error = #expect(throws: ConfigurationError.self) { try read(slip.text) }
        let text = "\(error?.message ?? "") | \(error?.hint ?? "")"
        for word in slip.says { #expect(text.contains(word), "\(text)") }
        #expect(!text.contains("c0ffee"))
    }
}
