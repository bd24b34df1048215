import Money
import Testing
import WiseAPI
import WiseClient

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
