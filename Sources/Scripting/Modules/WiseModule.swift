import LuaRuntime
import Money
import WiseAPI
import WiseClient

extension Surface {
    /// `wise`: what belongs to no single profile.
    static let wiseFunctions: [FunctionDescription] = [
        FunctionDescription(
            "wise", "environment", "Says where the account is: name, whether a simulator answers, whether the money is real.",
            result: "a table of name, simulator, live", effect: .computes,
            example: "if wise.environment().simulator then sim.advance \"1h\" end",
            immediate: { context, _ in
                let environment = context.environment
                return .table([
                    "name": .string(environment.name), "simulator": .boolean(environment.isSimulator),
                    "live": .boolean(environment.isLive),
                ])
            }),
        FunctionDescription(
            "wise", "profiles", "Lists the profiles of the user.", result: "a list of profiles", effect: .reads,
            example: "for _, p in ipairs(wise.profiles()) do print(p.id, p.type, p.name) end"
        ) { context, _ in
            .list(try await context.profiles()) { LuaValue($0) }
        },
        FunctionDescription(
            "wise", "profile", "Gives the profile in use, or the one with a number or a type.",
            options: [
                .optional("id", "integer", "the number of the profile"),
                .optional("type", "string", "\"personal\" or \"business\""),
            ], result: "a profile", effect: .reads, example: "local me = wise.profile{ type = \"business\" }"
        ) { context, arguments in
            let wish = try arguments.optionalInteger("id").map { "\($0)" } ?? arguments.optionalString("type")
            guard let wish else { return LuaValue(try await context.profileInUse()) }
            return LuaValue(try context.choose(from: try await context.profiles(), by: wish))
        },
        FunctionDescription(
            "wise", "use", "Makes a profile the one in use.",
            positional: [.required("profile", "profile or number", "the profile")], result: "the profile", effect: .reads,
            example: "wise.use(wise.profile{ type = \"personal\" })"
        ) { context, arguments in
            let value = arguments["profile"]
            let wish: String? =
                switch value {
                case .integer(let id): "\(id)"
                case .string(let text): text
                default: if case .integer(let id) = value[field: "id"] { "\(id)" } else { nil }
                }
            guard let wish else { throw arguments.mismatch("profile", "a profile or its number") }
            let profile = try context.choose(from: try await context.profiles(), by: wish)
            context.use(profile)
            return LuaValue(profile)
        },
        FunctionDescription(
            "wise", "rates", "Lists mid-market rates: indicative, nobody trades at them.",
            options: [
                .optional("source", "currency", "only rates from this currency"),
                .optional("target", "currency", "only rates to this currency"),
                .optional("at", "date", "the rates at that instant, UTC; now without it"),
            ], result: "a list of rates", effect: .reads,
            example: "print(wise.rates{ source = \"EUR\", target = \"USD\" }[1].value)"
        ) { context, arguments in
            let source = try arguments.optionalCurrency("source")
            let target = try arguments.optionalCurrency("target")
            let instant = try arguments.optionalTimestamp("at")
            let rates = try await context.raising { () async throws(ClientError) in
                try await context.client.rates(source: source, target: target, at: instant)
            }
            return .list(rates) { LuaValue($0) }
        },
        FunctionDescription(
            "wise", "currencies", "Lists the currencies of the API.", result: "a list of currencies", effect: .reads,
            example: "print(#wise.currencies())"
        ) { context, _ in
            .list(try await context.raising { () async throws(ClientError) in try await context.client.currencies() }) {
                LuaValue($0)
            }
        },
        FunctionDescription(
            "wise", "request", "Sends any request with your credentials. Whatever changes something must be a known operation.",
            options: [
                .optional("method", "string", "GET (the default), POST, PUT, PATCH, DELETE"),
                .required("path", "string", "the path, such as \"/v1/rates\"; {profile} in it is the profile in use"),
                .optional("query", "table", "names and values"),
                .optional("body", "table", "the JSON body; numbers as integers or decimals"),
            ], result: "the JSON answer as a table", effect: .changesAccount,
            example: "print(#wise.request{ path = \"/v1/currencies\" })"
        ) { context, arguments in
            let text = try arguments.optionalString("method") ?? "GET"
            guard let method = APIRequest.Method(rawValue: text) else {
                throw arguments.mismatch("method", "GET, POST, PUT, PATCH or DELETE")
            }
            let path = try arguments.string("path")
            var query: [QueryItem] = []
            if case .table(let table) = arguments["query"] {
                for field in table.fields { query.append(QueryItem(field.key, try Self.queryText(field.value))) }
            }
            let body = arguments.has("body") ? try arguments["body"].requestJSON() : nil
            return LuaValue(try await context.request(method, path: path, query: query, body: body))
        },
    ]

    private static func queryText(_ value: LuaValue) throws -> String {
        switch value {
        case .string(let text): return text
        case .integer(let number): return "\(number)"
        case .decimal(let number): return number.description
        case .boolean(let flag): return "\(flag)"
        default:
            throw LuaRaisedError(
                kind: "usage", code: "wrong_type", message: "a \(value.typeName) cannot stand in a query",
                hint: "Write texts, integers, decimals or booleans")
        }
    }
}
