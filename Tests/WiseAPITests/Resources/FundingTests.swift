import Testing
import WiseAPI

@Suite("The answer to a payment")
struct FundingTests {
    /// What the bank says, and whether it is a refusal, of which kind and with which code.
    static let answers: [(status: Int, body: String, kind: APIError.Kind?, code: String?)] = [
        (200, #"{"type":"BALANCE","status":"COMPLETED","errorCode":null}"#, nil, nil),
        (201, #"{"type":"BALANCE","status":"COMPLETED","balanceTransactionId":6492246}"#, nil, nil),
        (201, #"{"type":"BALANCE","status":"CREATED"}"#, nil, nil), (201, "", nil, nil), (201, "COMPLETED", nil, nil),
        (
            200, #"{"type":"BALANCE","status":"REJECTED","errorCode":"transfer.insufficient_funds"}"#, .refused,
            "transfer.insufficient_funds"
        ),
        (
            201, #"{"type":"BALANCE","status":"REJECTED","errorCode":"balance.insufficient-funds"}"#, .refused,
            "balance.insufficient-funds"
        ),
        (201, #"{"status":"REJECTED","errorCode":null}"#, .refused, "REJECTED"),
        (
            422, #"{"status":"REJECTED","errorCode":"balance.payment-option-unavailable"}"#, .refused,
            "balance.payment-option-unavailable"
        ),
        (409, "payment.exists", .conflict, "payment.exists"),
        (409, #"{"type":"BALANCE","status":"REJECTED","errorCode":"payment.exists"}"#, .conflict, "payment.exists"),
        (400, "invalid.request", .invalidRequest, "invalid.request"),
        (400, #"{"status":"REJECTED","errorCode":"invalid.request"}"#, .invalidRequest, "invalid.request"),
        (404, "transfer.not-found", .notFound, "transfer.not-found"),
        (500, "unexpected.error", .server, "unexpected.error"),
    ]

    @Test("is a refusal when it is rejected, whatever its status", arguments: answers)
    func refusing(row: (status: Int, body: String, kind: APIError.Kind?, code: String?)) {
        let response = APIResponse(status: row.status, headers: ["x-trace-id": "abc"], body: Array(row.body.utf8))
        let refusal = APIError(refusing: .fundTransfer, response)
        #expect(refusal?.kind == row.kind && refusal?.code == row.code)
        if let refusal { #expect(refusal.status == row.status && refusal.traceID == "abc") }
    }

    @Test("alone is read like that: elsewhere the status decides")
    func elsewhere() {
        let response = APIResponse(status: 200, body: Array(#"{"status":"REJECTED"}"#.utf8))
        #expect(APIError(refusing: .getTransfer, response) == nil)
        #expect(APIError(refusing: .getTransfer, APIResponse(status: 404))?.kind == .notFound)
    }
}
