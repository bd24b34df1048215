import LuaRuntime
import Money
import WiseAPI
import WiseClient

extension Surface {
    /// `profile:` methods that only read.
    static let profileReadingFunctions: [FunctionDescription] = [
        FunctionDescription(
            "profile", "balances", "Lists the open balances and jars.",
            options: [.optional("types", "list of string", "\"STANDARD\" for balances, \"SAVINGS\" for jars; both without it")],
            result: "a list of balances", effect: .reads,
            example: "for _, b in ipairs(wise.balances()) do print(b.amount) end"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let balances = try await context.balances(of: profile, types: try Self.balanceTypes(arguments))
            return .list(balances) { LuaValue($0, profile: profile) }
        },
        FunctionDescription(
            "profile", "balance", "Gives the balance of a currency, or the balance or jar with a number.",
            positional: [.required("which", "currency or number", "\"EUR\", or the number of a balance")], result: "a balance",
            effect: .reads, example: "print(wise.balance(\"EUR\").amount)"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            return LuaValue(try await context.balance(arguments["which"], of: profile, arguments, "which"), profile: profile)
        },
        FunctionDescription(
            "profile", "find_balance", "Gives the balance of a currency, or nil when there is none.",
            positional: [.required("currency", "currency", "such as \"CHF\"")], result: "a balance or nil", effect: .reads,
            example: "if not wise.find_balance(\"CHF\") then print(\"no francs\") end"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let currency = try arguments.currency("currency")
            let balance = try await context.balances(of: profile, types: [.standard]).first { $0.currency == currency }
            return balance.map { LuaValue($0, profile: profile) } ?? .none
        },
        FunctionDescription(
            "profile", "quote",
            "Asks for a price: it holds for 30 minutes and nothing moves. Give one amount. Without a recipient "
                + "it is for a conversion between balances.",
            options: [
                .required("source", "money or currency", "what leaves, fee included; or just its currency"),
                .required("target", "money or currency", "what arrives; or just its currency"),
                .optional("recipient", "recipient or number", "who will be paid, for a transfer"),
                .optional("pay_out", "string", "how: \"BALANCE\", or \"BANK_TRANSFER\" with a recipient, unless told otherwise"),
            ], result: "a quote", effect: .reads,
            example: "print(wise.quote{ source = EUR \"100.00\", target = \"GBP\" }.target_amount)"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let request = try Self.quoteRequest(arguments)
            let quote = try await context.raising { () async throws(ClientError) in
                try await context.client.quote(request, for: profile)
            }
            context.remember(quote)
            return LuaValue(quote)
        },
        FunctionDescription(
            "profile", "read_quote", "Looks a quote up: what it promises, and whether it still holds.",
            positional: [.required("quote", "quote or its id", "which")], result: "a quote", effect: .reads,
            example: "print(wise.read_quote(wise.quote{ source = EUR \"100.00\", target = \"GBP\" }).status)"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let id = try arguments.identifier("quote", of: "quote")
            let quote = try await context.raising { () async throws(ClientError) in
                try await context.client.quote(id, of: profile)
            }
            return LuaValue(quote)
        },
        FunctionDescription(
            "profile", "update_quote", "Completes a quote: its recipient, its pay-out. The price may change; nothing moves.",
            options: [
                .required("quote", "quote or its id", "which"),
                .optional("recipient", "recipient or number", "who will be paid"),
                .optional("pay_out", "string", "how, such as \"BANK_TRANSFER\", \"SWIFT\" or \"BALANCE\""),
                .optional("transfer_nature", "string", "what the transfer is for, where the bank asks for it"),
            ], result: "the quote as it is then", effect: .reads,
            example: "for _, r in ipairs(wise.recipients{ currency = \"GBP\", limit = 1 }) do local q = wise.quote{ "
                + "source = EUR \"10\", target = \"GBP\", pay_out = \"BANK_TRANSFER\" } "
                + "print(wise.update_quote{ quote = q, recipient = r }.recipient) end"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let id = try arguments.identifier("quote", of: "quote")
            let update = QuoteUpdate(
                recipient: arguments.has("recipient") ? try arguments.number("recipient", of: "recipient") : nil,
                payOut: try arguments.optionalString("pay_out"), transferNature: try arguments.optionalString("transfer_nature"))
            let quote = try await context.raising { () async throws(ClientError) in
                try await context.client.updateQuote(id, of: profile, with: update)
            }
            context.remember(quote)
            return LuaValue(quote)
        },
        FunctionDescription(
            "profile", "capacity", "Says how much may still be deposited before a regulatory hold limit.",
            positional: [.required("currency", "currency", "the limit is expressed in it")],
            result: "has_limit, and limit (money) when there is one", effect: .reads,
            example: "print(wise.profile{ type = \"personal\" }:capacity(\"SGD\").limit)"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let currency = try arguments.currency("currency")
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.depositCapacity(of: profile, in: currency)
                })
        },
        FunctionDescription(
            "profile", "total_funds", "Gives worth and availability over all balances, at mid-market rates.",
            positional: [.required("currency", "currency", "everything is expressed in it")],
            result: "total_worth, total_available, overdraft_limit, overdraft_used, overdraft_available", effect: .reads,
            example: "print(wise.total_funds(\"EUR\").total_worth)"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let currency = try arguments.currency("currency")
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.totalFunds(of: profile, in: currency)
                })
        },
        FunctionDescription(
            "profile", "statement", "Reads the statement of a balance, at most 469 days. A date alone as `to` means its end.",
            options: [
                .required("balance", "balance, currency or number", "whose statement"),
                .required("from", "date", "the first instant, UTC"),
                .required("to", "date", "the last instant, UTC"),
                .optional("type", "string", "\"COMPACT\" (fees inside, the default) or \"FLAT\" (fees on lines of their own)"),
                .optional("locale", "string", "the language of descriptions, two letters"),
            ], result: "opening, closing, currency, lines (newest first)", effect: .reads,
            example: "local s = wise.statement{ balance = \"EUR\", from = \"2026-10-01\", to = \"2026-10-31\" }"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let balance = try await context.balance(arguments["balance"], of: profile, arguments, "balance")
            let (start, end) = try Self.period(arguments)
            let type = StatementType(rawValue: try arguments.optionalString("type") ?? "COMPACT")
            guard type == .compact || type == .flat else { throw arguments.mismatch("type", "\"COMPACT\" or \"FLAT\"") }
            let locale = try arguments.optionalString("locale")
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.statement(
                        of: balance, profile: profile, from: start, to: end, type: type, locale: locale)
                })
        },
    ]

    private static func balanceTypes(_ arguments: Arguments) throws -> [BalanceType] {
        guard arguments.has("types") else { return [.standard, .savings] }
        guard case .table(let table) = arguments["types"], !table.array.isEmpty else {
            throw arguments.mismatch("types", "a list such as { \"STANDARD\", \"SAVINGS\" }")
        }
        return try table.array.map { value in
            guard case .string(let text) = value, ["STANDARD", "SAVINGS"].contains(text) else {
                throw arguments.mismatch("types", "a list of \"STANDARD\" and \"SAVINGS\"")
            }
            return BalanceType(rawValue: text)
        }
    }

    private static func quoteRequest(_ arguments: Arguments) throws -> QuoteRequest {
        let recipient = arguments.has("recipient") ? try arguments.number("recipient", of: "recipient") : nil
        let payOut = try arguments.optionalString("pay_out") ?? (recipient == nil ? "BALANCE" : "BANK_TRANSFER")
        return QuoteRequest(
            try quoteAmount(arguments), payOut: payOut, preferredPayIn: recipient == nil ? nil : "BALANCE", recipient: recipient)
    }

    /// The amount that a price is for: one of source and target is money.
    static func quoteAmount(_ arguments: Arguments) throws -> QuoteRequest.Amount {
        switch (arguments["source"], arguments["target"]) {
        case (.money, .money):
            throw LuaRaisedError(
                kind: "usage", code: "both_amounts", message: "a quote fixes one amount, not both",
                hint: "Give what leaves: { source = EUR \"100\", target = \"GBP\" }, or what arrives: "
                    + "{ source = \"EUR\", target = GBP \"100\" }")
        case (.money(let money), _):
            try checked(money)
            return .source(money, target: try arguments.currency("target"))
        case (_, .money(let money)):
            try checked(money)
            return .target(source: try arguments.currency("source"), money)
        case (.string, .string):
            throw LuaRaisedError(
                kind: "usage", code: "no_amount", message: "a quote needs one amount",
                hint: "Write { source = EUR \"100\", target = \"GBP\" } or { source = \"EUR\", target = GBP \"100\" }")
        case (.string, _): throw arguments.mismatch("target", "money, such as GBP \"100.00\", or a currency")
        default: throw arguments.mismatch("source", "money, such as EUR \"100.00\", or a currency")
        }
    }

    private static func checked(_ money: Money) throws {
        do throws(ClientError) {
            try WiseClient.checkSendable(money)
        } catch {
            throw LuaRaisedError(error)
        }
    }

    private static func period(_ arguments: Arguments) throws -> (Timestamp, Timestamp) {
        guard let start = try arguments.optionalTimestamp("from"), let end = try arguments.optionalEnd("to") else {
            throw arguments.mismatch("from", "a date")
        }
        return (start, end)
    }
}

