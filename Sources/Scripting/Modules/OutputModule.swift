import LuaRuntime
import Money

extension Surface {
    /// `out` and `log`: results for people, and messages.
    static let outputFunctions: [FunctionDescription] = [
        FunctionDescription(
            "out", "print", "Prints values in one line, like print.",
            positional: [.repeated("values", "any", "what to print")], effect: .shows,
            example: "out.print(\"fee\", EUR \"0.43\")",
            immediate: { context, arguments in
                let line = arguments.all.map(\.shown).joined(separator: "  ")
                context.output.results(context.output.visible(line) + "\n")
                return .none
            }),
        FunctionDescription(
            "out", "table", "Prints rows as a table; amounts and numbers stand to the right.",
            positional: [
                .required("rows", "list of tables", "one table for each row"),
                .optional("options", "table", "columns (a list of names), title (a text)"),
            ], effect: .shows, example: "out.table(wise.balances(), { columns = { \"currency\", \"name\", \"amount\" } })",
            immediate: { context, arguments in
                let options = try arguments.options("options", known: ["columns", "title"])
                var table = TextTable(rows: try rows(arguments), columns: try columns(options, arguments))
                table.title = try title(options, arguments)
                context.output.results(table.text(for: context.output))
                return .none
            }),
        FunctionDescription(
            "out", "fields", "Prints one object, a field a line; fields that are absent are left out.",
            positional: [
                .required("object", "table", "the object"),
                .optional("options", "table", "columns (a list of names, all of them without it), title (a text)"),
            ], effect: .shows, example: "out.fields(wise.balance \"EUR\", { columns = { \"id\", \"amount\" } })",
            immediate: { context, arguments in
                guard case .table(let object) = arguments["object"], object.array.isEmpty else {
                    throw arguments.mismatch("object", "one table with named fields")
                }
                let options = try arguments.options("options", known: ["columns", "title"])
                var list = FieldList(object, columns: try columns(options, arguments))
                list.title = try title(options, arguments)
                context.output.results(list.text(for: context.output))
                return .none
            }),
        FunctionDescription(
            "out", "chart", "Draws amounts as bars.",
            positional: [
                .required("rows", "list of tables", "each with label (a text) and value (money, integer or decimal)"),
                .optional("options", "table", "title (a text)"),
            ], effect: .shows,
            example: "out.chart({ { label = \"EUR\", value = EUR \"3\" }, { label = \"jar\", value = EUR \"1\" } })",
            immediate: { context, arguments in
                let options = try arguments.options("options", known: ["title"])
                guard let chart = BarChart(rows: try rows(arguments), title: try title(options, arguments)) else {
                    throw arguments.mismatch("rows", "a list of { label = text, value = money }")
                }
                context.output.results(context.output.visible(chart.text(width: context.output.width)))
                return .none
            }),
        logFunction("debug", "Writes a message for the author of the script."),
        logFunction("info", "Writes a message."),
        logFunction("warn", "Writes a warning."),
        logFunction("error", "Writes an error, without stopping."),
    ]

    private static func logFunction(_ level: String, _ summary: String) -> FunctionDescription {
        FunctionDescription(
            "log", level, summary + " It goes to standard error.",
            positional: [.repeated("values", "any", "what to write")], effect: .shows,
            example: "log.\(level)(\"nothing to sweep\")",
            immediate: { context, arguments in
                let line = arguments.all.map(\.shown).joined(separator: "  ")
                context.output.messages("\(level): \(line.withVisibleControls)\n")
                return .none
            })
    }

    private static func rows(_ arguments: Arguments) throws -> [LuaValue] {
        guard case .table(let rows) = arguments["rows"], rows.fields.isEmpty,
            rows.array.allSatisfy({ if case .table = $0 { true } else { false } })
        else { throw arguments.mismatch("rows", "a list of tables, one for each row") }
        return rows.array
    }

    private static func title(_ options: LuaTable, _ arguments: Arguments) throws -> String? {
        switch options["title"] {
        case .none: return nil
        case .string(let text): return text
        default: throw arguments.mismatch("options", "a table whose title is a text")
        }
    }

    private static func columns(_ options: LuaTable, _ arguments: Arguments) throws -> [String]? {
        guard options["columns"] != .none else { return nil }
        guard case .table(let table) = options["columns"], !table.array.isEmpty else {
            throw arguments.mismatch("options", "a table whose columns are a list of texts")
        }
        return try table.array.map { value in
            guard case .string(let name) = value else { throw arguments.mismatch("options", "columns as a list of texts") }
            return name
        }
    }

    /// What stands in no module.
    static let globalFunctions: [FunctionDescription] = [
        FunctionDescription(
            "", "decimal", "Makes an exact number from a text or an integer; never from a float.",
            positional: [.required("value", "string or integer", "the number")], result: "a decimal", effect: .computes,
            example: "print(decimal \"0.05\" * 3)",
            immediate: { _, arguments in .decimal(try arguments.decimal("value")) }),
        FunctionDescription(
            "", "check", "Stops the script with a message unless the condition holds.",
            positional: [
                .required("condition", "any", "what must hold"),
                .optional("message", "string", "the message; %s takes the values that follow"),
            ], result: "the condition", effect: .computes, example: "check(#wise.balances() > 0, \"no balance is open\")"),
        FunctionDescription(
            "", "script", "Heads a script: name, summary, version and params, which become options of the command line.",
            options: [
                .required("name", "string", "a short name"), .optional("summary", "string", "one sentence"),
                .optional("version", "integer", "raised with each change"),
                .optional("params", "table", "name = { type, default =, help = }"),
            ], effect: .computes,
            example: "script{ name = \"hello\", summary = \"Says hello.\", params = { to = { \"string\", default = \"you\" } } }"),
        FunctionDescription(
            "", "help", "Explains a function, a module or a value.",
            positional: [.optional("topic", "any", "a name such as \"profile.quote\", a function, or a value")], effect: .shows,
            example: "help(\"profile.move\")"),
    ]
}

extension LuaValue {
    /// The value in a cell or a line of text.
    var shown: String {
        switch self {
        case .none: "nil"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): "\(value)"
        case .float(let value): "\(value)"
        case .string(let text): text
        case .money(let money): money.description
        case .decimal(let value): value.description
        case .table(let table):
            "{ " + (table.array.map(\.shown) + table.fields.map { "\($0.key) = \($0.value.shown)" }).joined(separator: ", ")
                + " }"
        case .function: "function"
        }
    }

    /// Whether it stands to the right in a table.
    var isNumeric: Bool {
        switch self {
        case .integer, .float, .money, .decimal: true
        default: false
        }
    }
}
