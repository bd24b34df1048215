import WiseAPI
import WiseClient

/// Reads one `[env.NAME]` table.
struct EnvironmentReader {
    let reader: TableReader
    /// The folder of the file with its slash: paths in the file start there.
    let folder: String
    let home: String?

    func read(_ name: String, over builtIn: EnvironmentSettings?) throws(ConfigurationError) -> EnvironmentSettings {
        let address = try reader.text("base_url") ?? builtIn?.baseURL
        guard address != nil || builtIn != nil else {
            throw ConfigurationError(
                "\(reader.path): \(reader.name) has no base_url", hint: "say where it answers: base_url = \"https://...\"")
        }
        var settings = EnvironmentSettings(name: name, kind: try kind(name, address, builtIn?.kind), baseURL: address)
        settings.generation = try generation()
        settings.token = try secret("token")
        settings.oauth = try oauth()
        guard settings.token == nil || settings.oauth == nil else {
            throw ConfigurationError("\(reader.path): \(reader.name) has a token and oauth", hint: "keep one of them")
        }
        settings.signingKey = try reader.text("signing_key").map(resolved)
        settings.profile = try reader.textOrNumber("profile")
        settings.isReadOnly = try reader.truth("read_only") ?? false
        settings.language = try reader.text("language")
        settings.rateLimit = try rateLimit()
        return settings
    }

    /// What it says, unless the name or the host knows better. A host that nobody knows counts as live: asking once too
    /// often is better than once too little.
    private func kind(
        _ name: String, _ address: String?, _ builtIn: EnvironmentKind?
    ) throws(ConfigurationError) -> EnvironmentKind {
        let word = try reader.text("kind")
        let said = word.flatMap { EnvironmentKind(rawValue: $0) }
        if let word, said == nil {
            throw ConfigurationError(
                "\(reader.path): \(reader.name) has the kind '\(word)'", word: word,
                known: EnvironmentKind.allCases.map(\.rawValue))
        }
        if let builtIn, let said, said != builtIn {
            throw ConfigurationError(
                "\(reader.path): \(name) is always of the kind \(builtIn.rawValue)", hint: "give the environment another name")
        }
        guard let address else { return .simulator }
        let server: ServerAddress
        do throws(TransportError) {
            server = try ServerAddress(address)
        } catch {
            throw ConfigurationError("\(reader.path): \(reader.qualified("base_url")): \(error.message)", hint: error.hint)
        }
        let known = EnvironmentKind.known(forHost: server.host.lowercased(), isLoopback: server.isLoopback)
        let wanted = said ?? builtIn
        if let known, let wanted, known != wanted, !server.isLoopback {
            throw ConfigurationError(
                "\(reader.path): \(reader.name) is called \(wanted.rawValue), but \(server.host) is \(known.rawValue)",
                hint: "correct base_url or kind")
        }
        return wanted ?? known ?? .live
    }

    private func generation() throws(ConfigurationError) -> PathGeneration {
        guard let text = try reader.text("routes"), text != "legacy" else { return .legacy }
        guard PathGeneration.isCalendarVersion(text) else {
            throw ConfigurationError(
                "\(reader.path): \(reader.qualified("routes")) is '\(text)'",
                hint: "give it \"legacy\", or a year and a quarter such as \"2026Q3\"")
        }
        return .calendar(text)
    }

    private func secret(_ key: String, in reader: TableReader? = nil) throws(ConfigurationError) -> SecretSource? {
        let reader = reader ?? self.reader
        guard let node = reader.node(key) else { return nil }
        if case .text = node {
            throw ConfigurationError(
                "\(reader.path): \(reader.qualified(key)) is a secret in the file itself",
                hint: "put it into a file of its own that only you can read, and write \(key) = { file = \"...\" }; "
                    + "or { env = \"NAME\" }, { fd = 3 }, { command = [\"...\"] }. Replace this one at the bank if others saw it")
        }
        let source = try TableReader(node, name: reader.qualified(key), path: reader.path, known: SecretSource.keys)
        let given = SecretSource.keys.filter { source.node($0) != nil }
        guard given.count == 1 else {
            throw ConfigurationError(
                "\(reader.path): \(source.name) names \(given.isEmpty ? "no source" : "several sources")",
                hint: "give it one of: \(SecretSource.keys.joined(separator: ", "))")
        }
        if let path = try source.text("file") { return .file(resolved(path)) }
        if let number = try source.integer("fd", in: 3...65_535) { return .descriptor(Int32(number)) }
        if let name = try source.text("env") { return .variable(name) }
        guard case .array(let nodes)? = source.node("command"), !nodes.isEmpty else {
            throw ConfigurationError(
                "\(reader.path): \(source.name).command is not a list of words",
                hint: "write command = [\"op\", \"read\", \"...\"]; no shell reads it")
        }
        var words: [String] = []
        for node in nodes {
            guard case .text(let word) = node else { throw source.wrong("command", node, "texts in quotation marks") }
            words.append(word)
        }
        return .command(words)
    }

    private func oauth() throws(ConfigurationError) -> OAuthSettings? {
        guard let node = reader.node("oauth") else { return nil }
        let table = try TableReader(
            node, name: reader.qualified("oauth"), path: reader.path, known: ["client_id", "client_secret", "refresh_token"])
        guard let client = try table.text("client_id"), let secret = try secret("client_secret", in: table) else {
            throw ConfigurationError(
                "\(reader.path): \(table.name) needs client_id and client_secret",
                hint:
                    "write { client_id = \"...\", client_secret = { file = \"...\" } }; with a user's consent also refresh_token")
        }
        return OAuthSettings(client: client, secret: secret, refreshToken: try self.secret("refresh_token", in: table))
    }

    private func rateLimit() throws(ConfigurationError) -> RequestAllowance? {
        guard let node = reader.node("rate_limit") else { return nil }
        let table = try TableReader(
            node, name: reader.qualified("rate_limit"), path: reader.path, known: ["per_second", "per_minute"])
        let standard = RequestAllowance()
        return RequestAllowance(
            perSecond: try table.integer("per_second", in: 1...10_000) ?? standard.perSecond,
            perMinute: try table.integer("per_minute", in: 1...100_000) ?? standard.perMinute)
    }

    /// A path as the file means it: from the home folder, or from where the file is.
    private func resolved(_ path: String) -> String {
        if path.hasPrefix("~/"), let home { return home + path.dropFirst() }
        return path.hasPrefix("/") ? path : folder + path
    }
}
