import LuaRuntime
import Money
import WiseAPI

/// What a script gave to a function, read by name and type; every complaint names the function and the parameter.
struct Arguments: Sendable {
    let function: String
    private let values: [(name: String, value: LuaValue)]
    /// The profile on which a method was called; nil for the one in use.
    let profile: Int?
    /// Everything that stands in the call, in order.
    let all: [LuaValue]

    /// Matches what arrived with the description: options by key, the rest by place.
    ///
    /// - Parameter isOnProfileInUse: Whether a method of a profile was called as `wise.<name>`, without a profile.
    init(_ arrived: [LuaValue], for description: FunctionDescription, isOnProfileInUse: Bool = false) throws {
        function = description.signature.prefix { $0 != "(" && $0 != "{" }.description
        var rest = arrived[...]
        if description.module == "profile", !isOnProfileInUse {
            guard case .table(let object) = rest.popFirst() ?? .none, object.className == "profile",
                case .integer(let id) = object["id"]
            else {
                throw LuaRaisedError(
                    kind: "usage", code: "no_profile", message: "\(function) needs a profile before the colon",
                    hint: "Write me:\(description.name)... with me = wise.profile()")
            }
            profile = Int(id)
        } else {
            profile = nil
        }
        all = Array(rest)
        values =
            description.takesOptions
            ? try Self.options(rest.first ?? .none, description, function)
            : Self.positional(rest, description)
        for parameter in description.parameters where parameter.isRequired {
            guard self[parameter.name] != .none else {
                throw LuaRaisedError(
                    kind: "usage", code: "missing_argument", message: "\(function) needs '\(parameter.name)' (\(parameter.type))",
                    hint: "For example: \(description.example)")
            }
        }
        let mayRepeat = description.parameters.last?.isRepeated == true
        guard description.takesOptions || mayRepeat || rest.count <= description.parameters.count else {
            throw LuaRaisedError(
                kind: "usage", code: "too_many_arguments",
                message: "\(function) takes \(description.parameters.count) arguments, not \(rest.count)",
                hint: "For example: \(description.example)")
        }
    }

    private static func positional(
        _ arrived: ArraySlice<LuaValue>, _ description: FunctionDescription
    ) -> [(name: String, value: LuaValue)] {
        zip(description.parameters, arrived).map { ($0.name, $1) }
    }

    private static func options(
        _ value: LuaValue, _ description: FunctionDescription, _ function: String
    ) throws -> [(name: String, value: LuaValue)] {
        guard value != .none else { return [] }
        guard case .table(let table) = value, table.array.isEmpty else {
            throw LuaRaisedError(
                kind: "usage", code: "options_expected", message: "\(function) takes one table of options",
                hint: "For example: \(description.example)")
        }
        let known = description.parameters.map(\.name)
        for field in table.fields where !known.contains(field.key) {
            throw LuaRaisedError(
                kind: "usage", code: "unknown_option", message: "\(function) has no option '\(field.key)'",
                hint: Suggestion.text(for: field.key, in: known))
        }
        return table.fields.map { ($0.key, $0.value) }
    }

    /// The value as it came, `.none` when it is absent.
    subscript(name: String) -> LuaValue { values.first { $0.name == name }?.value ?? .none }

    /// The fields of a table of further options, each of which must be known.
    func options(_ name: String, known: [String]) throws -> LuaTable {
        guard has(name) else { return LuaTable() }
        guard case .table(let table) = self[name], table.array.isEmpty else {
            throw mismatch(name, "a table with \(known.joined(separator: ", "))")
        }
        for field in table.fields where !known.contains(field.key) {
            throw LuaRaisedError(
                kind: "usage", code: "unknown_option", message: "\(function) has no option '\(field.key)'",
                hint: Suggestion.text(for: field.key, in: known))
        }
        return table
    }

    /// Whether it was given.
    func has(_ name: String) -> Bool { self[name] != .none }

    /// The complaint that a parameter is not what it should be; a text is shown, anything else named by its type.
    func mismatch(_ name: String, _ expected: String) -> LuaRaisedError {
        let actual = if case .string(let text) = self[name] { "\"\(text.prefix(60))\"" } else { self[name].typeName }
        let hint = actual == "float" && expected.contains("money") ? "An amount is never a float: write EUR \"12.30\"" : nil
        return LuaRaisedError(
            kind: "usage", code: "wrong_type", message: "\(function): '\(name)' should be \(expected), not \(actual)", hint: hint)
    }

    func optionalString(_ name: String) throws -> String? {
        switch self[name] {
        case .none: return nil
        case .string(let text): return text
        default: throw mismatch(name, "a text")
        }
    }

    func string(_ name: String) throws -> String {
        guard let text = try optionalString(name) else { throw mismatch(name, "a text") }
        return text
    }

    func optionalInteger(_ name: String) throws -> Int? {
        switch self[name] {
        case .none: return nil
        case .integer(let value): return Int(value)
        default: throw mismatch(name, "a whole number")
        }
    }

