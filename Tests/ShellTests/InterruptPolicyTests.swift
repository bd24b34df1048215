import Testing

@testable import Shell

@Suite("The second Ctrl-C")
struct InterruptPolicyTests {
    /// Moments of Ctrl-C in milliseconds, and what the last one means.
    struct Row: Sendable {
        let moments: [Int]
        let last: InterruptPolicy.Step
    }

    static let rows = [
        Row(moments: [0], last: .cancel),
        Row(moments: [0, 0], last: .leave),
        Row(moments: [0, 2000], last: .leave),
        Row(moments: [0, 2001], last: .cancel),
        Row(moments: [0, 2001, 4002], last: .cancel),
        Row(moments: [0, 2001, 4001], last: .leave),
    ]

    @Test("leaves within two seconds of the one before it, and cancels later", arguments: rows)
    func window(row: Row) {
        var policy = InterruptPolicy()
        let start = ContinuousClock.now
        let steps = row.moments.map { policy.interrupted(at: start + .milliseconds($0)) }
        #expect(steps.last == row.last)
    }
}
