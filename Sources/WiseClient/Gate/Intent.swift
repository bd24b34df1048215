public import WiseAPI

/// An effect that is about to be sent: written down before its first byte leaves.
public struct Intent: Sendable, Hashable {
    /// The idempotence key, a UUID in lower case. It names the intent too, for one intent is one key.
    public let key: String
    /// The operation.
    public let route: Route
    /// The path on the wire.
    public let path: String
    /// The body, byte for byte as every attempt sends it.
    public let body: [UInt8]

    /// An intent to call an operation.
    public init(key: String, route: Route, path: String, body: [UInt8]) {
        (self.key, self.route, self.path, self.body) = (key, route, path, body)
    }
}

/// What became of an intent.
public enum Outcome: Sendable, Hashable {
    /// The bank did it; this is its answer.
    case succeeded(APIResponseRecord)
    /// The bank refused it for good; nothing happened.
    case refused(APIResponseRecord)
    /// It surely did not reach the bank.
    case notSent(reason: String)
    /// Nobody knows: the answer was lost, or is about something else.
    case unknown(reason: String)
}

/// An answer as a journal keeps it.
public struct APIResponseRecord: Sendable, Hashable {
    /// The HTTP status.
    public let status: Int
    /// The body's bytes.
    public let body: [UInt8]

    /// Keeps an answer.
    public init(_ response: APIResponse) {
        status = response.status
        body = response.body
    }
}

/// Where the gate writes what it is about to do and what came of it.
///
/// Both calls return only when the entry is durable. A call that throws stops effects: without a journal no money moves.
public protocol EffectJournal: Sendable {
    /// Writes an intent before it is sent.
    func record(_ intent: Intent) async throws
    /// Writes what became of it.
    func record(_ outcome: Outcome, ofKey key: String) async throws
}

/// Whether an effect may be sent at all: limits and policy come before the journal.
public protocol EffectPolicy: Sendable {
    /// Lets the intent pass, or throws the refusal.
    func check(_ intent: Intent) async throws(ClientError)
    /// Lets a change of the simulation pass, which is no effect at a bank, or throws the refusal.
    func checkSimulation(_ name: String) throws(ClientError)
}

extension EffectPolicy {
    /// Lets it pass.
    public func checkSimulation(_ name: String) throws(ClientError) {}
}

/// Lets everything pass.
public struct UnlimitedPolicy: EffectPolicy {
    /// The policy without limits.
    public init() {}
    /// Lets it pass.
    public func check(_ intent: Intent) async throws(ClientError) {}
}

/// Lets nothing pass.
public struct ReadOnlyPolicy: EffectPolicy {
    private let remedy: String

    /// The policy that forbids every effect.
    ///
    /// - Parameter remedy: What to do to let it change things, up to the purpose.
    public init(remedy: String = "Run it without --read-only") { self.remedy = remedy }

    /// Refuses.
    public func check(_ intent: Intent) async throws(ClientError) {
        throw ClientError(
            .policy, code: "read_only", message: "this session only reads: \(intent.route.rawValue) was not sent",
            hint: "\(remedy) to let it change the account")
    }

    /// Refuses.
    public func checkSimulation(_ name: String) throws(ClientError) {
        throw ClientError(
            .policy, code: "read_only", message: "this session only reads: the simulation was not changed (\(name))",
            hint: "\(remedy) to let it change the simulation")
    }
}
