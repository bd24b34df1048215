import Money
import WiseAPI

extension RecordsCheck {
    /// Recipients, transfers and bank details belong to what there is, and transfers are in states that there are.
    func checkSending() throws(WorldLoadingError) {
        let profiles = Set(records.profiles.map(\.id))
        let balances = Dictionary(uniqueKeysWithValues: records.balances.map { ($0.id, $0) })
        let recipients = Set(records.recipients.map(\.id))
        for recipient in records.recipients {
            guard profiles.contains(recipient.profile) else {
                throw WorldLoadingError("recipient \(recipient.id) belongs to profile \(recipient.profile), which there is not")
            }
            try Self.check([recipient.createdAt], "recipient \(recipient.id)")
        }
        for details in records.bankDetails {
            guard let balance = balances[details.balance], balance.profile == details.profile,
                balance.currency == details.currency
            else { throw WorldLoadingError("bank details \(details.id) belong to no balance") }
            try Self.check([details.createdAt], "bank details \(details.id)")
        }
        for transfer in records.transfers {
            guard profiles.contains(transfer.profile), recipients.contains(transfer.recipient) else {
                throw WorldLoadingError("transfer \(transfer.id) refers to what there is not")
            }
            try Self.check(transfer, balances)
        }
    }

    private static func check(_ transfer: TransferRecord, _ balances: [Int: BalanceRecord]) throws(WorldLoadingError) {
        let times = [transfer.createdAt, transfer.updatedAt] + [transfer.payment?.time].compactMap(\.self)
        try check(times, "transfer \(transfer.id)")
        guard transfer.source.isPositive, transfer.target.isPositive, !transfer.fee.isNegative, transfer.net.isPositive,
            transfer.rate.isPositive
        else { throw WorldLoadingError("transfer \(transfer.id) sends nothing") }
        guard TransferRecord.statuses.contains(transfer.status) else {
            throw WorldLoadingError("transfer \(transfer.id) is \(transfer.status), which none can be")
        }
        let isPaid = transfer.payment != nil
        let mayBeUnpaid = transfer.status == .incomingPaymentWaiting || transfer.status == .cancelled
        guard isPaid ? transfer.status != .incomingPaymentWaiting : mayBeUnpaid else {
            throw WorldLoadingError("transfer \(transfer.id) is \(transfer.status) and \(isPaid ? "" : "not ")paid")
        }
        guard let payer = transfer.payment?.balance else { return }
        guard let balance = balances[payer], balance.profile == transfer.profile, balance.currency == transfer.source.currency
        else { throw WorldLoadingError("transfer \(transfer.id) was paid from no balance") }
    }
}
