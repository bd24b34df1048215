import Money
import Testing
import WiseAPI
import WiseClient

@Suite("A proof of who asks")
struct ProofTests {
    private static let calls: [@Sendable (WiseClient) async throws -> Void] = [
        { _ = try await $0.triggerChallenge(.sms, of: SendingAnswers.tokenID) },
        { _ = try await $0.verifyChallenge(.sms, code: "111111", of: SendingAnswers.tokenID) },
        { _ = try await $0.verifyPIN(encrypted: SendingAnswers.encrypted, for: 7, token: SendingAnswers.tokenID) },
    ]

    @Test("carries its token in a header field, passes no gate, and may be given where nothing may change")
    func header() async throws {
        for call in Self.calls {
            let bench = GateTestBench(.json(200, SendingAnswers.token), policy: ReadOnlyPolicy())
            try await call(bench.client)
            #expect(bench.transport.requests.first?.headers["one-time-token"] == SendingAnswers.tokenID)
            #expect(bench.log.all == ["send"])
        }
    }

    @Test(
        "is not sent again once it may have arrived, because the bank counts",
        arguments: [
            GateTestTransport.Step.lost, .json(500, ""), .json(503, ""),
        ])
    func again(step: GateTestTransport.Step) async throws {
        for call in Self.calls + [{ _ = try await $0.authoriseSession(of: 7) }] {
            let bench = GateTestBench(step)
            await #expect(throws: ClientError.self) { try await call(bench.client) }
            #expect(bench.transport.requests.count == 1)
        }
    }

    @Test("is sent again when it surely did not arrive")
    func notArrived() async throws {
        let bench = GateTestBench(.refused, .json(200, SendingAnswers.token))
        _ = try await bench.client.authoriseSession(of: 7)
        #expect(bench.transport.requests.count == 2)
    }

    @Test("needs a token that is a UUID, and a code")
    func checks() async throws {
        let bench = GateTestBench()
        let token = await #expect(throws: ClientError.self) { try await bench.client.oneTimeTokenStatus("x") }
        #expect(token?.code == "not_a_uuid" && token?.message.contains("x,") == false)
        let code = await #expect(throws: ClientError.self) {
            try await bench.client.verifyChallenge(.sms, code: " ", of: SendingAnswers.tokenID)
        }
        #expect(code?.code == "text_missing" && bench.log.all.isEmpty)
    }

    @Test("holds a PIN only when it is encrypted", arguments: ["1234", #"{"pin":"1234"}"#, "", "a.b.c"])
    func pin(text: String) async throws {
        let bench = GateTestBench()
        let create = await #expect(throws: ClientError.self) { try await bench.client.createPIN(encrypted: text, for: 7) }
        let verify = await #expect(throws: ClientError.self) {
            try await bench.client.verifyPIN(encrypted: text, for: 7, token: SendingAnswers.tokenID)
        }
        #expect(create?.code == "pin_not_encrypted" && verify == create && bench.log.all.isEmpty)
    }

    @Test("that is set or removed is an effect")
    func pinEffects() async throws {
        let bench = GateTestBench(.json(200, ""), .json(204, ""))
        try await bench.client.createPIN(encrypted: SendingAnswers.encrypted, for: 7)
        try await bench.client.deletePIN(of: 7)
        let requests = bench.transport.requests
        #expect(requests.map { "\($0.method.rawValue) \($0.path)" } == ["POST /v2/profiles/7/pin", "DELETE /v2/profiles/7/pin"])
        #expect(requests.map { $0.headers["content-type"] } == ["application/jose+json", nil])
        #expect(String(decoding: requests[0].body, as: UTF8.self) == SendingAnswers.encrypted)
        #expect(await bench.journal.intents.map(\.route) == [.createPIN, .deletePIN])
    }
}

@Suite("The sandbox's own operations")
struct SimulationOperationsTests {
    @Test("may be answered with nothing")
    func empty() async throws {
        let bench = GateTestBench(.json(200, ""), .json(201, ""))
        try await bench.client.simulateVerification(of: 7)
        try await bench.client.importBankTransaction(try GateTestAnswers.money("10.50"), for: 7)
        #expect(
            bench.transport.requests.map(\.target)
                == ["/v1/simulation/profiles/7/verifications", "/v1/simulation/profiles/7/bank-transactions/import"])
        #expect(bench.transport.requests.last?.body == Array(#"{"currency":"EUR","amount":10.50}"#.utf8))
        #expect(bench.log.all == ["intent", "send", "outcome", "intent", "send", "outcome"])
    }

    @Test("take no amount that cannot be sent")
    func amounts() async throws {
        let bench = GateTestBench()
        let zero = try GateTestAnswers.money("0")
        let first = await #expect(throws: ClientError.self) { try await bench.client.importBankTransaction(zero, for: 7) }
        let second = await #expect(throws: ClientError.self) {
            try await bench.client.simulateSwiftPayment(SwiftPaymentRequest(amount: zero), for: 7)
        }
        let third = await #expect(throws: ClientError.self) {
            try await bench.client.recipientRequirements(source: .eur, target: .gbp, sourceAmount: zero)
        }
        for error in [first, second, third] { #expect(error?.code == "amount_not_positive") }
        #expect(bench.log.all.isEmpty)
    }
}

@Suite("What is looked up or written down for sending")
struct SendingCheckTests {
    @Test("needs names that say something")
    func names() async throws {
        let bench = GateTestBench()
        for (name, type) in [("", "iban"), (" \t", "iban"), ("Anna Berg", "")] {
            let request = RecipientRequest(currency: .eur, type: type, profile: 7, accountHolderName: name, details: [:])
            let error = await #expect(throws: ClientError.self) { try await bench.client.createRecipient(request) }
            #expect(error?.kind == .invalidRequest && error?.code == "text_missing" && error?.hint != nil)
        }
        let country = await #expect(throws: ClientError.self) { try await bench.client.eligibility(inCountry: "") }
        #expect(country?.code == "text_missing" && bench.log.all.isEmpty)
    }

    @Test("needs quotes that are UUIDs")
    func quotes() async throws {
        let bench = GateTestBench()
        let first = await #expect(throws: ClientError.self) {
            try await bench.client.updateQuote("12", of: 7, with: QuoteUpdate(recipient: 8))
        }
        let second = await #expect(throws: ClientError.self) { try await bench.client.recipientRequirements(forQuote: "12") }
        let third = await #expect(throws: ClientError.self) {
            try await bench.client.transferRequirements(TransferRequest(recipient: 8, quote: "12"))
        }
        for error in [first, second, third] { #expect(error?.code == "not_a_uuid") }
        #expect(bench.log.all.isEmpty)
    }

    @Test("says what a missing account takes")
    func account() async throws {
        let bench = GateTestBench(.json(404, ""))
        let error = await #expect(throws: ClientError.self) { try await bench.client.multiCurrencyAccount(of: 7) }
        #expect(error?.kind == .api(.notFound) && error?.hint?.contains("first balance") == true)
    }

    @Test("of a quote is changed by a merge patch, and is no effect")
    func quote() async throws {
        let bench = GateTestBench(.json(200, GateTestAnswers.quote), policy: ReadOnlyPolicy())
        _ = try await bench.client.updateQuote(SendingAnswers.quoteID, of: 7, with: QuoteUpdate(recipient: 8))
        let request = try #require(bench.transport.requests.first)
        #expect(request.headers["content-type"] == "application/merge-patch+json")
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"targetAccount":8}"#)
    }
}
