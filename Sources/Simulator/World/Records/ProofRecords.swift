public import WiseAPI

/// Everything by which a world knows who asks: one-time tokens, approvals of each profile, public keys, access tokens.
public struct ProofRecords: Sendable, Equatable {
    /// By their text.
    public var oneTimeTokens: [String: OneTimeTokenRecord] = [:]
    /// By the number of the profile; a profile that never proved anything has none.
    public var approvals: [Int: ApprovalRecord] = [:]
    /// In the order in which they were registered.
    public var keys: [PublicKeyRecord] = []
    /// By the digest of their text.
    public var accessTokens: [String: AccessTokenRecord] = [:]

    /// Nothing.
    public init() {}
}

/// A one-time token that was given out with a refusal, or for a session.
public struct OneTimeTokenRecord: Sendable, Hashable {
    /// The UUID that the caller signs. Without the caller's key or challenges it opens nothing.
    public var id: String
    /// Whose approval it stands for.
    public var profile: Int
    /// The operation that was refused, the name of a ``WiseAPI/Route``; ``session`` for a session.
    public var operation: String
    /// The path of the request that was refused: an operation of high risk is approved for this one only.
    public var path: String
    /// When it was given out.
    public var createdAt: Timestamp
    /// The challenges that were passed.
    public var passed: [ChallengeKind]
    /// When it was approved: by a signature, or by the second challenge.
    public var approvedAt: Timestamp?
    /// When it was used first.
    public var usedAt: Timestamp?

    /// The operation of a token that approves all reads of low risk.
    public static let session = "session"

    /// A new token.
    public init(
        id: String, profile: Int, operation: String, path: String, createdAt: Timestamp, passed: [ChallengeKind] = [],
        approvedAt: Timestamp? = nil, usedAt: Timestamp? = nil
    ) {
        (self.id, self.profile, self.operation, self.path) = (id, profile, operation, path)
        (self.createdAt, self.passed, self.approvedAt, self.usedAt) = (createdAt, passed, approvedAt, usedAt)
    }
}

/// What a profile has proved, and how often it failed to.
public struct ApprovalRecord: Sendable, Hashable {
    /// The profile.
    public var profile: Int
    /// When a statement was approved last: good for 90 days.
    public var statementAt: Timestamp?
    /// When anything of low risk was approved last: good for five minutes.
    public var sessionAt: Timestamp?
    /// The digest of the PIN; nil without one.
    public var pinDigest: String?
    /// Challenges that failed one after the other.
    public var failures = 0
    /// Until when no token is given out.
    public var blockedUntil: Timestamp?

    /// A profile that has proved nothing.
    public init(profile: Int) { self.profile = profile }
}

/// A public key with which signatures of one-time tokens are checked.
public struct PublicKeyRecord: Sendable, Hashable {
    /// The number, in the order in which keys were registered.
    public var id: Int
    /// SubjectPublicKeyInfo as PEM.
    public var pem: String
    /// When it was registered.
    public var addedAt: Timestamp

    /// The most keys of a user (Wise API reference, 6.1).
    public static let greatestCount = 5

    /// A key of its parts.
    public init(id: Int, pem: String, addedAt: Timestamp) { (self.id, self.pem, self.addedAt) = (id, pem, addedAt) }
}

/// An access token that the world gave out or was told about. Its text is nowhere in the world.
public struct AccessTokenRecord: Sendable, Hashable {
    /// What the token is good for.
    public enum Kind: String, Sendable, Hashable {
        /// Anything, for a while.
        case access
        /// Getting another access token.
        case refresh
        /// Reading.
        case readOnly = "read_only"
        /// A code that was exchanged for a token, and cannot be again.
        case usedCode = "used_code"
    }

    /// The number, in the order in which tokens were given out.
    public var id: Int
    /// SHA-256 of the text, in hexadecimal digits.
    public var digest: String
    /// What it is good for.
    public var kind: Kind
    /// When it was given out.
    public var createdAt: Timestamp
    /// From this instant on it is refused; nil for never.
    public var expiresAt: Timestamp?

    /// A token of its parts.
    public init(id: Int, digest: String, kind: Kind, createdAt: Timestamp, expiresAt: Timestamp?) {
        (self.id, self.digest, self.kind, self.createdAt, self.expiresAt) = (id, digest, kind, createdAt, expiresAt)
    }
}
