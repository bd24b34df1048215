import LuaRuntime
import Money

/// Values of the field by the names that Lua gives them.
enum Values {
    /// The rounding modes by their names in Lua.
    static let roundingModes: [String: RoundingMode] = [
        "half_even": .halfEven, "half_up": .halfUp, "half_down": .halfDown, "up": .up, "down": .down, "ceiling": .ceiling,
        "floor": .floor,
    ]

    /// A currency by its code; the error suggests the nearest.
    static func currency(_ code: String) throws -> Currency {
        do {
            return try Currency(code: code)
        } catch {
            throw LuaRaisedError(kind: "money", code: "unknown_currency", message: "\(error)")
        }
    }

    /// Runs a calculation and turns its refusal into an error of Lua.
    static func calculate<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as MoneyError {
            throw LuaRaisedError(kind: "money", code: "arithmetic", message: "\(error)")
        } catch let error as RateError {
            throw LuaRaisedError(kind: "money", code: "rate", message: "\(error)")
        } catch let error as ArithmeticError {
            let message = error == .overflow ? "the result has more than 38 digits" : "a division by zero"
            throw LuaRaisedError(kind: "money", code: "arithmetic", message: message)
        } catch let error as MoneyParsingError {
            throw LuaRaisedError(kind: "money", code: "malformed_amount", message: "\(error)")
        } catch let error as DecimalParsingError {
            throw LuaRaisedError(kind: "money", code: "malformed_number", message: "\(error)")
        }
    }
}

extension LuaValue {
    /// The type as a script's author calls it.
    var typeName: String {
        switch self {
        case .none: "nil"
        case .boolean: "boolean"
        case .integer: "integer"
        case .float: "float"
        case .string: "string"
        case .money: "money"
        case .decimal: "decimal"
        case .table(let table): table.className ?? "table"
        case .function: "function"
        }
    }

    /// The exact number in a decimal, an integer or a text; nil for anything else, a float above all.
    func exactDecimal() throws -> ExactDecimal? {
        switch self {
        case .decimal(let value): value
        case .integer(let value): ExactDecimal(Int(value))
        case .string(let text): try Values.calculate { try ExactDecimal(parsing: text) }
        default: nil
        }
    }

    /// The field of a table, `.none` for anything else.
    subscript(field key: String) -> LuaValue { if case .table(let table) = self { table[key] } else { .none } }
}
