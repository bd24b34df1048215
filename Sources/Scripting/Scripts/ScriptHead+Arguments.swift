public import LuaRuntime

extension ScriptHead {
    /// Reads the words after the script's name on the command line.
    ///
    /// `--name value` and `--name=value` are the same; a list takes several, as one text with commas or by repeating the
    /// option; a boolean may stand alone, `--no-name` is its opposite.
    ///
    /// - Throws: ``LuaRuntime/LuaRaisedError`` of kind `usage` for an unknown option, a value that is not of the type, or a
    ///   missing one.
    public func arguments(_ words: [String]) throws -> LuaTable {
        var given: [String: LuaValue] = [:]
        var rest = words[...]
        while let word = rest.popFirst() {
            let (option, attached) = Self.split(word)
            if let parameter = parameters.first(where: { $0.type == .boolean && "--no-" + $0.option.dropFirst(2) == option }) {
                given[parameter.name] = false
                continue
            }
            guard let parameter = parameters.first(where: { $0.option == option }) else { throw unknown(word) }
            let text: String
            if let attached {
                text = attached
            } else if parameter.type == .boolean, rest.first.map({ $0.hasPrefix("--") }) ?? true {
                text = "true"
            } else if let next = rest.popFirst() {
                text = next
            } else {
                throw LuaRaisedError(
                    kind: "usage", code: "missing_argument", message: "\(option) needs a value (\(parameter.type))")
            }
            given[parameter.name] = try Self.merge(given[parameter.name], Self.read(text, parameter))
        }
        return LuaTable(
            fields: try parameters.map { parameter in
                guard let value = given[parameter.name] ?? parameter.defaultValue else {
                    throw LuaRaisedError(
                        kind: "usage", code: "missing_argument", message: "\(parameter.option) must be given (\(parameter.type))",
                        hint: "See --help for what the script takes")
                }
                return LuaTable.Field(key: parameter.name, value: value)
            })
    }

    private static func split(_ word: String) -> (String, String?) {
        let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(sides[0]), sides.count == 2 ? String(sides[1]) : nil)
    }

    private static func read(_ text: String, _ parameter: ScriptParameter) throws -> LuaValue {
        do {
            return try ScriptParameter.read(text, as: parameter.type)
        } catch let error as LuaRaisedError {
            throw LuaRaisedError(
                kind: error.kind, code: error.code, message: "\(parameter.option): \(error.message)", hint: error.hint)
        }
    }

    private static func merge(_ earlier: LuaValue?, _ value: LuaValue) -> LuaValue {
        guard case .table(let first) = earlier, case .table(let second) = value else { return value }
        return .table(LuaTable(array: first.array + second.array))
    }

    private func unknown(_ word: String) -> LuaRaisedError {
        guard word.hasPrefix("--") else {
            return LuaRaisedError(
                kind: "usage", code: "unknown_option", message: "'\(word)' is no option of this script",
                hint: "Give values by name; see --help for what the script takes")
        }
        return LuaRaisedError(
            kind: "usage", code: "unknown_option", message: "this script has no option '\(Self.split(word).0)'",
            hint: Suggestion.text(for: Self.split(word).0, in: parameters.map(\.option)))
    }
}
