/// One `name=value` pair of a query, as plain text: percent-encoding happens where a target is written or read.
public struct QueryItem: Sendable, Hashable {
    /// The name, decoded.
    public var name: String
    /// The value, decoded.
    public var value: String

    /// A pair of plain texts.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// Percent-encoding of RFC 3986: everything but the unreserved characters is encoded.
enum PercentEncoding {
    static func append(_ text: String, to target: inout String) {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: ","), UInt8(ascii: ":"):
                // The comma and the colon may stand in a query, and the API's own examples write them so.
                target.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                target.unicodeScalars.append("%")
                target.unicodeScalars.append(digits[Int(byte >> 4)])
                target.unicodeScalars.append(digits[Int(byte & 15)])
            }
        }
    }

    /// The plain text, or nil when an escape is broken or the bytes are not UTF-8.
    static func decode(_ text: Substring.UTF8View, plusIsSpace: Bool) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            text.formIndex(after: &index)
            if byte == UInt8(ascii: "%") {
                guard index < text.endIndex, let high = hexadecimalDigit(text[index]) else { return nil }
                text.formIndex(after: &index)
                guard index < text.endIndex, let low = hexadecimalDigit(text[index]) else { return nil }
                text.formIndex(after: &index)
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
