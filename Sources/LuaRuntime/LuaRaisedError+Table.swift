extension LuaRaisedError {
    /// The class of error objects in Lua.
    static let className = "error"

    /// The error as Lua sees it.
    var table: LuaTable {
        LuaTable(
            fields: [
                LuaTable.Field(key: "kind", value: .string(kind)),
                LuaTable.Field(key: "code", value: code.map(LuaValue.string) ?? .none),
                LuaTable.Field(key: "message", value: .string(message)),
                LuaTable.Field(key: "http_status", value: httpStatus.map { .integer(Int64($0)) } ?? .none),
                LuaTable.Field(key: "retryable", value: .boolean(retryable)),
                LuaTable.Field(key: "ambiguous", value: .boolean(ambiguous)),
                LuaTable.Field(key: "hint", value: hint.map(LuaValue.string) ?? .none),
                LuaTable.Field(key: "details", value: details.map(LuaValue.table) ?? .none),
            ],
            className: Self.className)
    }

    /// The error that a Lua table stands for: one of class `error`, or any that has a text as its `message`.
    init?(_ table: LuaTable) {
        func text(_ key: String) -> String? {
            guard case .string(let text) = table[key] else { return nil }
            return text
        }
        guard table.className == Self.className || text("message") != nil else { return nil }
        var status: Int?
        if case .integer(let number) = table["http_status"] { status = Int(number) }
        var details: LuaTable?
        if case .table(let table) = table["details"] { details = table }
        self.init(
            kind: text("kind") ?? "script",
            code: text("code"),
            message: text("message") ?? "an error without a message",
            httpStatus: status,
            retryable: table["retryable"] == .boolean(true),
            ambiguous: table["ambiguous"] == .boolean(true),
            hint: text("hint"),
            details: details)
    }

    /// What any error of a host function is in Lua.
    init(describing error: any Error) {
        self = error as? LuaRaisedError ?? LuaRaisedError(kind: "internal", message: String(describing: error))
    }
}
