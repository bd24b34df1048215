import Synchronization
import Testing
import WiseAPI
import WiseClient

/// Answers in the order of a script and keeps what it was sent; a request beyond the script is a failure of the test.
final class GateTestTransport: Transport {
    enum Step: Sendable {
        case answer(APIResponse)
        case fail(TransportError.Kind, mayHaveArrived: Bool)

        static func json(_ status: Int, _ text: String, headers: HeaderFields = [:]) -> Step {
            .answer(APIResponse(status: status, headers: headers, body: Array(text.utf8)))
        }

        /// The answer got lost: nobody knows whether the request was carried out.
        static let lost = Step.fail(.connectionLost, mayHaveArrived: true)
        /// Nobody listens, so nothing arrived.
        static let refused = Step.fail(.connectionRefused, mayHaveArrived: false)
    }

    private let script: Mutex<[Step]>
    private let sent = Mutex<[APIRequest]>([])
    private let log: GateTestLog

    init(_ script: [Step], log: GateTestLog) {
        self.script = Mutex(script)
        self.log = log
    }

    var requests: [APIRequest] { sent.withLock { $0 } }
    var isScriptDone: Bool { script.withLock { $0.isEmpty } }

    func send(_ request: APIRequest, authorization: Secret?) async throws(TransportError) -> APIResponse {
        log.append("send")
        sent.withLock { $0.append(request) }
        let step = script.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        switch step {
        case .answer(let response): return response
        case .fail(let kind, let mayHaveArrived):
            throw TransportError(kind, message: "scripted", hint: "none", requestMayHaveArrived: mayHaveArrived)
        case nil:
            Issue.record("the script has no answer to \(request.method.rawValue) \(request.target)")
            throw TransportError(.malformedRequest, message: "unscripted", hint: "none", requestMayHaveArrived: false)
        }
    }
}

/// What happened, in order.
final class GateTestLog: Sendable {
    private let events = Mutex<[String]>([])

    func append(_ event: String) { events.withLock { $0.append(event) } }
    var all: [String] { events.withLock { $0 } }
}

/// A journal that keeps everything, and fails where it is told to.
actor GateTestJournal: EffectJournal {
    struct Full: Error, CustomStringConvertible {
        let description = "no space left"
    }

    private let log: GateTestLog
    private(set) var intents: [Intent] = []
    private(set) var outcomes: [(key: String, outcome: Outcome)] = []
    private var failsOnIntent: Bool
    private var failsOnOutcome: Bool
    private var duringIntent: (@Sendable () async -> Void)?

    init(log: GateTestLog, failsOnIntent: Bool = false, failsOnOutcome: Bool = false) {
        (self.log, self.failsOnIntent, self.failsOnOutcome) = (log, failsOnIntent, failsOnOutcome)
    }

    func repair() { (failsOnIntent, failsOnOutcome) = (false, false) }

    func breakOutcomes() { failsOnOutcome = true }

    /// Does something while the next intent is being written.
    func duringNextIntent(_ action: @escaping @Sendable () async -> Void) { duringIntent = action }

    func record(_ intent: Intent) async throws {
        if failsOnIntent { throw Full() }
        intents.append(intent)
        log.append("intent")
        let action = duringIntent
        duringIntent = nil
        await action?()
    }

    func record(_ outcome: Outcome, ofKey key: String) throws {
        if failsOnOutcome { throw Full() }
        outcomes.append((key, outcome))
        log.append("outcome")
    }

    var lastOutcome: Outcome? { outcomes.last?.outcome }
}

/// A client on a scripted transport, with everything around it in sight.
struct GateTestBench: Sendable {
    let log: GateTestLog
    let transport: GateTestTransport
    let journal: GateTestJournal
    let gate: EffectGate
    let client: WiseClient
    private let recordedWaits: GateTestLog

    init(
        _ script: GateTestTransport.Step..., policy: any EffectPolicy = UnlimitedPolicy(), failsOnIntent: Bool = false,
        failsOnOutcome: Bool = false, attempts: Int = 4, generation: PathGeneration = .legacy,
        wait: @escaping @Sendable (Int) async throws -> Void = { _ in }
    ) {
        let log = GateTestLog()
        let waits = GateTestLog()
        (self.log, recordedWaits) = (log, waits)
        transport = GateTestTransport(script, log: log)
        journal = GateTestJournal(log: log, failsOnIntent: failsOnIntent, failsOnOutcome: failsOnOutcome)
        gate = EffectGate(journal: journal, policy: policy)
        let retry = RetryPolicy(maximumAttempts: attempts, firstWait: 100, longestWait: 10_000) { milliseconds in
            waits.append("\(milliseconds)")
            try await wait(milliseconds)
        }
        client = WiseClient(
            transport: transport, authorization: Secret("token"), gate: gate, generation: generation, retry: retry)
    }

    /// The waits between attempts, in milliseconds.
    var waits: [Int] { recordedWaits.all.compactMap { Int($0) } }

    /// The keys that the requests carried.
    var sentKeys: [String?] { transport.requests.map { $0.headers["X-idempotence-uuid"] } }
}
