import LuaRuntime
import Money
import WiseAPI
import WiseClient

extension Surface {
    /// `profile:` methods about recipients: who can be paid.
    static let profileRecipientFunctions: [FunctionDescription] = [
        FunctionDescription(
            "profile", "recipients", "Lists the recipients, page by page until all are there or the limit is reached.",
            options: recipientFilters + [.optional("limit", "integer", "the most that are listed; all without it")],
            result: "a list of recipients", effect: .reads,
            example: "for _, r in ipairs(wise.recipients{ currency = \"GBP\" }) do print(r.id, r.name) end"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let query = try recipientQuery(arguments, of: profile)
            let limit = try arguments.optionalLimit()
            let recipients = try await context.raising { () async throws(ClientError) in
                try await context.client.recipients(query, limit: limit)
            }
            return .list(recipients) { LuaValue($0, profile: profile) }
        },
        FunctionDescription(
            "profile", "each_recipient", "Goes through the recipients; a page is asked for when the loop gets to it.",
            options: recipientFilters, result: "an iterator for a for loop", effect: .reads,
            example: "for r in wise.each_recipient{} do if r.owned then print(r.name) break end end"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let query = try recipientQuery(arguments, of: profile)
            let position: Int? = if case .integer(let number) = arguments.cursor { Int(number) } else { nil }
            let page = try await context.raising { () async throws(ClientError) in
                try await context.client.recipientPage(query, from: position)
            }
            let next = page.content.isEmpty ? nil : page.seekPositionForNext.flatMap { $0 == 0 || $0 == position ? nil : $0 }
            return .table([
                "items": .list(page.content) { LuaValue($0, profile: profile) },
                "cursor": next.map { .integer(Int64($0)) } ?? .none,
            ])
        },
        FunctionDescription(
            "profile", "recipient", "Gives the recipient with a number.",
            positional: [.required("recipient", "recipient or number", "which")], result: "a recipient", effect: .reads,
            example: "for _, r in ipairs(wise.recipients{ limit = 1 }) do print(wise.recipient(r.id).summary) end"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let id = try arguments.number("recipient", of: "recipient")
            let recipient = try await context.raising { () async throws(ClientError) in try await context.client.recipient(id) }
            return LuaValue(recipient, profile: profile)
        },
        FunctionDescription(
            "profile", "create_recipient",
            "Writes a recipient down. Nothing is paid by it; profile:recipient_requirements says "
                + "which details a type needs.",
            options: [
                .required("currency", "currency", "paid in it"),
                .required("type", "string", "the kind of account, such as \"sort_code\", \"iban\" or \"aba\""),
                .required("name", "string", "who holds the account"),
                .required("details", "table", "the account: texts by the names of the requirements, tables inside for a.b"),
                .optional("owned", "boolean", "whether the account is your own"),
            ], result: "the recipient", effect: .changesAccount,
            example: "print(wise.create_recipient{ currency = \"GBP\", type = \"sort_code\", name = \"Ann Example\", "
                + "details = { legalType = \"PRIVATE\", sortCode = \"231470\", accountNumber = \"28821822\" } }.id)"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let request = RecipientRequest(
                currency: try arguments.currency("currency"), type: try arguments.string("type"), profile: profile,
                accountHolderName: try arguments.string("name"), ownedByCustomer: try arguments.optionalBoolean("owned"),
                details: try arguments.members("details"))
            let recipient = try await context.raising { () async throws(ClientError) in
                try await context.client.createRecipient(request)
            }
            return LuaValue(recipient, profile: profile)
        },
        FunctionDescription(
            "profile", "recipient_requirements",
            "Says which details a recipient needs: one form for each kind of account. Give "
                + "a quote, or what leaves and the currency that arrives.",
            options: [
                .optional("source", "money", "what leaves"), .optional("target", "currency", "what arrives"),
                .optional("quote", "quote or its id", "instead of both"),
                .optional("draft", "table", "what is known already, with a quote: type, details; forms may depend on it"),
            ], result: "a list of requirements", effect: .reads,
            example: "for _, form in ipairs(wise.recipient_requirements{ source = EUR \"100\", target = \"GBP\" }) do "
                + "print(form.type, #form.inputs) end"
        ) { context, arguments in
            guard arguments.has("quote") else {
                guard arguments.has("source"), arguments.has("target"), !arguments.has("draft") else {
                    throw LuaRaisedError(
                        kind: "usage", code: "amount_or_quote",
                        message: "\(arguments.function) takes a quote, or both source and target",
                        hint: "Write { source = EUR \"100\", target = \"GBP\" } or { quote = profile:quote{ ... } }")
                }
                let (amount, target) = (try arguments.money("source"), try arguments.currency("target"))
                return .list(
                    try await context.raising { () async throws(ClientError) in
                        try await context.client.recipientRequirements(
                            source: amount.currency, target: target, sourceAmount: amount)
                    }
                ) { LuaValue($0) }
            }
            let quote = try arguments.identifier("quote", of: "quote")
            let draft = arguments.has("draft") ? try arguments.members("draft") : nil
            return .list(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.recipientRequirements(forQuote: quote, draft: draft)
                }
            ) { LuaValue($0) }
        },
    ]

    /// Methods of recipients.
    static let recipientFunctions: [FunctionDescription] = [
        FunctionDescription(
            "recipient", "deactivate", "Takes the recipient out of use, for good.",
            positional: [.required("recipient", "recipient", "which")], result: "the recipient", effect: .changesAccount,
            example: "wise.create_recipient{ currency = \"GBP\", type = \"sort_code\", name = \"Ann Example\", "
                + "details = { legalType = \"PRIVATE\", sortCode = \"231470\", accountNumber = \"28821822\" } }:deactivate()"
        ) { context, arguments in
            let (id, profile) = try arguments.receiver("recipient")
            let recipient = try await context.raising { () async throws(ClientError) in
                try await context.client.deactivateRecipient(id)
            }
            return LuaValue(recipient, profile: profile)
        }
    ]

    private static let recipientFilters: [ParameterDescription] = [
        .optional("currency", "currency", "only those paid in it"),
        .optional("type", "string", "only accounts of this kind, such as \"iban\""),
        .optional("active", "boolean", "only those in use, or only those out of use"),
        .optional("owned", "boolean", "only your own accounts, or only those of others"),
    ]

    private static func recipientQuery(_ arguments: Arguments, of profile: Int) throws -> RecipientQuery {
        RecipientQuery(
            profile: profile, currency: try arguments.optionalCurrency("currency"),
            active: try arguments.optionalBoolean("active"), type: try arguments.optionalString("type"),
            ownedByCustomer: try arguments.optionalBoolean("owned"))
    }
}
