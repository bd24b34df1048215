public import WiseAPI

/// Proofs of who asks. They change nothing that could be counted, so they pass no gate; none is sent again once it may have
/// arrived, because the bank counts attempts.
extension WiseClient {
    /// What a one-time token still takes.
    public func oneTimeTokenStatus(_ token: String) async throws(ClientError) -> OneTimeTokenStatus {
        try Self.checkUUID(token, "the one-time token")
        let path = Route.getOneTimeTokenStatus.path(generation: generation)
        return try await read(
            .getOneTimeTokenStatus, path, headers: Self.tokenField(token), OneTimeTokenStatus.init(json:))
    }

    /// Sends the code of a challenge to the user's telephone.
    public func triggerChallenge(
        _ challenge: ChallengeType, of token: String
    ) async throws(ClientError) -> ChallengeTrigger {
        try Self.checkUUID(token, "the one-time token")
        let path = Route.triggerChallenge.path(challenge.pathSegment, generation: generation)
        return try await read(.triggerChallenge, path, headers: Self.tokenField(token), ChallengeTrigger.init(json:))
    }

    /// Answers a challenge whose code came by telephone.
    public func verifyChallenge(
        _ challenge: ChallengeType, code: String, of token: String
    ) async throws(ClientError) -> OneTimeTokenStatus {
        try Self.checkUUID(token, "the one-time token")
        try Self.checkPresent(code, "the code")
        let path = Route.verifyChallenge.path(challenge.pathSegment, generation: generation)
        let body: JSONValue = .object(["otpCode": .string(code)])
        return try await read(
            .verifyChallenge, path, headers: Self.tokenField(token), body: body, OneTimeTokenStatus.init(json:))
    }

    /// Begins a session of five minutes for all routes of low risk: the answer's challenges have to be passed.
    public func authoriseSession(of profile: Int) async throws(ClientError) -> OneTimeTokenStatus {
        let path = Route.authoriseSession.path("\(profile)", generation: generation)
        return try await read(.authoriseSession, path, OneTimeTokenStatus.init(json:))
    }

    /// Sets the PIN of a profile. An effect; the journal holds the PIN as it is sent, encrypted.
    ///
    /// - Parameter encrypted: The PIN for the bank's eyes only, as JSON Web Encryption (RFC 7516).
    public func createPIN(encrypted: String, for profile: Int) async throws(ClientError) {
        try Self.checkEncrypted(encrypted)
        let path = Route.createPIN.path("\(profile)", generation: generation)
        try await effect(
            .createPIN, path, key: nil, bytes: { _ in Array(encrypted.utf8) }, decode: { _ in }, compare: { _, _ in nil })
    }

    /// Removes the PIN of a profile. An effect.
    public func deletePIN(of profile: Int) async throws(ClientError) {
        let path = Route.deletePIN.path("\(profile)", generation: generation)
        try await effect(.deletePIN, path, body: nil, { _ in }, compare: { _ in nil })
    }

    /// Answers the PIN challenge of a one-time token.
    ///
    /// - Parameter encrypted: The PIN for the bank's eyes only, as JSON Web Encryption (RFC 7516).
    public func verifyPIN(
        encrypted: String, for profile: Int, token: String
    ) async throws(ClientError) -> OneTimeTokenStatus {
        try Self.checkUUID(token, "the one-time token")
        try Self.checkEncrypted(encrypted)
        let path = Route.verifyPIN.path("\(profile)", generation: generation)
        return try await read(
            .verifyPIN, path, headers: Self.tokenField(token), bytes: Array(encrypted.utf8), OneTimeTokenStatus.init(json:))
    }

    private static func tokenField(_ token: String) -> HeaderFields { ["One-Time-Token": token] }

    /// Refuses what is not encrypted: a PIN in the clear would end in the journal.
    static func checkEncrypted(_ text: String) throws(ClientError) {
        let isCompact = text.split(separator: ".", omittingEmptySubsequences: false).count == 5
        guard !isCompact, (try? JSONValue(parsing: text))?["ciphertext"] == nil else { return }
        throw ClientError(
            .invalidRequest, code: "pin_not_encrypted", message: "the PIN is not encrypted, so nothing was sent",
            hint: "Encrypt it to the bank's key as JSON Web Encryption first")
    }
}
