import LuaRuntime
import Money
import WiseAPI
import WiseClient

extension Surface {
    /// The host's side of the surface: each described function, and what the prelude needs to build it.
    ///
    /// - Parameter heads: How many times a run may meet `script{ ... }`.
    static func hostFunctions(_ context: ScriptingContext, arguments: LuaTable, heads: Int) -> [HostFunction] {
        functions.compactMap { hostFunction($0.key, $0, context) }
            // Each method of a profile again, for the profile in use.
            + functions.filter { $0.module == "profile" }.compactMap { hostFunction("wise.\($0.name)", $0, context) }
            + preludeFunctions(context, arguments, heads: heads)
    }

    private static func hostFunction(
        _ name: String, _ description: FunctionDescription, _ context: ScriptingContext
    ) -> HostFunction? {
        let isOnProfileInUse = name != description.key
        let hasResult = !description.result.isEmpty
        if let body = description.immediateBody {
            return .immediate(name, isPure: description.effect == .computes) { values in
                var arguments = try Arguments(values, for: description, isOnProfileInUse: isOnProfileInUse)
                let result = try body(context, &arguments)
                return hasResult ? [result] : []
            }
        }
        guard let body = description.body else { return nil }
        let call: @Sendable ([LuaValue]) async throws -> [LuaValue] = { values in
            var arguments = try Arguments(values, for: description, isOnProfileInUse: isOnProfileInUse)
            let result = try await body(context, &arguments)
            return hasResult ? [result] : []
        }
        // What changes the account is never left without knowing what became of it.
        return description.effect == .changesAccount ? .settling(name, call) : .waiting(name, call)
    }

    private static func preludeFunctions(_ context: ScriptingContext, _ arguments: LuaTable, heads: Int) -> [HostFunction] {
        [
            .immediate("surface.list", isPure: true) { _ in
                [
                    .table(
                        LuaTable(
                            array: functions.map {
                                .table([
                                    "module": .string($0.module), "name": .string($0.name), "key": .string($0.key),
                                    "iterates": .boolean($0.isIterator),
                                ])
                            }))
                ]
            },
            .immediate("surface.classes", isPure: true) { _ in [.table(LuaTable(array: classes.map { .string($0.name) }))] },
            .immediate("surface.is_field", isPure: true) { values in
                let (name, key) = texts(values)
                return [.boolean(classDescription(name)?.fields.contains { $0.name == key } ?? true)]
            },
            .immediate("surface.suggest", isPure: true) { values in
                let (name, key) = texts(values)
                return [.string(Suggestion.text(for: key, in: members(of: name)))]
            },
            .immediate("surface.overview", isPure: true) { _ in [.string(overview)] },
            .immediate("surface.help", isPure: true) { values in [.string(help(on: texts(values).0))] },
            .immediate("suggest", isPure: true) { values in
                guard values.count == 2, case .table(let names) = values[1] else { return [.none] }
                return [.string(Suggestion.text(for: texts(values).0, in: names.array.map(\.shown)))]
            },
            .immediate("currency.check", isPure: true) { values in
                _ = try Values.currency(texts(values).0)
                return []
            },
            .immediate("sca.open") { _ in
                context.client.openApprovalWindow()
                return []
            },
            .immediate("sca.close") { _ in
                context.client.closeApprovalWindow()
                return []
            },
            .immediate("script.heads", isPure: true) { _ in [.integer(Int64(heads))] },
            .immediate("json.decode", isPure: true) { values in
                guard let json = try? JSONValue(parsing: texts(values).0) else { return [.none] }
                return [LuaValue(json)]
            },
            .immediate("show.fields", isPure: true) { values in [.string((values.first ?? .none).shown)] },
            .immediate("script.arguments", isPure: true) { _ in [.table(arguments)] },
        ]
    }

    /// What a script may have meant by a name within a module or on an object.
    private static func members(of module: String) -> [String] {
        let known = functions.filter { $0.module == module || (module == "wise" && $0.module == "profile") }.map(\.name)
        return known + (classDescription(module)?.fields.map(\.name) ?? [])
    }

    private static func texts(_ values: [LuaValue]) -> (String, String) {
        func text(_ index: Int) -> String {
            guard index < values.count, case .string(let text) = values[index] else { return "" }
            return text
        }
        return (text(0), text(1))
    }
}