extension ScriptingContext {
    func balances(of profile: Int, types: [BalanceType]) async throws -> [Balance] {
        try await raising { () async throws(ClientError) in try await client.balances(of: profile, types: types) }
    }

    /// The balance that a script means: an object, a number, or the currency of a balance.
    func balance(_ value: LuaValue, of profile: Int, _ arguments: Arguments, _ name: String) async throws -> Balance {
        let id: Int
        switch value {
        case .integer(let number): id = Int(number)
        case .string(let code):
            let currency = try Values.currency(code)
            let balances = try await balances(of: profile, types: [.standard])
            guard let balance = balances.first(where: { $0.currency == currency }) else {
                throw LuaRaisedError(
                    kind: "not_found", code: "no_such_balance", message: "there is no \(code) balance",
                    hint: "Open it: profile:open_balance{ currency = \"\(code)\" }, or ask with profile:find_balance(\"\(code)\")"
                )
            }
            return balance
        default:
            guard value.typeName == "balance", case .integer(let number) = value[field: "id"] else {
                throw arguments.mismatch(name, "a balance, its number or its currency")
            }
            if case .integer(let owner) = value[field: "profile"], owner != Int64(profile) {
                throw LuaRaisedError(
                    kind: "usage", code: "foreign_balance",
                    message: "\(arguments.function): balance \(number) belongs to profile \(owner), not to \(profile)",
                    hint: "Call the method of its own profile: wise.profile{ id = \(owner) }:...")
            }
            id = Int(number)
        }
        return try await raising { () async throws(ClientError) in try await client.balance(id, of: profile) }
    }
}
