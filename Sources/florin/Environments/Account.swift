import Environments
import Scripting
import WiseAPI
import WiseClient

/// Who answers, as whom it is asked, and what is allowed: an environment, ready for use.
struct Account: Sendable {
    let settings: EnvironmentSettings
    let description: EnvironmentDescription
    /// Where the token comes from, in words.
    let tokenPlace: String
    /// Why nothing may be changed; nil when something may.
    private let readOnlyRemedy: String?
    private let transport: any Transport
    private let credentials: any Credentials
    private let limiter: RateLimiter?
    private let signer: (any ChallengeSigner)?
    private let observer: (any ExchangeObserver)?

    /// The token for simulators on loopback when none is configured: they take any of this shape as the default user's.
    static let simulatorTokenText = "00000000-0000-4000-8000-000000000001"

    init(_ options: SessionChoice, observer: (any ExchangeObserver)? = nil) throws {
        let choice = try EnvironmentChoice(options)
        let settings = choice.settings
        if let address = settings.baseURL {
            guard !options.fresh else {
                throw CleanFailure.usage(
                    "--fresh is for the embedded simulator",
                    hint: settings.kind == .simulator
                        ? "start the other one with florin simulator serve --fresh"
                        : "leave --fresh or --env \(settings.name) away")
            }
            transport = try Self.curl(address)
        } else {
            transport = EmbeddedSimulator(isFresh: options.fresh)
        }
        let isSimulator = settings.kind == .simulator
        description = EnvironmentDescription(
            name: settings.name, isSimulator: isSimulator, isLive: settings.kind == .live,
            place: settings.baseURL ?? "embedded simulator")
        limiter = settings.rateLimit.map { RateLimiter($0) } ?? (isSimulator ? nil : RateLimiter())
        signer = try settings.signingKey.map { try Self.signer($0) }
        let token = TokenChoice(settings)
        tokenPlace = try token.place
        credentials = try token.credentials(transport, limiter, observer)
        readOnlyRemedy =
            options.readOnly
            ? "Run it without --read-only"
            : settings.isReadOnly ? "Take read_only away from env.\(settings.name) in \(choice.configurationPath)" : nil
        (self.settings, self.observer) = (settings, observer)
    }

    /// Whether nothing may be changed.
    var isReadOnly: Bool { readOnlyRemedy != nil }

    /// The client core on it.
    var client: WiseClient {
        guard settings.kind == .live, readOnlyRemedy == nil else {
            return client(policy: readOnlyRemedy.map { ReadOnlyPolicy(remedy: $0) } ?? UnlimitedPolicy())
        }
        let reader = client(policy: ReadOnlyPolicy())
        return reader.passing(Self.gate(LiveConfirmation(reader: reader, place: description.place)))
    }

    private func client(policy: any EffectPolicy) -> WiseClient {
        WiseClient(
            transport: transport, credentials: credentials, gate: Self.gate(policy), generation: settings.generation,
            language: settings.language, limiter: limiter, signer: signer, observer: observer)
    }

    private static func gate(_ policy: any EffectPolicy) -> EffectGate {
        EffectGate(journal: InMemoryEffectJournal(), policy: policy)
    }

    private static func curl(_ address: String) throws -> CurlTransport {
        do throws(TransportError) {
            return try CurlTransport(baseURL: address, configuration: .environment(version: VersionCommand.version))
        } catch {
            throw CleanFailure.usage(error.message, hint: error.hint)
        }
    }

    private static func signer(_ path: String) throws -> SigningKeyFile {
        do throws(SecretFile.Refusal) {
            return try SigningKeyFile(path)
        } catch {
            throw CleanFailure.usage(error.message, hint: error.hint)
        }
    }
}
