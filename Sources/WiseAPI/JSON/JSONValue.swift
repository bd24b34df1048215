public import Money

/// A JSON value whose numbers keep their text and whose objects keep their order (RFC 8259).
///
/// No number ever becomes a binary floating-point number: amounts go from the wire into ``Money/ExactDecimal``
/// and back through their digits.
public enum JSONValue: Sendable, Hashable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number, as it was written.
    case number(JSONNumber)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// An object.
    case object(JSONObject)

    /// A number from an integer.
    public static func integer(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

    /// A number from an exact decimal.
    public static func decimal(_ value: ExactDecimal) -> JSONValue { .number(JSONNumber(value)) }

    /// The object inside, or nil.
    public var objectValue: JSONObject? { if case .object(let object) = self { object } else { nil } }

    /// The list inside, or nil.
    public var arrayValue: [JSONValue]? { if case .array(let items) = self { items } else { nil } }

    /// The text inside, or nil.
    public var stringValue: String? { if case .string(let text) = self { text } else { nil } }

    /// The truth value inside, or nil.
    public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The number inside when it is whole and fits 64 bits, or nil.
    public var integerValue: Int? { if case .number(let number) = self { number.integer } else { nil } }

    /// The number inside when it fits, or nil.
    public var decimalValue: ExactDecimal? { if case .number(let number) = self { number.decimal } else { nil } }

    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The member of an object, or nil when this is no object or has no such member.
    public subscript(key: String) -> JSONValue? { objectValue?[key] }
}

/// A JSON number, kept as its text.
public struct JSONNumber: Sendable, Hashable, CustomStringConvertible {
    /// The digits as they stand on the wire.
    public let text: String

    /// The caller vouches that the text follows the grammar of RFC 8259 section 6.
    init(uncheckedText text: String) { self.text = text }

    /// A whole number.
    public init(_ integer: Int) { text = String(integer) }

    /// An exact decimal, with the decimal places that it carries.
    public init(_ decimal: ExactDecimal) { text = decimal.description }

    /// The value, or nil when it has more digits than an exact decimal holds.
    public var decimal: ExactDecimal? { try? ExactDecimal(parsing: text) }

    /// The value when it is whole and fits 64 bits, also when it is written `12.0`.
    public var integer: Int? { Int(text) ?? decimal?.integer }

    /// The text.
    public var description: String { text }
}

/// A JSON object: members in the order of the text, each name once.
public struct JSONObject: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// A name with its value.
    public struct Member: Sendable, Hashable {
        /// The name.
        public var key: String
        /// The value.
        public var value: JSONValue

        /// A member.
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The members in order.
    public private(set) var members: [Member] = []

    /// An empty object.
    public init() {}

    /// The members of a literal in its order; the caller names each once.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        members = elements.map { Member($0.0, $0.1) }
    }

    /// The caller vouches that each name stands once.
    init(uncheckedMembers members: [Member]) { self.members = members }

    /// The value of a member; setting replaces it where it stands or adds it at the end, nil removes it.
    public subscript(key: String) -> JSONValue? {
        get { members.first { $0.key == key }?.value }
        set {
            let index = members.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(key, value))
            case (nil, nil): break
            }
        }
    }
}
