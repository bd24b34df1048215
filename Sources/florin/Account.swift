import ArgumentParser
import Glibc
import Scripting
import WiseAPI
import WiseClient

/// Who answers: the embedded simulator, a simulator on another port, or the bank's sandbox.
struct Account: Sendable {
    let transport: any Transport
    let token: Secret?
    let description: EnvironmentDescription

    /// The token for simulators on loopback when none is configured: they take any of this shape as the default user's.
    static let simulatorTokenText = "00000000-0000-4000-8000-000000000001"
    private static let sandboxURL = "https://api.wise-sandbox.com"

    init(_ options: SessionChoice) throws {
        let configured = try TokenSource.configured()
        if let address = options.baseURL {
            guard options.env == nil || options.env == "simulator" else {
                throw ValidationError("--base-url names a simulator: leave --env away")
            }
            guard !options.fresh else {
                throw ValidationError(
                    "--fresh is for the embedded simulator: start the other one with florin simulator serve --fresh")
            }
            guard Self.isLoopback(address) else {
                throw ValidationError(
                    "--base-url takes a simulator on this machine, such as http://127.0.0.1:8080; for the bank's sandbox use --env sandbox"
                )
            }
            transport = try Self.curl(address)
            token = configured ?? Secret(Self.simulatorTokenText)
            description = EnvironmentDescription(name: "simulator", isSimulator: true, place: address)
            return
        }
        switch options.env ?? StateFolder.environment("FLORIN_ENV") ?? "simulator" {
        case "simulator":
            transport = EmbeddedSimulator(isFresh: options.fresh)
            token = Secret(Self.simulatorTokenText)
            description = EnvironmentDescription(name: "simulator", isSimulator: true, place: "embedded simulator")
        case "sandbox":
            guard let configured else {
                throw ValidationError(
                    "The sandbox needs a token: write it to a file that only you can read, and name it in FLORIN_TOKEN_FILE")
            }
            guard !options.fresh else { throw ValidationError("--fresh is for the embedded simulator") }
            transport = try Self.curl(Self.sandboxURL)
            token = configured
            description = EnvironmentDescription(name: "sandbox", isSimulator: false, place: Self.sandboxURL)
        case let name:
            throw ValidationError("There is no environment '\(name)'. There are: simulator, sandbox")
        }
    }

    private static func curl(_ address: String) throws -> CurlTransport {
        do {
            return try CurlTransport(baseURL: address, configuration: .environment(version: VersionCommand.version))
        } catch {
            throw ValidationError("\(error)")
        }
    }

    private static func isLoopback(_ address: String) -> Bool {
        let rest = address.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }
        let host =
            rest.hasPrefix("[") ? String(rest.prefix { $0 != "]" }.dropFirst()) : String(rest.prefix { $0 != ":" && $0 != "/" })
        return host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}

/// Where a token comes from: never from the command line.
enum TokenSource {
    /// The token in the file that `FLORIN_TOKEN_FILE` names, or nil without one.
    static func configured() throws -> Secret? {
        guard let path = StateFolder.environment("FLORIN_TOKEN_FILE") else { return nil }
        return try read(path)
    }

    /// Reads a token file. One that others can read is refused.
    static func read(_ path: String) throws -> Secret {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw ValidationError("cannot read the token file \(path): \(String(cString: strerror(errno)))")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw ValidationError("others can read the token file \(path): run chmod 600 '\(path)'")
        }
        let bytes = try ScriptFile.read(path)
        let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        guard !text.isEmpty else { throw ValidationError("the token file \(path) is empty: put the token into it") }
        return Secret(text)
    }
}
