import Signing
import WiseAPI

extension World {
    /// How long a one-time token can be approved and used.
    static let oneTimeTokenLifetime = 3600
    /// How long one approval opens everything of low risk, and a used token is taken again.
    static let approvalWindow = 300
    /// How long an approved profile may read statements.
    static let statementWindow = 90 * 86_400

    /// Lets a protected request pass, or refuses it with a fresh one-time token to be approved.
    ///
    /// What is asked of whom: Wise API reference, section 6 and A38, A39. A request that fails in another way later has
    /// proved who asks all the same, so that what it proved stays.
    ///
    /// - Parameter isDemanded: A fault asks, whatever the world's settings say.
    /// - Returns: The token that the answer names as approved; nil when the answer names none.
    mutating func approve(
        _ route: Route, _ parameters: [String], _ request: APIRequest, isDemanded: Bool
    ) throws(Refusal) -> String? {
        let presented = request.headers["x-2fa-approval"]?.lowercased()
        guard route.securityClass != .none || isDemanded || presented != nil else { return nil }
        guard let profile = parameters.first.flatMap({ Int($0) }).flatMap({ profiles[$0] }) ?? Self.first(profiles) else {
            return nil
        }
        if let presented, let token = oneTimeToken(presented), token.profile == profile.id {
            if accept(token, for: route, request) { return presented }
            // A token that is meant for this and is not approved is asked for again, so that no wrong signature ever passes.
            let isMeant = token.operation == route.rawValue || route.securityClass != .none
            if isMeant, token.approvedAt == nil { throw challenge(profile, route, request) }
        }
        guard route.securityClass != .none || isDemanded else { return nil }
        guard isDemanded || isAsked(profile, route) else {
            // The bank names a token with every payment that it carries out, asked for or not (recorded answers).
            return route.securityClass == .high ? makeUUID() : nil
        }
        throw challenge(profile, route, request)
    }

    private static func first(_ profiles: [Int: ProfileRecord]) -> ProfileRecord? { profiles.values.min { $0.id < $1.id } }

    /// A token that was given out and is not out of date.
    func oneTimeToken(_ id: String) -> OneTimeTokenRecord? {
        guard let token = proof.oneTimeTokens[id.lowercased()],
            clock < token.createdAt.adding(seconds: Self.oneTimeTokenLifetime)
        else { return nil }
        return token
    }

    /// Whether the token approves this request; when it does, it is used and opens its windows.
    private mutating func accept(_ token: OneTimeTokenRecord, for route: Route, _ request: APIRequest) -> Bool {
        let fits =
            token.operation == OneTimeTokenRecord.session
            ? route.securityClass == .low
            : token.operation == route.rawValue && (route.securityClass == .low || token.path == request.path)
        guard fits else { return false }
        if let usedAt = token.usedAt { return clock < usedAt.adding(seconds: Self.approvalWindow) }
        guard token.approvedAt != nil || isSigned(token, request) else { return false }
        var used = token
        used.approvedAt = token.approvedAt ?? clock
        used.usedAt = clock
        proof.oneTimeTokens[token.id] = used
        touched.proof = true
        if route.securityClass == .low { openWindows(token.profile, statement: route == .getStatement) }
        return true
    }

    /// Whether the header `X-Signature` is one of the user's keys' over the bytes of the token.
    private func isSigned(_ token: OneTimeTokenRecord, _ request: APIRequest) -> Bool {
        guard let text = request.headers["x-signature"], let signature = Base64.bytes(text) else { return false }
        return proof.keys.contains { key in
            (try? VerificationKey(pem: Array(key.pem.utf8)))?.accepts(signature, of: Array(token.id.utf8)) ?? false
        }
    }

    mutating func openWindows(_ profile: Int, statement: Bool) {
        var approval = proof.approvals[profile] ?? ApprovalRecord(profile: profile)
        approval.sessionAt = clock
        if statement { approval.statementAt = clock }
        proof.approvals[profile] = approval
        touched.proof = true
    }

    /// Whether the world's settings ask this profile, and no earlier approval answers.
    private func isAsked(_ profile: ProfileRecord, _ route: Route) -> Bool {
        switch settings[.sca] {
        case "everywhere": break
        case "on": guard CountryRule.of(profile.country)?.asksForStrongAuthentication == true else { return false }
        default: return false
        }
        guard route.securityClass == .low, let approval = proof.approvals[profile.id] else { return true }
        if isWithin(Self.approvalWindow, of: approval.sessionAt) { return false }
        let hasLongWindow = route == .getStatement && settings[.scaStatementWindow] == "90d"
        return !(hasLongWindow && isWithin(Self.statementWindow, of: approval.statementAt))
    }

    private func isWithin(_ seconds: Int, of time: Timestamp?) -> Bool {
        time.map { clock < $0.adding(seconds: seconds) } ?? false
    }
}

extension World {
    /// The refusal that asks for an approval, with a fresh token; without one while tokens are blocked.
    private mutating func challenge(_ profile: ProfileRecord, _ route: Route, _ request: APIRequest) -> Refusal {
        guard !isBlocked(profile.id) else { return .blockedTokens }
        let token = makeOneTimeToken(profile.id, operation: route.rawValue, path: request.path)
        let forbidden = Refusal.Shape.framework(error: "Forbidden", message: "You are forbidden to send this request")
        return Refusal(
            status: 403, shape: settings[.scaBody] == "json" ? forbidden : .empty,
            headers: [("x-2fa-approval", token.id), ("x-2fa-approval-result", "REJECTED")])
    }

    mutating func makeOneTimeToken(_ profile: Int, operation: String, path: String) -> OneTimeTokenRecord {
        let oldest = clock.adding(seconds: -Self.oneTimeTokenLifetime)
        for (id, token) in proof.oneTimeTokens where token.createdAt <= oldest { proof.oneTimeTokens[id] = nil }
        if proof.oneTimeTokens.count >= Self.greatestTokenCount,
            let first = proof.oneTimeTokens.values.min(by: { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) })
        {
            proof.oneTimeTokens[first.id] = nil
        }
        let token = OneTimeTokenRecord(id: makeUUID(), profile: profile, operation: operation, path: path, createdAt: clock)
        proof.oneTimeTokens[token.id] = token
        touched.proof = true
        return token
    }

    /// The oldest tokens are forgotten beyond this many, so that a caller who never approves cannot fill the world.
    private static let greatestTokenCount = 500

    func isBlocked(_ profile: Int) -> Bool { proof.approvals[profile]?.blockedUntil.map { clock < $0 } ?? false }
}

extension Refusal {
    /// After five wrong answers to challenges no token is given out for a quarter of an hour (Wise API reference, 1.4). How
    /// the bank words it is not known.
    static let blockedTokens = Refusal(
        status: 403,
        shape: .framework(error: "Forbidden", message: "Too many failed challenges: no one-time token for 15 minutes"))
}
