/// An error that is raised in Lua as a table of class `error`, so that a script can look at its fields.
///
/// The fields in Lua are `kind`, `code`, `message`, `http_status`, `retryable`, `ambiguous`, `hint` and `details`.
public struct LuaRaisedError: Error, Sendable, Equatable {
    /// The family of the error, such as `money` or `api`.
    public var kind: String
    /// What went wrong within the family, such as `currency_mismatch`.
    public var code: String?
    /// One sentence for a person.
    public var message: String
    /// The status of the answer that caused it, if an answer did.
    public var httpStatus: Int?
    /// Whether the same call may succeed later.
    public var retryable: Bool
    /// Whether it is unknown if the call had its effect.
    public var ambiguous: Bool
    /// What to do next.
    public var hint: String?
    /// More about the error, as fields.
    public var details: LuaTable?

    /// An error of this kind and message.
    public init(
        kind: String,
        code: String? = nil,
        message: String,
        httpStatus: Int? = nil,
        retryable: Bool = false,
        ambiguous: Bool = false,
        hint: String? = nil,
        details: LuaTable? = nil
    ) {
        self.kind = kind
        self.code = code
        self.message = message
        self.httpStatus = httpStatus
        self.retryable = retryable
        self.ambiguous = ambiguous
        self.hint = hint
        self.details = details
    }
}
