/// A decimal number that is never approximated: `coefficient` × 10⁻`scale`.
///
/// A plain value of fixed size without heap storage. It holds 38 significant digits; an operation
/// whose exact result does not fit throws ``ArithmeticError/overflow`` and never drops a digit.
///
/// Two values are equal when they are the same number: `1.5` equals `1.50`. The scale is kept
/// nevertheless, because `12.30` is how an amount is written.
///
/// There is no literal and no conversion from a binary fraction: `0.14` would be wrong before it
/// got here. Numbers come from integers and from text.
public struct ExactDecimal: Sendable {
    /// The digits as one integer, with the sign of the number.
    ///
    /// Never `Int128.min`, so that every number has its negative.
    public let coefficient: Int128
    /// How many of the digits stand after the decimal point, 0 to ``maximumScale``.
    public let scale: Int

    /// Enough for every rate and fee that the API sends, and for the product of two of them.
    public static let maximumScale = 36

    /// The number zero, without decimal places.
    public static let zero = ExactDecimal(uncheckedCoefficient: 0, scale: 0)

    /// - Throws: ``ArithmeticError/overflow`` when `scale` is not in `0...maximumScale`, or `coefficient` is `Int128.min`.
    public init(coefficient: Int128, scale: Int) throws(ArithmeticError) {
        guard (0...Self.maximumScale).contains(scale), coefficient != .min else { throw .overflow }
        self.init(uncheckedCoefficient: coefficient, scale: scale)
    }

    /// A whole number, without decimal places.
    public init(_ integer: Int) {
        self.init(uncheckedCoefficient: Int128(integer), scale: 0)
    }

    init(uncheckedCoefficient coefficient: Int128, scale: Int) {
        self.coefficient = coefficient
        self.scale = scale
    }
}

/// Why an exact calculation has no result.
public enum ArithmeticError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The exact result has more digits than ``ExactDecimal`` holds.
    case overflow
    /// A division by zero.
    case divisionByZero

    /// The reason and what to do about it, in one sentence.
    public var description: String {
        switch self {
        case .overflow: "the exact result has more digits than a decimal number holds; round its parts first"
        case .divisionByZero: "a number cannot be divided by zero; check the divisor first"
        }
    }
}
