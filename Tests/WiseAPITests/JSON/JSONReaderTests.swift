import Money
import Testing
import WiseAPI

@Suite("Reading JSON")
struct JSONReaderTests {
    @Test("reads every kind of value, and blanks around all of them")
    func everyKind() throws {
        let text = " {\t\"a\" : [ 1 , -2.50 , true , false , null , \"x\" ] ,\r\n \"b\" : { } , \"c\" : [ ] } \n"
        let expected: JSONValue = .object([
            "a": .array([
                .integer(1), .decimal(try ExactDecimal(parsing: "-2.50")), .bool(true), .bool(false), .null, .string("x"),
            ]),
            "b": .object([:]), "c": .array([]),
        ])
        #expect(try JSONValue(parsing: text) == expected)
    }

    @Test("reads a value that is no object or list", arguments: ["null", "true", "false", "0", "\"\""])
    func scalars(text: String) throws {
        #expect(try JSONValue(parsing: text).text == text)
    }

    static let escapes = [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"), (#""\u0000""#, "\0"),
        (#""\ud83d\ude00""#, "😀"), (#""\uD834\uDD1E.""#, "𝄞."), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"), (#""é€😀""#, "é€😀"),
        (#""é\n€""#, "é\n€"), (#""\u007f""#, "\u{7F}"), ("\"\u{7F}\"", "\u{7F}"),
    ]

    @Test("works out every escape, pairs of surrogates included", arguments: escapes)
    func escaping(text: String, meaning: String) throws {
        let value = try JSONValue(parsing: text)
        #expect(value.stringValue.map { Array($0.utf8) } == Array(meaning.utf8))
    }

    @Test("keeps members in the order of the text")
    func order() throws {
        let object = try #require(try JSONValue(parsing: #"{"z":1,"a":2,"m":3}"#).objectValue)
        #expect(object.members.map(\.key) == ["z", "a", "m"])
    }

    @Test("refuses a member name that stands twice, in small and in large objects, whichever way it is written")
    func duplicates() throws {
        let small = #expect(throws: JSONError.self) { try JSONValue(parsing: #"{"a":1,"a":2}"#) }
        #expect(small?.message == "the member 'a' stands twice")
        #expect(throws: JSONError.self) { try JSONValue(parsing: #"{"a":1,"\u0061":1}"#) }
        let many = (0..<40).map { "\"member\($0)\":\($0)" }
        #expect(try JSONValue(parsing: "{\(many.joined(separator: ","))}").objectValue?.members.count == 40)
        for repeated in [0, 15, 16, 17, 39] {
            let text = "{\(many.joined(separator: ",")),\"member\(repeated)\":0}"
            let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
            #expect(error?.message == "the member 'member\(repeated)' stands twice")
        }
        #expect(try JSONValue(parsing: #"[{"a":1},{"a":1}]"#).arrayValue?.count == 2)
    }

    @Test("nests as deep as it says and no deeper", arguments: [("[", "]"), (#"{"a":"#, "}")])
    func depth(open: String, close: String) throws {
        func nested(_ depth: Int, around inner: String) -> String {
            String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
        }
        let limit = JSONValue.maximumDepth
        #expect(try JSONValue(parsing: nested(limit, around: "1")).text == nested(limit, around: "1"))
        for inner in ["1", "[]", "{}"] {
            let error = #expect(throws: JSONError.self) { try JSONValue(parsing: nested(limit + 1, around: inner)) }
            #expect(error?.message == "nested deeper than \(limit)")
        }
        #expect(throws: JSONError.self) { try JSONValue(parsing: nested(100_000, around: "")) }
    }

    @Test("refuses a text that is cut at any byte")
    func truncation() {
        let sample = Array(#"{"id":12,"rate":-1.5e+10,"name":"J\u00e9\ud83d\ude00 €","list":[true,false,null,{}],"end":[]}"#.utf8)
        #expect(throws: Never.self) { try JSONValue(parsing: sample) }
        for length in 0..<sample.count {
            let error = #expect(throws: JSONError.self, "\(length) bytes") { try JSONValue(parsing: Array(sample[..<length])) }
            if let error { #expect(error.offset <= length) }
        }
    }

    @Test("says what is wrong and where")
    func place() {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: "[1 2]") }
        #expect(error?.offset == 3)
        #expect(error?.description == "a comma or the end of the list should stand here at byte 3")
    }
}
