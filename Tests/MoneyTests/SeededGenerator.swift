import Money

/// A generator that gives the same numbers in every run (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of at most `bits` bits, all lengths alike, so that small and large ones are equally common.
    mutating func magnitude(bits: Int) -> UInt128 {
        let length = Int.random(in: 0...bits, using: &self)
        let random = UInt128(next()) << 64 | UInt128(next())
        return length == 0 ? 0 : random >> (128 - length)
    }

    mutating func coefficient(bits: Int) -> Int128 {
        let magnitude = Int128(magnitude(bits: bits))
        return Bool.random(using: &self) ? magnitude : -magnitude
    }

    mutating func decimal(bits: Int = 127, scales: ClosedRange<Int> = 0...36) throws -> ExactDecimal {
        try ExactDecimal(coefficient: coefficient(bits: bits), scale: Int.random(in: scales, using: &self))
    }

    mutating func currency() throws -> Currency {
        try Currency(code: ["EUR", "JPY", "HUF", "BHD", "SGD"].randomElement(using: &self) ?? "EUR")
    }
}
