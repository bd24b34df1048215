/// A bearer token and which one it is in the order in which they were got.
public struct AccessToken: Sendable {
    /// The token.
    public let secret: Secret
    /// Counts up with each renewal.
    public let number: Int

    /// A token.
    public init(_ secret: Secret, number: Int = 0) { (self.secret, self.number) = (secret, number) }
}

/// Where bearer tokens come from.
public protocol Credentials: Sendable {
    /// The token for the next request, nil for none.
    func token() async throws(ClientError) -> AccessToken?
    /// A token newer than one that the bank no longer takes; nil when there is none to be had.
    func token(insteadOf rejected: AccessToken) async throws(ClientError) -> AccessToken?
}

/// One token that stays the same, or none.
public struct FixedCredentials: Credentials {
    private let fixed: AccessToken?

    /// Always this token.
    public init(_ secret: Secret?) { fixed = secret.map { AccessToken($0) } }

    /// The token.
    public func token() -> AccessToken? { fixed }
    /// None.
    public func token(insteadOf rejected: AccessToken) -> AccessToken? { nil }
}
