public import LuaRuntime
import Money
import WiseAPI

/// What a script takes, as its head declares it.
public struct ScriptParameter: Sendable, Equatable {
    /// The types of parameters.
    public indirect enum ValueType: Sendable, Equatable, CustomStringConvertible {
        /// An amount with its currency: `"12.30 EUR"`.
        case money
        /// A currency code: `EUR`.
        case currency
        /// A whole number.
        case integer
        /// An exact number.
        case decimal
        /// Yes or no.
        case boolean
        /// A text.
        case string
        /// A date: `2026-10-31`.
        case date
        /// Several values of one type.
        case list(ValueType)

        /// A type by its name in a head, such as `list<money>`.
        init?(_ text: String) {
            switch text {
            case "money": self = .money
            case "currency": self = .currency
            case "integer": self = .integer
            case "decimal": self = .decimal
            case "boolean": self = .boolean
            case "string": self = .string
            case "date": self = .date
            default:
                guard text.hasPrefix("list<"), text.hasSuffix(">"), let element = ValueType(String(text.dropFirst(5).dropLast())),
                    !element.isList
                else { return nil }
                self = .list(element)
            }
        }

        /// The name in a head.
        public var description: String {
            switch self {
            case .money: "money"
            case .currency: "currency"
            case .integer: "integer"
            case .decimal: "decimal"
            case .boolean: "boolean"
            case .string: "string"
            case .date: "date"
            case .list(let element): "list<\(element)>"
            }
        }

        var isList: Bool { if case .list = self { true } else { false } }
    }

    /// The name in `args`; on the command line its underscores are hyphens.
    public let name: String
    /// The type.
    public let type: ValueType
    /// The value when none is given; nil when one must be given.
    public let defaultValue: LuaValue?
    /// What it is for.
    public let help: String?

    /// The option of the command line.
    public var option: String { "--" + name.replacing("_", with: "-") }
}

extension ScriptParameter {
    /// Reads a value that was written on the command line or as a default.
    ///
    /// - Throws: ``LuaRuntime/LuaRaisedError`` of kind `usage` or `money` for a text that is not of the type.
    public static func read(_ text: String, as type: ValueType) throws -> LuaValue {
        switch type {
        case .money: return .money(try Values.calculate { try Money(parsing: text) })
        case .currency: return .string(try Values.currency(text).code)
        case .integer:
            guard let value = Int64(text) else { throw mismatch(text, type) }
            return .integer(value)
        case .decimal: return .decimal(try Values.calculate { try ExactDecimal(parsing: text) })
        case .boolean:
            switch text {
            case "true", "yes": return true
            case "false", "no": return false
            default: throw mismatch(text, type)
            }
        case .string: return .string(text)
        case .date:
            guard CivilDate(text) != nil else { throw mismatch(text, type) }
            return .string(text)
        case .list(let element):
            let parts = text.split(separator: ",").map { part in
                String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            return .table(LuaTable(array: try parts.map { try read($0, as: element) }))
        }
    }

    /// Reads a default, which the head may write as a Lua value or as text.
    static func read(_ value: LuaValue, as type: ValueType) throws -> LuaValue {
        switch (type, value) {
        case (_, .string(let text)): return try read(text, as: type)
        case (.list(let element), .table(let table)):
            return .table(LuaTable(array: try table.array.map { try read($0, as: element) }))
        case (.money, .money), (.decimal, .decimal), (.integer, .integer), (.boolean, .boolean): return value
        case (.decimal, .integer(let integer)): return .decimal(ExactDecimal(Int(integer)))
        default: throw mismatch(value.shown, type)
        }
    }

    private static func mismatch(_ text: String, _ type: ValueType) -> LuaRaisedError {
        let example =
            switch type {
            case .money: "\"12.30 EUR\""
            case .currency: "EUR"
            case .integer: "3"
            case .decimal: "0.05"
            case .boolean: "true or false"
            case .string: "a text"
            case .date: "2026-10-31"
            case .list(let element): "several values of type \(element), with commas between them"
            }
        return LuaRaisedError(
            kind: "usage", code: "wrong_type", message: "'\(text)' is no \(type)", hint: "Write it as \(example)")
    }
}
