import Testing
import WiseAPI

@Suite("Writing JSON")
struct JSONWriterTests {
    static let texts = [
        #"{"a":[1,-2.50,1e5,true,false,null,"x"],"b":{},"c":[]}"#, #"["é€😀","\"\\\n\r\t","\u0000\u0008\u000c\u001f",""]"#,
        #""/""#,
        "\"\u{7F}\u{2028}\"", #"{"":{"":[[[]]]}}"#,
    ]

    @Test("gives back the shortest text byte for byte", arguments: texts)
    func shortest(text: String) throws {
        #expect(try JSONValue(parsing: text).bytes == Array(text.utf8))
    }

    @Test("escapes quotes, backslashes and control characters, nothing else")
    func escapes() throws {
        for scalar in (0...0x2FF).compactMap({ Unicode.Scalar($0) }) {
            let value = JSONValue.string("<\(scalar)>")
            #expect(try JSONValue(parsing: value.bytes) == value)
            let isEscaped = value.text.contains("\\")
            #expect(
                isEscaped == (scalar.value < 0x20 || scalar == "\"" || scalar == "\\"), "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test("indents for people without a change of meaning")
    func indented() throws {
        let value = try JSONValue(parsing: #"{"a":[1,{"b":"c,d"}],"e":{},"f":[]}"#)
        let expected = """
            {
              "a": [
                1,
                {
                  "b": "c,d"
                }
              ],
              "e": {},
              "f": []
            }
            """
        #expect(value.indentedText == expected)
        #expect(try JSONValue(parsing: value.indentedText) == value)
    }

    @Test("reads back whatever it wrote", arguments: 0..<100)
    func roundTrip(seed: UInt64) throws {
        var random = RandomSource(seed: seed)
        let value = Self.value(depth: 0, using: &random)
        #expect(try JSONValue(parsing: value.bytes) == value)
        #expect(try JSONValue(parsing: value.indentedText) == value)
    }

    private static func value(depth: Int, using random: inout RandomSource) -> JSONValue {
        switch Int.random(in: 0...(depth < 5 ? 7 : 4), using: &random) {
        case 0: return .null
        case 1: return .bool(.random(using: &random))
        case 2: return .integer(.random(in: .min ... .max, using: &random))
        case 3, 4: return .string(text(using: &random))
        case 5: return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth + 1, using: &random) })
        default:
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                object[text(using: &random)] = value(depth: depth + 1, using: &random)
            }
            return .object(object)
        }
    }

    private static func text(using random: inout RandomSource) -> String {
        String(decoding: random.bytes(upTo: 12), as: UTF8.self)
    }
}

@Suite("A JSON object")
struct JSONObjectTests {
    @Test("replaces a member where it stands, adds at the end and removes")
    func changing() {
        var object: JSONObject = ["a": 1.json, "b": 2.json, "c": 3.json]
        object["b"] = .null
        object["d"] = .bool(true)
        object["a"] = nil
        object["missing"] = nil
        #expect(JSONValue.object(object).text == #"{"b":null,"c":3,"d":true}"#)
        #expect(object["a"] == nil && object["b"] == .null)
    }

    @Test("gives only what is of the kind that is asked for")
    func kinds() {
        let value: JSONValue = .object(["a": .string("x")])
        #expect(value["a"]?.stringValue == "x" && value["b"] == nil && value["a"]?["b"] == nil)
        #expect(value.arrayValue == nil && value.stringValue == nil && value.boolValue == nil && value.integerValue == nil)
        #expect(JSONValue.null.isNull && !value.isNull && JSONValue.null.objectValue == nil)
    }
}

extension Int {
    fileprivate var json: JSONValue { .integer(self) }
}
