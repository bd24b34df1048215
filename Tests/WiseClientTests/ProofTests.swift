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
        let raw = await #expect(throws: ClientError.self) {
            try await bench.client.request(.post, path: "/v2/profiles/7/pin", body: .object(["pin": .string(text)]))
        }
        #expect(create?.code == "pin_not_encrypted" && verify == create && raw == create && bench.log.all.isEmpty)
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
