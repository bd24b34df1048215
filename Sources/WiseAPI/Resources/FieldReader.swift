import Money

/// Reads typed members of one JSON object and names the member in its errors.
struct FieldReader {
    let object: JSONObject
    let resource: String

    init(_ object: JSONObject, of resource: String) {
        self.object = object
        self.resource = resource
    }

    func failure(_ member: String, _ message: String) -> UnexpectedAnswer {
        UnexpectedAnswer(resource: resource, member: member, message: message)
    }

    /// The member unless it is absent or null.
    func present(_ member: String) -> JSONValue? {
        guard let value = object[member], value != .null else { return nil }
        return value
    }

    func optional<Value>(
        _ member: String, _ expected: String, _ read: (JSONValue) -> Value?
    ) throws(UnexpectedAnswer) -> Value? {
        guard let json = present(member) else { return nil }
        guard let value = read(json) else { throw failure(member, "\(expected) should stand here") }
        return value
    }

    func required<Value>(_ member: String, _ value: Value?) throws(UnexpectedAnswer) -> Value {
        guard let value else { throw failure(member, "is missing") }
        return value
    }

    func optionalString(_ member: String) throws(UnexpectedAnswer) -> String? { try optional(member, "a text", \.stringValue) }
    func string(_ member: String) throws(UnexpectedAnswer) -> String { try required(member, optionalString(member)) }

    func optionalInteger(_ member: String) throws(UnexpectedAnswer) -> Int? {
        try optional(member, "a whole number", \.integerValue)
    }
    func integer(_ member: String) throws(UnexpectedAnswer) -> Int { try required(member, optionalInteger(member)) }

    func optionalBool(_ member: String) throws(UnexpectedAnswer) -> Bool? { try optional(member, "true or false", \.boolValue) }
    func bool(_ member: String) throws(UnexpectedAnswer) -> Bool { try required(member, optionalBool(member)) }

    func optionalDecimal(_ member: String) throws(UnexpectedAnswer) -> ExactDecimal? {
        try optional(member, "a number of at most 38 digits", \.decimalValue)
    }
    func decimal(_ member: String) throws(UnexpectedAnswer) -> ExactDecimal { try required(member, optionalDecimal(member)) }

    func optionalTimestamp(_ member: String) throws(UnexpectedAnswer) -> Timestamp? {
        try optional(member, "an instant") { $0.stringValue.flatMap { Timestamp($0) } }
    }
    func timestamp(_ member: String) throws(UnexpectedAnswer) -> Timestamp { try required(member, optionalTimestamp(member)) }

    func array(_ member: String) throws(UnexpectedAnswer) -> [JSONValue] {
        try optional(member, "a list", \.arrayValue) ?? []
    }

    /// A word of a list that may grow.
    func optionalWord<Word: APIWord>(_ member: String) throws(UnexpectedAnswer) -> Word? {
        try optionalString(member).map { Word(rawValue: $0) }
    }
    func word<Word: APIWord>(_ member: String) throws(UnexpectedAnswer) -> Word { try required(member, optionalWord(member)) }

    /// An identifier that some services write as a text and some as a number.
    func optionalIdentifier(_ member: String) throws(UnexpectedAnswer) -> String? {
        try optional(member, "a text or a whole number") { $0.stringValue ?? $0.integerValue.map { String($0) } }
    }
    func identifier(_ member: String) throws(UnexpectedAnswer) -> String { try required(member, optionalIdentifier(member)) }

    /// A number that the two forms of a resource call differently.
    func optionalInteger(_ member: String, or other: String) throws(UnexpectedAnswer) -> Int? {
        try optionalInteger(present(member) == nil ? other : member)
    }

    /// The texts of a list, none when it is absent or null.
    func texts(_ member: String) throws(UnexpectedAnswer) -> [String] {
        var texts: [String] = []
        for item in try array(member) {
            guard let text = item.stringValue else { throw failure(member, "a list of texts should stand here") }
            texts.append(text)
        }
        return texts
    }

    /// The members of an object inside, none when it is absent or null.
    func object(_ member: String) throws(UnexpectedAnswer) -> FieldReader {
        FieldReader(try members(member), of: "\(resource).\(member)")
    }

    /// The resources of a list inside, none when it is absent or null.
    func list<Resource: APIResource>(_ member: String) throws(UnexpectedAnswer) -> [Resource] {
        var list: [Resource] = []
        for item in try array(member) {
            guard let object = item.objectValue else { throw failure(member, "a list of objects should stand here") }
            list.append(try Resource(raw: object))
        }
        return list
    }

    func currency(_ member: String) throws(UnexpectedAnswer) -> Currency {
        let code = try string(member)
        do {
            return try Currency(code: code)
        } catch {
            throw failure(member, "\(error)")
        }
    }

    /// An object inside as it stands, empty when it is absent or null.
    func members(_ member: String) throws(UnexpectedAnswer) -> JSONObject {
        try optional(member, "an object", \.objectValue) ?? [:]
    }

    /// A resource inside, nil when it is absent or null.
    func optionalResource<Resource: APIResource>(_ member: String) throws(UnexpectedAnswer) -> Resource? {
        guard let object = try optional(member, "an object", \.objectValue) else { return nil }
        return try Resource(raw: object)
    }

    /// A number beside a currency that stands in another member.
    func optionalMoney(_ member: String, in currency: Currency) throws(UnexpectedAnswer) -> Money? {
        try optionalDecimal(member).map { Money($0, currency) }
    }

    /// A money object `{value, currency}`; deposit limits call the value `amount`.
    func optionalMoney(_ member: String, value: String = "value") throws(UnexpectedAnswer) -> Money? {
        guard let json = present(member) else { return nil }
        return try money(json, member, value: value)
    }

    func money(_ member: String, value: String = "value") throws(UnexpectedAnswer) -> Money {
        try required(member, optionalMoney(member, value: value))
    }

    func moneyList(_ member: String) throws(UnexpectedAnswer) -> [Money] {
        var list: [Money] = []
        for item in try array(member) { list.append(try money(item, member, value: "value")) }
        return list
    }

    private func money(_ json: JSONValue, _ member: String, value: String) throws(UnexpectedAnswer) -> Money {
        guard let object = json.objectValue else { throw failure(member, "an amount with its currency should stand here") }
        let reader = FieldReader(object, of: "\(resource).\(member)")
        return Money(try reader.decimal(value), try reader.currency("currency"))
    }
}

extension JSONValue {
    /// An amount as the API writes it: `{"value": 12.30, "currency": "EUR"}`.
    static func money(_ money: Money, value: String = "value") -> JSONValue {
        .object([value: .decimal(money.amount), "currency": .string(money.currency.code)])
    }

    static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
