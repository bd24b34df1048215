import Signing
import Testing

@Suite("Base64")
struct Base64Tests {
    @Test(
        "follows the examples of RFC 4648, section 10",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func examples(plain: String, text: String) {
        #expect(Base64.text(plain.utf8) == text)
        #expect(Base64.bytes(text) == Array(plain.utf8))
    }

    @Test("gives back every byte")
    func everyByte() {
        for length in 0...300 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ length) }
            #expect(Base64.bytes(Base64.text(bytes)) == bytes)
        }
    }

    @Test(
        "refuses what is not Base64",
        arguments: ["Z", "Zg", "Zg=", "Zg===", "====", "Zh==", "Zm9=", "Zm9v\n", "Zm-v", "=Zm9", "Zg==Zg=="])
    func malformed(text: String) {
        #expect(Base64.bytes(text) == nil)
    }
}
