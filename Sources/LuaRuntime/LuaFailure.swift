/// Why a chunk did not finish.
public struct LuaFailure: Error, Sendable, Equatable {
    /// The reasons.
    public enum Kind: Sendable, Equatable {
        /// The text is not Lua. `incomplete` when it ends too early, so that more lines may complete it.
        case syntax(incomplete: Bool)
        /// An error was raised and not caught.
        case runtime
        /// The memory limit was reached.
        case memory
        /// The run was cancelled.
        case cancelled
        /// The interpreter itself could not do its part, for example start its thread.
        case host
    }

    /// The reason.
    public var kind: Kind
    /// One line for a person; for a raised error its text, with the position that Lua put before it.
    public var message: String
    /// The chunk in which it happened, if known.
    public var chunkName: String?
    /// The line in ``chunkName``, from 1, if known.
    public var line: Int?
    /// The error object, when one was raised.
    public var raised: LuaRaisedError?
    /// The calls that led to it, innermost first, one a line.
    public var traceback: String?

    /// A failure of this kind.
    public init(
        kind: Kind,
        message: String,
        chunkName: String? = nil,
        line: Int? = nil,
        raised: LuaRaisedError? = nil,
        traceback: String? = nil
    ) {
        self.kind = kind
        self.message = message
        self.chunkName = chunkName
        self.line = line
        self.raised = raised
        self.traceback = traceback
    }
}
