extension ExactDecimal {
    /// The number with at most `scale` digits after the point.
    ///
    /// A number that already fits is returned as it is: rounding never adds zeros.
    ///
    /// - Parameters:
    ///   - scale: The most digits that may stand after the decimal point, 0 or more.
    ///   - mode: Where a number between two neighbours goes.
    public func rounded(toScale scale: Int, _ mode: RoundingMode) -> ExactDecimal {
        precondition(scale >= 0, "a number is rounded to 0 or more digits after the point, not to \(scale)")
        guard scale < self.scale else { return self }
        let unit = UInt128.powerOfTen(self.scale - scale)
        let (quotient, remainder) = coefficient.magnitude.quotientAndRemainder(dividingBy: unit)
        let discarded = DiscardedPart(remainder: remainder, of: unit)
        let moves = mode.movesAwayFromZero(isNegative: isNegative, isOdd: quotient & 1 == 1, discarded: discarded)
        let magnitude = Int128(quotient) + (moves ? 1 : 0)
        return ExactDecimal(uncheckedCoefficient: isNegative ? -magnitude : magnitude, scale: scale)
    }

    /// The same number without zeros at the end of its decimal places: `12.30` becomes `12.3`.
    public var normalized: ExactDecimal {
        var coefficient = coefficient
        var scale = scale
        while scale > 0 {
            let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { break }
            coefficient = quotient
            scale -= 1
        }
        return ExactDecimal(uncheckedCoefficient: coefficient, scale: scale)
    }

    /// The number as an integer, or nil when it has a fraction or is too great for one.
    public var integer: Int? {
        let whole = normalized
        return whole.scale == 0 ? Int(exactly: whole.coefficient) : nil
    }
}
