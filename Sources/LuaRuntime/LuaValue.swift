public import Money

/// A value as it crosses between Lua and Swift, always as a copy.
///
/// The large cases are boxed, so that an array of values is small: most values are numbers and text.
///
/// Text is UTF-8: a Lua string that is not valid UTF-8 is refused where it crosses, never repaired.
public enum LuaValue: Sendable, Equatable {
    /// Lua's `nil`.
    case none
    /// A boolean.
    case boolean(Bool)
    /// A Lua number of the integer subtype.
    case integer(Int64)
    /// A Lua number of the float subtype. Never an amount.
    case float(Double)
    /// Text.
    case string(String)
    /// An amount with its currency: userdata in Lua.
    indirect case money(Money)
    /// An exact number without a currency: userdata in Lua.
    indirect case decimal(ExactDecimal)
    /// A table, copied with everything in it.
    indirect case table(LuaTable)
    /// A function, a coroutine or anything else that has no meaning outside its interpreter. Becomes `nil` when sent to Lua.
    case function
}

extension LuaValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    /// Text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An integer.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// A boolean.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
}
