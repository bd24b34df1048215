import LuaRuntime

/// Rows as aligned text.
struct TextTable: Sendable {
    /// A line above the table.
    var title: String?
    private let columns: [String]
    private let cells: [[LuaValue]]

    /// A table of the named columns, or of all fields of the rows.
    init(rows: [LuaValue], columns: [String]?) {
        var names = columns ?? []
        if columns == nil {
            for row in rows {
                guard case .table(let table) = row else { continue }
                for field in table.fields where !names.contains(field.key) { names.append(field.key) }
            }
        }
        self.columns = names
        cells = rows.map { row in names.map { row[field: $0] } }
    }

    /// The table as lines, each with its end.
    func text(for output: ScriptOutput) -> String {
        let texts = cells.map { row in row.map { $0 == .none ? "-" : output.visible(Self.oneLine($0.shown)) } }
        let widths = columns.indices.map { index in
            max(columns[index].count, texts.map { $0[index].count }.max() ?? 0)
        }
        let isRight = columns.indices.map { index in
            cells.contains { $0[index].isNumeric } && cells.allSatisfy { $0[index] == .none || $0[index].isNumeric }
        }
        func line(_ texts: [String]) -> String {
            var line = ""
            for (index, text) in texts.enumerated() {
                let padding = String(repeating: " ", count: widths[index] - text.count)
                line += (index > 0 ? "  " : "") + (isRight[index] ? padding + text : text + padding)
            }
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        let bold = output.usesColor ? ("\u{1B}[1m", "\u{1B}[0m") : ("", "")
        var lines = title.map { bold.0 + output.visible($0) + bold.1 + "\n" } ?? ""
        lines += bold.0 + line(columns) + bold.1 + "\n"
        for row in texts { lines += line(row) + "\n" }
        if texts.isEmpty { lines += "(nothing)\n" }
        return lines
    }

    /// A cell is one line, whatever stands in it.
    static func oneLine(_ text: String) -> String { String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
}
