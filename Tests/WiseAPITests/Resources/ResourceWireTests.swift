import Testing
import WiseAPI

@Suite("A resource on the wire")
struct ResourceWireTests {
    private static let truths: Set = [
        "visible", "disabled", "hasLimit", "supportsDecimals", "active", "eligible", "deprecated", "hidden", "supported",
        "required", "passed", "refreshRequirementsOnChange", "ownedByCustomer", "isInternal", "hasActiveIssues",
        "guaranteedTargetAmount", "guaranteedTargetAmountAllowed", "targetAmountAllowed",
    ]

    @Test("is written as it was read, byte for byte", arguments: ResourceSample.all)
    func reencoding(sample: ResourceSample) throws {
        #expect(try sample.reencode(try JSONValue(parsing: sample.text)).text == sample.text)
    }

    @Test("keeps members that this version does not know", arguments: ResourceSample.all)
    func unknownMembers(sample: ResourceSample) throws {
        var object = try #require(try JSONValue(parsing: sample.text).objectValue)
        object["addedLater"] = try JSONValue(parsing: #"{"deep":[1.50,null]}"#)
        #expect(try sample.reencode(.object(object)) == .object(object))
    }

    @Test("is refused with the name of the member when one is of another type", arguments: ResourceSample.all)
    func wrongType(sample: ResourceSample) throws {
        let json = try JSONValue(parsing: sample.text)
        for member in sample.required + sample.optional {
            // A truth value fits no member but those that are one.
            let isTruth = Self.truths.contains(member.lastName)
            let damaged = json.replacing(member, by: isTruth ? .string("true") : .bool(true))
            let error = #expect(throws: UnexpectedAnswer.self, "\(member)") { try sample.reencode(damaged) }
            if let error { #expect(error.description.contains(member.lastName), "\(error)") }
        }
    }

    @Test("is refused with the name of the member when a needed one is missing or null", arguments: ResourceSample.all)
    func missing(sample: ResourceSample) throws {
        let json = try JSONValue(parsing: sample.text)
        for member in sample.required {
            for replacement in [JSONValue?.none, .null] {
                let error = #expect(throws: UnexpectedAnswer.self, "\(member)") {
                    try sample.reencode(json.replacing(member, by: replacement))
                }
                if let error { #expect(error.description.contains(member.lastName), "\(error)") }
            }
        }
    }

    @Test("does without its optional members", arguments: ResourceSample.all)
    func optional(sample: ResourceSample) throws {
        let json = try JSONValue(parsing: sample.text)
        for member in sample.optional {
            for replacement in [JSONValue?.none, .null] {
                let shorter = json.replacing(member, by: replacement)
                #expect(try sample.reencode(shorter) == shorter, "\(member)")
            }
        }
    }

    @Test("is refused when it is no object", arguments: ["null", "[]", "\"x\"", "1", "true"])
    func noObject(text: String) throws {
        let json = try JSONValue(parsing: text)
        for sample in ResourceSample.all { #expect(throws: UnexpectedAnswer.self) { try sample.reencode(json) } }
        let error = #expect(throws: UnexpectedAnswer.self) { try Balance(json: json) }
        #expect(error?.description == "unexpected Balance: an object should stand here")
    }

    @Test("stands in lists")
    func lists() throws {
        let one = try JSONValue(parsing: ResourceSample.balance)
        #expect(try Balance.list(json: .array([one, one])).map(\.id) == [285_733, 285_733])
        #expect(try Balance.list(json: .array([])).isEmpty)
        #expect(throws: UnexpectedAnswer.self) { try Balance.list(json: one) }
        #expect(throws: UnexpectedAnswer.self) { try Balance.list(json: .array([one, .null])) }
    }
}

extension String {
    fileprivate var lastName: String {
        split(separator: ".").last { Int($0) == nil }.map { String($0) } ?? self
    }
}

extension JSONValue {
    /// The value with the member at a path such as `transactions.0.date` replaced, or removed for nil.
    fileprivate func replacing(_ path: String, by replacement: JSONValue?) -> JSONValue {
        replacing(path.split(separator: ".")[...], by: replacement) ?? .null
    }

    private func replacing(_ path: ArraySlice<Substring>, by replacement: JSONValue?) -> JSONValue? {
        guard let name = path.first else { return replacement }
        switch self {
        case .object(var object):
            object[String(name)] = object[String(name)].flatMap { $0.replacing(path.dropFirst(), by: replacement) }
            return .object(object)
        case .array(var items):
            guard let place = Int(name), items.indices.contains(place) else { return self }
            items[place] = items[place].replacing(path.dropFirst(), by: replacement) ?? .null
            return .array(items)
        default: return self
        }
    }
}
