import LuaRuntime

/// One object as text, a field a line.
struct FieldList: Sendable {
    /// A line above the fields.
    var title: String?
    private let fields: [LuaTable.Field]

    /// The named fields of an object, or all of them; those that are absent are left out.
    init(_ object: LuaTable, columns: [String]?) {
        fields = columns?.map { LuaTable.Field(key: $0, value: object[$0]) }.filter { $0.value != .none } ?? object.fields
    }

    /// The fields as lines, each with its end.
    func text(for output: ScriptOutput) -> String {
        let width = fields.map(\.key.count).max() ?? 0
        let bold = output.usesColor ? ("\u{1B}[1m", "\u{1B}[0m") : ("", "")
        var lines = title.map { bold.0 + output.visible($0) + bold.1 + "\n" } ?? ""
        for field in fields {
            let padding = String(repeating: " ", count: width - field.key.count)
            lines += output.visible(field.key) + padding + "  " + output.visible(TextTable.oneLine(field.value.shown)) + "\n"
        }
        return fields.isEmpty ? lines + "(nothing)\n" : lines
    }
}
