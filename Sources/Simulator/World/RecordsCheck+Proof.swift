import WiseAPI

extension RecordsCheck {
    /// Tokens and approvals belong to profiles that there are, and identifiers are unique.
    func checkProof() throws(WorldLoadingError) {
        let proof = records.proof
        let profiles = Set(records.profiles.map(\.id))
        for token in proof.oneTimeTokens.values where !profiles.contains(token.profile) {
            throw WorldLoadingError("a one-time token belongs to profile \(token.profile), which there is not")
        }
        for approval in proof.approvals.values where !profiles.contains(approval.profile) || approval.failures < 0 {
            throw WorldLoadingError("the approvals of profile \(approval.profile) are none")
        }
        guard proof.keys.count <= PublicKeyRecord.greatestCount else { throw WorldLoadingError("there are too many public keys") }
        for id in proof.keys.map(\.id) + proof.accessTokens.values.map(\.id) where !(1...1_000_000_000).contains(id) {
            throw WorldLoadingError("a key or a token has the number \(id)")
        }
        try checkProofTimes(proof)
    }

    private func checkProofTimes(_ proof: ProofRecords) throws(WorldLoadingError) {
        for token in proof.oneTimeTokens.values {
            try Self.check([token.createdAt, token.approvedAt, token.usedAt].compactMap(\.self), "a one-time token")
        }
        for approval in proof.approvals.values {
            let times = [approval.statementAt, approval.sessionAt, approval.blockedUntil].compactMap(\.self)
            try Self.check(times, "an approval")
        }
        try Self.check(proof.keys.map(\.addedAt), "a public key")
        for token in proof.accessTokens.values {
            try Self.check([token.createdAt, token.expiresAt].compactMap(\.self), "an access token")
        }
    }
}
