/// A journal that lives as long as the process: for the prompt, for tests and for the simulator.
public actor InMemoryEffectJournal: EffectJournal {
    /// An intent with what became of it, nil while it is on its way.
    public struct Entry: Sendable, Hashable {
        /// What was about to be sent.
        public let intent: Intent
        /// What became of it.
        public internal(set) var outcome: Outcome?
    }

    /// The entries in the order of their intents.
    public private(set) var entries: [Entry] = []
    private var positions: [String: Int] = [:]

    /// An empty journal.
    public init() {}

    /// Keeps an intent.
    ///
    /// - Throws: ``JournalError`` when its key was used before.
    public func record(_ intent: Intent) throws {
        guard positions[intent.key] == nil else { throw JournalError.keyUsedBefore(intent.key) }
        positions[intent.key] = entries.count
        entries.append(Entry(intent: intent, outcome: nil))
    }

    /// Keeps an outcome.
    ///
    /// - Throws: ``JournalError`` when there is no such intent.
    public func record(_ outcome: Outcome, ofKey key: String) throws {
        guard let position = positions[key] else { throw JournalError.noSuchIntent(key) }
        entries[position].outcome = outcome
    }
}

/// Why a journal refuses an entry.
public enum JournalError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Two intents can never share a key: the bank would answer the second with the first's result.
    case keyUsedBefore(String)
    /// An outcome without an intent.
    case noSuchIntent(String)

    /// One sentence.
    public var description: String {
        switch self {
        case .keyUsedBefore(let key): "the idempotence key \(key) was used before"
        case .noSuchIntent(let key): "there is no intent with the key \(key)"
        }
    }
}
