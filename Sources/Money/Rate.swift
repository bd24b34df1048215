/// What one unit of a currency buys of another.
public struct Rate: Sendable, Hashable, CustomStringConvertible {
    /// The currency of which one unit is given.
    public let source: Currency
    /// The currency that is got for it.
    public let target: Currency
    /// How many units of ``target`` one unit of ``source`` buys; greater than zero.
    public let value: ExactDecimal

    /// - Throws: ``RateError`` when `value` is not greater than zero, or one currency is worth other than one of itself.
    public init(source: Currency, target: Currency, value: ExactDecimal) throws(RateError) {
        guard value.isPositive else { throw .notPositive(value) }
        guard source != target || value == ExactDecimal(1) else { throw .sameCurrency(source) }
        self.source = source
        self.target = target
        self.value = value
    }

    /// What an amount of ``source`` is in ``target``, rounded once.
    ///
    /// - Parameters:
    ///   - money: An amount of ``source``.
    ///   - mode: Where a result between two amounts goes.
    ///   - digits: The decimal places of the result; those that the API moves unless told otherwise.
    public func converting(_ money: Money, _ mode: RoundingMode, digits: Int? = nil) throws(MoneyError) -> Money {
        guard money.currency == source else { throw .currencyMismatch(money.currency, source) }
        do throws(ArithmeticError) {
            let amount = try money.amount.multiplied(by: value, scale: digits ?? target.providerDigits, mode)
            return Money(amount, target)
        } catch {
            throw MoneyError(error)
        }
    }

    /// What an amount of ``target`` is in ``source``: divided by the rate itself, not multiplied by a rounded inverse.
    ///
    /// - Parameters:
    ///   - money: An amount of ``target``.
    ///   - mode: Where a result between two amounts goes.
    ///   - digits: The decimal places of the result; those that the API moves unless told otherwise.
    public func convertingBack(_ money: Money, _ mode: RoundingMode, digits: Int? = nil) throws(MoneyError) -> Money {
        guard money.currency == target else { throw .currencyMismatch(money.currency, target) }
        do throws(ArithmeticError) {
            let amount = try money.amount.divided(by: value, scale: digits ?? source.providerDigits, mode)
            return Money(amount, source)
        } catch {
            throw MoneyError(error)
        }
    }

    /// The rate the other way round, with `scale` decimal places.
    ///
    /// An inverse is hardly ever exact; to convert an amount back use ``convertingBack(_:_:digits:)``.
    ///
    /// - Throws: ``RateError/notPositive(_:)`` when the inverse rounds to zero, ``RateError/overflow`` when it does not fit.
    public func inverted(scale: Int, _ mode: RoundingMode) throws(RateError) -> Rate {
        let inverse: ExactDecimal
        do throws(ArithmeticError) {
            inverse = try ExactDecimal(1).divided(by: value, scale: scale, mode)
        } catch {
            throw .overflow
        }
        return try Rate(source: target, target: source, value: inverse)
    }

    /// The rate as an equation: `1 EUR = 1.1172 USD`.
    public var description: String { "1 \(source) = \(value) \(target)" }
}

/// Why two currencies and a number are no ``Rate``.
public enum RateError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The number is zero or less.
    case notPositive(ExactDecimal)
    /// A rate other than one from a currency to itself.
    case sameCurrency(Currency)
    /// The inverse does not fit at the scale asked for.
    case overflow

    /// The reason and what to do about it, in one sentence.
    public var description: String {
        switch self {
        case .notPositive(let value): "\(value) is no rate; a rate is greater than zero, so give it enough decimal places"
        case .sameCurrency(let currency): "one \(currency) is always one \(currency); check both currencies of the rate"
        case .overflow: "the inverse of this rate does not fit; ask for fewer decimal places, 0 to \(ExactDecimal.maximumScale)"
        }
    }
}
