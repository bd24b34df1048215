extension Money {
    /// The most parts that an amount is shared out in.
    public static let maximumParts = 100_000

    /// The amount in `count` parts that differ by one unit at most, the greater ones first.
    ///
    /// The parts add up to the amount. For the unit see ``allocated(by:)``.
    public func split(into count: Int) throws(MoneyError) -> [Money] {
        guard count > 0 else { throw .invalidWeights("\(count) parts were asked for; ask for one or more") }
        try Self.checkNumberOfParts(count)
        let (units, scale) = try unitsToShare()
        let (quotient, remainder) = units.quotientAndRemainder(dividingBy: UInt128(count))
        return (0..<count).map { part(quotient + (UInt128($0) < remainder ? 1 : 0), scale: scale) }
    }

    /// The amount in parts as `weights` are to each other, to the unit, by the method of the largest remainder.
    ///
    /// Every part gets its exact share cut to whole units; the units that are left over go one each to
    /// the parts from which most was cut. Where the same was cut, to the one that stands first. So the
    /// parts add up to the amount, no part is a whole unit away from its exact share, the order of the weights
    /// only decides ties, and a weight of zero gets nothing. A single cent goes to the greatest weight,
    /// and among equal weights to the first; a negative amount is shared out like the positive one.
    ///
    /// The unit is the smallest that the API moves (``Currency/providerDigits``), or the last
    /// digit of the amount where that is finer.
    ///
    /// - Parameter weights: Not negative, and not all zero; only their proportion counts.
    public func allocated(by weights: [ExactDecimal]) throws(MoneyError) -> [Money] {
        let weights = try Self.wholeWeights(weights)
        var total: UInt128 = 0
        for weight in weights {
            let (sum, overflow) = total.addingReportingOverflow(weight)
            guard !overflow else { throw .overflow }
            total = sum
        }
        guard total > 0 else { throw .invalidWeights("every weight is zero; give at least one that is greater") }
        let (units, scale) = try unitsToShare()

        var shares: [UInt128] = []
        var remainders: [UInt128] = []
        var left = units
        for weight in weights {
            var share = WideNatural(product: units, weight)
            remainders.append(share.divide(by: total))
            shares.append(share.low)
            left -= share.low
        }
        if left > 0 {
            let order = remainders.indices.sorted {
                remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1]
            }
            for index in order.prefix(Int(left)) { shares[index] += 1 }
        }
        return shares.map { part($0, scale: scale) }
    }

    /// The amount without sign, counted in units of 10⁻`scale`.
    private func unitsToShare() throws(MoneyError) -> (units: UInt128, scale: Int) {
        let exact = amount.normalized
        let scale = max(exact.scale, currency.providerDigits)
        guard let units = exact.coefficient.raised(by: scale - exact.scale) else { throw .overflow }
        return (units.magnitude, scale)
    }

    private func part(_ units: UInt128, scale: Int) -> Money {
        let coefficient = isNegative ? -Int128(units) : Int128(units)
        return Money(ExactDecimal(uncheckedCoefficient: coefficient, scale: scale), currency)
    }

    /// The weights as integers in the same proportion.
    private static func wholeWeights(_ weights: [ExactDecimal]) throws(MoneyError) -> [UInt128] {
        guard !weights.isEmpty else { throw .invalidWeights("there are no weights; give one for each part") }
        try checkNumberOfParts(weights.count)
        if let negative = weights.first(where: \.isNegative) {
            throw .invalidWeights("the weight \(negative) is negative; give weights of zero or more")
        }
        let exact = weights.map(\.normalized)
        let scale = exact.reduce(0) { max($0, $1.scale) }
        var whole: [UInt128] = []
        whole.reserveCapacity(exact.count)
        for weight in exact {
            guard let coefficient = weight.coefficient.raised(by: scale - weight.scale) else { throw .overflow }
            whole.append(coefficient.magnitude)
        }
        return whole
    }

    private static func checkNumberOfParts(_ count: Int) throws(MoneyError) {
        guard count <= maximumParts else {
            throw .invalidWeights("\(count) parts are too many; share it out in \(maximumParts) or fewer")
        }
    }
}
