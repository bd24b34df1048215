import Environments
import Glibc
import Scripting
import WiseClient

/// Which environment is meant: the command line says it first, then the variables of the process, then the configuration.
struct EnvironmentChoice: Sendable {
    /// The environment.
    let settings: EnvironmentSettings
    /// The configuration file, for messages.
    let configurationPath: String

    init(_ options: SessionChoice) throws {
        let configuration = try Self.configuration(options.config)
        configurationPath = configuration.path ?? "the configuration"
        // An address on the command line is a simulator's, whatever the session works on otherwise.
        let usual = options.baseURL == nil ? StateFolder.environment("FLORIN_ENV") ?? configuration.defaultEnvironment : nil
        var settings = try Self.reading { () throws(ConfigurationError) in
            try configuration.environment(options.env ?? usual ?? "simulator")
        }
        if let address = options.baseURL {
            guard settings.kind == .simulator else {
                throw CleanFailure.usage("--base-url names a simulator, not '\(settings.name)'", hint: "leave --env away")
            }
            guard Self.isThisMachine(address) else {
                throw CleanFailure.usage(
                    "--base-url takes a simulator on this machine, such as http://127.0.0.1:8080",
                    hint: "for the bank's sandbox use --env sandbox")
            }
            settings.baseURL = address
        }
        self.settings = settings
    }

    /// The configuration that is named, or that lies in its usual place; none is as good as an empty one.
    static func configuration(_ named: String?) throws -> ConfigurationFile {
        guard let path = named ?? StateFolder.environment("FLORIN_CONFIG") ?? usualPath else { return .none }
        return try reading { () throws(ConfigurationError) in
            try ConfigurationFile(path: path, home: StateFolder.environment("HOME"))
        }
    }

    /// Where a configuration file is looked for: `$XDG_CONFIG_HOME/florin`, or `~/.config/florin`.
    static var folder: String {
        if let folder = StateFolder.environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return folder + "/florin" }
        return (StateFolder.environment("HOME") ?? ".") + "/.config/florin"
    }

    /// The file in the usual place, if there is one, readable or not.
    private static var usualPath: String? {
        let path = folder + "/config.toml"
        return access(path, F_OK) == 0 ? path : nil
    }

    /// Turns what is wrong with the configuration into wrong usage.
    static func reading<Value>(_ body: () throws(ConfigurationError) -> Value) throws -> Value {
        do throws(ConfigurationError) {
            return try body()
        } catch {
            let suggestion = error.misspelling.map { Suggestion.text(for: $0.word, in: $0.known) }
            throw CleanFailure.usage(error.message, hint: suggestion ?? error.hint)
        }
    }

    private static func isThisMachine(_ address: String) -> Bool {
        do throws(TransportError) {
            return try ServerAddress(address).isLoopback
        } catch {
            // What is wrong with it is said where it is used.
            return !address.contains("://") || address.contains("127.0.0.1") || address.contains("localhost")
        }
    }
}
