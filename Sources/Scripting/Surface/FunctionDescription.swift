import LuaRuntime

/// One function of the Lua surface, described once: help, checks of option keys and the reference come from here (law 10).
public struct FunctionDescription: Sendable {
    /// What a call can do, as later limits and plans rely on it.
    public enum EffectClass: String, Sendable, CaseIterable {
        /// Only computes.
        case computes
        /// Writes on the terminal.
        case shows
        /// Asks the bank and changes nothing there.
        case reads
        /// Proves who asks, which changes nothing that could be counted.
        case proves = "proves who asks"
        /// Changes the account: passes the gate.
        case changesAccount = "changes the account"
        /// Changes the simulation; refused elsewhere.
        case simulates
    }

    /// The module that holds the function: `wise`, `profile` (its methods), `money`, `sim`, `out`, `log` or empty for a global.
    public let module: String
    /// The name within the module.
    public let name: String
    /// What it does, one sentence.
    public let summary: String
    /// What it takes.
    public let parameters: [ParameterDescription]
    /// Whether the parameters are keys of one table; otherwise they stand in order.
    public let takesOptions: Bool
    /// What it returns, in words; empty for nothing.
    public let result: String
    /// What a call can do.
    public let effect: EffectClass
    /// A call that works on the default world.
    public let example: String
    /// How the host does it; nil when the prelude does it in Lua.
    let body: (@Sendable (ScriptingContext, inout Arguments) async throws -> LuaValue)?
    /// How the host does it at once, on the interpreter's thread.
    let immediateBody: (@Sendable (ScriptingContext, inout Arguments) throws -> LuaValue)?

    init(
        _ module: String, _ name: String, _ summary: String, options: [ParameterDescription]? = nil,
        positional: [ParameterDescription] = [], result: String = "", effect: EffectClass, example: String,
        immediate: (@Sendable (ScriptingContext, inout Arguments) throws -> LuaValue)?
    ) {
        (self.module, self.name, self.summary, self.result, self.effect) = (module, name, summary, result, effect)
        takesOptions = options != nil
        parameters = options ?? positional
        self.example = example
        immediateBody = immediate
        body = nil
    }

    init(
        _ module: String, _ name: String, _ summary: String, options: [ParameterDescription]? = nil,
        positional: [ParameterDescription] = [], result: String = "", effect: EffectClass, example: String,
        body: (@Sendable (ScriptingContext, inout Arguments) async throws -> LuaValue)? = nil
    ) {
        (self.module, self.name, self.summary, self.result, self.effect) = (module, name, summary, result, effect)
        takesOptions = options != nil
        parameters = options ?? positional
        self.example = example
        immediateBody = nil
        self.body = body
    }

    /// The key in the host table, such as `profile.quote`.
    public var key: String { module.isEmpty ? name : "\(module).\(name)" }

    /// How a call is written: `profile:quote{ source=, target= }`.
    public var signature: String {
        let separator = hasReceiver || ["profile", "balance"].contains(module) ? ":" : "."
        let name = module.isEmpty ? self.name : module + separator + self.name
        if takesOptions { return name + "{ " + parameters.map { "\($0.name)=" }.joined(separator: ", ") + " }" }
        return name + "("
            + written.map { $0.isRepeated ? "\($0.name)..." : $0.isRequired ? $0.name : "[\($0.name)]" }.joined(separator: ", ")
            + ")"
    }

    /// The parameters that stand in a call: the value before the colon is one of them for the host, not for a reader.
    private var written: ArraySlice<ParameterDescription> {
        hasReceiver ? parameters.dropFirst() : parameters[...]
    }

    /// Whether its first parameter is the object before the colon.
    public var hasReceiver: Bool { ["rate", "amount", "number", "recipient", "transfer"].contains(module) }

    /// Whether it goes through a list page by page: the host gives a page, the prelude makes the iterator.
    var isIterator: Bool { name.hasPrefix("each_") }

    /// The text that `help` shows.
    public var helpText: String {
        var lines = [signature, "    \(summary)"]
        for parameter in written {
            let need = parameter.isRequired ? "" : ", optional"
            lines.append("    \(parameter.name)  (\(parameter.type)\(need))  \(parameter.summary)")
        }
        if !result.isEmpty { lines.append("    returns \(result)") }
        lines.append("    effect: \(effect.rawValue)")
        lines.append("    example: \(example)")
        return lines.joined(separator: "\n")
    }
}

/// One parameter or option of a function.
public struct ParameterDescription: Sendable {
    /// The name; for an option, its key.
    public let name: String
    /// The type in words, such as `money` or `currency`.
    public let type: String
    /// Whether it must be given.
    public let isRequired: Bool
    /// Whether any number of them may stand in a call; only the last parameter may be so.
    public let isRepeated: Bool
    /// What it is for, units included.
    public let summary: String

    static func required(_ name: String, _ type: String, _ summary: String) -> ParameterDescription {
        ParameterDescription(name: name, type: type, isRequired: true, isRepeated: false, summary: summary)
    }

    static func optional(_ name: String, _ type: String, _ summary: String) -> ParameterDescription {
        ParameterDescription(name: name, type: type, isRequired: false, isRepeated: false, summary: summary)
    }

    static func repeated(_ name: String, _ type: String, _ summary: String) -> ParameterDescription {
        ParameterDescription(name: name, type: type, isRequired: false, isRepeated: true, summary: summary)
    }
}