    func integer(_ name: String) throws -> Int {
        guard let value = try optionalInteger(name) else { throw mismatch(name, "a whole number") }
        return value
    }

    func optionalBoolean(_ name: String) throws -> Bool? {
        switch self[name] {
        case .none: return nil
        case .boolean(let value): return value
        default: throw mismatch(name, "true or false")
        }
    }

    func money(_ name: String) throws -> Money {
        guard case .money(let money) = self[name] else { throw mismatch(name, "money, such as EUR \"12.30\"") }
        return money
    }

    /// An exact number: a decimal, an integer or its text.
    func decimal(_ name: String) throws -> ExactDecimal {
        guard let value = try self[name].exactDecimal() else {
            throw mismatch(name, "an exact number, such as decimal \"0.05\"")
        }
        return value
    }

    func optionalCurrency(_ name: String) throws -> Currency? {
        switch self[name] {
        case .none: return nil
        case .string(let code): return try Values.currency(code)
        case .money(let money): return money.currency
        default: throw mismatch(name, "a currency code, such as \"EUR\"")
        }
    }

    func currency(_ name: String) throws -> Currency {
        guard let currency = try optionalCurrency(name) else { throw mismatch(name, "a currency code, such as \"EUR\"") }
        return currency
    }

    /// An instant: a text in one of the API's forms; a date alone is its midnight, UTC.
    func optionalTimestamp(_ name: String) throws -> Timestamp? {
        guard let text = try optionalString(name) else { return nil }
        guard let instant = Timestamp(text) else {
            throw LuaRaisedError(
                kind: "usage", code: "wrong_type", message: "\(function): '\(name)' is no instant: \(text)",
                hint: "Write it as \"2026-10-31\" or \"2026-10-31T23:59:59.999Z\", UTC")
        }
        return instant
    }

    /// The end of a period: an instant; a date alone means its last millisecond, UTC.
    func optionalEnd(_ name: String) throws -> Timestamp? {
        guard let end = try optionalTimestamp(name) else { return nil }
        let isDateAlone = try string(name).utf8.count == 10
        return isDateAlone ? end.adding(seconds: 86_400).adding(microseconds: -1000) : end
    }

    /// How many a list may hold at most.
    func optionalLimit() throws -> Int? {
        let limit = try optionalInteger("limit")
        guard limit ?? 1 > 0 else { throw mismatch("limit", "a whole number above zero") }
        return limit
    }

    /// Several texts: a list of them, or one alone.
    func texts(_ name: String) throws -> [String] {
        switch self[name] {
        case .none: return []
        case .string(let text): return [text]
        case .table(let table) where table.fields.isEmpty:
            return try table.array.map { value in
                guard case .string(let text) = value else { throw mismatch(name, "a list of texts") }
                return text
            }
        default: throw mismatch(name, "a text or a list of texts")
        }
    }

    /// The members of a table as JSON for the API.
    func members(_ name: String) throws -> JSONObject {
        guard case .table(let table) = self[name], table.array.isEmpty, let members = try self[name].requestJSON().objectValue
        else { throw mismatch(name, "a table of named values") }
        return members
    }

    /// The number of the object before the colon, and the profile through which it was reached.
    func receiver(_ className: String) throws -> (id: Int, profile: Int) {
        let object = self[className]
        guard object.typeName == className, case .integer(let id) = object[field: "id"],
            case .integer(let profile) = object[field: "profile"]
        else { throw mismatch(className, "a \(className) before the colon") }
        return (Int(id), Int(profile))
    }

    /// Where the next page of an iterator starts: what the prelude hands on beside the options.
    var cursor: LuaValue { all.count > 1 ? all[1] : .none }

    /// The identifier in a text, or in the object of a class.
    func identifier(_ name: String, of className: String) throws -> String {
        switch self[name] {
        case .string(let id): return id
        case let value:
            guard value.typeName == className, case .string(let id) = value[field: "id"] else {
                throw mismatch(name, "a \(className) or its id")
            }
            return id
        }
    }

    /// The number in an integer, or in the object of a class.
    func number(_ name: String, of className: String) throws -> Int {
        switch self[name] {
        case .integer(let id): return Int(id)
        case let value:
            guard value.typeName == className, case .integer(let id) = value[field: "id"] else {
                throw mismatch(name, "a \(className) or its number")
            }
            return Int(id)
        }
    }

    /// A number of decimal places.
    func digits(_ name: String) throws -> Int {
        let digits = try integer(name)
        guard (0...ExactDecimal.maximumScale).contains(digits) else {
            throw mismatch(name, "a number from 0 to \(ExactDecimal.maximumScale)")
        }
        return digits
    }

    /// A rounding mode by its name.
    func roundingMode(_ name: String) throws -> RoundingMode {
        let text = try string(name)
        guard let mode = Values.roundingModes[text] else {
            throw LuaRaisedError(
                kind: "usage", code: "unknown_rounding_mode", message: "\(function): there is no rounding mode '\(text)'",
                hint: Suggestion.text(for: text, in: Values.roundingModes.keys.sorted()))
        }
        return mode
    }
}
