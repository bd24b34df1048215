/// A natural number of up to 256 bits: what a product of two coefficients needs before it is rounded.
struct WideNatural: Equatable {
    private(set) var high: UInt128
    private(set) var low: UInt128

    init(_ value: UInt128) {
        high = 0
        low = value
    }

    init(product first: UInt128, _ second: UInt128) {
        (high, low) = first.multipliedFullWidth(by: second)
    }

    /// This number times 10 to the power of `exponent`, or nil where that needs more than 256 bits.
    func raised(by exponent: Int) -> WideNatural? {
        var result = self
        var left = exponent
        while left > 0 {
            let step = min(left, UInt128.greatestExponent)
            guard let product = result.multiplied(by: .powerOfTen(step)) else { return nil }
            result = product
            left -= step
        }
        return result
    }

    private func multiplied(by factor: UInt128) -> WideNatural? {
        var product = WideNatural(product: low, factor)
        let (upper, upperOverflow) = high.multipliedReportingOverflow(by: factor)
        let (sum, sumOverflow) = product.high.addingReportingOverflow(upper)
        guard !upperOverflow, !sumOverflow else { return nil }
        product.high = sum
        return product
    }

    /// Replaces the number with its quotient and returns the remainder.
    mutating func divide(by divisor: UInt128) -> UInt128 {
        guard high > 0 else {
            let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor)
            low = quotient
            return remainder
        }
        let upper = high.quotientAndRemainder(dividingBy: divisor)
        let lower = divisor.dividingFullWidth((upper.remainder, low))
        high = upper.quotient
        low = lower.quotient
        return lower.remainder
    }

    /// The sum. Products of two coefficients, and quotients with a remainder, stay below 2²⁵⁵.
    func adding(_ other: UInt128) -> WideNatural {
        var sum = self
        let (lower, overflow) = low.addingReportingOverflow(other)
        sum.low = lower
        sum.high += overflow ? 1 : 0
        return sum
    }

    /// The distance to `other`, and whether `other` is the greater of the two.
    func distance(to other: UInt128) -> (distance: WideNatural, isOtherGreater: Bool) {
        if high == 0, low < other { return (WideNatural(other - low), true) }
        var difference = self
        let (lower, overflow) = low.subtractingReportingOverflow(other)
        difference.low = lower
        difference.high -= overflow ? 1 : 0
        return (difference, false)
    }

    var isOdd: Bool { low & 1 == 1 }

    /// The number as a signed coefficient, or nil where it has more than 127 bits.
    func coefficient(isNegative: Bool) -> Int128? {
        guard high == 0, let magnitude = Int128(exactly: low) else { return nil }
        return isNegative ? -magnitude : magnitude
    }
}

extension ExactDecimal {
    /// The number `natural` × 10⁻`scale` itself, giving up zeros at its end where they do not fit.
    init(exactly natural: WideNatural, scale: Int, isNegative: Bool) throws(ArithmeticError) {
        var natural = natural
        var scale = scale
        while true {
            if scale <= Self.maximumScale, let coefficient = natural.coefficient(isNegative: isNegative) {
                self.init(uncheckedCoefficient: coefficient, scale: scale)
                return
            }
            guard scale > 0, natural.divide(by: 10) == 0 else { throw .overflow }
            scale -= 1
        }
    }

    /// A quotient that was cut toward zero, brought to its neighbour by `mode`.
    init(
        rounding quotient: WideNatural, discarded: DiscardedPart, scale: Int, isNegative: Bool, _ mode: RoundingMode
    ) throws(ArithmeticError) {
        let moves = mode.movesAwayFromZero(isNegative: isNegative, isOdd: quotient.isOdd, discarded: discarded)
        let rounded = moves ? quotient.adding(1) : quotient
        guard let coefficient = rounded.coefficient(isNegative: isNegative) else { throw .overflow }
        self.init(uncheckedCoefficient: coefficient, scale: scale)
    }
}
