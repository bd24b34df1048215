/// Numbers that look random and follow from a seed (SplitMix64).
struct Entropy: Sendable, RandomNumberGenerator {
    private var state: UInt64

    /// A stream of its own for each purpose, so that one purpose never disturbs another.
    init(seed: UInt64, stream: UInt64) {
        state = Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15) ^ Self.mix(stream &* 0xD1B5_4A32_D192_ED03 &+ 1)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mix(state)
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        var value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A UUID of version 4.
    mutating func uuid() -> String {
        let high = next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        return String(unsafeUninitializedCapacity: 36) { buffer in
            var position = 0
            for digit in 0..<32 {
                if digit == 8 || digit == 12 || digit == 16 || digit == 20 {
                    buffer[position] = UInt8(ascii: "-")
                    position += 1
                }
                buffer[position] = Self.hexadecimalDigit(digit < 16 ? high : low, at: digit % 16)
                position += 1
            }
            return position
        }
    }

    /// 32 hexadecimal digits, as the bank's trace identifiers have.
    mutating func traceIdentifier() -> String {
        let high = next()
        let low = next()
        return String(unsafeUninitializedCapacity: 32) { buffer in
            for digit in 0..<16 {
                buffer[digit] = Self.hexadecimalDigit(high, at: digit)
                buffer[digit + 16] = Self.hexadecimalDigit(low, at: digit)
            }
            return 32
        }
    }

    private static func hexadecimalDigit(_ value: UInt64, at position: Int) -> UInt8 {
        let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - position * 4) & 15)
        return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
}

extension World {
    /// A new UUID.
    mutating func makeUUID() -> String {
        settings.counters.identifier += 1
        var entropy = Entropy(seed: settings.seed, stream: settings.counters.identifier << 1)
        return entropy.uuid()
    }

    /// The trace identifier of the next answer.
    mutating func makeTraceIdentifier() -> String {
        settings.counters.request += 1
        var entropy = Entropy(seed: settings.seed, stream: settings.counters.request << 1 | 1)
        return entropy.traceIdentifier()
    }
}
