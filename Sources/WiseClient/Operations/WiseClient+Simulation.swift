public import Money
public import WiseAPI

/// What only the sandbox and the simulator do. All are effects without a key, so never repeated by themselves once they may
/// have arrived.
extension WiseClient {
    /// Puts simulated money into a balance.
    public func topUp(_ request: TopUpRequest) async throws(ClientError) -> TopUp {
        try Self.checkSendable(request.amount)
        let path = Route.topUpBalance.path(generation: generation)
        return try await effect(.topUpBalance, path, body: request.json, TopUp.init(json:)) { answer in
            guard answer.state == "COMPLETED" else { return "transaction \(answer.transaction) is \(answer.state)" }
            guard let after = answer.balanceAfter else { return nil }
            if let id = after.id, id != request.balance { return "it is about balance \(id)" }
            return after.value.currency == request.amount.currency ? nil : "the balance is in \(after.value.currency)"
        }
    }

    /// Takes a transfer to its next state. The sandbox may take some seconds, so the answer may still show the old one.
    public func simulateTransfer(_ id: Int, _ state: SimulatedTransferState) async throws(ClientError) -> Transfer {
        let path = Route.simulateTransferState.path("\(id)", state.rawValue, generation: generation)
        return try await effect(.simulateTransferState, path, body: nil, Transfer.init(json:)) { transfer in
            transfer.id == id ? nil : "it is transfer \(transfer.id)"
        }
    }

    /// Gives a transfer that bounced its reason; the bank chooses one unless told otherwise.
    public func simulatePayoutFailure(of transfer: Int, reason: String? = nil) async throws(ClientError) -> PayoutFailure {
        let path = Route.simulatePayoutFailure.path("\(transfer)", generation: generation)
        let body: JSONObject = reason.map { ["failure_reason_code": .string($0)] } ?? [:]
        return try await effect(.simulatePayoutFailure, path, body: .object(body), PayoutFailure.init(json:)) { failure in
            guard let reason, let given = failure.reasonCode, given != reason else { return nil }
            return "the reason is \(given)"
        }
    }

    /// Makes a profile verified, which opening balances takes.
    public func simulateVerification(of profile: Int) async throws(ClientError) {
        let path = Route.simulateVerification.path("\(profile)", generation: generation)
        try await effect(.simulateVerification, path, body: nil, { _ in }, compare: { _ in nil })
    }

    /// Lets money come in through the bank details of a profile in the money's currency.
    public func importBankTransaction(_ amount: Money, for profile: Int) async throws(ClientError) {
        try Self.checkSendable(amount)
        let path = Route.importBankTransaction.path("\(profile)", generation: generation)
        let body: JSONValue = .object(["currency": .string(amount.currency.code), "amount": .decimal(amount.amount)])
        try await effect(.importBankTransaction, path, body: body, { _ in }, compare: { _ in nil })
    }

    /// Lets a SWIFT payment come in.
    public func simulateSwiftPayment(_ request: SwiftPaymentRequest, for profile: Int) async throws(ClientError) -> SwiftPayment {
        try Self.checkSendable(request.amount)
        let path = Route.simulateSwiftPayment.path("\(profile)", generation: generation)
        return try await effect(.simulateSwiftPayment, path, body: request.json, SwiftPayment.init(json:)) { payment in
            payment.amount == request.amount ? nil : "it is a payment of \(payment.amount)"
        }
    }
}
