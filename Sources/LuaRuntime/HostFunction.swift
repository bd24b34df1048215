/// A Swift function that Lua can call, as `host["name"]` in a prelude.
public struct HostFunction: Sendable {
    /// How the function does its work.
    public enum Body: Sendable {
        /// Answers at once, on the interpreter's thread. Must not block.
        case immediate(@Sendable ([LuaValue]) throws -> [LuaValue])
        /// Answers one value at once, on the interpreter's thread, without arrays on the way: for what is called very often.
        case direct(@Sendable (borrowing LuaArguments) throws -> LuaValue)
        /// Answers later: runs in a task of its own while the interpreter's thread waits. Cancelled with the run.
        case waiting(@Sendable ([LuaValue]) async throws -> [LuaValue])
        /// As ``waiting``, for what has an effect: when the run is cancelled the task is cancelled, and the thread still waits
        /// until it says what became of the effect. The run's failure then tells of it.
        case settling(@Sendable ([LuaValue]) async throws -> [LuaValue])
    }

    /// The key in the `host` table; a flat text that may hold points.
    public let name: String
    /// What the function does.
    public let body: Body
    /// Whether the function only computes, so that it may be called while the head of a script is read.
    public let isPure: Bool

    /// A function of this name. An error that is not a ``LuaRaisedError`` becomes one of kind `internal`.
    public init(name: String, isPure: Bool = false, body: Body) {
        self.name = name
        self.body = body
        self.isPure = isPure
    }

    /// A function that answers at once.
    public static func immediate(
        _ name: String, isPure: Bool = false, _ body: @escaping @Sendable ([LuaValue]) throws -> [LuaValue]
    ) -> HostFunction {
        HostFunction(name: name, isPure: isPure, body: .immediate(body))
    }

    /// A function that answers one value at once and is called very often.
    public static func direct(
        _ name: String, isPure: Bool = false, _ body: @escaping @Sendable (borrowing LuaArguments) throws -> LuaValue
    ) -> HostFunction {
        HostFunction(name: name, isPure: isPure, body: .direct(body))
    }

    /// A function that answers later.
    public static func waiting(
        _ name: String, _ body: @escaping @Sendable ([LuaValue]) async throws -> [LuaValue]
    ) -> HostFunction {
        HostFunction(name: name, body: .waiting(body))
    }

    /// A function that answers later and has an effect, which must be known before a cancelled run ends.
    public static func settling(
        _ name: String, _ body: @escaping @Sendable ([LuaValue]) async throws -> [LuaValue]
    ) -> HostFunction {
        HostFunction(name: name, body: .settling(body))
    }
}
