import ExchangeRecording
import LuaRuntime
import Scripting
import Simulator
import Synchronization
import Testing
import WiseAPI
import WiseClient

/// A session over a simulated bank in memory, whose output is kept.
final class Workshop: Sendable {
    let session: ScriptingSession
    let journal = InMemoryEffectJournal()
    private let transport: BankTransport
    private let output = Output()

    /// - Parameter isSimulator: What the session is told about who answers.
    init(
        for purpose: ScriptingSession.Purpose = .prompt, profile: String? = nil, isSimulator: Bool = true, width: Int = 80,
        isTerminal: Bool = false, policy: any EffectPolicy = UnlimitedPolicy()
    ) throws {
        transport = BankTransport()
        // Waiting would prove nothing, so that retries follow at once.
        let client = WiseClient(
            transport: transport, authorization: Secret("00000000-0000-4000-8000-000000000001"),
            gate: EffectGate(journal: journal, policy: policy), retry: RetryPolicy(wait: { _ in }))
        let place = EnvironmentDescription(
            name: isSimulator ? "simulator" : "sandbox", isSimulator: isSimulator, place: "a test")
        let output = output
        let context = ScriptingContext(
            client: client, environment: place,
            output: ScriptOutput(
                results: { text in output.texts.withLock { $0.results += text } },
                messages: { text in output.texts.withLock { $0.messages += text } }, width: width, isTerminal: isTerminal),
            profile: profile)
        session = try ScriptingSession(context, for: purpose)
    }

    private final class Output: Sendable {
        let texts = Mutex((results: "", messages: ""))
    }

    /// What scripts have printed since this was asked last.
    func results() -> String {
        output.texts.withLock { texts in
            defer { texts.results = "" }
            return texts.results
        }
    }

    /// What scripts have logged since this was asked last.
    func messages() -> String {
        output.texts.withLock { texts in
            defer { texts.messages = "" }
            return texts.messages
        }
    }

    /// The routes that were asked for since this was asked last, and how often.
    func requests() -> [String] { transport.requests() }

    /// Runs Lua and gives its first result.
    @discardableResult
    func run(_ source: String) async throws -> LuaValue { try await session.run(Array(source.utf8), chunkName: "test") }

    /// Runs Lua that must fail, and gives the failure.
    func failure(_ source: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> LuaFailure {
        let failure = await #expect(throws: LuaFailure.self, sourceLocation: sourceLocation) { try await self.run(source) }
        return try #require(failure, sourceLocation: sourceLocation)
    }
}

/// The bank behind the seam, with connections that break as they would over a socket.
private final class BankTransport: Transport {
    private let bank = SimulatedBank()
    private let paths = Mutex<[String]>([])

    func requests() -> [String] {
        paths.withLock { paths in
            defer { paths = [] }
            return paths
        }
    }

    func send(_ request: APIRequest, authorization: Secret?) async throws(TransportError) -> APIResponse {
        paths.withLock { $0.append("\(request.method.rawValue) \(request.path)") }
        let bank = bank
        let transport = InProcessTransport { request in
            let answer = await bank.respond(to: request)
            ExchangeRecorder.record(request, answer)
            return answer
        }
        let answer = try await transport.send(request, authorization: authorization)
        guard answer.status != 0 else {
            throw TransportError(.connectionLost, message: "lost", hint: "look", requestMayHaveArrived: true)
        }
        return answer
    }
}
