import Money
import Testing
import WiseAPI
import WiseClient

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
