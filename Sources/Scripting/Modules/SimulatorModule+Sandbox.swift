import LuaRuntime
import Money
import WiseAPI
import WiseClient

extension Surface {
    /// `sim` functions that the bank's sandbox has as well, by operations of its API; they pass the gate like all of these.
    static let sandboxFunctions: [FunctionDescription] = [
        FunctionDescription(
            "sim", "transfer_state",
            "Takes a transfer to its next state, in order. On the simulator and the bank's sandbox; there "
                + "it may take some seconds to show.",
            positional: [
                .required("transfer", "transfer or number", "which"),
                .required(
                    "state", "string", "processing, funds_converted, outgoing_payment_sent, bounced_back or funds_refunded"),
            ], result: "the transfer", effect: .changesAccount,
            example: transferExample("transfer:fund() print(sim.transfer_state(transfer, \"processing\").status)")
        ) { context, arguments in
            try context.checkTestBank(arguments)
            let id = try arguments.number("transfer", of: "transfer")
            guard let state = SimulatedTransferState(rawValue: try arguments.string("state")) else {
                let names = SimulatedTransferState.allCases.map(\.rawValue)
                throw arguments.mismatch("state", "one of \(names.joined(separator: ", "))")
            }
            let owner: Int
            if case .integer(let profile) = arguments["transfer"][field: "profile"] {
                owner = Int(profile)
            } else {
                owner = try await context.profileInUse().id
            }
            let transfer = try await context.raising { () async throws(ClientError) in
                try await context.client.simulateTransfer(id, state)
            }
            return LuaValue(transfer, profile: owner)
        },
        FunctionDescription(
            "sim", "payout_failure", "Gives a transfer that bounced back its reason. On the simulator and the bank's sandbox.",
            positional: [
                .required("transfer", "transfer or number", "which"),
                .optional("reason", "string", "the bank's code; it chooses one itself without it"),
            ], result: "code, description, time", effect: .changesAccount,
            example: transferExample(
                "transfer:fund() for _, state in ipairs{ \"processing\", \"funds_converted\", \"outgoing_payment_sent\", "
                    + "\"bounced_back\" } do sim.transfer_state(transfer, state) end print(sim.payout_failure(transfer).code)")
        ) { context, arguments in
            try context.checkTestBank(arguments)
            let id = try arguments.number("transfer", of: "transfer")
            let reason = try arguments.optionalString("reason")
            let failure = try await context.raising { () async throws(ClientError) in
                try await context.client.simulatePayoutFailure(of: id, reason: reason)
            }
            return .table([
                "code": .optional(failure.reasonCode), "description": .optional(failure.text),
                "time": .optional(failure.occurredAt),
            ])
        },
        FunctionDescription(
            "sim", "verify", "Makes a profile verified, which opening balances takes. On the simulator and the bank's sandbox.",
            positional: [.optional("profile", "profile or number", "which; the one in use without it")], result: "true",
            effect: .changesAccount, example: "sim.verify(wise.profile{ type = \"personal\" })"
        ) { context, arguments in
            try context.checkTestBank(arguments)
            let profile = try await context.profile(arguments)
            try await context.raising { () async throws(ClientError) in
                try await context.client.simulateVerification(of: profile)
            }
            return true
        },
        FunctionDescription(
            "sim", "import",
            "Lets money come in through the bank details of its currency. On the simulator and the bank's sandbox.",
            options: [
                .required("amount", "money", "how much"),
                .optional("profile", "profile or number", "whose bank details; the one in use without it"),
            ], result: "true", effect: .changesAccount, example: "sim.import{ amount = EUR \"120.00\" }"
        ) { context, arguments in
            try context.checkTestBank(arguments)
            let profile = try await context.profile(arguments)
            let amount = try arguments.money("amount")
            try await context.raising { () async throws(ClientError) in
                try await context.client.importBankTransaction(amount, for: profile)
            }
            return true
        },
        FunctionDescription(
            "sim", "swift_in", "Lets a SWIFT payment come in. On the simulator and the bank's sandbox.",
            options: [
                .required("amount", "money", "how much arrives"), .optional("sender", "string", "who pays"),
                .optional("reference", "string", "the payer's reference"),
                .optional("details", "table", "further members, by their names in the API"),
                .optional("profile", "profile or number", "to whom; the one in use without it"),
            ], result: "id, state, amount, reference", effect: .changesAccount,
            example: "print(sim.swift_in{ amount = GBP \"90.00\", sender = \"Lakeside Inc\" }.amount)"
        ) { context, arguments in
            try context.checkTestBank(arguments)
            let profile = try await context.profile(arguments)
            let request = SwiftPaymentRequest(
                amount: try arguments.money("amount"), senderName: try arguments.optionalString("sender"),
                reference: try arguments.optionalString("reference"),
                members: arguments.has("details") ? try arguments.members("details") : [:])
            let payment = try await context.raising { () async throws(ClientError) in
                try await context.client.simulateSwiftPayment(request, for: profile)
            }
            return .table([
                "id": .integer(Int64(payment.id)), "state": .optional(payment.state), "amount": .money(payment.amount),
                "reference": .optional(payment.endToEndReference),
            ])
        },
    ]
}

extension ScriptingContext {
    /// Refuses where money is real.
    fileprivate func checkTestBank(_ arguments: Arguments) throws {
        guard environment.hasTestMoney else {
            throw LuaRaisedError(
                kind: "usage", code: "no_simulation",
                message: "\(arguments.function) works on a simulator and the bank's sandbox only; this is \(environment.name)",
                hint: "Run the script without --env to use the embedded simulator")
        }
    }

    /// The profile that is named, or the one in use.
    fileprivate func profile(_ arguments: Arguments) async throws -> Int {
        arguments.has("profile") ? try arguments.number("profile", of: "profile") : try await profileInUse().id
    }
}
