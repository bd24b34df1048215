import LuaRuntime
import Money
import WiseAPI
import WiseClient

extension Surface {
    /// `profile:` methods about the account as a whole, and about where others pay into it.
    static let profileAccountFunctions: [FunctionDescription] = [
        FunctionDescription(
            "profile", "account", "Gives the account that holds the balances; an error until the first balance makes one.",
            result: "an account", effect: .reads, example: "print(wise.account().recipient)"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.multiCurrencyAccount(of: profile)
                })
        },
        FunctionDescription(
            "profile", "available_currencies", "Lists the currencies in which a balance may be opened.",
            result: "a list of currency codes", effect: .reads, example: "print(#wise.available_currencies())"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let codes = try await context.raising { () async throws(ClientError) in
                try await context.client.availableCurrencies(of: profile)
            }
            return .table(LuaTable(array: codes.map { .string($0) }))
        },
        FunctionDescription(
            "profile", "pay_in_currencies", "Lists the currencies that can have bank details.",
            result: "a list of currency codes", effect: .reads, example: "print(#wise.pay_in_currencies())"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let codes = try await context.raising { () async throws(ClientError) in
                try await context.client.payInCurrencies(of: profile)
            }
            return .table(LuaTable(array: codes.map { .string($0) }))
        },
        FunctionDescription(
            "profile", "bank_details", "Lists where others pay into; what is not issued yet is there as an example.",
            options: [.optional("currency", "currency", "only in this currency")], result: "a list of bank details",
            effect: .reads,
            example: "for _, d in ipairs(wise.bank_details{ currency = \"EUR\" }) do print(d.status, d.title) end"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let currency = try arguments.optionalCurrency("currency")
            let details = try await context.raising { () async throws(ClientError) in
                try await context.client.bankDetails(of: profile)
            }
            return .list(details.filter { currency == nil || $0.currency == currency }) { LuaValue($0) }
        },
        FunctionDescription(
            "profile", "order_bank_details", "Orders bank details in a currency.",
            positional: [.required("currency", "currency", "the currency")], result: "the order", effect: .changesAccount,
            example: "print(wise.order_bank_details(\"EUR\").status)"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let currency = try arguments.currency("currency")
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.orderBankDetails(in: currency, for: profile)
                })
        },
        FunctionDescription(
            "profile", "bank_details_orders", "Lists the orders of bank details.",
            options: [.optional("currency", "currency", "only in this currency")], result: "a list of orders", effect: .reads,
            example: "print(#wise.bank_details_orders{ currency = \"EUR\" })"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let currency = try arguments.optionalCurrency("currency")
            return .list(
                try await context.raising { () async throws(ClientError) in
                    guard let currency else { return try await context.client.bankDetailsOrdersFirstVersion(of: profile) }
                    return try await context.client.bankDetailsOrders(of: profile, in: currency)
                }
            ) { LuaValue($0) }
        },
        FunctionDescription(
            "profile", "return_payment", "Sends a payment that came in through bank details back to its sender.",
            options: [
                .required("payment", "string or integer", "the identifier of the payment"),
                .optional("reason", "string", "why"),
            ], result: "the identifier of the return", effect: .changesAccount,
            example: "pcall(wise.return_payment, { payment = \"4711\", reason = \"not ours\" })"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let payment: String
            switch arguments["payment"] {
            case .integer(let number): payment = "\(number)"
            default: payment = try arguments.string("payment")
            }
            let reason = try arguments.optionalString("reason")
            return .string(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.returnPayment(payment, of: profile, reason: reason).id
                })
        },
    ]

    /// `wise` functions about the user and about who may have an account.
    static let wiseAccountFunctions: [FunctionDescription] = [
        FunctionDescription(
            "wise", "user", "Gives the user whom the token belongs to.", result: "a user", effect: .reads,
            example: "print(wise.user().name)"
        ) { context, _ in
            LuaValue(try await context.raising { () async throws(ClientError) in try await context.client.user() })
        },
        FunctionDescription(
            "wise", "eligibility",
            "Says whether a profile, or people in a country, may have an account; the profile in use "
                + "when nothing is given.",
            options: [
                .optional("profile", "profile or number", "whose"),
                .optional("country", "string", "two letters, such as \"FR\", instead of a profile"),
                .optional("state", "string", "the state, where they differ, such as \"CA\" of the United States"),
            ], result: "eligible, code, account_type, reason", effect: .reads,
            example: "print(wise.eligibility{ country = \"FR\" }.eligible)"
        ) { context, arguments in
            let country = try arguments.optionalString("country")
            let state = try arguments.optionalString("state")
            guard let country else {
                let profile =
                    arguments.has("profile")
                    ? try arguments.number("profile", of: "profile") : try await context.profileInUse().id
                return LuaValue(
                    try await context.raising { () async throws(ClientError) in
                        try await context.client.eligibility(of: profile)
                    })
            }
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.eligibility(inCountry: country, state: state)
                })
        },
        FunctionDescription(
            "wise", "estimate", "Asks for a price without a profile: nobody can use it. Give one amount.",
            options: [
                .required("source", "money or currency", "what leaves, fee included; or just its currency"),
                .required("target", "money or currency", "what arrives; or just its currency"),
                .optional("pay_out", "string", "how it is paid out: \"BANK_TRANSFER\" (the default), \"BALANCE\", \"SWIFT\""),
            ], result: "a quote without an id", effect: .reads,
            example: "print(wise.estimate{ source = EUR \"100.00\", target = \"GBP\" }.fee)"
        ) { context, arguments in
            let request = QuoteRequest(
                try quoteAmount(arguments), payOut: try arguments.optionalString("pay_out") ?? "BANK_TRANSFER")
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.unauthenticatedQuote(request)
                })
        },
    ]
}
