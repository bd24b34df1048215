import Testing
import WiseAPI

extension JSONReaderTests {
    /// What a text breaks of RFC 8259, and texts that break it.
    static let malformed: [(rule: String, texts: [String])] = [
        ("a value must stand", ["", " ", "\n\t\r ", ":", ",", "]", "}", "[,]", "{,}"]),
        ("a list has commas between values and an end", ["[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1;2]", "[1}", "[1]]"]),
        (
            "an object has members with commas between and an end",
            [
                "{", #"{"a""#, #"{"a":"#, #"{"a":1"#, #"{"a":1,"#, #"{"a":1,}"#, #"{"a"}"#, #"{"a":}"#, #"{"a" 1}"#,
                #"{"a":1 "b":2}"#,
                #"{"a":1]"#, #"{"a":1}}"#, #"{"a"::1}"#, #"{"a",1}"#,
            ]
        ),
        ("a member name is a text", ["{a:1}", "{'a':1}", "{1:2}", "{null:1}", "{[]:1}"]),
        (
            "there are three words and they are in lower case",
            [
                "tru", "True", "TRUE", "truee", "fals", "falsy", "nul", "nulL", "Null", "none", "undefined", "NaN", "nan",
                "Infinity",
            ]
        ),
        ("a text stands in double quotes and has an end", ["'a'", "\"a", "\"a\\\"", "a", "\"\\", "“a”", "\"a\"b\""]),
        ("a text holds no bare control characters", ["\"\n\"", "\"\t\"", "\"\0\"", "\"\u{1F}\"", "\"\\n\u{1}\"", "{\"\n\":1}"]),
        ("there are eight short escapes", [#""\x41""#, #""\a""#, #""\'""#, #""\0""#, #""\N""#, #""\ ""#, "\"\\\n\""]),
        (
            "an escaped code unit has four digits",
            [#""\u""#, #""\u12""#, #""\u123""#, #""\u12G4""#, #""\U0041""#, #""\u+123""#, #""\u 123""#]
        ),
        (
            "surrogates stand in pairs",
            [
                #""\ud800""#, #""\udc00""#, #""\ud800\n""#, #""\ud800x""#, #""\ud800\ud800""#, #""\udc00\ud800""#,
                #""\ud83d\u0041""#,
                #""\udfff""#, #""\ud83d\ude0""#,
            ]
        ),
        (
            "a number starts with a digit that is no needless zero",
            ["-", "+1", "01", "-01", "00", "-00.5", "--1", "- 1", ".5", "-.5", "-a", "٣", "１"]
        ),
        (
            "a number has digits after its point and its e",
            ["1.", "1.e5", "1..2", "1.2.3", "1e", "1E", "1e+", "1e-", "1e5.5", "1ee5", "e5"]
        ),
        ("a number is decimal and plain", ["0x10", "1_000", "1,5", "1'000", "0b1", "1f", "-Infinity", "1e1e1"]),
        ("there is one text and nothing follows it", ["1 2", "{} {}", "[] x", "null\0", "nullnull", "{}{}", "true,"]),
        ("only four characters are blanks", ["\u{FEFF}1", "\u{A0}1", "\u{B}1", "\u{C}1", "1\u{85}", "\u{2028}1"]),
        ("there are no comments", ["// a\n1", "/* a */1", "1 // a", "# a\n1", "[1 /* a */]"]),
    ]

    @Test("refuses each malformation of RFC 8259", arguments: malformed)
    func refusal(rule: String, texts: [String]) {
        for text in texts {
            let error = #expect(throws: JSONError.self, "\(rule): \(text.debugDescription)") { try JSONValue(parsing: text) }
            if let error { #expect((0...text.utf8.count).contains(error.offset)) }
        }
    }

    static let notUnicode: [(what: String, bytes: [UInt8])] = [
        ("a lone continuation", [0x80]), ("an overlong null", [0xC0, 0x80]), ("an overlong slash", [0xE0, 0x80, 0xAF]),
        ("two bytes of which one is missing", [0xC3]), ("three bytes of which one is missing", [0xE2, 0x82]),
        ("four bytes of which one is missing", [0xF0, 0x9F, 0x98]), ("an encoded surrogate", [0xED, 0xA0, 0x80]),
        ("beyond the last character", [0xF4, 0x90, 0x80, 0x80]), ("a byte that never stands", [0xFF]),
        ("Latin 1", [0x4D, 0xFC, 0x6C]),
    ]

    @Test("refuses what is not UTF-8, in values, in names and beside escapes", arguments: notUnicode)
    func encoding(what: String, bytes: [UInt8]) {
        for (before, after) in [("\"", "\""), ("{\"", "\":1}"), ("\"\\n", "\""), ("\"", "\\n\"")] {
            let error = #expect(throws: JSONError.self) {
                try JSONValue(parsing: Array(before.utf8) + bytes + Array(after.utf8))
            }
            #expect(error?.message == "the text is not UTF-8", "\(what)")
        }
        #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
    }
}
