/// The text form of a UUID: 8-4-4-4-12 hexadecimal digits.
enum UUIDText {
    static func isValid(_ text: some StringProtocol) -> Bool {
        var position = 0
        for byte in text.utf8 {
            switch position {
            case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
            default:
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                    UInt8(ascii: "A")...UInt8(ascii: "F"):
                    break
                default: return false
                }
            }
            position += 1
        }
        return position == 36
    }
}
