import CLuaHost

/// The arguments of one call, still in Lua's memory: each is copied only when it is read.
///
/// Cannot be kept beyond the call.
public struct LuaArguments: ~Copyable {
    private let values: UnsafePointer<florin_value>?
    private let entries: Int

    init(_ values: UnsafePointer<florin_value>?, entries: Int) {
        self.values = values
        self.entries = entries
    }

    /// The argument at this position, from 0; `.none` when there are fewer.
    ///
    /// - Throws: What is wrong with the argument, for example that it is not valid UTF-8 text.
    public subscript(index: Int) -> LuaValue {
        get throws(LuaRaisedError) {
            guard let values, let entry = entry(of: index, in: values) else { return .none }
            let value = values + entry
            if value.pointee.kind == florin_kind(FLORIN_INTEGER) { return .integer(value.pointee.integer) }
            return try other(at: entry, in: values, number: index + 1)
        }
    }

    /// The argument as an integer; `nil` when it is none.
    public func integer(_ index: Int) -> Int64? {
        guard let values, let entry = entry(of: index, in: values) else { return nil }
        let value = values + entry
        return value.pointee.kind == florin_kind(FLORIN_INTEGER) ? value.pointee.integer : nil
    }

    private func other(at entry: Int, in values: UnsafePointer<florin_value>, number: Int) throws(LuaRaisedError) -> LuaValue {
        var reader = ValueReader(values, count: entries, position: entry, subject: "argument")
        return try reader.readValue(number: number)
    }

    private func entry(of index: Int, in values: UnsafePointer<florin_value>) -> Int? {
        var entry = 0
        for _ in 0..<index {
            guard entry < entries else { return nil }
            let isTable = values[entry].kind == florin_kind(FLORIN_TABLE_BEGIN)
            entry = isTable ? end(of: entry, in: values) : entry + 1
        }
        return entry < entries ? entry : nil
    }

    /// Where the value ends that begins at this entry.
    private func end(of entry: Int, in values: UnsafePointer<florin_value>) -> Int {
        var depth = 0, entry = entry
        repeat {
            guard entry < entries else { return entry }
            switch values[entry].kind {
            case florin_kind(FLORIN_TABLE_BEGIN): depth += 1
            case florin_kind(FLORIN_TABLE_END): depth -= 1
            default: break
            }
            entry += 1
        } while depth > 0
        return entry
    }
}
