import Money

/// What one way to pay costs, by the arithmetic of the bank's recorded quotes.
///
/// The fee is taken from the source before converting. It is the rounded variable part of the amount that is converted
/// plus the fixed part; both it and the converted amount are rounded half up to the digits that the bank moves.
struct QuotePrice: Sendable, Equatable {
    /// What leaves, fee included.
    let source: Money
    /// What arrives.
    let target: Money
    /// The fee, in the source currency.
    let fee: ExactDecimal
    /// The fee as part of the source, four decimal places.
    var feePercentage: ExactDecimal {
        (try? fee.divided(by: source.amount, scale: 4, .halfUp)) ?? .zero
    }

    /// The price when `source` leaves; nil when nothing would be left to convert.
    static func leaving(
        _ source: Money, target: Currency, rate: ExactDecimal, _ schedule: FeeSchedule
    ) throws(ArithmeticError) -> QuotePrice? {
        let digits = source.currency.providerDigits
        let withoutFixed = try source.amount.subtracting(schedule.fixed)
        guard withoutFixed.isPositive else { return nil }
        // The converted amount x solves x · (1 + variable) + fixed = source.
        let divisor = try ExactDecimal(1).adding(schedule.variable)
        let converted = try withoutFixed.divided(by: divisor, scale: digits + 6, .halfUp)
        let fee = try converted.multiplied(by: schedule.variable, scale: digits, .halfUp).adding(schedule.fixed).atScale(digits)
        return try with(source, fee: fee, target: target, rate: rate)
    }

    /// The price when `source` leaves and the fee is known.
    static func with(
        _ source: Money, fee: ExactDecimal, target: Currency, rate: ExactDecimal
    ) throws(ArithmeticError) -> QuotePrice? {
        let converted = try source.amount.subtracting(fee)
        let arriving = try converted.multiplied(by: rate, scale: target.providerDigits, .halfUp).atScale(target.providerDigits)
        guard converted.isPositive, arriving.isPositive else { return nil }
        return QuotePrice(source: source, target: Money(arriving, target), fee: fee)
    }

    /// The price when `target` arrives; nil when it is worth nothing in the source currency.
    static func arriving(
        _ target: Money, source: Currency, rate: ExactDecimal, _ schedule: FeeSchedule
    ) throws(ArithmeticError) -> QuotePrice? {
        let digits = source.providerDigits
        let converted = try target.amount.divided(by: rate, scale: digits, .halfUp)
        let fee = try converted.multiplied(by: schedule.variable, scale: digits, .halfUp).adding(schedule.fixed).atScale(digits)
        return try with(target, fee: fee, source: source, rate: rate)
    }

    /// The price when `target` arrives and the fee is known.
    static func with(
        _ target: Money, fee: ExactDecimal, source: Currency, rate: ExactDecimal
    ) throws(ArithmeticError) -> QuotePrice? {
        let converted = try target.amount.divided(by: rate, scale: source.providerDigits, .halfUp)
        guard converted.isPositive else { return nil }
        return QuotePrice(source: Money(try converted.adding(fee), source), target: target, fee: fee)
    }
}
