/// Something that the API sends: typed fields over the JSON object that they were read from.
///
/// Both sides of the wire use it: a client reads one from an answer, a simulator makes one from its fields. Members that
/// this version does not know stay in ``raw`` and survive a round trip.
public protocol APIResource: Sendable, Hashable {
    /// The object as it stands on the wire, unknown members included.
    var raw: JSONObject { get }

    /// Reads the object.
    ///
    /// - Throws: ``UnexpectedAnswer`` when a needed member is missing or of another type.
    init(raw: JSONObject) throws(UnexpectedAnswer)
}

extension APIResource {
    /// Reads the resource from a JSON value.
    public init(json: JSONValue) throws(UnexpectedAnswer) {
        guard let object = json.objectValue else {
            throw UnexpectedAnswer(resource: "\(Self.self)", member: "", message: "an object should stand here")
        }
        try self.init(raw: object)
    }

    /// The resource as a JSON value.
    public var json: JSONValue { .object(raw) }

    /// Reads a list of the resource.
    public static func list(json: JSONValue) throws(UnexpectedAnswer) -> [Self] {
        guard let items = json.arrayValue else {
            throw UnexpectedAnswer(resource: "\(Self.self)", member: "", message: "a list should stand here")
        }
        var list: [Self] = []
        list.reserveCapacity(items.count)
        for item in items { list.append(try Self(json: item)) }
        return list
    }
}

/// An answer that is JSON but not what the operation sends.
public struct UnexpectedAnswer: Error, Sendable, Equatable, CustomStringConvertible {
    /// The resource that was being read.
    public let resource: String
    /// The member that did not fit, empty for the whole.
    public let member: String
    /// What is wrong with it.
    public let message: String

    /// One sentence.
    public var description: String {
        member.isEmpty ? "unexpected \(resource): \(message)" : "unexpected \(resource): \(member): \(message)"
    }
}

/// A word of the API from a list that may grow: values that this version does not know keep their text.
public protocol APIWord: RawRepresentable, Sendable, Hashable, CustomStringConvertible where RawValue == String {
    /// A word by its text on the wire.
    init(rawValue: String)
}

extension APIWord {
    /// The text on the wire.
    public var description: String { rawValue }
}
