extension UInt128 {
    /// The greatest power of ten that a coefficient holds.
    static let greatestExponent = 38

    /// 10 to the power of `exponent`, which must lie in `0...greatestExponent`.
    static func powerOfTen(_ exponent: Int) -> UInt128 { powersOfTen[exponent] }

    private static let powersOfTen: [UInt128] = sequence(first: 1) { $0 * 10 }.prefix(greatestExponent + 1).map { $0 }
}

extension UInt64 {
    /// 10 to the power of `exponent`, which must lie in `0...19`.
    static func powerOfTen(_ exponent: Int) -> UInt64 { UInt64(truncatingIfNeeded: UInt128.powerOfTen(exponent)) }
}

extension Int128 {
    /// This integer times 10 to the power of `exponent`, or nil where the product is no coefficient.
    ///
    /// - Parameter exponent: 0 to ``ExactDecimal/maximumScale``.
    func raised(by exponent: Int) -> Int128? {
        if exponent <= 18, let small = Int64(exactly: self) {
            let product = small.multipliedFullWidth(by: Int64(bitPattern: .powerOfTen(exponent)))
            return Int128(product.high) << 64 | Int128(product.low)
        }
        let product = WideNatural(product: magnitude, .powerOfTen(exponent))
        return product.coefficient(isNegative: self < 0)
    }
}
