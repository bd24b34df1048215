/// Which chunks may be remembered.
enum HistoryRule {
    /// Tells whether a chunk may enter the history, in memory and on disk.
    ///
    /// Kept out are chunks that begin with a space, as in other shells, and chunks that may hold a secret: those
    /// with the word token in any spelling or part of a name, and those with a UUID, which is what the API's tokens
    /// look like, somewhere after the word Bearer.
    static func keeps(_ chunk: String) -> Bool {
        let bytes = chunk.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        guard let first = bytes.first, first != UInt8(ascii: " "), !bytes.contains(0) else { return false }
        guard position(after: "token", in: bytes) == nil else { return false }
        guard let bearer = position(after: "bearer", in: bytes) else { return true }
        return !containsUUID(bytes[bearer...])
    }

    private static func position(after word: StaticString, in bytes: [UInt8]) -> Int? {
        let length = word.utf8CodeUnitCount
        guard bytes.count >= length else { return nil }
        return word.withUTF8Buffer { word in
            (0...(bytes.count - length)).first { bytes[$0..<($0 + length)].elementsEqual(word) }.map { $0 + length }
        }
    }

    private static func containsUUID(_ bytes: ArraySlice<UInt8>) -> Bool {
        let length = 36
        guard bytes.count >= length else { return false }
        return (bytes.startIndex...(bytes.endIndex - length)).contains { start in
            (0..<length).allSatisfy { offset in
                let byte = bytes[start + offset]
                return switch offset {
                case 8, 13, 18, 23: byte == UInt8(ascii: "-")
                default: (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
                }
            }
        }
    }
}
