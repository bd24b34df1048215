/// How a value that does not fit a coarser scale is brought to it.
///
/// The names are those of IEEE 754-2019, clause 4.3. Nothing in this module rounds unless it is
/// given one of these, so that every rounding of money can be found by searching for its mode.
public enum RoundingMode: String, Sendable, CaseIterable {
    /// To the nearest; a tie goes to the even neighbour. Unbiased over many roundings.
    case halfEven
    /// To the nearest; a tie goes away from zero. What the bank does with fees and converted amounts.
    case halfUp
    /// To the nearest; a tie goes toward zero.
    case halfDown
    /// Away from zero.
    case up
    /// Toward zero.
    case down
    /// Toward positive infinity.
    case ceiling
    /// Toward negative infinity.
    case floor
}

extension RoundingMode {
    /// Whether a quotient cut toward zero must take one step back away from it.
    ///
    /// - Parameters:
    ///   - isNegative: The sign of the exact number, also where the quotient itself is zero.
    ///   - isOdd: Whether the cut quotient is odd.
    ///   - discarded: What the cut removed.
    func movesAwayFromZero(isNegative: Bool, isOdd: Bool, discarded: DiscardedPart) -> Bool {
        guard discarded != .nothing else { return false }
        return switch self {
        case .up: true
        case .down: false
        case .ceiling: !isNegative
        case .floor: isNegative
        case .halfUp: discarded >= .half
        case .halfDown: discarded > .half
        case .halfEven: discarded == .half ? isOdd : discarded > .half
        }
    }
}

/// What a division cut off, measured in units of the last digit that stays.
enum DiscardedPart: Int, Comparable {
    case nothing, lessThanHalf, half, moreThanHalf

    /// - Parameters:
    ///   - remainder: Less than `divisor`.
    ///   - isPartial: Whether a still smaller remainder was cut off before this one.
    init(remainder: UInt128, of divisor: UInt128, isPartial: Bool = false) {
        // The remainder is compared with its distance to the divisor, because twice the remainder may not fit.
        let distance = divisor - remainder
        if remainder > distance {
            self = .moreThanHalf
        } else if remainder == distance {
            self = isPartial ? .moreThanHalf : .half
        } else {
            self = remainder > 0 || isPartial ? .lessThanHalf : .nothing
        }
    }

    static func < (left: DiscardedPart, right: DiscardedPart) -> Bool { left.rawValue < right.rawValue }
}
