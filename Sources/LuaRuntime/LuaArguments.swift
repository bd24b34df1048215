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
            guard let values, index < entries else { return .none }
            var entry = 0
            for _ in 0..<index { entry = end(of: entry, in: values) }
            guard entry < entries else { return .none }
            switch (values + entry).pointee.kind {
            case florin_kind(FLORIN_INTEGER): return .integer((values + entry).pointee.integer)
            case florin_kind(FLORIN_BOOLEAN): return .boolean((values + entry).pointee.boolean)
            default:
                var reader = ValueReader(values, count: entries, position: entry, subject: "argument")
                return try reader.readValue(number: index + 1)
            }
        }
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
