import Money
import WiseAPI

extension World {
    /// `POST /v3/profiles/{p}/transfers/{t}/payments`: pays for a transfer from the balance in its source currency.
    ///
    /// The status of a success is 201 on both generations of paths, as the recorded answers have it.
    mutating func fundTransfer(
        _ profile: ProfileRecord, _ text: String, _ request: APIRequest
    ) throws(Refusal) -> Answer {
        let body = try RequestBody(request)
        guard let id = Int(text) else {
            throw .invalid("bad.request", "'transferId' should be a valid 'Long'", path: "transferId")
        }
        let refuse = FundingRefusal(request)
        guard let transfer = transfers[id] else {
            throw refuse.status(404, "transfer.not-found", "There is no transfer \(id).")
        }
        guard transfer.profile == profile.id else {
            throw refuse.status(403, "transfer.not-accessible-for-user", "Transfer \(id) belongs to another profile.")
        }
        try refuse.checkType(try body.optionalString("type"))
        let chosen = try body.optionalInteger("balanceId")
        let state = status(of: transfer)
        guard state != .cancelled, state != .fundsRefunded else {
            throw refuse.rejected("transfer.invalid-state", "Transfer \(id) is \(state).")
        }
        guard transfer.payment == nil else {
            throw refuse.status(409, "payment.exists", "Transfer \(id) is paid already.")
        }
        let balance = try payer(of: transfer, chosen, refuse)
        guard canLeave(transfer.source, from: balance, of: profile) else {
            let held = Money(balance.available, balance.currency)
            let message = "Balance \(balance.id) has \(held) available, less than \(transfer.source)."
            throw refuse.rejected("balance.payment-option-unavailable", message)
        }
        let payment = try pay(for: transfer, from: balance)
        return Answer(
            status: 201,
            .object([
                "type": .string("BALANCE"), "status": .string("COMPLETED"), "balanceTransactionId": .integer(payment),
            ]))
    }

    /// The balance that pays: the one that was chosen, or the one in the transfer's source currency.
    private func payer(
        of transfer: TransferRecord, _ chosen: Int?, _ refuse: FundingRefusal
    ) throws(Refusal) -> BalanceRecord {
        let currency = transfer.source.currency
        guard let chosen else {
            guard let balance = standardBalance(transfer.profile, currency) else {
                let message = "There is no \(currency.code) balance to pay from. Open one first."
                throw refuse.rejected("balance.payment-option-unavailable", message)
            }
            return balance
        }
        guard let balance = balances[chosen], balance.profile == transfer.profile, !balance.isClosed else {
            throw refuse.rejected("balance.account-not-found", "There is no open balance \(chosen).")
        }
        guard balance.isOperable else {
            throw refuse.rejected("balance.account-inactive", "Balance \(chosen) is invested and cannot be operated.")
        }
        guard balance.currency == currency else {
            let message = "Balance \(chosen) is in \(balance.currency.code), the transfer in \(currency.code)."
            throw refuse.rejected("balance.currency-unsupported", message)
        }
        guard balance.type == .standard else {
            throw refuse.rejected("balance.payment-option-unavailable", "Balance \(chosen) is a jar and does not pay.")
        }
        return balance
    }

    func listTransferPayments(_ text: String) throws(Refusal) -> Answer {
        let transfer = try transfer(text)
        let payments = [transfer.payment].compactMap(\.self).map { payment -> JSONValue in
            let time = payment.time.text(.milliseconds)
            return .object([
                "id": .integer(payment.id), "method": .string(payment.balance == nil ? "BANK_TRANSFER" : "BALANCE"),
                "pricingVariant": .null, "amount": .decimal(transfer.source.amount),
                "currency": .string(transfer.source.currency.code), "timeCreated": .string(time), "timeUpdated": .string(time),
            ])
        }
        return Answer(.array(payments))
    }
}

/// How paying for a transfer is refused (Wise API reference, 9.4 and A43).
///
/// What the balance or the transfer does not allow is 422 with a rejected payment. The rest is a list of errors on the older
/// path and, as the description of the calendar versions says, the bare code there.
struct FundingRefusal {
    private let isOnOlderPath: Bool

    init(_ request: APIRequest) { isOnOlderPath = request.isOnOlderPath }

    func rejected(_ code: String, _ message: String) -> Refusal {
        Refusal(status: 422, shape: .rejectedPayment(code: code, message: message))
    }

    func status(_ status: Int, _ code: String, _ message: String) -> Refusal {
        guard isOnOlderPath else {
            return Refusal(status: status, shape: .text(code: code), headers: [("content-type", "text/plain")])
        }
        return Refusal(status: status, shape: .items([Refusal.Item(code: code, message: message, path: nil)]))
    }

    /// Only `BALANCE` pays here; the other types are for partners and batches.
    func checkType(_ type: String?) throws(Refusal) {
        switch type {
        case "BALANCE": return
        case "BANK_TRANSFER": throw rejected("payment.option-unavailable", "Bank transfers pay for batches only.")
        case "TRUSTED_PRE_FUND_BULK":
            throw rejected("trustedprefundbulk.payment-option-unavailable", "This client has no pre-funding.")
        case "TRUSTED_PRE_FUND_TX":
            throw rejected("trustedprefundtx.payment-option-unavailable", "This client has no pre-funding.")
        case nil: throw status(400, "invalid.request", "type must not be null")
        default: throw status(400, "invalid.request", "Unknown type '\(type ?? "")'")
        }
    }
}
