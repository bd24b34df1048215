extension Money: CustomStringConvertible {
    /// The amount and the code, `12.30 EUR`, with at least the decimal places of ISO 4217.
    public var description: String {
        let digits = currency.digits
        let code = currency.packedCode
        let length = amount.textLength(minimumScale: digits)
        return String(unsafeUninitializedCapacity: length + 4) { buffer in
            amount.writeText(to: buffer, length: length, minimumScale: digits)
            buffer[length] = UInt8(ascii: " ")
            buffer[length + 1] = UInt8(truncatingIfNeeded: code >> 16)
            buffer[length + 2] = UInt8(truncatingIfNeeded: code >> 8)
            buffer[length + 3] = UInt8(truncatingIfNeeded: code)
            return length + 4
        }
    }

    /// Reads an amount and a code with one space between them, in either order: `12.30 EUR`, `EUR 12.30`.
    @inlinable
    public init(parsing text: some StringProtocol) throws(MoneyParsingError) {
        let result = text.utf8.withContiguousStorageIfAvailable { Self.result(ofParsing: $0) }
        self = try (result ?? Self.result(ofParsing: String(text))).get()
    }

    @usableFromInline
    static func result(ofParsing text: String) -> Result<Money, MoneyParsingError> {
        var text = text
        return text.withUTF8 { result(ofParsing: $0) }
    }

    @usableFromInline
    static func result(ofParsing bytes: UnsafeBufferPointer<UInt8>) -> Result<Money, MoneyParsingError> {
        do throws(MoneyParsingError) {
            return .success(try Money(parsingUTF8: bytes))
        } catch {
            return .failure(error)
        }
    }

    private init(parsingUTF8 bytes: UnsafeBufferPointer<UInt8>) throws(MoneyParsingError) {
        guard let space = bytes.firstIndex(of: UInt8(ascii: " ")) else { throw .form(String(excerptOf: bytes)) }
        let first = UnsafeBufferPointer(rebasing: bytes[..<space])
        let second = UnsafeBufferPointer(rebasing: bytes[(space + 1)...])
        guard let start = first.first, !second.isEmpty else { throw .form(String(excerptOf: bytes)) }
        let startsWithCode = start >= UInt8(ascii: "A")
        let (number, code) = startsWithCode ? (second, first) : (first, second)
        let packed = code.count == 3 ? code.reduce(0) { $0 << 8 | UInt32($1) } : 0
        guard let currency = Currency(packedCode: packed) else {
            throw .currency(UnknownCurrency(String(excerptOf: code)))
        }
        do throws(DecimalParsingError) {
            self.init(try ExactDecimal(parsingUTF8: number), currency)
        } catch {
            throw .amount(error)
        }
    }
}

/// Why a text is no ``Money``.
public enum MoneyParsingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The text does not consist of an amount, one space and a code; with its beginning.
    case form(String)
    /// The amount cannot be read.
    case amount(DecimalParsingError)
    /// The code is not known.
    case currency(UnknownCurrency)

    /// The text, the reason and how an amount is written.
    public var description: String {
        switch self {
        case .form(let excerpt):
            "\(excerpt.debugDescription) is not an amount of money; write number, space and currency, such as 12.30 EUR"
        case .amount(let error): error.description
        case .currency(let error): error.description
        }
    }
}
