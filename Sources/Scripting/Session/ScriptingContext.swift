import LuaRuntime
import Synchronization
public import WiseAPI
public import WiseClient

/// Which account a script works on, as people see it.
public struct EnvironmentDescription: Sendable, Hashable {
    /// The name, such as `simulator`.
    public let name: String
    /// Whether a simulator answers, so that `sim` works.
    public let isSimulator: Bool
    /// Whether the money there is real.
    public let isLive: Bool
    /// Where it is, for messages: an address, or words.
    public let place: String

    /// Whether all money there is for tests.
    var hasTestMoney: Bool { !isLive }

    /// Describes an environment.
    public init(name: String, isSimulator: Bool, isLive: Bool = false, place: String) {
        (self.name, self.isSimulator, self.isLive, self.place) = (name, isSimulator, isLive, place)
    }
}

/// Where scripts write.
public struct ScriptOutput: Sendable {
    /// Takes results, line ends included.
    public var results: @Sendable (String) -> Void
    /// Takes messages, line ends included.
    public var messages: @Sendable (String) -> Void
    /// How many columns a picture may fill.
    public var width: Int
    /// Whether results may carry colour.
    public var usesColor: Bool
    /// Whether results go to a terminal, which must not obey control characters in a payer's reference.
    public var isTerminal: Bool

    /// An output.
    public init(
        results: @escaping @Sendable (String) -> Void, messages: @escaping @Sendable (String) -> Void, width: Int = 80,
        usesColor: Bool = false, isTerminal: Bool = false
    ) {
        (self.results, self.messages, self.width) = (results, messages, width)
        (self.usesColor, self.isTerminal) = (usesColor, isTerminal)
    }

    /// A text as this output may show it.
    func visible(_ text: String) -> String { isTerminal ? text.withVisibleControls : text }
}

/// What the functions of the surface work with: one client core, one output, the profile in use.
public final class ScriptingContext: Sendable {
    /// The client core.
    public let client: WiseClient
    /// Which account it is.
    public let environment: EnvironmentDescription
    /// Where scripts write.
    public let output: ScriptOutput

    private struct State {
        var profileInUse: Profile?
        var quotes: [String: Quote] = [:]
    }

    private let preferredProfile: String?
    private let state = Mutex(State())

    /// A context.
    ///
    /// - Parameter profile: The profile to use: its number, its name, `personal` or `business`. Without one it is the
    ///   business profile when there is just one, otherwise the first.
    public init(client: WiseClient, environment: EnvironmentDescription, output: ScriptOutput, profile: String? = nil) {
        (self.client, self.environment, self.output, preferredProfile) = (client, environment, output, profile)
    }

    /// The profile on which `wise.<method>` works; looked up once.
    public func profileInUse() async throws -> Profile {
        if let profile = state.withLock({ $0.profileInUse }) { return profile }
        let profile = try choose(from: try await profiles(), by: preferredProfile)
        use(profile)
        return profile
    }

    /// Makes a profile the one in use.
    func use(_ profile: Profile) { state.withLock { $0.profileInUse = profile } }

    /// The profiles of the user.
    func profiles() async throws -> [Profile] {
        try await raising { () async throws(ClientError) in try await client.profiles() }
    }

    /// The number of the profile that a method was called on.
    func profileID(_ arguments: Arguments) async throws -> Int {
        if let profile = arguments.profile { return profile }
        return try await profileInUse().id
    }

    /// Remembers a quote, so that using it can be compared with what it promised.
    func remember(_ quote: Quote) { if let id = quote.id { state.withLock { $0.quotes[id] = quote } } }

    /// The quote with an identifier, from memory or from the bank.
    func quote(_ id: String, of profile: Int) async throws -> Quote {
        if let quote = state.withLock({ $0.quotes[id] }) { return quote }
        return try await raising { () async throws(ClientError) in try await client.quote(id, of: profile) }
    }

    /// Turns an error of the client core into one of Lua.
    func raising<Value>(_ body: () async throws(ClientError) -> Value) async throws -> Value {
        do throws(ClientError) {
            return try await body()
        } catch {
            throw LuaRaisedError(error)
        }
    }

    /// Picks a profile by number, name or type.
    func choose(from profiles: [Profile], by wish: String?) throws -> Profile {
        guard let first = profiles.first else {
            throw LuaRaisedError(
                kind: "not_found", code: "no_profile", message: "this user has no profile",
                hint: "Open one on the bank's website first")
        }
        guard let wish else {
            let businesses = profiles.filter { $0.type == .business }
            return businesses.count == 1 ? businesses.first ?? first : first
        }
        let type = ProfileType(rawValue: wish)
        guard
            let profile = profiles.first(where: { "\($0.id)" == wish || $0.name == wish })
                ?? profiles.first(where: { $0.type == type })
        else {
            let known = profiles.map { "\($0.id) (\($0.type.rawValue.lowercased()), \($0.name))" }
            throw LuaRaisedError(
                kind: "not_found", code: "no_such_profile", message: "there is no profile '\(wish)'",
                hint: "There are: \(known.joined(separator: "; "))")
        }
        return profile
    }
}
