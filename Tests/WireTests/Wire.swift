import ExchangeRecording
import Money
import Simulator
import SimulatorServer
import Synchronization
import Testing
import WiseAPI
import WiseClient

/// The client core and a simulated bank with a socket between them.
struct Wire: Sendable {
    let bank: SimulatedBank
    let port: Int
    let journal = InMemoryEffectJournal()
    let exchanges = ExchangeList()
    let waits = WaitList()

    static let business = 28_891_001
    /// The euro balance of the business, and its jar in the same currency.
    static let balance = 200_001
    static let jar = 200_006
    static let token = "8f7a1c1e-0d6b-4d5c-9a3e-2b1f00c0ffee"

    /// A client of the bank. It waits for nothing between attempts, and remembers how long it would have.
    func client(
        generation: PathGeneration = .legacy, limiter: RateLimiter? = nil, signer: (any ChallengeSigner)? = nil
    ) throws -> WiseClient {
        let transport = try CurlTransport(
            baseURL: "http://127.0.0.1:\(port)", configuration: CurlTransport.Configuration(version: "test"))
        return WiseClient(
            transport: transport, credentials: FixedCredentials(Secret(Self.token)), gate: EffectGate(journal: journal),
            generation: generation, retry: RetryPolicy(wait: { [waits] in waits.add($0) }), limiter: limiter, signer: signer,
            observer: exchanges)
    }

    /// Lets something go wrong on a route of the bank.
    func add(_ fault: Fault.Kind, on route: Route, times: Int = 1) async throws {
        var body: JSONObject = [
            "route": .string(route.rawValue), "kind": .string(fault.rawValue), "times": .integer(times),
        ]
        if fault.takesSeconds { body["seconds"] = .integer(1) }
        try await steer("fault", .object(body))
    }

    /// Steers the simulation, past the socket.
    @discardableResult
    func steer(_ name: String, _ body: JSONValue) async throws -> APIResponse {
        let headers: HeaderFields = ["authorization": "Bearer \(Self.token)", "content-type": "application/json"]
        let answer = await bank.respond(to: APIRequest(.post, "/_simulator/\(name)", headers: headers, body: body.bytes))
        try #require(answer.isSuccess, "\(String(decoding: answer.body, as: UTF8.self))")
        return answer
    }

    /// What a balance holds, asked past the socket; nil when there is no such balance.
    func amount(of balance: Int) async throws -> Money? {
        let path = Route.listBalances.path("\(Self.business)")
        let request = APIRequest(
            .get, path, query: [QueryItem("types", "STANDARD,SAVINGS")], headers: ["authorization": "Bearer \(Self.token)"])
        let answer = await bank.respond(to: request)
        return try Balance.list(json: try JSONValue(parsing: answer.body)).first { $0.id == balance }?.amount
    }

    /// Runs a server for as long as `body` takes.
    ///
    /// - Parameter records: Whether the answers are held against the description of the API; those that a fault mangles
    ///   are not.
    static func running(
        limit: RateLimit? = nil, records: Bool = true, _ body: @escaping @Sendable (Wire) async throws -> Void
    ) async throws {
        let bank = SimulatedBank(limit: limit)
        let (ports, arrived) = AsyncStream.makeStream(of: Int.self)
        let server = SimulatorServer(bank: bank, port: 0, log: records ? ExchangeRecorder.log : nil)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.run { arrived.yield($0) }
                arrived.finish()
            }
            for await port in ports {
                try await body(Wire(bank: bank, port: port))
                break
            }
            group.cancelAll()
            while let result = await group.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
        }
        #expect(try await bank.ledgerCheck().isBalanced)
    }

    private init(bank: SimulatedBank, port: Int) { (self.bank, self.port) = (bank, port) }
}

/// Every exchange of a client, in order.
final class ExchangeList: ExchangeObserver {
    private let list = Mutex<[Exchange]>([])

    var all: [Exchange] { list.withLock { $0 } }
    var statuses: [Int?] { all.map(\.status) }

    func didExchange(_ exchange: Exchange) { list.withLock { $0.append(exchange) } }
    func forget() { list.withLock { $0 = [] } }
}

/// How long a client would have waited before each repeat, in milliseconds.
final class WaitList: Sendable {
    private let list = Mutex<[Int]>([])

    var all: [Int] { list.withLock { $0 } }
    func add(_ milliseconds: Int) { list.withLock { $0.append(milliseconds) } }
}
