extension ExactDecimal: CustomStringConvertible {
    /// The digits as they are held, `12.30`; never an exponent.
    public var description: String { text(minimumScale: 0) }

    /// The number with zeros added until at least `minimumScale` digits stand after the point.
    ///
    /// A number without decimal places has no point.
    public func text(minimumScale: Int) -> String {
        let length = textLength(minimumScale: minimumScale)
        return String(unsafeUninitializedCapacity: length) { buffer in
            writeText(to: buffer, length: length, minimumScale: minimumScale)
            return length
        }
    }

    /// How many bytes ``writeText(to:length:minimumScale:)`` writes.
    func textLength(minimumScale: Int) -> Int {
        let decimals = max(scale, minimumScale)
        let whole = max(1, coefficient.magnitude.digitCount - scale)
        return (isNegative ? 1 : 0) + whole + (decimals > 0 ? decimals + 1 : 0)
    }

    /// Writes the number from its last digit to its first.
    func writeText(to buffer: UnsafeMutableBufferPointer<UInt8>, length: Int, minimumScale: Int) {
        var position = length
        for _ in 0..<max(0, minimumScale - scale) {
            position -= 1
            buffer[position] = UInt8(ascii: "0")
        }
        let point = max(scale, minimumScale) > 0 ? position - scale - 1 : -1
        let first = isNegative ? 1 : 0
        var upper = coefficient.magnitude
        while position > first {
            // Nineteen digits fit a machine word, which divides much faster.
            let part: (quotient: UInt128, remainder: UInt128) =
                upper.isWord ? (0, upper) : upper.quotientAndRemainder(dividingBy: .powerOfTen(19))
            upper = part.quotient
            var word = UInt64(truncatingIfNeeded: part.remainder)
            var count = part.quotient == 0 ? Int.max : 19
            while count > 0, position > first {
                position -= 1
                if position == point {
                    buffer[position] = UInt8(ascii: ".")
                } else {
                    buffer[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: word % 10)
                    word /= 10
                    count -= 1
                }
            }
        }
        if isNegative { buffer[0] = UInt8(ascii: "-") }
    }
}

extension UInt128 {
    fileprivate var isWord: Bool { self <= UInt128(UInt64.max) }

    /// How many digits the number has in base ten; one for zero.
    fileprivate var digitCount: Int {
        // 1233 / 4096 is log₁₀ 2 closely enough for 128 bits: the estimate is right or one too small.
        let estimate = ((UInt128.bitWidth - leadingZeroBitCount) * 1233) >> 12
        return Swift.max(1, estimate + (self >= .powerOfTen(estimate) ? 1 : 0))
    }
}
