import CLuaHost

/// The answer to Lua, in C's memory.
struct Reply {
    let pointer: UnsafeMutablePointer<florin_reply>

    /// Appends a value. What does not fit into memory is noted in the reply, and C raises it.
    func append(_ value: LuaValue) throws(LuaRaisedError) {
        switch value {
        case .none, .function: florin_reply_mark(pointer, florin_kind(FLORIN_NIL))
        case .boolean(let boolean): florin_reply_boolean(pointer, boolean)
        case .integer(let integer): florin_reply_integer(pointer, integer)
        case .float(let number): florin_reply_float(pointer, number)
        case .string(let text): append(text, as: florin_kind(FLORIN_STRING))
        case .money(let money): florin_reply_decimal(pointer, florin_decimal(money))
        case .decimal(let number): florin_reply_decimal(pointer, florin_decimal(number))
        case .table(let table): try append(table)
        }
    }

    /// Replaces everything by an error.
    func fail(with error: LuaRaisedError) {
        pointer.pointee.count = 0
        pointer.pointee.byte_count = 0
        do {
            try append(error.table)
        } catch {
            // Only the details can be unusable.
            pointer.pointee.count = 0
            append("an error of the host has unusable details", as: florin_kind(FLORIN_STRING))
        }
    }

    /// Appends text.
    func append(_ text: String, as kind: florin_kind) {
        var text = text
        text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { florin_reply_text(pointer, kind, $0.baseAddress, $0.count) }
        }
    }

    private func append(_ table: LuaTable) throws(LuaRaisedError) {
        florin_reply_begin_table(pointer, UInt32(clamping: table.array.count), UInt32(clamping: table.fields.count))
        if let name = table.className { append(name, as: florin_kind(FLORIN_CLASS)) }
        if let raw = table.raw { append(raw, as: florin_kind(FLORIN_RAW)) }
        for element in table.array {
            guard !element.isAbsentInLua else {
                throw LuaRaisedError(
                    kind: "internal", message: "a list for Lua has a hole: the host must leave out what is absent")
            }
            try append(element)
        }
        for field in table.fields where !field.value.isAbsentInLua {
            append(field.key, as: florin_kind(FLORIN_KEY))
            try append(field.value)
        }
        florin_reply_mark(pointer, florin_kind(FLORIN_TABLE_END))
    }
}

extension LuaValue {
    /// Whether Lua sees `nil` for it.
    fileprivate var isAbsentInLua: Bool {
        switch self {
        case .none, .function: true
        default: false
        }
    }
}
