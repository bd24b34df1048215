import WiseAPI

extension World {
    static let noPIN = Refusal.notFound("pin.not-found", "No PIN has been set up for this profile.", path: "pin")

    /// Sets the PIN of a profile: four digits. The bank takes it encrypted; the simulator reads plain JSON only.
    mutating func createPIN(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        let pin = try RequestBody(request).string("pin")
        guard pin.utf8.count == 4, pin.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw .invalid("NOT_VALID", "A PIN has four digits.", path: "pin")
        }
        var approval = proof.approvals[profile.id] ?? ApprovalRecord(profile: profile.id)
        guard approval.pinDigest == nil else {
            throw .conflict("NOT_UNIQUE", "A PIN has already been created for this profile.", path: "pin")
        }
        approval.pinDigest = try Self.digest(ofPIN: pin, profile.id)
        proof.approvals[profile.id] = approval
        touched.proof = true
        return Answer(status: 200, body: [])
    }

    mutating func deletePIN(_ profile: ProfileRecord) throws(Refusal) -> Answer {
        guard proof.approvals[profile.id]?.pinDigest != nil else { throw Self.noPIN }
        proof.approvals[profile.id]?.pinDigest = nil
        touched.proof = true
        return Answer(status: 204, body: [])
    }

    /// Answers the PIN challenge of a token of this profile.
    mutating func verifyPIN(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        let token = try namedToken(request)
        guard token.profile == profile.id else { throw .foreignProfile }
        guard let digest = proof.approvals[profile.id]?.pinDigest else { throw Self.noPIN }
        let pin = try RequestBody(request).string("pin")
        let passed = try pass(.pin, token, isRight: Self.digest(ofPIN: pin, profile.id) == digest, member: "pin")
        return Answer(json(of: passed))
    }

    /// What is kept of a PIN: law 9.
    static func digest(ofPIN pin: String, _ profile: Int) throws(Refusal) -> String {
        try digest(ofSecret: "\(profile):\(pin)")
    }
}
