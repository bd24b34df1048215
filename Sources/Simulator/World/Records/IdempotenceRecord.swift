public import WiseAPI

/// The answer to a keyed request, kept so that a repeat gets the same bytes.
public struct IdempotenceRecord: Sendable, Hashable {
    /// What a key is unique within: the bank matches these three and never the body.
    public struct Key: Sendable, Hashable {
        /// The UUID of `X-idempotence-uuid`, lower case.
        public var uuid: String
        /// The operation, the name of a ``WiseAPI/Route``.
        public var operation: String
        /// The profile in the path.
        public var profile: Int

        /// A key.
        public init(uuid: String, operation: String, profile: Int) {
            (self.uuid, self.operation, self.profile) = (uuid, operation, profile)
        }
    }

    /// The key.
    public var key: Key
    /// The status that was answered.
    public var status: Int
    /// The bytes that were answered.
    public var body: [UInt8]
    /// A fingerprint of the request's body, for worlds that are strict about repeats.
    public var requestFingerprint: UInt64
    /// When.
    public var time: Timestamp

    /// A record of its parts.
    public init(key: Key, status: Int, body: [UInt8], requestFingerprint: UInt64, time: Timestamp) {
        (self.key, self.status, self.body) = (key, status, body)
        (self.requestFingerprint, self.time) = (requestFingerprint, time)
    }
}
