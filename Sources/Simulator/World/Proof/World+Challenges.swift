import WiseAPI

extension World {
    /// The code that the bank's sandbox takes for every challenge but a PIN (Wise API reference, 1.1).
    private static let sandboxCode = "111111"
    /// So many failures in a row block tokens.
    private static let greatestFailureCount = 5
    /// For how long.
    private static let blockDuration = 900

    func oneTimeTokenStatus(_ request: APIRequest) throws(Refusal) -> Answer {
        Answer(.object(["oneTimeTokenProperties": json(of: try namedToken(request))]))
    }

    /// Sends a code to the customer's telephone.
    func triggerChallenge(_ segment: String, _ request: APIRequest) throws(Refusal) -> Answer {
        guard let kind = ChallengeKind(segment: segment), kind.family == .telephone else { throw .unknownRoute }
        let token = try namedToken(request)
        let number = profiles[token.profile]?.phoneNumber ?? ""
        let hidden = String(repeating: "*", count: max(0, number.count - 4)) + number.suffix(4)
        return Answer(.object(["obfuscatedPhoneNo": .string(hidden)]))
    }

    mutating func verifyChallenge(_ segment: String, _ request: APIRequest) throws(Refusal) -> Answer {
        guard let kind = ChallengeKind(segment: segment) else { throw .unknownRoute }
        let token = try namedToken(request)
        let answer = try RequestBody(request).string(kind.member)
        let isRight: Bool
        if kind == .pin {
            guard let digest = proof.approvals[token.profile]?.pinDigest else { throw Self.noPIN }
            isRight = try Self.digest(ofPIN: answer, token.profile) == digest
        } else {
            isRight = answer == Self.sandboxCode
        }
        let after = try pass(kind, token, isRight: isRight, member: kind.member)
        return Answer(.object(["oneTimeTokenProperties": json(of: after)]))
    }

    /// Begins a session: a token that approves all reads of low risk when its challenges are passed, or it is signed.
    mutating func authoriseSession(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        guard !isBlocked(profile.id) else { throw .blockedTokens }
        let token = makeOneTimeToken(profile.id, operation: OneTimeTokenRecord.session, path: request.path)
        return Answer(.object(["oneTimeTokenProperties": json(of: token)]))
    }

    /// The token of the header `One-Time-Token`.
    func namedToken(_ request: APIRequest) throws(Refusal) -> OneTimeTokenRecord {
        guard let id = request.headers["one-time-token"], !id.isEmpty else {
            throw .badRequest("Required request header 'One-Time-Token' is not present")
        }
        guard let token = oneTimeToken(id) else {
            throw .notFound("one-time-token.not-found", "There is no such one-time token.", path: "One-Time-Token")
        }
        return token
    }

    /// Counts an answer to a challenge: a right one brings the token closer to approval, a wrong one to the block.
    mutating func pass(
        _ kind: ChallengeKind, _ token: OneTimeTokenRecord, isRight: Bool, member: String
    ) throws(Refusal) -> OneTimeTokenRecord {
        guard !isBlocked(token.profile) else { throw .blockedTokens }
        var approval = proof.approvals[token.profile] ?? ApprovalRecord(profile: token.profile)
        defer {
            proof.approvals[token.profile] = approval
            touched.proof = true
        }
        guard isRight else {
            approval.failures += 1
            if approval.failures == Self.greatestFailureCount {
                approval.failures = 0
                approval.blockedUntil = clock.adding(seconds: Self.blockDuration)
            }
            throw .invalid("NOT_VALID", "The challenge was not passed.", path: member)
        }
        approval.failures = 0
        var passed = token
        if !passed.passed.contains(kind) { passed.passed.append(kind) }
        if passed.approvedAt == nil, Set(passed.passed.map(\.family)).count > 1 {
            passed.approvedAt = clock
            if token.operation == OneTimeTokenRecord.session { approval.sessionAt = clock }
        }
        proof.oneTimeTokens[token.id] = passed
        return passed
    }

    /// A token with the challenges that it still needs: two of different families; none when it is approved.
    func json(of token: OneTimeTokenRecord) -> JSONValue {
        let elapsed = Int(clock.seconds - token.createdAt.seconds)
        return .object([
            "oneTimeToken": .string(token.id), "challenges": .array(challenges(of: token)),
            "validity": .integer(max(0, Self.oneTimeTokenLifetime - elapsed)),
            "actionType": .string(Self.actions[token.operation] ?? "OPERATION__\(token.operation.uppercased())"),
            "userId": .integer(settings.user),
        ])
    }

    /// The bank's word for reading a statement is documented; the others are made after it.
    private static let actions = [
        Route.getStatement.rawValue: "BALANCE__GET_STATEMENT", Route.fundTransfer.rawValue: "TRANSFER__FUND",
        OneTimeTokenRecord.session: "SCA_SESSION__AUTHORISE",
    ]

    private func challenges(of token: OneTimeTokenRecord) -> [JSONValue] {
        guard token.approvedAt == nil else { return [] }
        let hasPIN = proof.approvals[token.profile]?.pinDigest != nil
        let first: [ChallengeKind] = hasPIN ? [.pin, .deviceFingerprint, .faceMap] : [.deviceFingerprint, .faceMap]
        let second: [ChallengeKind] = [.textMessage, .whatsApp, .voice]
        return [first, second].map { kinds in
            let shown = kinds.map { kind -> JSONValue in
                .object([
                    "type": .string(kind.rawValue),
                    "viewData": .object(["attributes": .object(["userId": .integer(settings.user)])]),
                ])
            }
            return .object([
                "primaryChallenge": shown[0], "alternatives": .array(Array(shown.dropFirst())), "required": .bool(true),
                "passed": .bool(token.passed.contains { kinds.contains($0) }),
            ])
        }
    }
}
