import LuaRuntime
import Money
import WiseAPI
import WiseClient

extension Surface {
    /// `sim`: what people do to the simulation, over the control routes of the simulator.
    static let simulatorFunctions: [FunctionDescription] = [
        FunctionDescription(
            "sim", "deposit", "Lets money arrive from outside.",
            positional: [
                .required("balance", "balance or number", "where"), .required("amount", "money", "how much"),
                .optional("reference", "string", "the payer's reference"),
            ], result: "true", effect: .simulates, example: "sim.deposit(wise.balance(\"EUR\"), EUR \"250.00\")"
        ) { context, arguments in try await context.payment("deposit", arguments) },
        FunctionDescription(
            "sim", "withdraw", "Lets money leave to outside.",
            positional: [
                .required("balance", "balance or number", "where"), .required("amount", "money", "how much"),
                .optional("reference", "string", "the reference"),
            ], result: "true", effect: .simulates, example: "sim.withdraw(wise.balance(\"EUR\"), EUR \"10.00\")"
        ) { context, arguments in try await context.payment("withdraw", arguments) },
        FunctionDescription(
            "sim", "rate", "Fixes a mid-market rate, or frees it again when no value is given.",
            positional: [
                .required("source", "currency", "from"), .required("target", "currency", "to"),
                .optional("value", "decimal", "target units for one unit of source"),
            ], result: "true", effect: .simulates, example: "sim.rate(\"EUR\", \"USD\", \"1.1000\")"
        ) { context, arguments in
            let value: JSONValue = arguments.has("value") ? .decimal(try arguments.decimal("value")) : .null
            let body: JSONObject = [
                "source": .string(try arguments.currency("source").code),
                "target": .string(try arguments.currency("target").code), "rate": value,
            ]
            _ = try await context.control(.post, "rate", body)
            return true
        },
        FunctionDescription(
            "sim", "advance", "Moves the simulator's clock on.",
            positional: [.required("duration", "string", "such as \"31m\", \"2h\", \"1d\", \"90s\"")], result: "true",
            effect: .simulates, example: "sim.advance(\"31m\")"
        ) { context, arguments in
            let seconds = try Self.seconds(try arguments.string("duration"), arguments)
            _ = try await context.control(.post, "clock", ["advanceSeconds": .integer(seconds)])
            return true
        },
        FunctionDescription(
            "sim", "fault", "Lets calls of an operation go wrong.",
            options: [
                .required("route", "string", "the operation, such as \"moveBetweenBalances\"; \"*\" is any"),
                .required(
                    "kind", "string",
                    "answer_lost, connection_reset, body_reset, truncated_body, malformed_body, slow, rate_limited, server_error, "
                        + "unavailable, in_progress, sca_demanded or quote_expired"),
                .optional("nth", "integer", "the first call that goes wrong, counted from now; 1 without it"),
                .optional("times", "integer", "how many calls go wrong; 1 without it"),
                .optional("seconds", "integer", "how late the answer is (slow), or what Retry-After says"),
            ], result: "true", effect: .simulates,
            example: "sim.fault{ route = \"listBalances\", kind = \"server_error\" }"
        ) { context, arguments in
            var body: JSONObject = [
                "route": .string(try arguments.string("route")), "kind": .string(try arguments.string("kind")),
                "nth": .integer(try arguments.optionalInteger("nth") ?? 1),
                "times": .integer(try arguments.optionalInteger("times") ?? 1),
            ]
            if let seconds = try arguments.optionalInteger("seconds") { body["seconds"] = .integer(seconds) }
            _ = try await context.control(.post, "fault", body)
            return true
        },
        FunctionDescription(
            "sim", "faults", "Lists the faults that still wait.", result: "a list of { id, route, kind, nth, times, effect }",
            effect: .simulates, example: "print(#sim.faults())"
        ) { context, _ in LuaValue(try await context.control(.get, "fault", nil)) },
        FunctionDescription(
            "sim", "clear_faults", "Forgets all faults.", result: "true", effect: .simulates, example: "sim.clear_faults()"
        ) { context, _ in
            _ = try await context.control(.delete, "fault", nil)
            return true
        },
        FunctionDescription(
            "sim", "settings",
            "Changes what the bank's documents leave open, and gives all settings as they are then. With "
                + "profile also overdraft_limit and hold_limit (money, or false for none).",
            positional: [
                .optional("changes", "table", "settings by name, such as { sca = \"on\" }; none are changed without it")
            ],
            result: "a table of settings", effect: .simulates, example: "print(sim.settings{ closes_without_body = true }.sca)"
        ) { context, arguments in
            guard arguments.has("changes") else { return try await context.settings() }
            var body: JSONObject = [:]
            guard case .table(let changes) = arguments["changes"], changes.array.isEmpty else {
                throw arguments.mismatch("changes", "a table of settings by name")
            }
            for field in changes.fields {
                switch (field.key, field.value) {
                case ("profile", .integer(let id)): body["profileId"] = .integer(Int(id))
                case ("profile", let value):
                    guard value.typeName == "profile", case .integer(let id) = value[field: "id"] else {
                        throw arguments.mismatch("changes", "settings whose profile is a profile or its number")
                    }
                    body["profileId"] = .integer(Int(id))
                case ("overdraft_limit", .boolean(false)): body["overdraftLimit"] = .null
                case ("hold_limit", .boolean(false)): body["holdLimit"] = .null
                case (let name, let value): body[Self.member(name)] = try value.requestJSON()
                }
            }
            _ = try await context.control(.post, "settings", body)
            return try await context.settings()
        },
        FunctionDescription(
            "sim", "sca", "Says who is asked for strong customer authentication, and whose signatures are taken.",
            options: [
                .optional("demand", "string", "\"off\", \"on\" (profiles in the EEA and the UK) or \"everywhere\""),
                .optional("body", "string", "what a demand says: \"empty\" or \"json\""),
                .optional("statement_window", "string", "how long an approval holds for statements: \"90d\" or \"5m\""),
                .optional("public_key", "string", "an RSA key in PEM, whose signatures are taken from then on"),
            ], result: "true", effect: .simulates, example: "sim.sca{ demand = \"on\" } sim.sca{ demand = \"off\" }"
        ) { context, arguments in
            var body: JSONObject = [:]
            if let demand = try arguments.optionalString("demand") { body["sca"] = .string(demand) }
            if let text = try arguments.optionalString("body") { body["scaBody"] = .string(text) }
            if let window = try arguments.optionalString("statement_window") { body["scaStatementWindow"] = .string(window) }
            let key = try arguments.optionalString("public_key")
            if let key { _ = try await context.control(.post, "keys", ["pem": .string(key)]) }
            if !body.members.isEmpty { _ = try await context.control(.post, "settings", body) }
            return true
        },
        FunctionDescription(
            "sim", "snapshot", "Keeps a copy of the world under a name, as long as the simulator runs.",
            positional: [.required("name", "string", "the name")], result: "true", effect: .simulates,
            example: "sim.snapshot(\"before\")"
        ) { context, arguments in
            _ = try await context.control(.post, "snapshots", ["name": .string(try arguments.string("name"))])
            return true
        },
        FunctionDescription(
            "sim", "restore", "Goes back to a copy of the world.", positional: [.required("name", "string", "the name")],
            result: "true", effect: .simulates, example: "sim.snapshot(\"now\") sim.restore(\"now\")"
        ) { context, arguments in
            var name = ""
            for byte in try arguments.string("name").utf8 where byte != UInt8(ascii: "/") {
                name.unicodeScalars.append(Unicode.Scalar(byte))
            }
            _ = try await context.control(.post, "snapshots/\(name)/restore", nil)
            return true
        },
        FunctionDescription(
            "sim", "check", "Proves the ledger: all postings add up to zero, each balance is the sum of its own.",
            result: "balanced (true or false), entries (how many), clock", effect: .simulates,
            example: "check(sim.check().balanced, \"the ledger does not balance\")"
        ) { context, _ in
            let world = try await context.control(.get, "world", nil)
            return .table([
                "balanced": .boolean(world["ledger"]?["isBalanced"]?.boolValue ?? false),
                "entries": LuaValue(world["ledger"]?["entries"] ?? .null), "clock": LuaValue(world["clock"] ?? .null),
            ])
        },
    ]

