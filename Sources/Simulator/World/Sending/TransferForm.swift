import Money
import WiseAPI

/// What the bank wants to know about a transfer beside its recipient and quote (Wise API reference, 9.3). Nothing of it is
/// needed here; lengths and lists are invented.
enum TransferForm {
    private static let purposes = [
        ("verification.transfers.purpose.pay.bills", "Rent or other property expenses"),
        ("verification.transfers.purpose.pay.suppliers", "Goods or services"),
        ("verification.transfers.purpose.other", "Something else"),
    ]
    private static let sources = [
        ("verification.source.of.funds.business", "Business income"), ("verification.source.of.funds.salary", "Salary"),
        ("verification.source.of.funds.other", "Something else"),
    ]
    /// The texts that a transfer keeps.
    private static let members = [
        "reference", "transferPurpose", "transferPurposeSubTransferPurpose", "transferPurposeInvoiceNumber", "sourceOfFunds",
        "sourceOfFundsOther", "transferNature",
    ]
    private static let longestText = 255

    /// How long a reference may be: local payments carry less than those by IBAN and SWIFT.
    private static func longestReference(_ recipient: RecipientRecord) -> Int {
        switch recipient.type {
        case "sort_code": 18
        case "aba": 10
        default: 140
        }
    }

    /// The details of an order, the reference always among them.
    static func details(of body: RequestBody, to recipient: RecipientRecord) throws(Refusal) -> JSONObject {
        guard let given = try body.optionalObject("details") else { return ["reference": .string("")] }
        var details: JSONObject = [:]
        for member in members {
            guard let text = try given.optionalString(member) else { continue }
            let longest = member == "reference" ? longestReference(recipient) : longestText
            guard text.count <= longest else {
                throw .invalid("Size", "size must be between 0 and \(longest)", path: "details.\(member)")
            }
            details[member] = .string(text)
        }
        if details["reference"] == nil { details["reference"] = .string("") }
        return details
    }

    static func json(for recipient: RecipientRecord) -> JSONValue {
        let longest = longestReference(recipient)
        let fields = [
            field("reference", "Transfer reference", longest: longest), field("transferPurpose", "Transfer purpose", purposes),
            field("sourceOfFunds", "Source of funds", sources),
        ]
        return .array([.object(["type": .string("transfer"), "fields": .array(fields)])])
    }

    private static func field(
        _ key: String, _ name: String, _ choices: [(String, String)] = [], longest: Int? = nil
    ) -> JSONValue {
        let allowed = choices.map { JSONValue.object(["key": .string($0.0), "name": .string($0.1)]) }
        let group: JSONObject = [
            "key": .string(key), "name": .string(name), "type": .string(choices.isEmpty ? "text" : "select"),
            "refreshRequirementsOnChange": .bool(false), "required": .bool(false), "displayFormat": .null, "example": .null,
            "minLength": .null, "maxLength": longest.map { .integer($0) } ?? .null, "validationRegexp": .null,
            "validationAsync": .null, "valuesAllowed": allowed.isEmpty ? .null : .array(allowed),
        ]
        return .object(["name": .string(name), "group": .array([.object(group)])])
    }
}

extension World {
    /// `POST /v1/transfer-requirements`: what an order of this body would have to say.
    func transferRequirements(_ request: APIRequest) throws(Refusal) -> Answer {
        let body = try RequestBody(request)
        let target = try body.integer("targetAccount")
        let quote = try orderableQuote(try body.string("quoteUuid"))
        let recipient = try recipient(target, for: quote)
        if let key = try body.optionalString("customerTransactionId"), !UUIDText.isValid(key) {
            let message = "'customerTransactionId' should be a valid 'UUID'"
            throw .invalid("NOT_VALID", message, path: "customerTransactionId")
        }
        if let type = try body.optionalString("originatorLegalEntityType"), !["PRIVATE", "BUSINESS"].contains(type) {
            throw .invalid("BAD_REQUEST", "Unknown type '\(type)'", path: "originatorLegalEntityType")
        }
        _ = try TransferForm.details(of: body, to: recipient)
        return Answer(TransferForm.json(for: recipient))
    }

    /// `GET /v1/delivery-estimates/{id}`: noon of the next working day after the order. The words are in UTC whatever zone is
    /// asked for: the world knows no others. Invented.
    func deliveryEstimate(_ text: String, _ request: APIRequest) throws(Refusal) -> Answer {
        let transfer = try transfer(text)
        var day = transfer.createdAt.date.daysSince1970 + 1
        // 1970-01-01 was a Thursday: 2 and 3 days later the weekend begins.
        while [2, 3].contains((day % 7 + 7) % 7) { day += 1 }
        let time = Timestamp(CivilDate(daysSince1970: day), hour: 12)
        return Answer(
            .object([
                "estimatedDeliveryDate": .string(String(time.text(.milliseconds).dropLast()) + "+0000"),
                "formattedEstimatedDeliveryDate": .string("by \(time.date) 12:00 UTC"),
            ]))
    }
}
