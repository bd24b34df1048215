import Money
import Testing
import WiseAPI

@Suite("A recipient")
struct RecipientTests {
    @Test("is read in the form of the first version and in that of the second")
    func forms() throws {
        let first = try Recipient(json: try JSONValue(parsing: ResourceSample.firstRecipient))
        #expect(first.id == 701_058_303 && first.profile == 7 && first.creator == 31 && first.accountHolderName == "Anna Berg")
        #expect(first.currency == .gbp && first.country == "GB" && first.type == "sort_code" && first.legalType == "PRIVATE")
        #expect(first.active && first.ownedByCustomer == false && first.isInternal == nil && first.displayFields.isEmpty)
        #expect(first.details["sortCode"]?.stringValue == "040075")
        let second = try Recipient(json: try JSONValue(parsing: ResourceSample.recipient))
        #expect(second.id == 40_000_000 && second.profile == 7 && second.creator == 31 && second.accountHolderName == "Anna Berg")
        #expect(second.type == "SortCode" && second.legalType == "PERSON" && second.isInternal == false)
        #expect(second.accountSummary == "(04-00-75) 37778842" && second.longAccountSummary == "GBP account ending in 8842")
        #expect(second.displayFields.map(\.label) == ["UK sort code"] && second.displayFields.map(\.value) == ["04-00-75"])
    }

    @Test("stands on pages that say where the next one starts")
    func page() throws {
        let text = #"{"content":[],"seekPositionForNext":null,"seekPositionForCurrent":0,"sort":{"empty":true},"size":20}"#
        let page = try RecipientPage(json: try JSONValue(parsing: text))
        #expect(page.content.isEmpty && page.seekPositionForNext == nil && page.seekPositionForCurrent == 0 && page.size == 20)
    }
}

@Suite("A transfer")
struct TransferTests {
    @Test("is read with its amounts, its key and its quote")
    func standard() throws {
        let transfer = try Transfer(json: try JSONValue(parsing: ResourceSample.transfer))
        #expect(transfer.id == 2_148_014_122 && transfer.targetAccount == 701_058_303 && transfer.sourceAccount == nil)
        #expect(transfer.quote == "3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11" && transfer.status == .incomingPaymentWaiting)
        #expect(transfer.sourceAmount == Money(try ExactDecimal(parsing: "198.88"), .eur))
        #expect(transfer.targetAmount == Money(try ExactDecimal(parsing: "170.26"), .gbp))
        #expect(transfer.customerTransactionID == "f2f6bdc5-e8a3-4caa-84d2-a59f640f92eb" && transfer.business == 8)
        #expect(transfer.reference == "Invoice 7" && transfer.rate?.description == "0.85611" && !transfer.hasActiveIssues)
    }

    @Test(
        "is ordered at an instant of UTC, with and without a zone",
        arguments: ["2026-07-31 08:44:02", "2026-07-31T08:44:02Z", "2026-07-31T08:44:02.000Z", "2026-07-31T09:44:02+0100"])
    func created(text: String) throws {
        var object = try #require(try JSONValue(parsing: ResourceSample.transfer).objectValue)
        object["created"] = .string(text)
        let transfer = try Transfer(raw: object)
        #expect(transfer.created.description == "2026-07-31T08:44:02Z" && transfer.raw["created"] == .string(text))
    }

    @Test("of the older form has a number for its quote, that of a third party a UUID there")
    func quotes() throws {
        var object = try #require(try JSONValue(parsing: ResourceSample.olderTransfer).objectValue)
        let older = try Transfer(raw: object)
        #expect(older.quote == "113379" && older.customerTransactionID == nil)
        object["quote"] = .string("3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11")
        #expect(try Transfer(raw: object).quote == "3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11")
    }

    @Test("says its reference in either place, and keeps states that this version does not know")
    func words() throws {
        var object = try #require(try JSONValue(parsing: ResourceSample.transfer).objectValue)
        object["reference"] = nil
        object["status"] = .string("resting")
        let transfer = try Transfer(raw: object)
        #expect(transfer.reference == "Invoice 7" && transfer.status.rawValue == "resting" && transfer.raw == object)
    }

    @Test("arrives at a time that is written with an offset")
    func estimate() throws {
        let text = #"{"estimatedDeliveryDate":"2018-01-10T12:15:00.000+0000","formattedEstimatedDeliveryDate":"soon"}"#
        let estimate = try DeliveryEstimate(json: try JSONValue(parsing: text))
        #expect(estimate.time.description == "2018-01-10T12:15:00Z" && estimate.text == "soon")
    }
}

@Suite("A form of requirements")
struct RequirementFormTests {
    @Test("lists its inputs with their rules and choices")
    func reading() throws {
        let form = try RequirementForm(json: try JSONValue(parsing: ResourceSample.requirements))
        let input = try #require(form.inputs.first)
        #expect(form.type == "iban" && form.fields.map(\.name) == ["Recipient type"] && form.inputs.count == 1)
        #expect(input.key == "legalType" && input.type == "select" && input.required && input.refreshesForm)
        #expect(input.minLength == 2 && input.maxLength == 34 && input.pattern == "^[A-Z]+$")
        #expect(input.values.map(\.key) == ["PRIVATE", "BUSINESS"] && input.values.map(\.name) == ["Person", "Business"])
    }
}

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
