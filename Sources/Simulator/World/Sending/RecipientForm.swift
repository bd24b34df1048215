import Money
import WiseAPI

/// What a recipient of a type needs, as the bank describes it for whoever draws a form (Wise API reference, 9.1).
///
/// Types and fields are those that the documents show for euro, pounds and dollars; for other currencies the form is that of
/// a payment by SWIFT.
struct RecipientForm {
    struct Field {
        /// The member of the recipient's details; a dot leads into an object.
        let key: String
        let name: String
        var choices: [(key: String, name: String)] = []
        var example = ""
        var lengths: ClosedRange<Int>?
        var pattern: String?

        var json: JSONValue {
            let allowed = choices.map { JSONValue.object(["key": .string($0.key), "name": .string($0.name)]) }
            let group: JSONObject = [
                "key": .string(key), "name": .string(name), "type": .string(choices.isEmpty ? "text" : "select"),
                "refreshRequirementsOnChange": .bool(false), "required": .bool(true), "displayFormat": .null,
                "example": .string(example), "minLength": lengths.map { .integer($0.lowerBound) } ?? .null,
                "maxLength": lengths.map { .integer($0.upperBound) } ?? .null, "validationRegexp": .text(pattern),
                "validationAsync": .null, "valuesAllowed": allowed.isEmpty ? .null : .array(allowed),
            ]
            return .object(["name": .string(name), "group": .array([.object(group)])])
        }
    }

    let type: String
    let title: String
    /// What the bank adds in words, where there is something to say.
    var usage: String?
    let fields: [Field]

    var json: JSONValue {
        .object([
            "type": .string(type), "title": .string(title), "usageInfo": .text(usage),
            "fields": .array(([Self.legalType] + fields).map(\.json)),
        ])
    }

    /// The forms for a currency, the usual one first. An address for mail is enough for anybody: the bank asks there.
    static func all(for currency: Currency) -> [RecipientForm] {
        switch currency.code {
        case "EUR": [iban, email]
        case "GBP": [sortCode, iban, email]
        case "USD": [routingNumber, swift, email]
        default: [swift, email]
        }
    }

    /// The form of a type, whatever the currency.
    static func named(_ type: String) -> RecipientForm? {
        [iban, sortCode, routingNumber, swift, email].first { $0.type == type }
    }

    private static let legalType = Field(
        key: "legalType", name: "Recipient type", choices: [("PRIVATE", "Person"), ("BUSINESS", "Business")])
    private static let iban = RecipientForm(
        type: "iban", title: "IBAN",
        fields: [
            Field(
                key: "IBAN", name: "IBAN", example: "DE12345678901234567890", lengths: 14...42,
                pattern: "^[A-Z]{2}[0-9]{2}[A-Z0-9 ]{10,38}$")
        ])
    private static let sortCode = RecipientForm(
        type: "sort_code", title: "Local bank account",
        fields: [
            Field(key: "sortCode", name: "UK sort code", example: "40-30-20", lengths: 6...8, pattern: "^[0-9-]{6,8}$"),
            Field(key: "accountNumber", name: "Account number", example: "12345678", lengths: 8...8, pattern: "^[0-9]{8}$"),
        ])
    private static let routingNumber = RecipientForm(
        type: "aba", title: "ACH",
        fields: [
            Field(key: "abartn", name: "ACH routing number", example: "111000025", lengths: 9...9, pattern: "^[0-9]{9}$"),
            Field(key: "accountNumber", name: "Account number", example: "12345678", lengths: 4...17, pattern: "^[0-9]{4,17}$"),
            Field(
                key: "accountType", name: "Account type", choices: [("CHECKING", "Checking"), ("SAVINGS", "Savings")]),
            Field(key: "address.country", name: "Country", example: "US", lengths: 2...2),
            Field(key: "address.city", name: "City", lengths: 1...255),
            Field(key: "address.firstLine", name: "Recipient address", lengths: 1...255),
            Field(key: "address.postCode", name: "Post code", lengths: 1...32),
        ])
    private static let email = RecipientForm(
        type: "email", title: "Email", usage: "The recipient is asked for the account by mail.",
        fields: [
            Field(
                key: "email", name: "Email", example: "example@example.com", lengths: 3...255,
                pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$")
        ])
    private static let swift = RecipientForm(
        type: "swift_code", title: "SWIFT",
        fields: [
            Field(key: "swiftCode", name: "SWIFT / BIC code", example: "BUKBGB22", lengths: 8...11, pattern: "^[A-Z0-9]{8,11}$"),
            Field(key: "accountNumber", name: "IBAN / account number", example: "01234567890", lengths: 4...34),
        ])
}
