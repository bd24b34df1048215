extension Money {
    /// The exact sum of two amounts of one currency.
    public func adding(_ other: Money) throws(MoneyError) -> Money {
        guard currency == other.currency else { throw .currencyMismatch(currency, other.currency) }
        do throws(ArithmeticError) {
            return Money(try amount.adding(other.amount), currency)
        } catch {
            throw MoneyError(error)
        }
    }

    /// The exact difference of two amounts of one currency.
    public func subtracting(_ other: Money) throws(MoneyError) -> Money {
        try adding(other.negated)
    }

    /// The exact product; it may have more digits than the currency.
    public func multiplied(by factor: ExactDecimal) throws(MoneyError) -> Money {
        do throws(ArithmeticError) {
            return Money(try amount.multiplied(by: factor), currency)
        } catch {
            throw MoneyError(error)
        }
    }

    /// The amount with the opposite sign.
    public var negated: Money { Money(amount.negated, currency) }

    /// The amount without its sign.
    public var magnitude: Money { Money(amount.magnitude, currency) }
}

extension Money {
    /// Whether this amount is the smaller of two of one currency.
    public func isLess(than other: Money) throws(MoneyError) -> Bool {
        try compared(to: other) < 0
    }

    /// -1, 0 or 1, as this amount is less than, equal to or greater than another of the same currency.
    public func compared(to other: Money) throws(MoneyError) -> Int {
        guard currency == other.currency else { throw .currencyMismatch(currency, other.currency) }
        return amount == other.amount ? 0 : amount < other.amount ? -1 : 1
    }
}

extension Money {
    /// The amount with at most `digits` decimal places, those that the API moves unless told otherwise.
    public func rounded(_ mode: RoundingMode, digits: Int? = nil) -> Money {
        Money(amount.rounded(toScale: digits ?? currency.providerDigits, mode), currency)
    }

    /// Whether the API can move this amount: no digit stands beyond ``Currency/providerDigits``.
    public var isSendable: Bool {
        amount.scale <= currency.providerDigits || amount.rounded(toScale: currency.providerDigits, .down) == amount
    }
}
