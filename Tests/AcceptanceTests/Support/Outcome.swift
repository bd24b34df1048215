import Testing

/// How a run of the program ended and what it said.
struct Outcome: Sendable, CustomTestStringConvertible {
    enum End: Sendable, Equatable {
        case code(Int32)
        case signal(Int32)
    }

    let end: End
    /// What came on standard output.
    let output: String
    /// What came on standard error.
    let messages: String

    var lines: [Substring] { output.split(separator: "\n") }

    var testDescription: String { "\(end)\n\(output)\n\(messages)" }
}
