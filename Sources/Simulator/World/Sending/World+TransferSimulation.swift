import Money
import WiseAPI

extension World {
    /// `GET /v1/simulation/transfers/{id}/{state}`: takes a transfer to its next state, strictly in order.
    ///
    /// `processing` has to be asked for even though paying took the transfer there (the sandbox's description). The sandbox
    /// needs some seconds; here it is done when the answer comes.
    mutating func simulateTransferState(_ text: String, _ word: String) throws(Refusal) -> Answer {
        let transfer = try transfer(text)
        guard let state = SimulatedTransferState(rawValue: word) else {
            let states = SimulatedTransferState.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid("NOT_VALID", "Unknown state '\(word)'. There are \(states).", path: "status")
        }
        guard recipients[transfer.recipient]?.type != "email" else {
            throw .wrongState("Transfers to an address for mail cannot be simulated.")
        }
        var changed = transfer
        switch state {
        case .processing: changed = try begun(transfer)
        case .fundsConverted:
            try require(.processing, of: transfer, for: state)
            guard transfer.isBegun else {
                throw .wrongState("Simulate processing first: it is needed even though paying took the transfer there.")
            }
            try convert(transfer)
            changed.status = .fundsConverted
        case .outgoingPaymentSent:
            try require(.fundsConverted, of: transfer, for: state)
            try send(transfer)
            changed.status = .outgoingPaymentSent
        case .bouncedBack:
            try require(.outgoingPaymentSent, of: transfer, for: state)
            guard recipients[transfer.recipient]?.isOwnAccount != true else {
                throw .wrongState("A transfer into an account of this bank does not bounce.")
            }
            try bounce(transfer)
            changed.status = .bouncedBack
        case .fundsRefunded: changed = try refunded(transfer)
        }
        changed.updatedAt = clock
        keep(changed)
        return Answer(olderForm(of: changed))
    }

    /// The bank begins to work on a transfer that is paid. One that is not paid is refused, except into an account of this bank
    /// without a conversion: so money was simulated before there were top-ups, and it arrives at once.
    private mutating func begun(_ transfer: TransferRecord) throws(Refusal) -> TransferRecord {
        var changed = transfer
        guard transfer.payment == nil else {
            try require(.processing, of: transfer, for: .processing)
            changed.isBegun = true
            return changed
        }
        try require(.incomingPaymentWaiting, of: transfer, for: .processing)
        guard let recipient = recipients[transfer.recipient], recipient.isOwnAccount,
            transfer.source.currency == transfer.target.currency,
            let balance = standardBalance(recipient.profile, transfer.target.currency)
        else { throw .wrongState("Transfer \(transfer.id) is not paid: fund it first.") }
        try deliver(transfer, into: balance, from: .cash)
        changed.payment = TransferPaymentRecord(id: settings.counters.step, balance: nil, time: clock)
        settings.counters.step += 1
        changed.isBegun = true
        changed.status = .outgoingPaymentSent
        return changed
    }

    /// The money is back. After a cancellation it is already, and only the state is told.
    private mutating func refunded(_ transfer: TransferRecord) throws(Refusal) -> TransferRecord {
        var changed = transfer
        switch status(of: transfer) {
        case .bouncedBack: try refund(transfer, from: .bouncedBack)
        case .cancelled where transfer.payment != nil: break
        default: try require(.bouncedBack, of: transfer, for: .fundsRefunded)
        }
        changed.status = .fundsRefunded
        return changed
    }

    private func require(
        _ expected: TransferStatus, of transfer: TransferRecord, for state: SimulatedTransferState
    ) throws(Refusal) {
        let current = status(of: transfer)
        guard current != expected else { return }
        throw .wrongState(
            "Transfer must be in \(expected.rawValue.uppercased()) state to simulate \(state.rawValue). "
                + "Current state: \(current.rawValue.uppercased())")
    }

    /// `POST /v1/simulation/transfers/{id}/payout-failure`: gives a transfer that bounced its reason.
    mutating func simulatePayoutFailure(_ text: String, _ request: APIRequest) throws(Refusal) -> Answer {
        var transfer = try transfer(text)
        let given = request.body.isEmpty ? nil : try RequestBody(request).optionalString("failure_reason_code")
        let code = given ?? PayoutFailureReason.usual
        guard let description = PayoutFailureReason.all[code] else {
            let codes = PayoutFailureReason.all.keys.sorted().joined(separator: ", ")
            let message = "Unknown failure reason code '\(code)'. There are \(codes)."
            throw .invalid("invalid_failure_reason_code", message, path: "failure_reason_code")
        }
        guard status(of: transfer) == .bouncedBack else {
            throw .wrongState(
                "Transfer must be in BOUNCED_BACK state to simulate payout failure. "
                    + "Current state: \(status(of: transfer).rawValue.uppercased())")
        }
        transfer.failureCode = code
        transfer.updatedAt = clock
        keep(transfer)
        return Answer(
            .object([
                "failure_reason_code": .string(code), "failure_description": .string(description),
                "occurred_at": .string(clock.text(.milliseconds)),
            ]))
    }
}

/// Why a payment bounces. The bank has such a list; these codes and words are invented.
enum PayoutFailureReason {
    static let usual = "ACCOUNT_CLOSED"
    static let all = [
        "ACCOUNT_CLOSED": "The recipient's account is closed", "ACCOUNT_NOT_FOUND": "There is no such account",
        "NAME_MISMATCH": "The name is not that of the account's holder", "REJECTED_BY_BANK": "The recipient's bank refused",
    ]
}

extension Refusal {
    /// The transfer is not where the simulation wants it.
    static func wrongState(_ message: String) -> Refusal {
        Refusal(status: 400, shape: .items([Item(code: "invalid_transfer_state", message: message, path: nil)]))
    }
}
