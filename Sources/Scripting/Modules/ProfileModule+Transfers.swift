import LuaRuntime
import Money
import WiseAPI
import WiseClient

extension Surface {
    /// `profile:` methods about transfers: money for others.
    static let profileTransferFunctions: [FunctionDescription] = [
        FunctionDescription(
            "profile", "transfer", "Orders money to be sent to a recipient. Nothing leaves until transfer:fund pays for it.",
            options: transferOptions, result: "the transfer, waiting for its payment", effect: .changesAccount,
            example: transferExample("print(transfer.id, transfer.status)")
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let request = try transferRequest(arguments)
            let transfer = try await context.raising { () async throws(ClientError) in
                try await context.client.createTransfer(request)
            }
            return LuaValue(transfer, profile: profile)
        },
        FunctionDescription(
            "profile", "transfers", "Lists the transfers that were sent, newest first. A date alone as `to` means its end.",
            options: [
                .optional("status", "string or list of string", "only those that far, such as \"outgoing_payment_sent\""),
                .optional("source", "currency", "only those that leave in it"),
                .optional("target", "currency", "only those that arrive in it"),
                .optional("from", "date", "ordered then or later, UTC"), .optional("to", "date", "ordered then or before, UTC"),
                .optional("limit", "integer", "the most that are listed; all without it"),
            ], result: "a list of transfers", effect: .reads,
            example: "for _, t in ipairs(wise.transfers{ limit = 5 }) do print(t.id, t.status, t.target_amount) end"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let query = TransferQuery(
                profile: profile, statuses: try arguments.texts("status").map { TransferStatus(rawValue: $0) },
                sourceCurrency: try arguments.optionalCurrency("source"),
                targetCurrency: try arguments.optionalCurrency("target"), createdFrom: try arguments.optionalTimestamp("from"),
                createdTo: try arguments.optionalEnd("to"))
            let limit = try arguments.optionalLimit()
            let transfers = try await context.raising { () async throws(ClientError) in
                try await context.client.transfers(query, limit: limit)
            }
            return .list(transfers) { LuaValue($0, profile: profile) }
        },
        FunctionDescription(
            "profile", "read_transfer", "Gives the transfer with a number, as it is now.",
            positional: [.required("transfer", "transfer or number", "which")], result: "a transfer", effect: .reads,
            example: "for _, t in ipairs(wise.transfers{ limit = 1 }) do print(wise.read_transfer(t.id).status) end"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            return try await context.transfer(try arguments.number("transfer", of: "transfer"), of: profile)
        },
        FunctionDescription(
            "profile", "transfer_requirements", "Says which fields a transfer needs beside recipient and quote.",
            options: transferOptions, result: "a list of requirements", effect: .reads,
            example: "for _, r in ipairs(wise.recipients{ currency = \"GBP\", limit = 1 }) do local q = wise.quote{ "
                + "source = GBP \"10\", target = \"GBP\", recipient = r } print(#wise.transfer_requirements{ "
                + "recipient = r, quote = q }) end"
        ) { context, arguments in
            let request = try transferRequest(arguments)
            return .list(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.transferRequirements(request)
                }
            ) { LuaValue($0) }
        },
    ]

    private static let transferOptions: [ParameterDescription] = [
        .required("recipient", "recipient or number", "who is paid"),
        .required("quote", "quote or its id", "the price: profile:quote{ ..., recipient = recipient }"),
        .optional("reference", "string", "what the recipient reads"),
        .optional("refund_recipient", "recipient or number", "who gets the money back if it cannot be paid out"),
        .optional("details", "table", "further fields that the bank asks for, by their names there"),
    ]

    private static func transferRequest(_ arguments: Arguments) throws -> TransferRequest {
        TransferRequest(
            recipient: try arguments.number("recipient", of: "recipient"), quote: try arguments.identifier("quote", of: "quote"),
            refundRecipient: arguments.has("refund_recipient")
                ? try arguments.number("refund_recipient", of: "recipient") : nil,
            reference: try arguments.optionalString("reference"),
            details: arguments.has("details") ? try arguments.members("details") : [:])
    }

    /// An example that orders a transfer first.
    static func transferExample(_ rest: String) -> String {
        "local r = wise.recipients{ currency = \"GBP\" }[1] local q = wise.quote{ source = GBP \"10\", target = \"GBP\", "
            + "recipient = r } local transfer = wise.transfer{ recipient = r, quote = q, reference = \"INV-7\" } " + rest
    }
}

extension ScriptingContext {
    func transfer(_ id: Int, of profile: Int) async throws -> LuaValue {
        let transfer = try await raising { () async throws(ClientError) in try await client.transfer(id) }
        return LuaValue(transfer, profile: profile)
    }
}
