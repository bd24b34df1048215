import Money
import WiseAPI

/// The JSON object of a request's body; reads typed members and refuses what does not fit, naming the member.
struct RequestBody: Sendable {
    private let object: JSONObject
    private let prefix: String
    private let takesTexts: Bool

    private init(_ object: JSONObject, prefix: String, takesTexts: Bool) {
        self.object = object
        self.prefix = prefix
        self.takesTexts = takesTexts
    }

    /// - Parameter takesTexts: Numbers may be written as texts, as older operations let them.
    init(_ request: APIRequest, takesTexts: Bool = false) throws(Refusal) {
        guard !request.body.isEmpty else { throw .badRequest("Required request body is missing") }
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: request.body)
        } catch {
            throw .badRequest("JSON parse error: \(error)")
        }
        guard let object = json.objectValue else { throw .badRequest("JSON parse error: an object should stand here") }
        self.init(object, prefix: "", takesTexts: takesTexts)
    }

    /// The member unless it is absent or null: the bank takes both for the same.
    private func present(_ member: String) -> JSONValue? {
        guard let value = object[member], !value.isNull else { return nil }
        return value
    }

    private func optional<Value>(
        _ member: String, _ expected: String, _ read: (JSONValue) -> Value?
    ) throws(Refusal) -> Value? {
        guard let json = present(member) else { return nil }
        guard let value = read(json) else {
            throw .invalid("BAD_REQUEST", "'\(prefix + member)' should be \(expected)", path: prefix + member)
        }
        return value
    }

    private func required<Value>(_ member: String, _ value: Value?) throws(Refusal) -> Value {
        guard let value else { throw .missing(prefix + member) }
        return value
    }

    /// The names of all members, in order.
    var names: [String] { object.members.map(\.key) }

    /// The object as it was sent.
    var members: JSONObject { object }

    func has(_ member: String) -> Bool { present(member) != nil }

    /// Whether the member is there, be it null: for the few that null has a meaning of its own.
    func mentions(_ member: String) -> Bool { object[member] != nil }

    private func text(_ json: JSONValue) -> String? { takesTexts ? json.stringValue : nil }

    /// A text. The character NUL is in no name and no reference, and ends a text where it is stored.
    func optionalString(_ member: String) throws(Refusal) -> String? {
        try optional(member, "a text") { json in
            json.stringValue.flatMap { $0.utf8.contains(0) ? nil : $0 }
        }
    }
    func string(_ member: String) throws(Refusal) -> String { try required(member, optionalString(member)) }

    func optionalInteger(_ member: String) throws(Refusal) -> Int? {
        try optional(member, "a valid 'Long'") { json in json.integerValue ?? text(json).flatMap { Int($0) } }
    }
    func integer(_ member: String) throws(Refusal) -> Int { try required(member, optionalInteger(member)) }

    func optionalBool(_ member: String) throws(Refusal) -> Bool? { try optional(member, "true or false", \.boolValue) }

    /// A member that may be written as a text, a whole number or a truth value.
    func optionalWord(_ member: String) throws(Refusal) -> String? {
        try optional(member, "a text, a whole number, true or false") { json in
            json.stringValue ?? json.integerValue.map(String.init) ?? json.boolValue.map(String.init)
        }
    }

    func optionalDecimal(_ member: String) throws(Refusal) -> ExactDecimal? {
        try optional(member, "a number of at most 38 digits") { json in
            json.decimalValue ?? text(json).flatMap { try? ExactDecimal(parsing: $0) }
        }
    }
    func decimal(_ member: String) throws(Refusal) -> ExactDecimal { try required(member, optionalDecimal(member)) }

    func optionalObject(_ member: String) throws(Refusal) -> RequestBody? {
        guard let object = try optional(member, "an object", \.objectValue) else { return nil }
        return RequestBody(object, prefix: prefix + member + ".", takesTexts: takesTexts)
    }

    /// A currency by its ISO 4217 code.
    func currency(_ member: String) throws(Refusal) -> Currency {
        try Self.currency(code: try string(member), path: prefix + member)
    }

    /// Two currencies. A refusal has an item for each that does not fit, in this order (Wise API reference, quote errors).
    func currencies(_ first: String, _ second: String) throws(Refusal) -> (Currency, Currency) {
        do throws(Refusal) {
            return (try currency(first), try currency(second))
        } catch {
            throw .together([first, second].compactMap { refusal(ofCurrency: $0) }) ?? error
        }
    }

    private func refusal(ofCurrency member: String) -> Refusal? {
        do throws(Refusal) {
            _ = try currency(member)
            return nil
        } catch {
            return error
        }
    }

    static func currency(code: String, path: String) throws(Refusal) -> Currency {
        guard let currency = try? Currency(code: code) else {
            let message = "That wasn't a valid ISO-4217 currency code (like GBP, USD or EUR)."
            throw .invalid("CurrencyCode", message, path: path)
        }
        guard !currency.isWithdrawn else {
            throw .invalid("CurrencyDeprecated", "\(currency.name) is no longer money.", path: path)
        }
        return currency
    }

    /// A positive amount that the bank can move in this currency.
    func amount(_ member: String, in currency: Currency) throws(Refusal) -> Money? {
        guard let value = try optionalDecimal(member) else { return nil }
        return try Self.sendable(value, currency, path: prefix + member)
    }

    /// A positive amount with its currency, `{"value": 12.30, "currency": "EUR"}`.
    func optionalMoney(_ member: String) throws(Refusal) -> Money? {
        guard let inner = try optionalObject(member) else { return nil }
        let currency = try inner.currency("currency")
        return try Self.sendable(try inner.decimal("value"), currency, path: prefix + member + ".value")
    }

    func money(_ member: String) throws(Refusal) -> Money { try required(member, optionalMoney(member)) }

    private static func sendable(_ value: ExactDecimal, _ currency: Currency, path: String) throws(Refusal) -> Money {
        guard value.isPositive else {
            throw .invalid("error.greaterThanZero", "Please type in a number that's larger than 0.", path: path)
        }
        guard value.normalized.scale <= currency.providerDigits else {
            let digits = currency.providerDigits
            let message = digits == 0 ? "no decimal places" : "at most \(digits) decimal places"
            throw .invalid("NOT_VALID", "An amount in \(currency.code) has \(message).", path: path)
        }
        guard value <= greatestAmount else { throw .invalid("NOT_VALID", "That amount is too large.", path: path) }
        return Money(value.atScale(currency.providerDigits), currency)
    }

    /// Far above any amount that a bank moves, and far below what an exact decimal holds: no sum or product overflows.
    static let greatestAmount = ExactDecimal(1_000_000_000_000_000)
}
