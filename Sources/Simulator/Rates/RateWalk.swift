import Money

/// How far a currency moves between two fixings and after the table, decided by a seed alone.
///
/// Movements are whole numbers of billionths. Both walks are sums of straight lines between pseudo-random heights at
/// regular distances, so that any point is found at once and none depends on which ones were asked for before.
struct RateWalk {
    private let seed: UInt64
    private let currency: Currency

    init(seed: UInt64, currency: Currency) {
        self.seed = seed
        self.currency = currency
    }

    /// One plus a movement.
    static func factor(_ billionths: Int) throws(ArithmeticError) -> ExactDecimal {
        try ExactDecimal(coefficient: Int128(1_000_000_000 + billionths), scale: 9)
    }

    /// For so many seconds a rate holds, so that what is asked twice within minutes is answered alike.
    private static let holdingTime = 900

    /// The movement so many seconds after the fixing of a day: none at the fixing, and never more than ten basis points.
    func swing(day: Int, elapsed: Int) -> Int {
        let elapsed = elapsed / Self.holdingTime * Self.holdingTime
        guard elapsed > 0 else { return 0 }
        return pegged { code in
            let hours = line(code, stream: UInt64(day) << 8, period: 3600, at: elapsed)
            let minutes = line(code, stream: UInt64(day) << 8 | 1, period: 300, at: elapsed)
            return hours * 6 + minutes
        }
    }

    /// The movement so many weekdays after the table: some tenths of a percent a day, and always less than 20 percent.
    func drift(weekdays: Int) -> Int {
        guard weekdays > 0 else { return 0 }
        return pegged { code in
            var sum = 0
            for (level, height) in Self.heights.enumerated() {
                let here = line(code, stream: 1 << 40 | UInt64(level), period: 1 << level, at: weekdays)
                sum += here * height
            }
            return sum
        }
    }

    /// Basis points for lines over 1, 2, 4… weekdays: times the square root of two at each step, as a random walk grows.
    private static let heights = [20, 28, 40, 57, 80, 113, 160, 226, 320, 453]

    /// The currencies that keep to another one move with it, and a hundredth as much on their own.
    private func pegged(_ movement: (UInt32) -> Int) -> Int {
        let own = movement(currency.packedCode)
        return switch currency.code {
        case "DKK": own / 100
        case "HKD": movement(Currency.usd.packedCode) + own / 100
        default: own
        }
    }

    /// A height between minus and plus one basis point on the line from one mark to the next; the first mark is at zero.
    private func line(_ code: UInt32, stream: UInt64, period: Int, at position: Int) -> Int {
        let mark = position / period
        let left = height(code, stream, mark)
        let right = height(code, stream, mark + 1)
        return left + (right - left) * (position % period) / period
    }

    private func height(_ code: UInt32, _ stream: UInt64, _ mark: Int) -> Int {
        guard mark > 0 else { return 0 }
        let bits = Self.mixed(Self.mixed(seed &+ UInt64(code)) ^ Self.mixed(stream) &+ UInt64(mark))
        return Int(bits % 200_001) - 100_000
    }

    /// The mixing step of the SplitMix64 generator.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value &+ 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
