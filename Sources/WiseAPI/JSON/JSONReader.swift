/// Why a text is not JSON that Florin reads.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong.
    public let message: String
    /// Where, in bytes from the start.
    public let offset: Int

    /// One sentence with the place.
    public var description: String { "\(message) at byte \(offset)" }
}

extension JSONValue {
    /// How deep lists and objects may nest: deeper than any answer of the API, shallow enough for any stack.
    public static let maximumDepth = 128

    /// Reads one JSON text; nothing but white space may follow it.
    ///
    /// - Throws: ``JSONError`` for anything that RFC 8259 does not allow, for text that is not UTF-8, for a member name
    ///   that stands twice in one object (two amounts under one name cannot both be meant), and beyond ``maximumDepth``.
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, JSONError> in
            var reader = JSONReader(bytes: buffer)
            do throws(JSONError) {
                let value = try reader.value(depth: 0)
                reader.skipBlanks()
                guard reader.isAtEnd else { throw reader.error("something follows the JSON text") }
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }

    /// Reads a JSON text.
    public init(parsing text: String) throws(JSONError) { try self.init(parsing: Array(text.utf8)) }
}

private struct JSONReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    func error(_ message: String) -> JSONError { JSONError(message: message, offset: position) }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        skipBlanks()
        guard let next else { throw error("the text ends where a value should stand") }
        switch next {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw error("no value starts like this")
        }
    }

    mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let length = word.utf8CodeUnitCount
        guard position + length <= bytes.count else { throw error("no value starts like this") }
        for index in 0..<length where bytes[position + index] != word.utf8Start[index] {
            throw error("no value starts like this")
        }
        position += length
        return value
    }

    func checkDepth(_ depth: Int) throws(JSONError) {
        guard depth < JSONValue.maximumDepth else { throw error("nested deeper than \(JSONValue.maximumDepth)") }
    }

    mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        try checkDepth(depth)
        position += 1
        var members: [JSONObject.Member] = []
        var names = Set<String>()
        skipBlanks()
        if next == UInt8(ascii: "}") {
            position += 1
            return JSONObject()
        }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw error("a member name should stand here") }
            let key = try string()
            // Few members are compared one by one, many through a set: both refuse a name that stands twice.
            if members.count < 16 {
                guard !members.contains(where: { $0.key == key }) else { throw error("the member '\(key)' stands twice") }
            } else {
                if names.isEmpty { names.formUnion(members.map(\.key)) }
                guard names.insert(key).inserted else { throw error("the member '\(key)' stands twice") }
            }
            skipBlanks()
            guard next == UInt8(ascii: ":") else { throw error("a colon should stand here") }
            position += 1
            members.append(JSONObject.Member(key, try value(depth: depth + 1)))
            skipBlanks()
            switch next {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "}"):
                position += 1
                return JSONObject(uncheckedMembers: members)
            default: throw error("a comma or the end of the object should stand here")
            }
        }
    }

    mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
        try checkDepth(depth)
        position += 1
        var items: [JSONValue] = []
        skipBlanks()
        if next == UInt8(ascii: "]") {
            position += 1
            return items
        }
        while true {
            items.append(try value(depth: depth + 1))
            skipBlanks()
            switch next {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "]"):
                position += 1
                return items
            default: throw error("a comma or the end of the list should stand here")
            }
        }
    }

    mutating func number() throws(JSONError) -> JSONNumber {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        if next == UInt8(ascii: "0") {
            position += 1
        } else {
            guard digits() else { throw error("a digit should stand here") }
        }
        if next == UInt8(ascii: ".") {
            position += 1
            guard digits() else { throw error("a digit should follow the decimal point") }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            guard digits() else { throw error("a digit should stand in the exponent") }
        }
        return JSONNumber(uncheckedText: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    @discardableResult
    mutating func digits() -> Bool {
        let start = position
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
        return position > start
    }

    mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard let text = String(validating: bytes[start..<position], as: UTF8.self) else {
                    throw error("the text is not UTF-8")
                }
                position += 1
                return text
            case UInt8(ascii: "\\"): return try escapedString(from: start)
            case 0..<0x20: throw error("a control character stands in a text")
            default: position += 1
            }
        }
        throw error("the text has no end")
    }

    mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var text = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else { throw error("the text is not UTF-8") }
                position += 1
                return string
            case UInt8(ascii: "\\"):
                position += 1
                try appendEscape(to: &text)
            case 0..<0x20: throw error("a control character stands in a text")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw error("the text has no end")
    }

    mutating func appendEscape(to text: inout [UInt8]) throws(JSONError) {
        guard let byte = next else { throw error("the text has no end") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var scalar = try codeUnit()
            if (0xD800..<0xDC00).contains(scalar) {
                guard next == UInt8(ascii: "\\") else { throw error("half of a surrogate pair stands alone") }
                position += 1
                guard next == UInt8(ascii: "u") else { throw error("half of a surrogate pair stands alone") }
                position += 1
                let low = try codeUnit()
                guard (0xDC00..<0xE000).contains(low) else { throw error("half of a surrogate pair stands alone") }
                scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let unicode = Unicode.Scalar(scalar) else { throw error("half of a surrogate pair stands alone") }
            text.append(contentsOf: UTF8.encode(unicode).map { Array($0) } ?? [])
        default: throw error("no such escape")
        }
    }

    mutating func codeUnit() throws(JSONError) -> UInt32 {
        guard position + 4 <= bytes.count else { throw error("four hexadecimal digits should stand here") }
        var value: UInt32 = 0
        for _ in 0..<4 {
            let digit: UInt32
            switch bytes[position] {
            case let byte where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"): digit = UInt32(byte - UInt8(ascii: "0"))
            case let byte where byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f"):
                digit = UInt32(byte - UInt8(ascii: "a")) + 10
            case let byte where byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "F"):
                digit = UInt32(byte - UInt8(ascii: "A")) + 10
            default: throw error("four hexadecimal digits should stand here")
            }
            value = value << 4 | digit
            position += 1
        }
        return value
    }
}
