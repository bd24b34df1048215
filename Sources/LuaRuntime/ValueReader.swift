import CLuaHost
import Money

/// Reads a stream of values that lies in C's memory.
struct ValueReader {
    private let values: UnsafePointer<florin_value>
    private let count: Int
    private var position: Int
    private var path: [String] = []
    private let subject: String
    private let isForDisplay: Bool

    /// - Parameters:
    ///   - position: Where to begin.
    ///   - subject: What a single value is called in an error, such as `argument`.
    ///   - isForDisplay: Whether bytes that are not UTF-8 are replaced, since the text is only shown; otherwise they are refused.
    init(
        _ values: UnsafePointer<florin_value>, count: Int, position: Int = 0, subject: String, isForDisplay: Bool = false
    ) {
        self.values = values
        self.count = count
        self.position = position
        self.subject = subject
        self.isForDisplay = isForDisplay
    }

    /// Everything in the stream.
    mutating func readAll(into result: inout [LuaValue]) throws(LuaRaisedError) {
        while position < count {
            result.append(try readValue(number: result.count + 1))
        }
    }

    /// The next value; `number` is what an error calls it.
    mutating func readValue(number: Int) throws(LuaRaisedError) -> LuaValue {
        let value = values + position
        position += 1
        switch value.pointee.kind {
        case florin_kind(FLORIN_BOOLEAN): return .boolean(value.pointee.boolean)
        case florin_kind(FLORIN_INTEGER): return .integer(value.pointee.integer)
        case florin_kind(FLORIN_FLOAT): return .float(value.pointee.number)
        case florin_kind(FLORIN_STRING):
            return .string(try text(of: value.pointee, number: number))
        case florin_kind(FLORIN_DECIMAL):
            guard let exact = LuaValue(value.pointee.decimal) else {
                throw LuaRaisedError(kind: "internal", message: "\(subject) \(number) holds an amount that is none")
            }
            return exact
        case florin_kind(FLORIN_TABLE_BEGIN): return .table(try readTable(number: number, extent: value.pointee.extent))
        case florin_kind(FLORIN_FUNCTION): return .function
        default: return .none
        }
    }

    private mutating func readTable(number: Int, extent: florin_extent) throws(LuaRaisedError) -> LuaTable {
        var table = LuaTable()
        table.array.reserveCapacity(Int(min(extent.elements, 65536)))
        while position < count {
            let value = values + position
            switch value.pointee.kind {
            case florin_kind(FLORIN_TABLE_END):
                position += 1
                // Lua's own order of names differs from process to process.
                table.fields.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                return table
            case florin_kind(FLORIN_CLASS):
                position += 1
                table.className = String(value.pointee.text)
            case florin_kind(FLORIN_KEY):
                position += 1
                let key = try text(of: value.pointee, number: number)
                path.append("field '\(key)'")
                table.fields.append(LuaTable.Field(key: key, value: try readValue(number: number)))
                path.removeLast()
            default:
                path.append("element \(table.array.count + 1)")
                table.array.append(try readValue(number: number))
                path.removeLast()
            }
        }
        return table
    }

    private func text(of value: florin_value, number: Int) throws(LuaRaisedError) -> String {
        if isForDisplay { return String(forDisplay: value.text) }
        guard let text = String(value.text) else { throw notText(number: number) }
        return text
    }

    private func notText(number: Int) -> LuaRaisedError {
        let place = (["\(subject) \(number)"] + path).joined(separator: ", ")
        return LuaRaisedError(
            kind: "argument", code: "invalid_utf8", message: "\(place) is not valid UTF-8 text", hint: "pass text only")
    }
}

extension String {
    /// The text, or `nil` when it is not UTF-8.
    init?(_ text: florin_text) {
        self.init(validating: UnsafeRawBufferPointer(start: text.bytes, count: text.length), as: UTF8.self)
    }

    /// The text with the bytes that are not UTF-8 replaced.
    init(forDisplay text: florin_text) {
        self.init(decoding: UnsafeRawBufferPointer(start: text.bytes, count: text.length), as: UTF8.self)
    }
}

extension LuaValue {
    /// The amount or number, or `nil` when the parts are not those of one.
    init?(_ parts: florin_decimal) {
        guard let number = try? ExactDecimal(coefficient: parts.coefficient, scale: Int(parts.scale)) else { return nil }
        if parts.currency == 0 {
            self = .decimal(number)
        } else {
            guard let currency = Currency(packedCode: parts.currency) else { return nil }
            self = .money(Money(number, currency))
        }
    }
}

extension florin_decimal {
    /// The digits with their sign.
    var coefficient: Int128 { Int128(high) << 64 | Int128(low) }

    /// The parts of a number without a currency.
    init(_ number: ExactDecimal) {
        self.init(number, currency: 0)
    }

    /// The parts of an amount.
    init(_ money: Money) {
        self.init(money.amount, currency: money.currency.packedCode)
    }

    private init(_ number: ExactDecimal, currency: UInt32) {
        self.init(
            low: UInt64(truncatingIfNeeded: number.coefficient),
            high: Int64(truncatingIfNeeded: number.coefficient >> 64),
            scale: UInt32(number.scale),
            currency: currency)
    }
}
