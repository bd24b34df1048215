import Money

/// What a conversion costs. Invented for the simulator: the bank's own schedule is not public.
///
/// A fee has a part of the converted amount and a fixed part (Wise API reference, quote pricing); within one currency a
/// conversion costs nothing. The fixed part is stated in euro and charged in the source currency.
struct FeeSchedule: Sendable {
    /// How much of the converted amount is charged.
    let variable: ExactDecimal
    /// What is charged besides, in the source currency.
    let fixed: ExactDecimal

    static let free = FeeSchedule(variable: .zero, fixed: .zero)

    /// How easily a currency is traded.
    private enum Class: Int { case major, common, rare }

    /// In hundred-thousandths: 0.41 % between major currencies, more where trading is harder.
    private static let variableByClass: [Class: Int] = [.major: 410, .common: 570, .rare: 980]
    /// Euro cents.
    private static let fixedByClass: [Class: Int] = [.major: 28, .common: 36, .rare: 62]
    private static let majors: Set<String> = ["AUD", "CAD", "CHF", "EUR", "GBP", "JPY", "NZD", "SGD", "USD"]
    private static let common: Set<String> = [
        "BGN", "CZK", "DKK", "HKD", "HUF", "INR", "MXN", "NOK", "PLN", "RON", "SEK", "THB", "ZAR",
    ]

    private static func classify(_ currency: Currency) -> Class {
        majors.contains(currency.code) ? .major : common.contains(currency.code) ? .common : .rare
    }

    /// A schedule of its own.
    init(variable: ExactDecimal, fixed: ExactDecimal) {
        self.variable = variable
        self.fixed = fixed
    }

    /// The price of a pair.
    ///
    /// - Parameter euroRate: Units of the source currency for one euro.
    init(_ source: Currency, _ target: Currency, euroRate: ExactDecimal) throws(ArithmeticError) {
        guard source != target else {
            self = .free
            return
        }
        let harder = Self.classify(source).rawValue > Self.classify(target).rawValue ? source : target
        let pairClass = Self.classify(harder)
        variable = try ExactDecimal(coefficient: Int128(Self.variableByClass[pairClass] ?? 0), scale: 5)
        let cents = try ExactDecimal(coefficient: Int128(Self.fixedByClass[pairClass] ?? 0), scale: 2)
        fixed = try cents.multiplied(by: euroRate, scale: source.providerDigits, .halfUp).atScale(source.providerDigits)
    }
}
