/// The descriptors that a prompt reads and writes. It never closes them.
public struct PromptStreams: Sendable {
    /// Where chunks come from. Lines are edited when this is a terminal.
    public var input: Int32
    /// Where results go.
    public var output: Int32
    /// Where errors go, and the editing too when `output` is not a terminal.
    public var errors: Int32

    /// Descriptors of the caller, open as long as the prompt runs.
    public init(input: Int32, output: Int32, errors: Int32) {
        self.input = input
        self.output = output
        self.errors = errors
    }

    /// The streams of the process.
    public static let standard = PromptStreams(input: 0, output: 1, errors: 2)
}
