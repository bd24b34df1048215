/// Why a text is no ``ExactDecimal``.
public struct DecimalParsingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The text, or its beginning where it is long.
    public let excerpt: String
    /// What is wrong with it.
    public let reason: Reason

    /// What is wrong with a text that should be a number.
    public enum Reason: Error, Equatable, Sendable {
        /// There is nothing to read.
        case empty
        /// The text ends where a digit must stand, as in `1.` or `-`.
        case endsTooEarly
        /// Something else stands where a digit must, as in `.5`, `+1` or `1e`.
        case digitExpected
        /// Something follows the number, as in `1,000` or `1 `.
        case unexpectedCharacter
        /// The number has more digits than ``ExactDecimal`` holds.
        case tooManyDigits
        /// The number has more than ``ExactDecimal/maximumScale`` digits after the point.
        case tooManyDecimalPlaces
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ reason: Reason) {
        excerpt = String(excerptOf: bytes)
        self.reason = reason
    }

    /// The text, the reason and how a number is written.
    public var description: String {
        "\(excerpt.debugDescription) is not a decimal number: \(reason.explanation)"
    }
}

extension DecimalParsingError.Reason {
    fileprivate var explanation: String {
        switch self {
        case .empty: "there is no text; write digits, such as 12.30"
        case .endsTooEarly: "it ends before a digit; write digits on both sides of the point, such as 12.30"
        case .digitExpected: "a digit is missing; write it without plus sign or spaces, such as -12.30 or 0.5"
        case .unexpectedCharacter: "something follows the digits; write it without spaces and grouping, such as 1000.50"
        case .tooManyDigits: "it has more digits than can be held exactly; at most 38 are"
        case .tooManyDecimalPlaces: "it has more than \(ExactDecimal.maximumScale) digits after the point"
        }
    }
}

extension String {
    /// Enough of an unknown text to recognise it in a message.
    init(excerptOf bytes: UnsafeBufferPointer<UInt8>) {
        let limit = 40
        self = String(decoding: bytes.prefix(limit), as: UTF8.self) + (bytes.count > limit ? "…" : "")
    }
}
