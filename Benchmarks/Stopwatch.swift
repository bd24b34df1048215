/// Measures by repetition: the fastest of several rounds is the one that others disturbed least.
enum Stopwatch {
    /// Milliseconds of the fastest round of each, taken in turn so that both meet the same machine.
    static func fastest(rounds: Int, _ bodies: [() throws -> Void]) throws -> [Double] {
        var best = [Double](repeating: .infinity, count: bodies.count)
        for _ in 0..<rounds {
            for (index, body) in bodies.enumerated() {
                let time = try ContinuousClock().measure { try body() }
                best[index] = min(best[index], milliseconds(time))
            }
        }
        return best
    }

    /// Milliseconds of a duration.
    static func milliseconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
    }
}
