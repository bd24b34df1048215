/// The content of a Lua table: a list, named fields, or both.
///
/// A table that comes from Lua has its fields in byte order of their names, because Lua's own order
/// differs from process to process. A table that goes to Lua may carry a class and the text it was
/// made from.
public struct LuaTable: Sendable, Equatable {
    /// A named field.
    public struct Field: Sendable, Equatable {
        /// The name.
        public var key: String
        /// What the field holds.
        public var value: LuaValue

        /// A field of this name and value.
        public init(key: String, value: LuaValue) {
            self.key = key
            self.value = value
        }
    }

    /// The values at 1, 2, 3 and so on. A `.none` inside a list that goes to Lua is refused, since it would make a hole.
    public var array: [LuaValue]
    /// The named fields, in order. A field that holds `.none` is absent in Lua.
    public var fields: [Field]
    /// The class whose metatable the table has, as registered by the prelude with `host.class`.
    public var className: String?
    /// Text that belongs to the object, such as the JSON it was made from; `host.raw(object)` returns it. Only towards Lua.
    public var raw: String?

    /// An empty table.
    public init() { self.init(array: []) }

    /// A table of this content.
    public init(array: [LuaValue], fields: [Field] = [], className: String? = nil, raw: String? = nil) {
        self.array = array
        self.fields = fields
        self.className = className
        self.raw = raw
    }

    /// A table of named fields.
    public init(fields: [Field], className: String? = nil, raw: String? = nil) {
        self.init(array: [], fields: fields, className: className, raw: raw)
    }

    /// The field named `key`, `.none` when there is none. Setting an unknown field appends it.
    public subscript(key: String) -> LuaValue {
        get { fields.first { $0.key == key }?.value ?? .none }
        set {
            if let index = fields.firstIndex(where: { $0.key == key }) {
                fields[index].value = newValue
            } else {
                fields.append(Field(key: key, value: newValue))
            }
        }
    }
}

extension LuaTable: ExpressibleByDictionaryLiteral {
    /// A table of these fields, in the order written.
    public init(dictionaryLiteral elements: (String, LuaValue)...) {
        self.init(fields: elements.map { Field(key: $0.0, value: $0.1) })
    }
}
