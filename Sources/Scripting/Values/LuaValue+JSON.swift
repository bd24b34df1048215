public import LuaRuntime
import Money
public import WiseAPI

extension LuaValue {
    /// A JSON value as Lua sees it: whole numbers as integers, others as exact decimals, `null` absent.
    init(_ json: JSONValue) {
        switch json {
        case .null: self = .none
        case .bool(let value): self = .boolean(value)
        case .string(let text): self = .string(text)
        case .number(let number):
            if let integer = Int64(number.text) {
                self = .integer(integer)
            } else if let decimal = number.decimal {
                self = .decimal(decimal)
            } else {
                self = .string(number.text)
            }
        case .array(let items): self = .table(LuaTable(array: items.map { LuaValue($0) }.filter { $0 != .none }))
        case .object(let object):
            let fields = object.members.map { LuaTable.Field(key: $0.key, value: LuaValue($0.value)) }
            self = .table(LuaTable(fields: fields.filter { $0.value != .none }))
        }
    }

    /// The value as JSON for programs that read what a script returns.
    ///
    /// Amounts and exact numbers are texts (`"12.30"`), because many readers would turn a number into a double.
    public var outputJSON: JSONValue {
        switch self {
        case .none, .function: .null
        case .boolean(let value): .bool(value)
        case .integer(let value): .integer(Int(value))
        case .float(let value): .string("\(value)")
        case .string(let text): .string(text)
        case .money(let money):
            .object([
                "value": .string(money.amount.text(minimumScale: money.currency.digits)),
                "currency": .string(money.currency.code),
            ])
        case .decimal(let value): .string(value.description)
        case .table(let table): Self.json(table) { $0.outputJSON }
        }
    }

    /// The value as JSON for the API, where exact numbers are numbers.
    func requestJSON() throws -> JSONValue {
        switch self {
        case .none: return .null
        case .boolean(let value): return .bool(value)
        case .integer(let value): return .integer(Int(value))
        case .string(let text): return .string(text)
        case .decimal(let value): return .decimal(value)
        case .money(let money):
            return .object(["value": .decimal(money.amount), "currency": .string(money.currency.code)])
        case .table(let table): return try Self.json(table) { try $0.requestJSON() }
        case .float, .function:
            throw LuaRaisedError(
                kind: "usage", code: "wrong_type", message: "a \(typeName) cannot stand in a body",
                hint: "Write numbers as decimal \"1.5\"")
        }
    }

    private static func json(_ table: LuaTable, _ value: (LuaValue) throws -> JSONValue) rethrows -> JSONValue {
        if table.fields.isEmpty { return .array(try table.array.map(value)) }
        var object: JSONObject = [:]
        for (index, item) in table.array.enumerated() { object["\(index + 1)"] = try value(item) }
        for field in table.fields { object[field.key] = try value(field.value) }
        return .object(object)
    }
}
