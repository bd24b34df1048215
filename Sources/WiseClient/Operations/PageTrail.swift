/// The way through the pages of a list: it ends when the bank repeats itself, instead of going on for ever.
struct PageTrail<Position: Hashable & Sendable>: Sendable {
    private var seen: Set<Position> = []

    /// Remembers where the next page starts.
    ///
    /// - Throws: When a page started there before: what has been read is not the whole list then, and may not pass for it.
    mutating func goOn(to position: Position) throws(ClientError) {
        guard seen.insert(position).inserted else { throw Self.repeats }
    }

    static var repeats: ClientError {
        ClientError(
            .unexpectedAnswer, code: "pages_repeat", message: "the bank's pages lead back to one that was read already",
            hint: "Ask for single pages, or for a shorter period")
    }
}
