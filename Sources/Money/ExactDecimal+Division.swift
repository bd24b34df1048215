extension ExactDecimal {
    /// The quotient with `scale` digits after the point, rounded once from the exact one.
    ///
    /// The digits are worked out in 256 bits, so that no intermediate rounding can move a tie.
    ///
    /// - Parameters:
    ///   - divisor: Not zero.
    ///   - scale: How many digits the quotient has after the point, 0 to ``maximumScale``.
    ///   - mode: Where a quotient between two neighbours goes.
    /// - Throws: ``ArithmeticError/overflow`` when the quotient does not fit at this scale.
    public func divided(
        by divisor: ExactDecimal, scale: Int, _ mode: RoundingMode
    ) throws(ArithmeticError) -> ExactDecimal {
        guard !divisor.isZero else { throw .divisionByZero }
        guard (0...Self.maximumScale).contains(scale) else { throw .overflow }
        let shift = scale + divisor.scale - self.scale
        let isNegative = isNegative != divisor.isNegative
        var quotient = WideNatural(coefficient.magnitude)
        let discarded: DiscardedPart
        if shift >= 0 {
            guard let raised = quotient.raised(by: shift) else { throw .overflow }
            quotient = raised
            let unit = divisor.coefficient.magnitude
            discarded = DiscardedPart(remainder: quotient.divide(by: unit), of: unit)
        } else {
            let unit = WideNatural(product: divisor.coefficient.magnitude, .powerOfTen(-shift))
            if unit.high == 0 {
                discarded = DiscardedPart(remainder: quotient.divide(by: unit.low), of: unit.low)
            } else {
                // A coefficient has 127 bits, so that it is less than half of a divisor of 129.
                quotient = WideNatural(0)
                discarded = isZero ? .nothing : .lessThanHalf
            }
        }
        return try ExactDecimal(rounding: quotient, discarded: discarded, scale: scale, isNegative: isNegative, mode)
    }
}
