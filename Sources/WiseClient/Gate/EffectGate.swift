import WiseAPI

/// The one place through which everything passes that changes something at the bank (law 2).
///
/// Order: policy, the intent in the journal, the request, the comparison of the answer with what was asked, the outcome in
/// the journal. The key is made here and nowhere else, so no caller can forget it or use one twice.
public actor EffectGate {
    private let journal: any EffectJournal
    private let policy: any EffectPolicy
    private let makeKey: @Sendable () -> String
    private var brokenJournal: String?

    /// A gate over a journal.
    ///
    /// - Parameter makeKey: Makes the idempotence key of the next effect, a UUID; random unless a run derives its own.
    public init(
        journal: any EffectJournal, policy: any EffectPolicy = UnlimitedPolicy(),
        makeKey: @escaping @Sendable () -> String = { IdempotenceKey.random() }
    ) {
        (self.journal, self.policy, self.makeKey) = (journal, policy, makeKey)
    }

    /// How one attempt series ended, before anybody looked at the answer.
    enum Delivery: Sendable {
        case answered(APIResponse)
        case failed(ClientError, mayHaveArrived: Bool)
    }

    /// Lets one effect through.
    ///
    /// - Parameters:
    ///   - key: The key that the caller chose, nil to make one.
    ///   - body: Writes the body, which holds the key where the bank looks for it there.
    ///   - send: Sends the intent, again if that is safe, with the same key and bytes each time.
    ///   - read: Reads the answer and throws when it is not about what was asked.
    func pass<Value: Sendable>(
        _ route: Route, path: String, key chosenKey: String? = nil, body: @Sendable (_ key: String) -> [UInt8],
        send: @Sendable (Intent) async -> Delivery, read: @Sendable (APIResponse, Intent) throws(ClientError) -> Value
    ) async throws(ClientError) -> Value {
        if let brokenJournal { throw journalError(brokenJournal) }
        let key = chosenKey ?? makeKey()
        let intent = Intent(key: key, route: route, path: path, body: body(key))
        try await policy.check(intent)
        do {
            try await journal.record(intent)
        } catch {
            // A key that was used before is this intent's trouble; anything else is the journal's.
            if error is JournalError {
                if chosenKey != nil { throw Self.keyUsedBefore(intent) }
            } else {
                brokenJournal = "\(error)"
            }
            throw journalError("\(error)")
        }
        // Another effect may have found the journal broken while this one was being written.
        if let brokenJournal { throw journalError(brokenJournal) }
        switch await send(intent) {
        case .failed(let error, mayHaveArrived: false):
            try await record(.notSent(reason: error.message), intent)
            throw error
        case .failed(let error, mayHaveArrived: true):
            try await record(.unknown(reason: error.message), intent)
            throw Self.unknown(intent, error.message, status: error.status)
        case .answered(let response):
            return try await settle(intent, response, read)
        }
    }

    private func settle<Value: Sendable>(
        _ intent: Intent, _ response: APIResponse, _ read: @Sendable (APIResponse, Intent) throws(ClientError) -> Value
    ) async throws(ClientError) -> Value {
        if let refusal = APIError(refusing: intent.route, response) {
            // A failing bank may have done it before it failed, and "in progress" is no answer at all.
            if refusal.kind == .server || refusal.kind == .inProgress || refusal.kind == .unexpectedAnswer {
                try await record(.unknown(reason: "status \(response.status)"), intent)
                throw Self.unknown(intent, "the bank answered \(response.status): \(refusal.message)", status: response.status)
            }
            try await record(.refused(APIResponseRecord(response)), intent)
            throw ClientError(refusal)
        }
        do throws(ClientError) {
            let value = try read(response, intent)
            try await record(.succeeded(APIResponseRecord(response)), intent)
            return value
        } catch {
            if error.kind != .journal { try await record(.unknown(reason: error.message), intent) }
            throw error
        }
    }

    private func record(_ outcome: Outcome, _ intent: Intent) async throws(ClientError) {
        do {
            try await journal.record(outcome, ofKey: intent.key)
        } catch {
            brokenJournal = "\(error)"
            throw ClientError(
                .journal, code: "journal_failed", message: "the outcome could not be written to the journal: \(error)",
                hint: "Look at the account before anything else; no further effect is sent in this session", isAmbiguous: true)
        }
    }

    /// Refuses a change of the simulation where the policy lets nothing change.
    func checkSimulation(_ name: String) throws(ClientError) { try policy.checkSimulation(name) }

    private func journalError(_ reason: String) -> ClientError {
        ClientError(
            .journal, code: "journal_failed", message: "the journal cannot be written, so nothing was sent: \(reason)",
            hint: "Make room or give write permission, then start again")
    }

    private static func unknown(_ intent: Intent, _ reason: String, status: Int?) -> ClientError {
        ClientError(
            .outcomeUnknown, code: "outcome_unknown",
            message: "it is not known whether \(intent.route.rawValue) happened: \(reason)",
            hint: "\(intent.whereToLook) before doing it again (idempotence key \(intent.key))", status: status,
            isAmbiguous: true)
    }

    private static func keyUsedBefore(_ intent: Intent) -> ClientError {
        ClientError(
            .invalidRequest, code: "key_used_before",
            message: "the key \(intent.key) was used in this journal before, so nothing was sent",
            hint: "\(intent.whereToLook); another order needs another key")
    }
}

/// Idempotence keys: UUIDs in lower case (RFC 9562).
public enum IdempotenceKey {
    /// A random UUID of version 4.
    public static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return make(generator.next(), generator.next())
    }

    /// A UUID of version 4 from 128 bits, of which six are given by the standard.
    public static func make(_ high: UInt64, _ low: UInt64) -> String {
        let high = high & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = hexadecimal(high) + hexadecimal(low)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        return text
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: 16 - text.utf8.count) + text
    }
}
