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
                throw CleanFailure.usage("--base-url names a simulator, not '\(options.env ?? "")'", hint: "leave --env away")
            }
            guard !options.fresh else {
                throw CleanFailure.usage(
                    "--fresh is for the embedded simulator", hint: "start the other one with florin simulator serve --fresh")
            }
            guard Self.isLoopback(address) else {
                throw CleanFailure.usage(
                    "--base-url takes a simulator on this machine, such as http://127.0.0.1:8080",
                    hint: "for the bank's sandbox use --env sandbox")
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
                throw CleanFailure.usage(
                    "the sandbox needs a token",
                    hint: "write it to a file that only you can read, and name the file in FLORIN_TOKEN_FILE")
            }
            guard !options.fresh else {
                throw CleanFailure.usage("--fresh is for the embedded simulator", hint: "leave --fresh or --env sandbox away")
            }
            transport = try Self.curl(Self.sandboxURL)
            token = configured
            description = EnvironmentDescription(name: "sandbox", isSimulator: false, place: Self.sandboxURL)
        case let name:
            throw CleanFailure.usage("there is no environment '\(name)'", hint: "there are: simulator, sandbox")
        }
    }

    private static func curl(_ address: String) throws -> CurlTransport {
        do throws(TransportError) {
            return try CurlTransport(baseURL: address, configuration: .environment(version: VersionCommand.version))
        } catch {
            throw CleanFailure.usage(error.message, hint: error.hint)
        }
    }

    private static func isLoopback(_ address: String) -> Bool {
        let rest = address.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }
        let host =
            rest.hasPrefix("[") ? String(rest.prefix { $0 != "]" }.dropFirst()) : String(rest.prefix { $0 != ":" && $0 != "/" })
        // A name may begin with 127 too.
        let isNumber = host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return host == "localhost" || host == "::1" || (isNumber && host.hasPrefix("127."))
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
            throw CleanFailure.usage(
                "cannot read the token file \(path): \(String(cString: strerror(errno)))",
                hint: "give the path of a file that holds the token")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw CleanFailure.usage("others can read the token file \(path)", hint: "run chmod 600 '\(path)'")
        }
        let bytes = try ScriptFile.read(path)
        let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        guard !text.isEmpty else {
            throw CleanFailure.usage("the token file \(path) is empty", hint: "put the token into it")
        }
        return Secret(text)
    }
}
