/// The "did you mean" of an error.
public enum Suggestion {
    /// The candidate nearest to a word when it is near enough to be a slip, or nil.
    static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
        let limit = max(1, word.count / 3)
        let ranked = candidates.map { (distance: distance(Array(word.lowercased()), Array($0.lowercased())), word: $0) }
        return ranked.filter { $0.distance <= limit }.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
    }

    /// The sentence for an error, or the list of what there is.
    public static func text(for word: String, in candidates: [String]) -> String {
        if let nearest = nearest(to: word, in: candidates) { return "Did you mean '\(nearest)'?" }
        return candidates.isEmpty ? "There are none" : "There are: \(candidates.joined(separator: ", "))"
    }

    /// Levenshtein's distance, with neighbours that changed places counted once.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                var best = min(
                    previous[column + 1] + 1, current[column] + 1, previous[column] + (left[row] == right[column] ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforePrevious[column - 1] + 1)
                }
                current.append(best)
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
