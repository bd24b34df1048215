import Money
import Testing
import WiseAPI
import WiseClient

@Suite("Ordering a transfer")
struct TransferGateTests {
    private static let order = TransferRequest(recipient: 8, quote: SendingAnswers.quoteID)
    private static let keyed = SendingAnswers.order8

    private func key(_ request: APIRequest?) throws -> String? {
        try JSONValue(parsing: try #require(request).body)["customerTransactionId"]?.stringValue
    }

    @Test("carries the gate's key in its body, not in a header, and journals it as it is sent")
    func key() async throws {
        let made = "00000000-0000-4000-8000-000000000007"
        let log = GateTestLog()
        let transport = GateTestTransport([.json(200, SendingAnswers.transfer(key: made))], log: log)
        let journal = GateTestJournal(log: log)
        let client = WiseClient(
            transport: transport, authorization: nil, gate: EffectGate(journal: journal, makeKey: { made }))
        #expect(try await client.createTransfer(Self.order).id == 5)
        let request = try #require(transport.requests.first)
        let intent = try #require(await journal.intents.first)
        #expect(try key(request) == made && intent.key == made && intent.body == request.body)
        #expect(request.headers["x-idempotence-uuid"] == nil && log.all == ["intent", "send", "outcome"])
    }

    @Test("takes the caller's key, also in a raw request, and makes one where a raw request has none")
    func chosenKey() async throws {
        let bench = GateTestBench(.json(200, SendingAnswers.transfer()), .json(200, SendingAnswers.transfer()))
        _ = try await bench.client.createTransfer(Self.keyed)
        _ = try await bench.client.request(.post, path: "/v1/transfers", body: Self.keyed.json)
        #expect(await bench.journal.intents.map(\.key) == [SendingAnswers.key, SendingAnswers.key])
        let raw = GateTestBench(.json(200, SendingAnswers.transfer()))
        let error = await #expect(throws: ClientError.self) {
            try await raw.client.request(.post, path: "/2026Q3/transfers", body: Self.order.json)
        }
        let made = try #require(await raw.journal.intents.first?.key)
        #expect(try key(raw.transport.requests.first) == made && made != SendingAnswers.key)
        #expect(error?.kind == .answerMismatch && error?.message.contains(made) == true)
    }

    @Test("is refused with a key or a quote that is no UUID", arguments: ["", "x", "f2f6bdc5-e8a3-4caa-84d2-a59f640f92e", "7"])
    func noUUID(text: String) async throws {
        let bench = GateTestBench()
        var requests = [Self.order, Self.order]
        requests[0].customerTransactionID = text
        requests[1].quote = text
        for request in requests {
            let error = await #expect(throws: ClientError.self) { try await bench.client.createTransfer(request) }
            #expect(error?.kind == .invalidRequest && error?.code == "not_a_uuid" && error?.hint != nil)
        }
        let raw = await #expect(throws: ClientError.self) {
            try await bench.client.request(.post, path: "/v1/transfers", body: requests[0].json)
        }
        #expect(raw?.code == "not_a_uuid" && bench.log.all.isEmpty)
    }

    static let trouble: [GateTestTransport.Step] = [
        .lost, .refused, .json(500, ""), .json(503, ""), .json(429, "{}"),
        .json(409, #"{"errors":[{"code":"CONFLICT","message":"Request already in progress"}]}"#),
    ]

    @Test("is sent again with the same bytes", arguments: trouble)
    func again(step: GateTestTransport.Step) async throws {
        let bench = GateTestBench(step, step, .json(200, SendingAnswers.transfer()))
        #expect(try await bench.client.createTransfer(Self.keyed).id == 5)
        let requests = bench.transport.requests
        #expect(requests.count == 3 && requests.allSatisfy { $0 == requests[0] })
        #expect(bench.log.all == ["intent", "send", "send", "send", "outcome"])
    }

    @Test("ends as unknown when the trouble does not, and says how to find the transfer")
    func unknown() async throws {
        let bench = GateTestBench(.lost, .lost, .lost, .lost)
        let error = await #expect(throws: ClientError.self) { try await bench.client.createTransfer(Self.keyed) }
        #expect(error?.kind == .outcomeUnknown && error?.isAmbiguous == true)
        #expect(error?.hint?.contains(SendingAnswers.key) == true && error?.hint?.contains("profile:transfers{}") == true)
    }

    static let others: [(answer: String, words: String)] = [
        (SendingAnswers.transfer(recipient: 9), "recipient 9, not 8"),
        (SendingAnswers.transfer(quote: "00000000-0000-4000-8000-000000000000"), "uses the quote 00000000"),
        (SendingAnswers.transfer(quote: nil), "uses the quote"), (SendingAnswers.transfer(key: nil), "has the key"),
        (SendingAnswers.transfer(key: "00000000-0000-4000-8000-000000000000"), "has the key 00000000"),
    ]

    @Test("shows an old transfer that the key brought back for another order", arguments: others)
    func mismatch(answer: String, words: String) async throws {
        for isRaw in [false, true] {
            let bench = GateTestBench(.json(200, answer))
            let error = await #expect(throws: ClientError.self) {
                if isRaw {
                    _ = try await bench.client.request(.post, path: "/v1/transfers", body: Self.keyed.json)
                } else {
                    _ = try await bench.client.createTransfer(Self.keyed)
                }
            }
            #expect(error?.kind == .answerMismatch && error?.isAmbiguous == true)
            #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        }
    }

    @Test("is the same order in whichever case its identifiers are written")
    func cases() async throws {
        let answer = SendingAnswers.transfer(quote: SendingAnswers.quoteID.uppercased(), key: SendingAnswers.key.uppercased())
        let bench = GateTestBench(.json(200, answer))
        #expect(try await bench.client.createTransfer(Self.keyed).id == 5)
    }

    @Test("with a key that the journal holds already is not sent")
    func keyTwice() async throws {
        let transport = GateTestTransport([.json(200, SendingAnswers.transfer())], log: GateTestLog())
        let client = WiseClient(transport: transport, authorization: nil, gate: EffectGate(journal: InMemoryEffectJournal()))
        _ = try await client.createTransfer(Self.keyed)
        let error = await #expect(throws: ClientError.self) { try await client.createTransfer(Self.keyed) }
        #expect(error?.code == "key_used_before" && error?.isAmbiguous == false && transport.requests.count == 1)
    }
}
