public import Money
public import WiseAPI

/// Money that a profile ordered to be sent, and how far it is. What moved is in the ledger.
public struct TransferRecord: Sendable, Hashable {
    /// The number; the ledger and statements refer to it as `TRANSFER-<id>`.
    public var id: Int
    /// Who ordered it.
    public var profile: Int
    /// Why there is such a transfer.
    public var origin: Origin
    /// The caller's key of the order, a UUID in lower case: there is one transfer for each.
    public var key: String
    /// A fingerprint of the order's body, for worlds that are strict about repeats.
    public var requestFingerprint: UInt64
    /// Who is paid.
    public var recipient: Int
    /// Who would get the money back, where the caller named somebody.
    public var refundRecipient: Int?
    /// The quote that gave the price, a UUID; for an order of the bank's own there is no such quote to read.
    public var quote: String
    /// The UUID under which the bank waits for the money.
    public var payInSession: String
    /// What was said about the order, its reference among it.
    public var details: JSONObject
    /// What leaves a balance, fee included.
    public var source: Money
    /// What arrives.
    public var target: Money
    /// The fee inside ``source``, in its currency.
    public var fee: ExactDecimal
    /// Target units for one unit of source.
    public var rate: ExactDecimal
    /// How far it is.
    public var status: TransferStatus
    /// The payment for it; nil while it is not paid.
    public var payment: TransferPaymentRecord?
    /// Whether the simulated bank began to work on it. The sandbox has to be told even when paying took the state on.
    public var isBegun: Bool
    /// Why it bounced, in the bank's code, where that was simulated.
    public var failureCode: String?
    /// When it was ordered.
    public var createdAt: Timestamp
    /// When it last changed.
    public var updatedAt: Timestamp

    /// Why there is a transfer.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// The customer ordered it.
        case order
        /// The bank sent out what lay above a hold limit.
        case excess
    }

    /// A transfer that nobody has paid for.
    public init(
        id: Int, profile: Int, origin: Origin = .order, key: String, requestFingerprint: UInt64 = 0, recipient: Int,
        refundRecipient: Int? = nil, quote: String, payInSession: String, details: JSONObject, source: Money, target: Money,
        fee: ExactDecimal, rate: ExactDecimal, status: TransferStatus = .incomingPaymentWaiting, createdAt: Timestamp
    ) {
        (self.id, self.profile, self.origin, self.key) = (id, profile, origin, key)
        (self.requestFingerprint, self.recipient, self.refundRecipient) = (requestFingerprint, recipient, refundRecipient)
        (self.quote, self.payInSession, self.details) = (quote, payInSession, details)
        (self.source, self.target, self.fee, self.rate) = (source, target, fee, rate)
        (self.status, self.createdAt, updatedAt) = (status, createdAt, createdAt)
        isBegun = false
    }

    /// What is converted: what leaves without the fee.
    public var net: Money { Money((try? source.amount.subtracting(fee)) ?? source.amount, source.currency) }

    /// What the recipient reads.
    public var reference: String { details["reference"]?.stringValue ?? "" }

    /// `TRANSFER-900123`
    public var ledgerReference: String { "TRANSFER-\(id)" }
}

/// The payment for a transfer.
public struct TransferPaymentRecord: Sendable, Hashable {
    /// The number.
    public var id: Int
    /// The balance that paid; nil for money from outside.
    public var balance: Int?
    /// When.
    public var time: Timestamp

    /// A payment.
    public init(id: Int, balance: Int?, time: Timestamp) { (self.id, self.balance, self.time) = (id, balance, time) }
}