    /// The name of a setting on the wire: `closes_without_body` is `closesWithoutBody`.
    private static func member(_ name: String) -> String {
        let words = name.split(separator: "_")
        return (words.first.map(String.init) ?? "")
            + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static func seconds(_ text: String, _ arguments: Arguments) throws -> Int {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()), count > 0,
            count <= 36_500 * 86_400 / unit
        else { throw arguments.mismatch("duration", "a duration such as \"31m\", \"2h\" or \"1d\"") }
        return count * unit
    }
}

extension ScriptingContext {
    /// All settings of the world by their names in Lua.
    fileprivate func settings() async throws -> LuaValue {
        var table = LuaTable()
        for setting in try await control(.get, "settings", nil).arrayValue ?? [] {
            guard let name = setting["name"]?.stringValue else { continue }
            let words = name.map { $0.isUppercase ? "_\($0.lowercased())" : "\($0)" }
            table[words.joined()] = LuaValue(setting["value"] ?? .null)
        }
        return .table(table)
    }

    fileprivate func payment(_ name: String, _ arguments: Arguments) async throws -> LuaValue {
        let amount = try arguments.money("amount")
        var body: JSONObject = [:]
        switch arguments["balance"] {
        case .integer(let id): body["balanceId"] = .integer(Int(id))
        case let value:
            guard case .integer(let id) = value[field: "id"] else {
                throw arguments.mismatch("balance", "a balance or its number")
            }
            body["balanceId"] = .integer(Int(id))
        }
        body["amount"] = .object(["value": .decimal(amount.amount), "currency": .string(amount.currency.code)])
        if let reference = try arguments.optionalString("reference") { body["reference"] = .string(reference) }
        _ = try await control(.post, name, body)
        return true
    }

    func control(_ method: APIRequest.Method, _ name: String, _ body: JSONObject?) async throws -> JSONValue {
        guard environment.isSimulator else {
            throw LuaRaisedError(
                kind: "usage", code: "no_simulator", message: "sim works on a simulator only; this is \(environment.name)",
                hint: "Run the script without --env to use the embedded simulator")
        }
        return try await raising { () async throws(ClientError) in
            try await client.control(method, name, body: body.map { .object($0) })
        }
    }
}
