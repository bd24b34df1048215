extension ExactDecimal: Hashable {
    /// Whether both are the same number, however they are written.
    public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.scale == right.scale { return left.coefficient == right.coefficient }
        let (coarse, fine) = left.scale < right.scale ? (left, right) : (right, left)
        return coarse.coefficient.raised(by: fine.scale - coarse.scale) == fine.coefficient
    }

    /// Feeds the number, not the way it is written, so that equal numbers hash alike.
    public func hash(into hasher: inout Hasher) {
        let number = normalized
        hasher.combine(number.coefficient)
        hasher.combine(number.scale)
    }
}

extension ExactDecimal: Comparable {
    /// Whether the left number is the smaller one.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.scale == right.scale { return left.coefficient < right.coefficient }
        // A number that cannot be written at the other's scale lies beyond every number of that scale.
        if left.scale < right.scale {
            guard let raised = left.coefficient.raised(by: right.scale - left.scale) else { return left.isNegative }
            return raised < right.coefficient
        }
        guard let raised = right.coefficient.raised(by: left.scale - right.scale) else { return right.isPositive }
        return left.coefficient < raised
    }
}
