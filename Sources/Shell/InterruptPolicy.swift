/// What a Ctrl-C means while a chunk runs.
struct InterruptPolicy {
    enum Step: Equatable {
        /// Ask the session to stop the chunk.
        case cancel
        /// The chunk does not listen: leave the program.
        case leave
    }

    /// How soon the second Ctrl-C must follow the first to leave.
    static let window: Duration = .seconds(2)

    private var last: ContinuousClock.Instant?

    mutating func interrupted(at now: ContinuousClock.Instant) -> Step {
        defer { last = now }
        guard let last, now - last <= Self.window else { return .cancel }
        return .leave
    }
}
