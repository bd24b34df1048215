import Testing
import WiseAPI

@Suite("A refusal of the API")
struct APIErrorTests {
    /// A body in one of the shapes of the API's services, and the reasons that it gives.
    struct Shape: Sendable, CustomTestStringConvertible {
        let name: String
        let status: Int
        let body: String
        let kind: APIError.Kind
        let items: [APIError.Item]

        init(_ name: String, _ status: Int, _ body: String, _ kind: APIError.Kind, _ items: (String, String, String?)...) {
            (self.name, self.status, self.body, self.kind) = (name, status, body, kind)
            self.items = items.map { APIError.Item(code: $0.0, message: $0.1, path: $0.2) }
        }

        var testDescription: String { name }
    }

    static let shapes = [
        Shape(
            "a list of reasons", 422,
            #"{"errors":[{"code":"balance.insufficient-funds","message":"Not enough","path":"amount","arguments":["12.30"]}]}"#,
            .refused, ("balance.insufficient-funds", "Not enough", "amount")),
        Shape(
            "a list of two reasons with a time, one without a path and with null arguments", 400,
            #"{"timestamp":"2026-08-01T10:00:00Z","errors":[{"code":"CurrencyCode","message":"No such","path":"targetCurrency"},"#
                + #"{"code":"NotNull","message":"Missing","arguments":null}]}"#,
            .invalidRequest, ("CurrencyCode", "No such", "targetCurrency"), ("NotNull", "Missing", nil)),
        Shape(
            "the pair of OAuth", 401, #"{"error_description":"Invalid token","error":"invalid_token"}"#, .unauthorized,
            ("invalid_token", "Invalid token", nil)),
        Shape(
            "the pair of OAuth whose description is the token", 401,
            #"{"error":"invalid_token","error_description":"6D2FCB3A-7c4d-4a3f-9f5f-0f2b6a1c9e77"}"#, .unauthorized,
            ("invalid_token", "the token is not valid", nil)),
        Shape(
            "the framework's own", 500,
            #"{"timestamp":"2026-08-01T10:00:00.000+0000","status":500,"error":"Internal Server Error","message":"Broken","path":"/v1/rates"}"#,
            .server, ("Internal Server Error", "Broken", nil)),
        Shape(
            "the framework's own for a foreign profile, without a path", 403,
            #"{"timestamp":"2026-08-01T10:00:00Z","status":403,"error":"unauthorized","message":"Unauthorized","path":null}"#,
            .forbidden, ("unauthorized", "Unauthorized", nil)),
        Shape(
            "a code with a message and a time", 403,
            #"{"code":"access.denied","message":"No message","timestamp":"2026-03-10T10:00:00Z"}"#, .forbidden,
            ("access.denied", "No message", nil)),
        Shape(
            "a code with a message", 400, #"{"code":"not.valid","message":"No details"}"#, .invalidRequest,
            ("not.valid", "No details", nil)),
        Shape(
            "problem details", 404,
            #"{"type":"/errors/types/access","title":"Not found","status":404,"instance":"/x","detail":"No breach 7","code":"not_found"}"#,
            .notFound, ("not_found", "No breach 7", nil)),
        Shape(
            "problem details with a list", 400,
            #"{"type":"/errors/types/validation","title":"Invalid","status":400,"errors":"#
                + #"[{"detail":"must be OPEN or CLOSED","code":"invalid_value","ref":"state"}]}"#,
            .invalidRequest, ("invalid_value", "must be OPEN or CLOSED", "state")),
        Shape(
            "problem details with nothing but a title", 403, #"{"type":"/errors/types/access","title":"Forbidden","status":403}"#,
            .forbidden, ("Forbidden", "Forbidden", nil)),
        Shape(
            "a category with a description", 400,
            #"{"code":"kyc.invalid","category":"CLIENT","description":"No such review","details":null}"#, .invalidRequest,
            ("kyc.invalid", "No such review", nil)),
        Shape(
            "a payment's", 422,
            #"{"type":"BALANCE","status":"REJECTED","errorCode":"balance.payment-option-unavailable","errorMessage":null}"#,
            .refused, ("balance.payment-option-unavailable", "balance.payment-option-unavailable", nil)),
        Shape(
            "a payment's with a message", 422,
            #"{"type":"BALANCE","status":"REJECTED","errorCode":"payment.exists","errorMessage":"Paid already"}"#, .refused,
            ("payment.exists", "Paid already", nil)),
        Shape("a plain code", 409, "payment.exists", .conflict, ("payment.exists", "payment.exists", nil)),
        Shape(
            "a plain code with a line end", 404, "transfer.not-found\n", .notFound,
            ("transfer.not-found", "transfer.not-found", nil)),
        Shape("a plain code in quotes", 409, "\"payment.exists\"", .conflict, ("payment.exists", "payment.exists", nil)),
        Shape("nothing", 403, "", .forbidden),
        Shape("blanks", 502, " \r\n", .server),
        Shape("somebody's page", 502, "<html><body>Bad Gateway</body></html>", .server),
        Shape("an empty object", 400, "{}", .invalidRequest),
        Shape("an object of something else", 429, #"{"limit":5}"#, .rateLimited),
        Shape("a list", 400, "[]", .invalidRequest),
        Shape("an empty list of reasons", 400, #"{"errors":[]}"#, .invalidRequest),
        Shape(
            "reasons of other types", 400, #"{"errors":[null,{"code":7,"message":[]}]}"#, .invalidRequest,
            ("unknown", "no message", nil), ("unknown", "no message", nil)),
    ]

    @Test("is read in every shape in which the API's services refuse", arguments: shapes)
    func reading(shape: Shape) {
        let error = APIError(APIResponse(status: shape.status, body: Array(shape.body.utf8)))
        #expect(error.kind == shape.kind && error.items == shape.items && error.status == shape.status)
        #expect(error.code == shape.items.first?.code)
    }

    @Test(
        "is a demand for strong customer authentication by its headers, whatever the body",
        arguments: ["", #"{"status":403,"error":"Forbidden","message":"You may not"}"#])
    func challenge(body: String) {
        let headers: HeaderFields = ["X-2FA-Approval": "8f3c0a52-token", "x-2fa-approval-result": "rejected"]
        let error = APIError(APIResponse(status: 403, headers: headers, body: Array(body.utf8)))
        #expect(error.kind == .authenticationRequired && error.challenge == "8f3c0a52-token")
        let approved = APIError(
            APIResponse(
                status: 403, headers: ["x-2fa-approval": "t", "x-2fa-approval-result": "APPROVED"], body: Array(body.utf8)))
        #expect(approved.kind == .forbidden)
    }

    @Test("has a message also when the body says nothing")
    func message() {
        #expect(APIError(APIResponse(status: 403)).message == "the bank answered 403 without a reason")
        let two = APIError(
            kind: .invalidRequest, status: 400,
            items: [.init(code: "a", message: "No such", path: "x"), .init(code: "b", message: "Missing", path: nil)])
        #expect(two.message == "No such (x); Missing" && two.code == "a")
    }

    static let kinds: [(ClosedRange<Int>, APIError.Kind)] = [
        (400...400, .invalidRequest), (401...401, .unauthorized), (403...403, .forbidden), (404...404, .notFound),
        (405...405, .invalidRequest), (408...408, .server), (409...409, .conflict), (413...413, .invalidRequest),
        (415...415, .invalidRequest), (418...418, .unexpectedAnswer), (422...422, .refused), (425...425, .server),
        (429...429, .rateLimited),
        (500...504, .server), (599...599, .server), (100...103, .unexpectedAnswer), (300...308, .unexpectedAnswer),
    ]

    @Test("is of the kind that its status says", arguments: kinds)
    func statuses(statuses: ClosedRange<Int>, kind: APIError.Kind) {
        for status in statuses { #expect(APIError(APIResponse(status: status)).kind == kind, "\(status)") }
    }

    @Test("is no conflict while the same request is being carried out")
    func inProgress() {
        let body = #"{"errors":[{"code":"CONFLICT","message":"Request already in progress"}]}"#
        #expect(APIError(APIResponse(status: 409, body: Array(body.utf8))).kind == .inProgress)
        #expect(APIError(APIResponse(status: 422, body: Array(body.utf8))).kind == .refused)
    }

    @Test("carries what the header says for the bank's support and for the next try")
    func headers() {
        let headers: HeaderFields = [
            "x-trace-id": "fba501b6d453b96789f52338f019341f", "Retry-After": "5", "X-Rate-Limited-By": "wise-public-api",
        ]
        let error = APIError(APIResponse(status: 429, headers: headers))
        #expect(error.traceID == "fba501b6d453b96789f52338f019341f" && error.retryAfter == 5)
        #expect(error.limitedBy == "wise-public-api" && error.challenge == nil)
        for value in ["", "soon", "1.5", "Wed, 21 Oct 2026 07:28:00 GMT", "99999999999999999999"] {
            #expect(APIError(APIResponse(status: 429, headers: ["retry-after": value])).retryAfter == nil)
        }
    }

    @Test("of a page of text is not shown as a code")
    func longText() {
        let page = APIResponse(status: 500, body: Array(String(repeating: "a", count: 201).utf8))
        #expect(APIError(page).items.isEmpty)
        #expect(APIError(APIResponse(status: 500, body: [0xFF, 0x41])).items.isEmpty)
    }
}
