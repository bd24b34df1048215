import Money
import Testing
import WiseAPI
import WiseClient

@Suite("The operations")
struct OperationsTests {
    /// An operation with what it sends and what is answered.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let sends: String
        let answer: GateTestTransport.Step
        let call: @Sendable (WiseClient) async throws -> Void

        init(_ sends: String, _ answer: String, status: Int = 200, _ call: @escaping @Sendable (WiseClient) async throws -> Void)
        {
            (testDescription, self.sends, self.answer, self.call) = (sends, sends, .json(status, answer), call)
        }
    }

    private static let amount = Money(ExactDecimal(25), .eur)
    private static let quoteID = "3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11"

    static let rows = ownRows + SendingAnswers.rows

    private static let ownRows = [
        Row("GET /v2/profiles", "[]") { _ = try await $0.profiles() },
        Row("GET /v1/profiles", "[]") { _ = try await $0.profilesFirstVersion() },
        Row("GET /v2/profiles/7", #"{"id":7,"type":"PERSONAL"}"#) { _ = try await $0.profile(7) },
        Row("GET /v4/profiles/7/balances?types=STANDARD,SAVINGS", "[]") { _ = try await $0.balances(of: 7) },
        Row("GET /v4/profiles/7/balances?types=SAVINGS", "[]") { _ = try await $0.balances(of: 7, types: [.savings]) },
        Row("GET /v4/profiles/7/balances/42", GateTestAnswers.balance()) { _ = try await $0.balance(42, of: 7) },
        Row("POST /v4/profiles/7/balances", GateTestAnswers.balance(), status: 201) {
            _ = try await $0.openBalance(OpenBalanceRequest(currency: .eur, type: .standard, name: nil), for: 7)
        },
        Row("DELETE /v4/profiles/7/balances/42", GateTestAnswers.balance()) { try await $0.closeBalance(42, of: 7) },
        Row("GET /v1/profiles/7/balance-capacity?currency=SGD", #"{"hasLimit":false,"depositLimit":null}"#) {
            _ = try await $0.depositCapacity(of: 7, in: .sgd)
        },
        Row("POST /v1/profiles/7/excess-money-account", #"{"userProfileId":7,"recipientId":8}"#) {
            _ = try await $0.setExcessMoneyAccount(of: 7, recipient: 8)
        },
        Row("POST /v3/profiles/7/quotes", GateTestAnswers.quote) {
            _ = try await $0.quote(QuoteRequest(.source(amount, target: .gbp)), for: 7)
        },
        Row("GET /v3/profiles/7/quotes/\(quoteID)", GateTestAnswers.quote) { _ = try await $0.quote(quoteID, of: 7) },
        Row("POST /v2/profiles/7/balance-movements", GateTestAnswers.movement(), status: 201) {
            _ = try await $0.move(amount, from: 1, to: 2, for: 7)
        },
        Row("GET /v1/rates", "[]") { _ = try await $0.rates() },
        Row("GET /v1/rates?source=EUR&target=GBP&time=2026-07-31T08:42:43Z", "[]") {
            _ = try await $0.rates(source: .eur, target: .gbp, at: Timestamp("2026-07-31T08:42:43.5Z"))
        },
        Row("GET /v1/currencies", "[]") { _ = try await $0.currencies() },
        Row("POST /v1/simulation/balance/topup", GateTestAnswers.topUp) {
            _ = try await $0.topUp(TopUpRequest(profile: 7, balance: 42, amount: amount, channel: .transfer))
        },
    ]

    @Test("send what the API's documents say", arguments: rows)
    func requests(row: Row) async throws {
        let bench = GateTestBench(row.answer)
        try await row.call(bench.client)
        let request = try #require(bench.transport.requests.first)
        #expect("\(request.method.rawValue) \(request.target)" == row.sends)
        #expect(request.headers["accept"] == "application/json" && request.headers["authorization"] == nil)
        guard case .route(let route, _) = Route.match(request.method, path: request.path) else {
            Issue.record("no operation has this path")
            return
        }
        #expect(request.headers["content-type"] == (request.body.isEmpty ? nil : route.contentType))
    }

    @Test("say so when the answer is not what they send", arguments: rows)
    func unexpected(row: Row) async throws {
        let bench = GateTestBench(.json(200, "7", headers: ["x-trace-id": "abc"]))
        let error = await #expect(throws: ClientError.self) { try await row.call(bench.client) }
        #expect(error?.kind == .unexpectedAnswer && error?.traceID == "abc" && error?.status == 200)
        #expect(error?.isAmbiguous == !(await bench.journal.intents.isEmpty))
    }

    @Test("use the calendar paths and the language where they are told to")
    func calendar() async throws {
        let log = GateTestLog()
        let transport = GateTestTransport([.json(200, "[]"), .json(200, "[]")], log: log)
        let client = WiseClient(
            transport: transport, authorization: nil, gate: EffectGate(journal: GateTestJournal(log: log)),
            generation: .calendar("2026Q3"), language: "de")
        _ = try await client.profiles()
        _ = try await client.balances(of: 7, types: [.standard])
        #expect(transport.requests.map(\.target) == ["/2026Q3/profiles", "/2026Q3/profiles/7/balances?types=STANDARD"])
        #expect(transport.requests.allSatisfy { $0.headers["accept-language"] == "de" })
    }

    @Test("an unknown code of the bank comes through with its words and its trace")
    func refusal() async throws {
        let body = #"{"errors":[{"code":"brand.new","message":"Not today","path":"x"}]}"#
        let bench = GateTestBench(.json(422, body, headers: ["x-trace-id": "abc"]))
        let error = await #expect(throws: ClientError.self) { try await bench.client.balances(of: 7) }
        #expect(error?.kind == .api(.refused) && error?.code == "brand.new" && error?.message == "Not today (x)")
        #expect(error?.traceID == "abc" && error?.status == 422 && error?.isRetryable == false)
    }

    @Test("a demand for strong customer authentication says what to do")
    func authentication() async throws {
        let headers: HeaderFields = ["x-2fa-approval": "t", "x-2fa-approval-result": "REJECTED"]
        let bench = GateTestBench(.json(403, "", headers: headers))
        let error = await #expect(throws: ClientError.self) { try await bench.client.balances(of: 7) }
        #expect(error?.kind == .api(.authenticationRequired) && error?.hint?.contains("Approve it") == true)
    }
}
