/// What answers in an environment.
public enum EnvironmentKind: String, Sendable, Hashable, CaseIterable {
    /// A simulator: nothing is real.
    case simulator
    /// The bank's sandbox: accounts and money for tests.
    case sandbox
    /// The bank: money is real.
    case live

    /// The hosts of the bank, where money is real whatever a file says.
    static let liveHosts: Set<String> = ["api.wise.com", "api.transferwise.com", "api-mtls.transferwise.com"]
    /// The hosts of its sandboxes.
    static let sandboxHosts: Set<String> = [
        "api.wise-sandbox.com", "api-mtls.wise-sandbox.com", "api.sandbox.transferwise.tech",
    ]

    /// What a host must be, if that is known: this machine has no bank, and the bank has no play money.
    static func known(forHost host: String, isLoopback: Bool) -> EnvironmentKind? {
        // A dot at the end names the same host (RFC 1034, section 3.1).
        let host = host.hasSuffix(".") ? String(host.dropLast()) : host
        if liveHosts.contains(host) { return .live }
        if sandboxHosts.contains(host) { return .sandbox }
        return isLoopback ? .simulator : nil
    }
}
