import LuaRuntime
import WiseAPI
import WiseClient

extension Surface {
    /// Methods of transfers.
    static let transferFunctions: [FunctionDescription] = [
        FunctionDescription(
            "transfer", "fund",
            "Pays for the transfer from the balance in its source currency. No key protects it: after an "
                + "unknown outcome look at transfer:payments() before paying again.",
            positional: [
                receiver, .optional("balance", "balance or number", "the balance to pay from, where the bank lets one choose"),
            ], result: "the funding", effect: .changesAccount, example: transferExample("print(transfer:fund().status)")
        ) { context, arguments in
            let (id, profile) = try arguments.receiver("transfer")
            let balance = arguments.has("balance") ? try arguments.number("balance", of: "balance") : nil
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.fundTransfer(id, of: profile, balance: balance)
                })
        },
        FunctionDescription(
            "transfer", "cancel", "Calls the transfer off, which the bank allows until it is converted.", positional: [receiver],
            result: "the transfer", effect: .changesAccount, example: transferExample("print(transfer:cancel().status)")
        ) { context, arguments in
            let (id, profile) = try arguments.receiver("transfer")
            let transfer = try await context.raising { () async throws(ClientError) in
                try await context.client.cancelTransfer(id)
            }
            return LuaValue(transfer, profile: profile)
        },
        FunctionDescription(
            "transfer", "payments", "Lists what was paid for the transfer.", positional: [receiver],
            result: "a list of payments", effect: .reads,
            example: "for _, t in ipairs(wise.transfers{ limit = 1 }) do print(#t:payments()) end"
        ) { context, arguments in
            let (id, _) = try arguments.receiver("transfer")
            return .list(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.transferPayments(of: id)
                }
            ) { LuaValue($0) }
        },
        FunctionDescription(
            "transfer", "refresh", "Asks the bank how far the transfer is; the object itself stays as it was.",
            positional: [receiver], result: "the transfer as it is now", effect: .reads,
            example: "for _, t in ipairs(wise.transfers{ limit = 1 }) do print(t:refresh().status) end"
        ) { context, arguments in
            let (id, profile) = try arguments.receiver("transfer")
            return try await context.transfer(id, of: profile)
        },
        FunctionDescription(
            "transfer", "delivery", "Says when the transfer is expected to arrive.",
            positional: [receiver, .optional("time_zone", "string", "the zone of the words, such as \"Europe/Berlin\"")],
            result: "a delivery", effect: .reads,
            example: "for _, t in ipairs(wise.transfers{ limit = 1 }) do print(t:delivery().time) end"
        ) { context, arguments in
            let (id, _) = try arguments.receiver("transfer")
            let zone = try arguments.optionalString("time_zone")
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.deliveryEstimate(of: id, timeZone: zone)
                })
        },
    ]

    private static let receiver: ParameterDescription = .required("transfer", "transfer", "which")
}
