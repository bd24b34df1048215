import LuaRuntime
import Money
import WiseAPI
import WiseClient

extension Surface {
    /// `profile:` methods that change the account.
    static let profileMovingFunctions: [FunctionDescription] = [
        FunctionDescription(
            "profile", "open_balance", "Opens a balance, or a jar when a name is given.",
            options: [
                .required("currency", "currency", "its currency"),
                .optional("type", "string", "\"STANDARD\" or \"SAVINGS\"; SAVINGS when there is a name"),
                .optional("name", "string", "the name of the jar"),
            ], result: "the balance", effect: .changesAccount, example: "print(wise.open_balance{ currency = \"CHF\" }.id)"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let name = try arguments.optionalString("name")
            let type = BalanceType(rawValue: try arguments.optionalString("type") ?? (name == nil ? "STANDARD" : "SAVINGS"))
            let request = OpenBalanceRequest(currency: try arguments.currency("currency"), type: type, name: name)
            return LuaValue(try await context.open(request, for: profile), profile: profile)
        },
        FunctionDescription(
            "profile", "close_balance", "Closes a balance or a jar that holds nothing.",
            positional: [.required("balance", "balance, currency or number", "which")], result: "true",
            effect: .changesAccount,
            example: "wise.close_balance(wise.jar{ name = \"Trip\", currency = \"EUR\", create = true })"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let balance = try await context.balance(arguments["balance"], of: profile, arguments, "balance")
            _ = try await context.raising { () async throws(ClientError) in
                try await context.client.closeBalance(balance.id, of: profile)
            }
            return true
        },
        FunctionDescription(
            "profile", "jar", "Gives the jar with a name and a currency, and opens it first when told to.",
            options: [
                .required("name", "string", "its name"), .required("currency", "currency", "its currency"),
                .optional("create", "boolean", "whether to open it when there is none"),
            ], result: "a balance", effect: .changesAccount,
            example: "print(wise.jar{ name = \"Reserve\", currency = \"EUR\", create = true }.amount)"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let name = try arguments.string("name")
            let currency = try arguments.currency("currency")
            let jars = try await context.balances(of: profile, types: [.savings])
            let named = jars.filter { $0.name == name && $0.currency == currency }
            guard named.count < 2 else {
                throw LuaRaisedError(
                    kind: "conflict", code: "several_jars", message: "\(named.count) jars in \(currency) are called '\(name)'",
                    hint: "Name one by its number: \(named.map { "\($0.id)" }.joined(separator: ", "))")
            }
            if let jar = named.first { return LuaValue(jar, profile: profile) }
            guard try arguments.optionalBoolean("create") == true else {
                let known = jars.filter { $0.currency == currency }.compactMap(\.name)
                throw LuaRaisedError(
                    kind: "not_found", code: "no_such_jar", message: "there is no \(currency) jar called '\(name)'",
                    hint: "Add create = true to open it. " + Suggestion.text(for: name, in: known))
            }
            let request = OpenBalanceRequest(currency: currency, type: .savings, name: name)
            return LuaValue(try await context.open(request, for: profile), profile: profile)
        },
        FunctionDescription(
            "profile", "convert", "Converts by a quote, between the balances of its currencies. A quote is used once.",
            positional: [.required("quote", "quote or its id", "what profile:quote gave")], result: "a movement",
            effect: .changesAccount, example: "print(wise.convert(wise.quote{ source = EUR \"100\", target = \"GBP\" }).fee)"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let quote = try await context.quote(arguments, "quote", of: profile)
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.convert(quote, for: profile)
                })
        },
        FunctionDescription(
            "profile", "move", "Moves money between a balance and a jar; by a quote when their currencies differ.",
            options: [
                .required("from", "balance, currency or number", "where it leaves"),
                .required("to", "balance, currency or number", "where it arrives"),
                .optional("amount", "money", "how much, within one currency"),
                .optional("quote", "quote or its id", "the price, across currencies"),
            ], result: "a movement", effect: .changesAccount,
            example: "wise.move{ from = \"EUR\", to = wise.jar{ name = \"Reserve\", currency = \"EUR\", create = true }, "
                + "amount = EUR \"25.00\" }"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            guard arguments.has("amount") != arguments.has("quote") else {
                throw LuaRaisedError(
                    kind: "usage", code: "amount_or_quote", message: "profile:move takes either an amount or a quote",
                    hint: "Within one currency give amount = EUR \"25.00\", across currencies quote = profile:quote{ ... }")
            }
            let source = try await context.balance(arguments["from"], of: profile, arguments, "from").id
            let target = try await context.balance(arguments["to"], of: profile, arguments, "to").id
            if arguments.has("amount") {
                let amount = try arguments.money("amount")
                return LuaValue(
                    try await context.raising { () async throws(ClientError) in
                        try await context.client.move(amount, from: source, to: target, for: profile)
                    })
            }
            let quote = try await context.quote(arguments, "quote", of: profile)
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.convert(quote, from: source, to: target, for: profile)
                })
        },
        FunctionDescription(
            "profile", "excess_account", "Names the recipient of money above the hold limit.",
            options: [.required("recipient", "integer", "the number of the recipient")], result: "profile and recipient",
            effect: .changesAccount, example: "wise.excess_account{ recipient = 148393305 }"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let recipient = try arguments.integer("recipient")
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.setExcessMoneyAccount(of: profile, recipient: recipient)
                })
        },
        FunctionDescription(
            "profile", "top_up", "Puts test money into a balance: on the bank's sandbox and the simulator only.",
            options: [
                .required("balance", "balance, currency or number", "where it arrives"),
                .required("amount", "money", "how much, in the balance's currency"),
                .optional("channel", "string", "\"CARD\" (the default) or \"TRANSFER\""),
            ], result: "what the balance holds then, as money", effect: .changesAccount,
            example: "print(wise.top_up{ balance = \"EUR\", amount = EUR \"500.00\" })"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let balance = try await context.balance(arguments["balance"], of: profile, arguments, "balance")
            let text = try arguments.optionalString("channel") ?? "CARD"
            guard let channel = TopUpRequest.Channel(rawValue: text) else {
                throw arguments.mismatch("channel", "\"CARD\" or \"TRANSFER\"")
            }
            let amount = try arguments.money("amount")
            let request = TopUpRequest(profile: profile, balance: balance.id, amount: amount, channel: channel)
            let answer = try await context.raising { () async throws(ClientError) in try await context.client.topUp(request) }
            return answer.balanceAfter.map { .money($0.value) } ?? .none
        },
    ]
}

extension ScriptingContext {
    func open(_ request: OpenBalanceRequest, for profile: Int) async throws -> Balance {
        try await raising { () async throws(ClientError) in try await client.openBalance(request, for: profile) }
    }

    /// The quote that a script means: an object or its identifier.
    func quote(_ arguments: Arguments, _ name: String, of profile: Int) async throws -> Quote {
        switch arguments[name] {
        case .string(let id): return try await quote(id, of: profile)
        case let value:
            guard case .string(let id) = value[field: "id"] else { throw arguments.mismatch(name, "a quote or its id") }
            return try await quote(id, of: profile)
        }
    }
}
