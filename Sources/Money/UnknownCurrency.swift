/// A text that is no code of the currency table.
public struct UnknownCurrency: Error, Equatable, Sendable, CustomStringConvertible {
    /// The text, or its beginning where it is long.
    public let excerpt: String
    /// The currency that was probably meant, when one is near enough.
    public let suggestion: Currency?

    /// - Parameter text: What stood where a code was expected.
    public init(_ text: String) {
        var text = text
        excerpt = text.withUTF8 { String(excerptOf: $0) }
        suggestion = Self.nearest(to: excerpt)
    }

    /// The text and what to write instead.
    public var description: String {
        let problem = "\(excerpt.debugDescription) is no currency code of ISO 4217"
        guard let suggestion else { return problem + "; write three capital letters, such as EUR" }
        return problem + "; did you mean \(suggestion.code) (\(suggestion.name))?"
    }

    /// The same code in other letters, else the only currency with this sign, else a code with one slip in it.
    private static func nearest(to text: String) -> Currency? {
        let letters = text.uppercased()
        let candidates = Currency.all.filter(\.isHeldByProvider) + Currency.all.filter { !$0.isHeldByProvider && !$0.isWithdrawn }
        return Currency.all.first { $0.code == letters }
            ?? candidates.first { $0.symbol == text }
            ?? candidates.first { Self.isOneSlip($0.code, letters) }
    }

    /// Whether one letter is wrong, missing or too many, or two neighbours have changed places.
    private static func isOneSlip(_ code: String, _ text: String) -> Bool {
        let code = Array(code.utf8)
        let text = Array(text.utf8)
        let start = zip(code, text).prefix { $0 == $1 }.count
        let (left, right) = (code[start...], text[start...])
        return left.dropFirst() == right.dropFirst()
            || left.elementsEqual(right.dropFirst())
            || left.dropFirst().elementsEqual(right)
            || (left.count > 1 && right.count > 1 && left.prefix(2).reversed().elementsEqual(right.prefix(2))
                && left.dropFirst(2).elementsEqual(right.dropFirst(2)))
    }
}
