import WiseAPI
import WiseClient

/// The configuration: environments by name, and which one is meant when none is named.
public struct ConfigurationFile: Sendable {
    /// Where it was read from; nil when there is none.
    public let path: String?
    /// The environment to use when none is named.
    public let defaultEnvironment: String?
    private let environments: [String: EnvironmentSettings]

    /// The keys of an environment.
    public static let environmentKeys = [
        "base_url", "kind", "routes", "token", "oauth", "signing_key", "profile", "read_only", "language", "rate_limit",
    ]

    /// No file: the environments that are always there.
    public static let none = ConfigurationFile(path: nil, defaultEnvironment: nil, environments: EnvironmentSettings.builtIn)

    private init(path: String?, defaultEnvironment: String?, environments: [String: EnvironmentSettings]) {
        (self.path, self.defaultEnvironment, self.environments) = (path, defaultEnvironment, environments)
    }

    /// Reads a file that nobody else can read or change.
    ///
    /// - Parameter home: The home folder, for paths that begin with `~/`.
    public init(path: String, home: String?) throws(ConfigurationError) {
        let bytes: [UInt8]
        do throws(SecretFile.Refusal) {
            bytes = try SecretFile.read(path, as: "the configuration file")
        } catch {
            throw ConfigurationError(error)
        }
        try self.init(path: path, document: bytes, home: home)
    }

    init(path: String, document: [UInt8], home: String?) throws(ConfigurationError) {
        let root = try TOMLNode(document: document, path: path)
        let top = try TableReader(root, name: "", path: path, known: ["default", "env"])
        var environments = EnvironmentSettings.builtIn
        if let node = top.node("env") {
            guard case .table(let tables) = node else { throw top.wrong("env", node, "tables: [env.NAME]") }
            let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
            for (name, table) in tables.sorted(by: { $0.key < $1.key }) {
                let reader = try TableReader(table, name: "env.\(name)", path: path, known: Self.environmentKeys)
                let settings = EnvironmentReader(reader: reader, folder: folder, home: home)
                environments[name] = try settings.read(name, over: environments[name])
            }
        }
        let chosen = try top.text("default")
        if let chosen, environments[chosen] == nil {
            throw ConfigurationError(
                "\(path): default names the environment '\(chosen)', which is not there", word: chosen,
                known: environments.keys.sorted())
        }
        self.init(path: path, defaultEnvironment: chosen, environments: environments)
    }

    /// The names of the environments, in order.
    public var names: [String] { environments.keys.sorted() }

    /// The environment of a name.
    public func environment(_ name: String) throws(ConfigurationError) -> EnvironmentSettings {
        guard let settings = environments[name] else {
            throw ConfigurationError("there is no environment '\(name)'", word: name, known: names)
        }
        return settings
    }
}
