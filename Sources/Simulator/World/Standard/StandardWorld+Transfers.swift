import Money
import WiseAPI

extension StandardWorld {
    /// The orders behind the entries of the default world that sent money to somebody. Their identifiers follow from the number
    /// of the transfer, so that no other number of the world depends on them.
    mutating func addTransfers() {
        for entry in world.ledger.entries where entry.kind == .transfer && !entry.isContinuation {
            guard let number = TransferIndex.number(of: entry.reference), let transfer = transfer(number, entry) else { continue }
            world.keep(transfer)
        }
    }

    private mutating func transfer(_ number: Int, _ entry: LedgerEntry) -> TransferRecord? {
        guard case .balance(let balance)? = entry.postings.first?.account, let profile = world.balances[balance]?.profile,
            let recipient = world.recipients.values.first(where: {
                $0.profile == profile && $0.accountHolderName == entry.details.party
            }),
            let source = entry.postings.first?.amount.magnitude,
            let net = try? source.subtracting(Money(entry.fee, source.currency))
        else { return nil }
        var identifiers = Entropy(seed: world.settings.seed, stream: UInt64(number) << 24)
        var transfer = TransferRecord(
            id: number, profile: profile, key: identifiers.uuid(), recipient: recipient.id, quote: identifiers.uuid(),
            payInSession: identifiers.uuid(), details: ["reference": .string(entry.details.paymentReference ?? "")],
            source: source, target: net, fee: entry.fee, rate: ExactDecimal(1), status: .outgoingPaymentSent,
            createdAt: entry.time)
        transfer.isBegun = true
        transfer.payment = TransferPaymentRecord(id: world.settings.counters.step, balance: balance, time: entry.time)
        world.settings.counters.step += 1
        if let last = world.ledger.continuations[entry.reference]?.last {
            transfer.status = .fundsRefunded
            transfer.updatedAt = world.ledger[last].time
        }
        return transfer
    }
}
