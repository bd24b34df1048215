import Environments
import Glibc
import WiseAPI
import WiseClient

/// Looks at one environment: where its secrets are, and whether somebody answers. No secret is read or sent.
struct EnvironmentExamination: Sendable {
    private let settings: EnvironmentSettings
    private let isChosen: Bool

    /// - Parameter isChosen: Whether the session would work on it, so that the variables of the process count.
    init(_ settings: EnvironmentSettings, isChosen: Bool) { (self.settings, self.isChosen) = (settings, isChosen) }

    /// What is found without the network.
    var findings: [Finding] {
        var findings: [Finding] = []
        do {
            if let source = isChosen ? try TokenChoice(settings).source : settings.token {
                findings.append(Self.secret(source, "token", of: settings))
            } else if let oauth = settings.oauth {
                findings.append(Self.secret(oauth.secret, "client secret", of: settings))
                if let refresh = oauth.refreshToken { findings.append(Self.secret(refresh, "refresh token", of: settings)) }
            } else if isChosen {
                findings.append(
                    settings.kind == .simulator
                        ? .ok("\(settings.name): token", "none needed")
                        : .failure(
                            "\(settings.name): token", "there is none",
                            remedy:
                                "name a file in FLORIN_TOKEN_FILE, or write token = { file = \"...\" } in [env.\(settings.name)]")
                )
            }
        } catch {
            let failure = error as? CleanFailure
            findings.append(
                .failure("\(settings.name): token", failure?.message ?? "\(error)", remedy: failure?.hint ?? "correct it"))
        }
        if let path = settings.signingKey { findings.append(signingKey(path)) }
        return findings
    }

    private func signingKey(_ path: String) -> Finding {
        do throws(SecretFile.Refusal) {
            _ = try SigningKeyFile(path)
            return .ok("\(settings.name): signing key", path)
        } catch {
            return .failure("\(settings.name): signing key", error.message, remedy: error.hint)
        }
    }

    /// Whether a secret is where it should be.
    private static func secret(_ source: SecretSource, _ subject: String, of settings: EnvironmentSettings) -> Finding {
        let name = "\(settings.name): \(subject)"
        switch source {
        case .file(let path):
            guard let problem = SecretFile.problem(path, as: "the \(subject) file") else { return .ok(name, path) }
            return .failure(name, problem.message, remedy: problem.hint)
        case .variable(let variable):
            guard StateFolder.environment(variable) == nil else { return .ok(name, "\(source)") }
            return .failure(name, "\(source) is not set", remedy: "set it, or use a file")
        case .descriptor(let number):
            guard fcntl(number, F_GETFD) < 0 else { return .ok(name, "\(source)") }
            return .failure(name, "\(source) is not open", remedy: "open it for the program: florin ... \(number)<FILE")
        case .command(let words):
            let program = words.first ?? ""
            guard !isInstalled(program) else { return .ok(name, "\(source), not run now") }
            return .failure(name, "there is no program \(program)", remedy: "install it, or give its whole path")
        }
    }

    private static func isInstalled(_ program: String) -> Bool {
        guard !program.contains("/") else { return access(program, X_OK) == 0 }
        let folders = (StateFolder.environment("PATH") ?? "/usr/bin:/bin").split(separator: ":")
        return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
    }

    /// Whether somebody answers, within ten seconds and without a token.
    func reachability() async -> Finding {
        let name = "\(settings.name): \(settings.kind == .live ? "LIVE server" : "server")"
        guard let address = settings.baseURL else { return .ok(name, "in this process") }
        let start = ClientClock.millisecondsSinceBoot()
        do throws(TransportError) {
            var configuration = CurlTransport.Configuration.environment(version: VersionCommand.version)
            configuration.connectTimeout = .seconds(5)
            configuration.stallTimeout = .seconds(10)
            configuration.wholeTimeout = .seconds(10)
            let transport = try CurlTransport(baseURL: address, configuration: configuration)
            let request = APIRequest(
                .get, Route.listCurrencies.path(generation: settings.generation), headers: ["accept": "application/json"])
            let answer = try await transport.send(request, authorization: nil)
            let time = ClientClock.millisecondsSinceBoot() - start
            guard answer.status < 500 else {
                return .failure(name, "\(address) answers with \(answer.status)", remedy: "try again later")
            }
            return .ok(name, "\(address) answers in \(time) ms")
        } catch {
            let isOurs = settings.kind == .simulator && error.kind == .connectionRefused
            return .failure(
                name, error.message,
                remedy: isOurs
                    ? "start it: florin simulator serve --port \(address.split(separator: ":").last ?? "8080")" : error.hint)
        }
    }
}
