import LuaRuntime
import Money
import WiseAPI

extension Surface {
    /// The host's side of the surface: each described function, and what the prelude needs to build it.
    static func hostFunctions(_ context: ScriptingContext, arguments: LuaTable) -> [HostFunction] {
        functions.compactMap { hostFunction($0, context) } + preludeFunctions(arguments)
    }

    private static func hostFunction(_ description: FunctionDescription, _ context: ScriptingContext) -> HostFunction? {
        if let body = description.immediateBody {
            return .immediate(description.key, isPure: description.effect == .computes) { values in
                var arguments = try Arguments(values, for: description)
                return [try body(context, &arguments)]
            }
        }
        guard let body = description.body else { return nil }
        return .waiting(description.key) { values in
            var arguments = try Arguments(values, for: description)
            return [try await body(context, &arguments)]
        }
    }

    private static func preludeFunctions(_ arguments: LuaTable) -> [HostFunction] {
        [
            .immediate("surface.list", isPure: true) { _ in
                [
                    .table(
                        LuaTable(
                            array: functions.map {
                                .table(["module": .string($0.module), "name": .string($0.name), "key": .string($0.key)])
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
            .immediate("currency.is_known", isPure: true) { values in
                [.boolean((try? Currency(code: texts(values).0)) != nil)]
            },
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
