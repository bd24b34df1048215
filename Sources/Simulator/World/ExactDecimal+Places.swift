import Money

extension ExactDecimal {
    /// The same number with exactly `places` digits after the point; the caller knows that none is lost.
    func atScale(_ places: Int) -> ExactDecimal {
        guard scale != places else { return self }
        return (try? divided(by: ExactDecimal(1), scale: places, .halfUp)) ?? self
    }

    /// The number rounded half to even to so many digits from its first one on.
    func rounded(significantDigits count: Int) -> ExactDecimal {
        var digits = 0
        var rest = coefficient.magnitude
        while rest > 0 {
            digits += 1
            rest /= 10
        }
        guard digits > count else { return self }
        return rounded(toScale: max(0, scale - (digits - count)), .halfEven)
    }
}
