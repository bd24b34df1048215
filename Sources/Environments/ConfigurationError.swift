import WiseClient

/// What is wrong with the configuration, and what to do about it. No secret is in it.
public struct ConfigurationError: Error, Sendable, Equatable {
    /// A word that is none of those that are known.
    public struct Misspelling: Sendable, Equatable {
        /// What was written.
        public let word: String
        /// What can be written.
        public let known: [String]
    }

    /// What is wrong.
    public let message: String
    /// What to do.
    public let hint: String
    /// The word that is not known, for a suggestion; the hint lists them all.
    public let misspelling: Misspelling?

    /// An error.
    public init(_ message: String, hint: String) { (self.message, self.hint, misspelling) = (message, hint, nil) }

    /// A word that is not known.
    init(_ message: String, word: String, known: [String]) {
        self.message = message
        hint = "There are: \(known.joined(separator: ", "))"
        misspelling = Misspelling(word: word, known: known)
    }

    init(_ refusal: SecretFile.Refusal) { self.init(refusal.message, hint: refusal.hint) }
}
