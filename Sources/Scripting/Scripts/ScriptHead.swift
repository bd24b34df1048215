public import LuaRuntime

/// What a script says about itself in `script{ ... }`.
public struct ScriptHead: Sendable, Equatable {
    /// A short name.
    public let name: String
    /// One sentence.
    public let summary: String?
    /// Raised by its author with each change.
    public let version: Int?
    /// What it takes, in byte order of the names.
    public let parameters: [ScriptParameter]

    /// Reads the table of a head.
    ///
    /// - Throws: ``LuaRuntime/LuaRaisedError`` of kind `usage` for an unknown key or type, and for a default that is not of its type.
    public init(_ table: LuaTable) throws {
        let known = ["name", "summary", "version", "params"]
        for field in table.fields where !known.contains(field.key) {
            throw LuaRaisedError(
                kind: "usage", code: "unknown_option", message: "script has no '\(field.key)'",
                hint: Suggestion.text(for: field.key, in: known))
        }
        guard case .string(let name) = table["name"] else {
            throw LuaRaisedError(
                kind: "usage", code: "missing_argument", message: "script needs a name", hint: "script{ name = \"sweep\", ... }")
        }
        self.name = name
        switch table["summary"] {
        case .none: summary = nil
        case .string(let text): summary = text
        default: throw LuaRaisedError(kind: "usage", code: "wrong_type", message: "the summary of a script is a text")
        }
        switch table["version"] {
        case .none: version = nil
        case .integer(let number): version = Int(number)
        default: throw LuaRaisedError(kind: "usage", code: "wrong_type", message: "the version of a script is a whole number")
        }
        guard case .table(let params) = table["params"] else {
            parameters = []
            return
        }
        parameters = try params.fields.map { try Self.parameter($0.key, $0.value) }
    }

    private static func parameter(_ name: String, _ value: LuaValue) throws -> ScriptParameter {
        guard case .table(let table) = value, case .string(let typeName) = table.array.first ?? .none,
            let type = ScriptParameter.ValueType(typeName)
        else {
            throw LuaRaisedError(
                kind: "usage", code: "unknown_type", message: "the parameter '\(name)' has no known type",
                hint: "Write \(name) = { \"money\" }; the types are money, currency, integer, decimal, boolean, string, date "
                    + "and list<type>")
        }
        for field in table.fields where !["default", "help"].contains(field.key) {
            throw LuaRaisedError(
                kind: "usage", code: "unknown_option", message: "the parameter '\(name)' has no '\(field.key)'",
                hint: Suggestion.text(for: field.key, in: ["default", "help"]))
        }
        let defaultValue = table["default"] == .none ? nil : try readDefault(table["default"], of: name, as: type)
        let help: String? = if case .string(let text) = table["help"] { text } else { nil }
        return ScriptParameter(name: name, type: type, defaultValue: defaultValue, help: help)
    }

    private static func readDefault(
        _ value: LuaValue, of name: String, as type: ScriptParameter.ValueType
    ) throws -> LuaValue {
        do {
            return try ScriptParameter.read(value, as: type)
        } catch let error as LuaRaisedError {
            let hint =
                value.typeName == "float" && type == .decimal ? "Write it as text: default = \"\(value.shown)\"" : error.hint
            throw LuaRaisedError(
                kind: error.kind, code: error.code, message: "the default of '\(name)': \(error.message)", hint: hint)
        }
    }

    /// The text of `florin run FILE --help`.
    public func helpText(file: String) -> String {
        var lines = [summary ?? name, "", "usage: florin run \(file)" + (parameters.isEmpty ? "" : " [options]")]
        guard !parameters.isEmpty else { return lines.joined(separator: "\n") }
        lines.append("")
        let width = parameters.map { $0.option.count + $0.type.description.count + 3 }.max() ?? 0
        for parameter in parameters {
            let left = "\(parameter.option) <\(parameter.type)>"
            let defaultText = parameter.defaultValue.map { "default \(Self.text($0))" } ?? "must be given"
            let text = [parameter.help, "(\(defaultText))"].compactMap { $0 }.joined(separator: " ")
            lines.append("  " + left + String(repeating: " ", count: width - left.count) + "  " + text)
        }
        lines.append("")
        let example = parameters.first.map { "\($0.option) \(Self.quoted($0.defaultValue))" } ?? ""
        lines.append("example: florin run \(file) \(example)")
        return lines.joined(separator: "\n")
    }

    private static func text(_ value: LuaValue) -> String {
        guard case .table(let table) = value else { return value.shown }
        return table.array.map(\.shown).joined(separator: ", ")
    }

    private static func quoted(_ value: LuaValue?) -> String {
        guard let value else { return "VALUE" }
        let text = text(value)
        return text.contains(" ") ? "\"\(text)\"" : text
    }
}
