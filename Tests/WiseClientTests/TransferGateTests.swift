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

@Suite("Paying for a transfer")
struct FundingGateTests {
    private func fund(_ bench: GateTestBench) async throws -> FundingResult { try await bench.client.fundTransfer(5, of: 7) }

    @Test("is done when the bank says that it is completed, in either version of the answer")
    func completed() async throws {
        let old = GateTestBench(.json(200, #"{"type":"BALANCE","status":"COMPLETED","errorCode":null}"#))
        #expect(try await fund(old).balanceTransaction == nil)
        let new = GateTestBench(.json(201, #"{"type":"BALANCE","status":"COMPLETED","balanceTransactionId":6492246}"#))
        #expect(try await fund(new).balanceTransaction == 6_492_246)
        #expect(new.transport.requests.first?.body == Array(#"{"type":"BALANCE"}"#.utf8) && new.sentKeys == [nil])
        guard case .succeeded = await new.journal.lastOutcome else {
            Issue.record("not journaled as a success")
            return
        }
    }

    static let rejections: [(status: Int, body: String, kind: APIError.Kind, code: String)] = [
        (
            200, #"{"type":"BALANCE","status":"REJECTED","errorCode":"transfer.insufficient_funds"}"#, .refused,
            "transfer.insufficient_funds"
        ),
        (201, #"{"status":"REJECTED","errorCode":"balance.insufficient-funds"}"#, .refused, "balance.insufficient-funds"),
        (
            422, #"{"status":"REJECTED","errorCode":"balance.payment-option-unavailable"}"#, .refused,
            "balance.payment-option-unavailable"
        ),
        (409, "payment.exists", .conflict, "payment.exists"), (404, "transfer.not-found", .notFound, "transfer.not-found"),
        (400, "transfer.invalid-state", .invalidRequest, "transfer.invalid-state"),
        (403, "balance.unauthorised.missing-security-role", .forbidden, "balance.unauthorised.missing-security-role"),
    ]

    @Test("is refused in many ways, and a rejection is never a success", arguments: rejections)
    func rejected(row: (status: Int, body: String, kind: APIError.Kind, code: String)) async throws {
        for isRaw in [false, true] {
            let bench = GateTestBench(.json(row.status, row.body))
            let error = await #expect(throws: ClientError.self) {
                if isRaw {
                    let body = FundingRequest().json
                    _ = try await bench.client.request(.post, path: "/v3/profiles/7/transfers/5/payments", body: body)
                } else {
                    _ = try await fund(bench)
                }
            }
            #expect(error?.kind == .api(row.kind) && error?.code == row.code && error?.status == row.status)
            #expect(error?.isAmbiguous == false && error?.hint != nil && bench.transport.requests.count == 1)
            guard case .refused(let record) = await bench.journal.lastOutcome else {
                Issue.record("not journaled as refused")
                return
            }
            #expect(record.status == row.status)
        }
    }

    @Test(
        "is never sent again once it may have arrived: nobody knows then, and the hint says where to look",
        arguments: [
            GateTestTransport.Step.lost, .fail(.timedOut, mayHaveArrived: true), .json(500, "unexpected.error"), .json(503, ""),
        ])
    func unknown(step: GateTestTransport.Step) async throws {
        let bench = GateTestBench(step)
        let error = await #expect(throws: ClientError.self) { try await fund(bench) }
        #expect(error?.kind == .outcomeUnknown && error?.isAmbiguous == true && bench.transport.requests.count == 1)
        #expect(error?.hint?.contains("transfer:payments()") == true && error?.hint?.contains("payment.exists") == true)
        guard case .unknown = await bench.journal.lastOutcome else {
            Issue.record("not journaled as unknown")
            return
        }
    }

    @Test("is sent again when it surely did not arrive")
    func again() async throws {
        let bench = GateTestBench(.refused, .json(429, "{}"), .json(201, #"{"status":"COMPLETED"}"#))
        #expect(try await fund(bench).status == .completed)
    }

    @Test(
        "is no success when the answer is about something else, or not done",
        arguments: [#"{"type":"BALANCE","status":"CREATED"}"#, #"{"type":"BANK_TRANSFER","status":"COMPLETED"}"#])
    func mismatch(answer: String) async throws {
        let bench = GateTestBench(.json(201, answer))
        let error = await #expect(throws: ClientError.self) { try await fund(bench) }
        #expect(error?.kind == .answerMismatch && error?.isAmbiguous == true)
        #expect(error?.hint?.contains("transfer:payments()") == true)
    }
}

@Suite("An effect about recipients, transfers or bank details is compared with its answer")
struct SendingAnswerTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let answer: String
        let call: @Sendable (WiseClient) async throws -> Void

        init(_ words: String, _ answer: String, _ call: @escaping @Sendable (WiseClient) async throws -> Void) {
            (testDescription, self.answer, self.call) = (words, answer, call)
        }
    }

    private static let create: @Sendable (WiseClient) async throws -> Void = {
        _ = try await $0.createRecipient(SendingAnswers.recipientRequest)
    }

    static let rows = [
        Row("paid in EUR", SendingAnswers.recipient(currency: "EUR"), create),
        Row("belongs to profile 9", SendingAnswers.recipient(profile: "9"), create),
        Row("not active", SendingAnswers.recipient(active: false), create),
        Row("it is recipient 9", SendingAnswers.recipient(9, active: false)) { _ = try await $0.deactivateRecipient(8) },
        Row("still active", SendingAnswers.recipient()) { _ = try await $0.deactivateRecipient(8) },
        Row("it is transfer 6", SendingAnswers.transfer(6, status: "cancelled")) { _ = try await $0.cancelTransfer(5) },
        Row("transfer 5 is processing", SendingAnswers.transfer(status: "processing")) { _ = try await $0.cancelTransfer(5) },
        Row("bank details in EUR", SendingAnswers.order) { _ = try await $0.orderBankDetails(in: .gbp, for: 7) },
        Row("it is transfer 6", SendingAnswers.transfer(6)) { _ = try await $0.simulateTransfer(5, .processing) },
        Row("the reason is Y", #"{"failure_reason_code":"Y"}"#) {
            _ = try await $0.simulatePayoutFailure(of: 5, reason: "X")
        },
        Row("a payment of 24", #"{"id":1,"amount":24,"currency":"EUR"}"#) {
            _ = try await $0.simulateSwiftPayment(SwiftPaymentRequest(amount: Money(ExactDecimal(25), .eur)), for: 7)
        },
    ]

    @Test("and says what is different", arguments: rows)
    func mismatch(row: Row) async throws {
        let bench = GateTestBench(.json(200, row.answer))
        let error = await #expect(throws: ClientError.self) { try await row.call(bench.client) }
        #expect(error?.kind == .answerMismatch && error?.isAmbiguous == true)
        #expect(error?.message.contains(row.testDescription) == true, "\(error?.message ?? "")")
    }

    @Test("a recipient may belong to no profile")
    func anybody() async throws {
        let bench = GateTestBench(.json(200, SendingAnswers.recipient(profile: "null")))
        #expect(try await bench.client.createRecipient(SendingAnswers.recipientRequest).profile == nil)
    }
}
