import Money
import WiseAPI

extension World {
    /// The activity of an entry of the ledger, with all that took it back.
    func activity(of entry: LedgerEntry, _ place: ActivityItem.Place) -> ActivityItem {
        let later = (ledger.continuations[entry.reference] ?? []).map { ledger[$0] }
        let words = ActivityWords(entry)
        let isReturned = !later.isEmpty && entry.kind == .transfer
        return ActivityItem(
            place: place, type: words.type, resource: words.resource, number: words.number,
            title: isReturned ? ActivityItem.struckThrough(words.name) : ActivityItem.strong(words.name),
            description: later.isEmpty ? "" : "Sent back", primaryAmount: words.primaryAmount,
            secondaryAmount: words.secondaryAmount, status: isReturned ? .cancelled : .completed,
            updatedAt: later.last?.time ?? entry.time)
    }

    /// The activity of a transfer, whatever of it is in the ledger.
    func activity(of transfer: TransferRecord, _ place: ActivityItem.Place) -> ActivityItem {
        let state = status(of: transfer)
        let name = recipients[transfer.recipient]?.accountHolderName ?? ""
        let isOff = state == .cancelled || state == .fundsRefunded
        let isCalledOffByTime = state == .cancelled && transfer.status == .incomingPaymentWaiting
        return ActivityItem(
            place: place, type: transfer.origin == .excess ? .excessRefund : .transfer, resource: .transfer,
            number: transfer.id, title: isOff ? ActivityItem.struckThrough(name) : ActivityItem.strong(name),
            description: Self.description(of: state), primaryAmount: "\(transfer.target)",
            secondaryAmount: transfer.source.currency == transfer.target.currency ? "" : "\(transfer.source)",
            status: Self.activityStatus(state), updatedAt: isCalledOffByTime ? lastMoment(of: transfer) : transfer.updatedAt)
    }

    private static func activityStatus(_ state: TransferStatus) -> Activity.Status {
        switch state {
        case .incomingPaymentWaiting: .requiresAttention
        case .outgoingPaymentSent: .completed
        case .cancelled, .fundsRefunded: .cancelled
        default: .inProgress
        }
    }

    private static func description(of state: TransferStatus) -> String {
        switch state {
        case .incomingPaymentWaiting: "Waiting for your payment"
        case .processing, .fundsConverted: "Sending"
        case .bouncedBack: "Sent back by the recipient's bank"
        case .cancelled: "Cancelled"
        case .fundsRefunded: "Refunded"
        default: ""
        }
    }

    /// The activity of bank details: their order, which was done at once.
    func activity(of details: BankDetailsRecord, _ place: ActivityItem.Place) -> ActivityItem {
        ActivityItem(
            place: place, type: .bankDetailsOrder, resource: .bankDetailsOrder, number: details.id,
            title: ActivityItem.strong("\(details.currency.code) account details"), status: .completed,
            updatedAt: details.createdAt)
    }
}

/// What an activity says about an entry of the ledger. Which words the bank has for a conversion is not documented; those for
/// a movement between balances fit best (Wise API reference, 12).
private struct ActivityWords {
    let entry: LedgerEntry

    init(_ entry: LedgerEntry) { self.entry = entry }

    var type: ActivityType {
        switch entry.kind {
        case .conversion, .jarMove: .interBalance
        case .card: .cardPayment
        case .deposit, .transfer: .transfer
        case .moneyAdded: .balanceDeposit
        case .directDebit: .directDebitTransaction
        case .interest: .balanceInterest
        case .cashback: .balanceCashback
        }
    }

    var resource: ActivityResourceType {
        switch entry.kind {
        case .conversion, .jarMove: .balanceTransaction
        case .card: .cardTransaction
        case .deposit, .transfer, .moneyAdded: .transfer
        case .directDebit: .directDebitTransaction
        case .interest: .balanceInterest
        case .cashback: .balanceCashback
        }
    }

    /// The number in the reference of the entry.
    var number: Int {
        let digits = entry.reference.utf8.lastIndex(of: UInt8(ascii: "-")).map { entry.reference[$0...].dropFirst() }
        return digits.flatMap { Int($0) } ?? entry.sequence
    }

    /// What the first posting moved, without its sign.
    private var amount: Money? { entry.postings.first?.amount.magnitude }

    var name: String {
        let party = entry.details.party ?? ""
        switch entry.kind {
        case .conversion:
            guard let exchange = entry.exchange else { return "Conversion" }
            return "\(exchange.source.currency.code) to \(exchange.target.currency.code)"
        case .moneyAdded: return "Topped up \(amount?.currency.code ?? "")"
        case .interest: return "Interest"
        case .cashback: return "Cashback"
        default: return party
        }
    }

    var primaryAmount: String {
        switch entry.kind {
        case .conversion, .jarMove, .card, .transfer: (entry.exchange?.target ?? net).map { "\($0)" } ?? ""
        case .deposit, .moneyAdded, .interest, .cashback: amount.map(ActivityItem.positive) ?? ""
        case .directDebit: amount.map { "\($0)" } ?? ""
        }
    }

    var secondaryAmount: String {
        guard let exchange = entry.exchange, exchange.source.currency != exchange.target.currency else { return "" }
        return (entry.kind == .conversion ? exchange.source : amount).map { "\($0)" } ?? ""
    }

    /// What was moved without the fee.
    private var net: Money? {
        guard let amount else { return nil }
        return (try? amount.subtracting(Money(entry.fee, amount.currency))) ?? amount
    }
}
