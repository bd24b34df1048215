import Money
import Simulator
import Testing
import WiseAPI
import WiseClient

@Suite("Every fault over HTTP")
struct FaultWireTests {
    /// What comes of an operation that a fault strikes once, and each time.
    struct Row: Sendable, CustomTestStringConvertible {
        let fault: Fault.Kind
        let once: FaultOutcome
        let always: FaultOutcome

        init(_ fault: Fault.Kind, _ once: FaultOutcome, _ always: FaultOutcome) {
            (self.fault, self.once, self.always) = (fault, once, always)
        }

        var testDescription: String { fault.rawValue }
    }

    /// With a key the same bytes are sent again, so one fault does no harm.
    static let keyed = [
        Row(.answerLost, .done, .unknown), Row(.connectionReset, .done, .unknown), Row(.bodyReset, .done, .unknown),
        Row(.truncatedBody, .done, .unknown), Row(.malformedBody, .unknown, .unknown), Row(.slow, .done, .done),
        Row(.rateLimited, .done, .refused), Row(.serverError, .done, .unknown), Row(.unavailable, .done, .unknown),
        Row(.inProgress, .done, .unknown), Row(.approvalDemanded, .refused, .refused), Row(.quoteExpired, .done, .done),
    ]

    /// Without a key nothing is sent again that may have arrived.
    static let unprotected = [
        Row(.answerLost, .unknown, .unknown), Row(.connectionReset, .unknown, .unknown), Row(.bodyReset, .unknown, .unknown),
        Row(.truncatedBody, .unknown, .unknown), Row(.malformedBody, .unknown, .unknown), Row(.slow, .done, .done),
        Row(.rateLimited, .done, .refused), Row(.serverError, .unknown, .unknown), Row(.unavailable, .unknown, .unknown),
        Row(.inProgress, .unknown, .unknown), Row(.approvalDemanded, .refused, .refused), Row(.quoteExpired, .done, .done),
    ]

    @Test("has its row in both tables")
    func complete() {
        #expect(Set(Self.keyed.map(\.fault)) == Set(Fault.Kind.allCases))
        #expect(Set(Self.unprotected.map(\.fault)) == Set(Fault.Kind.allCases))
    }

    @Test("lets a change with a key happen once, or tells that it did not", arguments: [Change.move, .convert, .order], keyed)
    func keyedChange(change: Change, row: Row) async throws { try await check(change, row) }

    @Test(
        "lets a change without a key happen once at most, and is never sure of what it cannot know",
        arguments: [Change.topUp, .close, .pay], unprotected)
    func unprotectedChange(change: Change, row: Row) async throws { try await check(change, row) }

    private func check(_ change: Change, _ row: Row) async throws {
        for (times, expected) in [(1, row.once), (100, row.always)] {
            try await Wire.running(records: false) { wire in
                // What needs a quote: one that is out of date is refused for good.
                let usesQuote = change.namesQuote && row.fault == .quoteExpired
                let (outcome, count, error) = try await change.run(on: wire, fault: row.fault, times: times)
                let comment = Comment(rawValue: "\(change) \(row.fault) x\(times): \(error?.description ?? "done")")
                #expect(outcome == (usesQuote ? .refused : expected), comment)
                // Never twice; what is reported as done was done, what is reported as not done was not.
                switch outcome {
                case .done: #expect(count == 1, comment)
                case .refused: #expect(count == 0, comment)
                case .unknown: #expect(count == (row.fault.letsEffectHappen ? 1 : 0), comment)
                }
                try await Self.checkTrail(wire, change, outcome, comment)
            }
        }
    }

    /// The journal says the same as the caller was told, and every attempt had the same key.
    private static func checkTrail(
        _ wire: Wire, _ change: Change, _ outcome: FaultOutcome, _ comment: Comment
    ) async throws {
        let entry = try #require(await wire.journal.entries.last { $0.intent.route == change.route }, comment)
        switch (outcome, entry.outcome) {
        case (.done, .succeeded), (.refused, .refused), (.refused, .notSent), (.unknown, .unknown): break
        default: Issue.record("\(comment): the journal says \(String(describing: entry.outcome))")
        }
        let attempts = wire.exchanges.all.filter { $0.method == change.route.method && $0.target == entry.intent.path }
        #expect((1...4).contains(attempts.count), comment)
        let name = change.route.repeatSafety == .keyed ? "x-idempotence-uuid" : "x-external-correlation-id"
        let keys = Set(attempts.map { $0.fields.first { $0.name == name }?.value })
        #expect(keys == [entry.intent.key], comment)
        if !change.isKeyed, outcome == .unknown { #expect(attempts.count == 1, comment) }
    }

    /// What a read that is struck once comes to: nil when it succeeds.
    static let reads: [(Fault.Kind, ClientError.Kind?, attempts: Int)] = [
        (.answerLost, nil, 2), (.connectionReset, nil, 2), (.bodyReset, nil, 2), (.truncatedBody, nil, 2),
        (.malformedBody, .unexpectedAnswer, 1), (.slow, nil, 1), (.rateLimited, nil, 2), (.serverError, nil, 2),
        (.unavailable, nil, 2), (.inProgress, .api(.inProgress), 1), (.approvalDemanded, .api(.authenticationRequired), 1),
        (.quoteExpired, nil, 1),
    ]

    @Test("lets a read succeed when asking again can help, and says what is wrong otherwise")
    func read() async throws {
        #expect(Self.reads.map(\.0) == Fault.Kind.allCases)
        try await Wire.running(records: false) { wire in
            let client = try wire.client()
            for (fault, expected, attempts) in Self.reads {
                try await wire.add(fault, on: .listBalances)
                wire.exchanges.forget()
                var kind: ClientError.Kind?
                do throws(ClientError) {
                    #expect(try await client.balances(of: Wire.business).count == 8)
                } catch {
                    kind = error.kind
                    #expect(!error.isAmbiguous)
                }
                #expect(kind == expected, "\(fault)")
                // On a kept connection libcurl itself writes a read again when the connection ends before an answer.
                let wasLost = fault == .answerLost || fault == .connectionReset
                let count = wire.exchanges.all.count
                #expect(count == attempts || (wasLost && count == 1), "\(fault)")
            }
        }
    }

    @Test("that says how long to wait is waited for")
    func retryAfter() async throws {
        try await Wire.running { wire in
            try await wire.add(.rateLimited, on: .listBalances)
            _ = try await wire.client().balances(of: Wire.business)
            #expect(wire.waits.all == [1000])
        }
    }
}
