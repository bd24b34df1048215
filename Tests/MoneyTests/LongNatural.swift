import Money

/// Natural numbers of any length in the plainest way, digit by digit in base ten: the judge of the fast arithmetic.
struct LongNatural: Equatable, Comparable {
    /// The last digit first, without zeros at the front of the number.
    private var digits: [UInt8]

    init(_ value: UInt128) {
        digits = String(value).utf8.reversed().map { $0 - 48 }
        trim()
    }

    private init(digits: [UInt8]) {
        self.digits = digits
        trim()
    }

    var isOdd: Bool { (digits.first ?? 0) % 2 == 1 }

    func raised(by exponent: Int) -> LongNatural {
        LongNatural(digits: Array(repeating: 0, count: exponent) + digits)
    }

    static func + (left: LongNatural, right: LongNatural) -> LongNatural {
        var sum: [UInt8] = []
        var carry: UInt8 = 0
        for index in 0..<max(left.digits.count, right.digits.count) {
            let column = left.digit(index) + right.digit(index) + carry
            sum.append(column % 10)
            carry = column / 10
        }
        return LongNatural(digits: sum + [carry])
    }

    /// The difference; `left` is not less than `right`.
    static func - (left: LongNatural, right: LongNatural) -> LongNatural {
        var difference: [UInt8] = []
        var borrow: UInt8 = 0
        for index in left.digits.indices {
            let taken = right.digit(index) + borrow
            borrow = left.digits[index] < taken ? 1 : 0
            difference.append(left.digits[index] + borrow * 10 - taken)
        }
        return LongNatural(digits: difference)
    }

    static func * (left: LongNatural, right: LongNatural) -> LongNatural {
        var columns = Array(repeating: 0, count: left.digits.count + right.digits.count + 1)
        for (leftIndex, leftDigit) in left.digits.enumerated() {
            for (rightIndex, rightDigit) in right.digits.enumerated() {
                columns[leftIndex + rightIndex] += Int(leftDigit) * Int(rightDigit)
            }
        }
        var carry = 0
        let product = columns.map { column in
            let value = column + carry
            carry = value / 10
            return UInt8(value % 10)
        }
        return LongNatural(digits: product)
    }

    static func < (left: LongNatural, right: LongNatural) -> Bool {
        guard left.digits.count == right.digits.count else { return left.digits.count < right.digits.count }
        return left.digits.reversed().lexicographicallyPrecedes(right.digits.reversed())
    }

    private func digit(_ index: Int) -> UInt8 { index < digits.count ? digits[index] : 0 }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
    }
}

extension LongNatural {
    /// Whether `quotient` is what `mode` makes of `numerator` / `denominator` with this sign.
    static func isRounded(
        _ quotient: UInt128, _ numerator: LongNatural, _ denominator: LongNatural, isNegative: Bool, _ mode: RoundingMode
    ) -> Bool {
        let product = LongNatural(quotient) * denominator
        let isCut = product <= numerator
        let error = isCut ? numerator - product : product - numerator
        guard error < denominator else { return false }
        if error == LongNatural(0) { return true }
        let twice = error + error
        return switch mode {
        case .down: isCut
        case .up: !isCut
        case .ceiling: isCut == isNegative
        case .floor: isCut != isNegative
        case .halfEven: twice < denominator || (twice == denominator && !LongNatural(quotient).isOdd)
        case .halfUp: twice < denominator || (twice == denominator && !isCut)
        case .halfDown: twice < denominator || (twice == denominator && isCut)
        }
    }
}
