extension ExactDecimal {
    /// Reads a number in plain or JSON form: `-12.30`, `1e3`, `1.5E-2`.
    ///
    /// The digits after the point are kept as they are written. No spaces, no plus sign, no grouping,
    /// a digit on both sides of the point, ASCII only. An exponent is worked out: `1e3` becomes `1000`.
    public init(parsingUTF8 bytes: UnsafeBufferPointer<UInt8>) throws(DecimalParsingError) {
        do throws(DecimalParsingError.Reason) {
            try self.init(readingUTF8: bytes)
        } catch {
            throw DecimalParsingError(bytes, error)
        }
    }

    /// Reads a number in plain or JSON form: `-12.30`, `1e3`, `1.5E-2`. See ``init(parsingUTF8:)``.
    @inlinable
    public init(parsing text: some StringProtocol) throws(DecimalParsingError) {
        let result = text.utf8.withContiguousStorageIfAvailable { Self.result(ofParsing: $0) }
        self = try (result ?? Self.result(ofParsing: String(text))).get()
    }

    @usableFromInline
    static func result(ofParsing bytes: UnsafeBufferPointer<UInt8>) -> Result<ExactDecimal, DecimalParsingError> {
        do throws(DecimalParsingError) {
            return .success(try ExactDecimal(parsingUTF8: bytes))
        } catch {
            return .failure(error)
        }
    }

    @usableFromInline
    static func result(ofParsing text: String) -> Result<ExactDecimal, DecimalParsingError> {
        var text = text
        return text.withUTF8 { result(ofParsing: $0) }
    }

    private init(readingUTF8 bytes: UnsafeBufferPointer<UInt8>) throws(DecimalParsingError.Reason) {
        guard !bytes.isEmpty else { throw .empty }
        let isNegative = bytes[0] == UInt8(ascii: "-")
        var digits = DigitReader()
        var position = try digits.read(bytes, from: isNegative ? 1 : 0)
        var scale = 0
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            let point = position
            position = try digits.read(bytes, from: point + 1)
            scale = position - point - 1
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            scale -= try Self.exponent(bytes, from: &position)
        }
        guard position == bytes.count else { throw .unexpectedCharacter }
        let magnitude = try digits.coefficient(raisedBy: max(0, -scale))
        guard scale <= Self.maximumScale else { throw .tooManyDecimalPlaces }
        self.init(uncheckedCoefficient: isNegative ? -magnitude : magnitude, scale: max(0, scale))
    }

    /// Reads the part after the digits; counts no further than a number could ever follow.
    private static func exponent(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(DecimalParsingError.Reason) -> Int {
        position += 1
        guard position < bytes.count else { throw .endsTooEarly }
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
        let start = position
        var exponent = 0
        while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
            exponent = min(exponent * 10 + Int(digit), 1_000_000)
            position += 1
        }
        guard position > start else { throw start < bytes.count ? .digitExpected : .endsTooEarly }
        return isNegative ? -exponent : exponent
    }
}

/// Collects digits, eighteen at a time in a machine word.
private struct DigitReader {
    private var upper: UInt128 = 0
    private var lower: UInt64 = 0
    private var lowerCount = 0

    /// Reads one or more digits and returns the position behind the last.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(DecimalParsingError.Reason) -> Int {
        var position = start
        while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
            if lowerCount == 18 { try fold() }
            lower = lower &* 10 &+ UInt64(digit)
            lowerCount += 1
            position += 1
        }
        guard position > start else { throw start < bytes.count ? .digitExpected : .endsTooEarly }
        return position
    }

    /// The digits as one integer, with `exponent` zeros behind them.
    mutating func coefficient(raisedBy exponent: Int) throws(DecimalParsingError.Reason) -> Int128 {
        if upper == 0, exponent == 0 { return Int128(lower) }
        try fold()
        guard exponent > 0, upper > 0 else { return try Self.checked(upper) }
        guard exponent <= UInt128.greatestExponent else { throw .tooManyDigits }
        let (product, overflow) = upper.multipliedReportingOverflow(by: .powerOfTen(exponent))
        guard !overflow else { throw .tooManyDigits }
        return try Self.checked(product)
    }

    private mutating func fold() throws(DecimalParsingError.Reason) {
        let (product, productOverflow) = upper.multipliedReportingOverflow(by: .powerOfTen(lowerCount))
        let (sum, sumOverflow) = product.addingReportingOverflow(UInt128(lower))
        guard !productOverflow, !sumOverflow else { throw .tooManyDigits }
        upper = sum
        lower = 0
        lowerCount = 0
    }

    private static func checked(_ magnitude: UInt128) throws(DecimalParsingError.Reason) -> Int128 {
        guard let coefficient = Int128(exactly: magnitude) else { throw .tooManyDigits }
        return coefficient
    }
}
