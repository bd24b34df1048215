/// Why a calculation with money has no result.
public enum MoneyError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Two amounts of different currencies met.
    case currencyMismatch(Currency, Currency)
    /// The exact result has more digits than an amount holds.
    case overflow
    /// A division by zero.
    case divisionByZero
    /// An amount cannot be shared out by these weights; the text says why.
    case invalidWeights(String)

    init(_ error: ArithmeticError) {
        self =
            switch error {
            case .overflow: .overflow
            case .divisionByZero: .divisionByZero
            }
    }

    /// The reason and what to do about it, in one sentence.
    public var description: String {
        switch self {
        case .currencyMismatch(let left, let right):
            "\(left) and \(right) are different currencies; convert one of the amounts first"
        case .overflow: ArithmeticError.overflow.description
        case .divisionByZero: ArithmeticError.divisionByZero.description
        case .invalidWeights(let reason): "the amount cannot be shared out: \(reason)"
        }
    }
}
