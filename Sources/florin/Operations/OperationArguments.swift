import LuaRuntime
import Scripting

/// What the command line gives to the Lua of a subcommand.
///
/// A value stands in `args` under its name. Options stand together in `args.options`, one table as a function of the
/// surface takes it, so that what is not given is absent.
struct OperationArguments {
    /// How a word is read.
    enum Kind {
        /// As it stands.
        case text
        /// As several texts, with commas between them.
        case texts
        /// As an amount with its currency.
        case money
        /// As the code of a currency.
        case currency
        /// As a whole number.
        case number
        /// As the number of a balance, or the currency of one.
        case balance
    }

    private var values = LuaTable()
    private var options = LuaTable()

    /// The table that becomes `args`.
    var table: LuaTable {
        var table = values
        table["options"] = .table(options)
        return table
    }

    /// Adds a word that stands by itself.
    mutating func add(_ name: String, _ text: String, as kind: Kind = .text) throws {
        values[name] = try Self.read(text, as: kind, named: "<\(Self.words(name))>")
    }

    /// Adds the value of an option, if it was given.
    ///
    /// - Parameter option: The name on the command line where it is another than the one in Lua.
    mutating func addOption(
        _ name: String, _ text: String?, as kind: Kind = .text, option: String? = nil
    ) throws {
        guard let text else { return }
        options[name] = try Self.read(text, as: kind, named: "--\(option ?? Self.words(name))")
    }

    /// Adds a value that was read before.
    mutating func setOption(_ name: String, _ value: LuaValue) { options[name] = value }

    /// Adds a table of names and values that were given as `name=value`; `a.b` is `b` within `a`.
    mutating func addMembers(_ name: String, _ texts: [String], option: String) throws {
        var members = LuaTable()
        for text in texts {
            let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let path = sides[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2, path.allSatisfy({ !$0.isEmpty }) else {
                throw CleanFailure.usage(
                    "--\(option): '\(text)' is no name with a value", hint: "write --\(option) legalType=PRIVATE")
            }
            Self.set(path[...], to: .string(String(sides[1])), in: &members)
        }
        options[name] = .table(members)
    }

    private static func set(_ path: ArraySlice<String>, to value: LuaValue, in table: inout LuaTable) {
        guard let name = path.first else { return }
        guard path.count > 1 else { return table[name] = value }
        var inner = if case .table(let inner) = table[name] { inner } else { LuaTable() }
        set(path.dropFirst(), to: value, in: &inner)
        table[name] = .table(inner)
    }

    /// Reads a word of the command line; a wrong one is wrong usage.
    static func read(_ text: String, as kind: Kind, named name: String) throws -> LuaValue {
        do {
            switch kind {
            case .text: return .string(text)
            case .texts: return try ScriptParameter.read(text, as: .list(.string))
            case .money: return try ScriptParameter.read(text, as: .money)
            case .currency: return try ScriptParameter.read(text, as: .currency)
            case .number: return try ScriptParameter.read(text, as: .integer)
            case .balance:
                if let number = Int64(text) { return .integer(number) }
                return try ScriptParameter.read(text, as: .currency)
            }
        } catch let error as LuaRaisedError {
            throw CleanFailure.usage("\(name): \(error.message)", hint: error.hint ?? hint(for: kind))
        }
    }

    private static func hint(for kind: Kind) -> String {
        switch kind {
        case .money: "write an amount and its currency, such as \"12.30 EUR\""
        case .currency: "write a currency code, such as EUR"
        case .text, .texts, .number: "see --help"
        case .balance: "write a currency, such as EUR, or the number of a balance: florin balance list shows them"
        }
    }

    private static func words(_ name: String) -> String { name.replacing("_", with: "-") }
}
