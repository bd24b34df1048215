import Glibc
import Testing

extension Household {
    /// The folder in which the program looks for its configuration.
    var configurationFolder: String { path + "/.config/florin" }

    /// Writes the configuration and gives its path.
    @discardableResult
    func configure(_ text: String, mode: mode_t = 0o600) throws -> String {
        mkdir(path + "/.config", 0o700)
        mkdir(configurationFolder, 0o700)
        let file = configurationFolder + "/config.toml"
        try Files.write(Array(text.utf8), to: file)
        chmod(file, mode)
        return file
    }

    /// Runs a server on a new world for as long as `body` takes; it gets the address.
    func serving(_ words: String..., do body: (String) async throws -> Void) async throws {
        let server = try start([Place.program, "simulator", "serve", "--fresh"] + words)
        let address = try #require(try await server.line())
        try await body(address)
        server.send(SIGTERM)
        #expect(try await server.end().end == .code(0))
    }

    /// A token that simulators take, in a file beside the configuration.
    func tokenFile() throws -> String { try file("wire.token", ConfiguredToken.text + "\n") }
}

/// The token of these tests.
enum ConfiguredToken {
    static let text = "8f7a1c1e-0d6b-4d5c-9a3e-2b1f00c0ffee"
}
