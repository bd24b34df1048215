extension ExactDecimal {
    /// The exact sum, with the digits of the finer of the two numbers.
    public func adding(_ other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
        if scale == other.scale {
            let (sum, overflow) = coefficient.addingReportingOverflow(other.coefficient)
            if !overflow, sum != .min { return ExactDecimal(uncheckedCoefficient: sum, scale: scale) }
        }
        return scale > other.scale ? try other.addingFiner(self) : try addingFiner(other)
    }

    /// The exact difference, with the digits of the finer of the two numbers.
    public func subtracting(_ other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
        try adding(other.negated)
    }

    /// The exact product; its scale is the sum of both scales.
    ///
    /// Where that product has too many digits, zeros at its end are given up; a digit never is.
    public func multiplied(by other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
        let scale = scale + other.scale
        if scale <= Self.maximumScale, let left = Int64(exactly: coefficient), let right = Int64(exactly: other.coefficient) {
            let product = left.multipliedFullWidth(by: right)
            return ExactDecimal(uncheckedCoefficient: Int128(product.high) << 64 | Int128(product.low), scale: scale)
        }
        let product = WideNatural(product: coefficient.magnitude, other.coefficient.magnitude)
        return try ExactDecimal(exactly: product, scale: scale, isNegative: isNegative != other.isNegative)
    }

    /// The product, rounded once, to at most `scale` digits after the point.
    ///
    /// Works where the exact product of two long numbers would not fit.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when the rounded product does not fit, or `scale` is not in `0...maximumScale`.
    public func multiplied(
        by other: ExactDecimal, scale: Int, _ mode: RoundingMode
    ) throws(ArithmeticError) -> ExactDecimal {
        guard (0...Self.maximumScale).contains(scale) else { throw .overflow }
        let surplus = self.scale + other.scale - scale
        guard surplus > 0 else { return try multiplied(by: other) }
        var quotient = WideNatural(product: coefficient.magnitude, other.coefficient.magnitude)
        // Two scales may exceed the greatest power of ten: the finest digits are then cut first.
        let finest = max(0, surplus - UInt128.greatestExponent)
        let isPartial = quotient.divide(by: .powerOfTen(finest)) != 0
        let unit = UInt128.powerOfTen(surplus - finest)
        let discarded = DiscardedPart(remainder: quotient.divide(by: unit), of: unit, isPartial: isPartial)
        let isNegative = isNegative != other.isNegative
        return try ExactDecimal(rounding: quotient, discarded: discarded, scale: scale, isNegative: isNegative, mode)
    }

    /// The number with the opposite sign.
    public var negated: ExactDecimal { ExactDecimal(uncheckedCoefficient: -coefficient, scale: scale) }

    /// The number without its sign.
    public var magnitude: ExactDecimal { isNegative ? negated : self }

    /// Whether the number is zero, at whatever scale.
    public var isZero: Bool { coefficient == 0 }

    /// Whether the number is less than zero.
    public var isNegative: Bool { coefficient < 0 }

    /// Whether the number is greater than zero.
    public var isPositive: Bool { coefficient > 0 }

    /// - Parameter finer: A number of the same or a greater scale.
    private func addingFiner(_ finer: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
        let steps = finer.scale - scale
        if let raised = coefficient.raised(by: steps) {
            let (sum, overflow) = raised.addingReportingOverflow(finer.coefficient)
            if !overflow, sum != .min { return ExactDecimal(uncheckedCoefficient: sum, scale: finer.scale) }
        }
        let wide = WideNatural(product: coefficient.magnitude, .powerOfTen(steps))
        guard isNegative != finer.isNegative else {
            let sum = wide.adding(finer.coefficient.magnitude)
            return try ExactDecimal(exactly: sum, scale: finer.scale, isNegative: isNegative)
        }
        let (distance, isFinerGreater) = wide.distance(to: finer.coefficient.magnitude)
        let sign = isFinerGreater ? finer.isNegative : isNegative
        return try ExactDecimal(exactly: distance, scale: finer.scale, isNegative: sign)
    }
}
