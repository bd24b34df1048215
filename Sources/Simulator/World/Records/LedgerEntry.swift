public import Money
public import WiseAPI

/// One change of the ledger: postings that sum to zero in each currency, with what a statement says about it.
public struct LedgerEntry: Sendable, Hashable {
    /// The place in the ledger, counted from 1 without gaps.
    public var sequence: Int
    /// When.
    public var time: Timestamp
    /// What happened.
    public var kind: EntryKind
    /// What statements call it, such as `BALANCE-1000001`. A refund repeats the reference of what it refunds.
    public var reference: String
    /// Which accounts changed. The first one is the balance that bears the fee.
    public var postings: [Posting]
    /// The fee, in the currency of the first posting; it is inside the first posting's amount.
    public var fee: ExactDecimal
    /// The words and parties.
    public var details: EntryDetails
    /// The two amounts and the rate, where two currencies or a balance and a jar were involved.
    public var exchange: EntryExchange?

    /// An entry of its parts.
    public init(
        sequence: Int, time: Timestamp, kind: EntryKind, reference: String, postings: [Posting], fee: ExactDecimal,
        details: EntryDetails = EntryDetails(), exchange: EntryExchange? = nil
    ) {
        (self.sequence, self.time, self.kind, self.reference) = (sequence, time, kind, reference)
        (self.postings, self.fee, self.details, self.exchange) = (postings, fee, details, exchange)
    }
}

/// What a ledger entry is; the raw value is the word of a statement's `details.type`, apart from ``jarMove`` and ``cashback``.
public enum EntryKind: String, Sendable, Hashable, CaseIterable {
    /// Money changed its currency.
    case conversion = "CONVERSION"
    /// Money moved between a balance and a jar of its currency. Statements call it a conversion.
    case jarMove = "JAR_MOVE"
    /// A card payment, or its refund.
    case card = "CARD"
    /// Money from somebody else.
    case deposit = "DEPOSIT"
    /// Money to somebody else, or its return.
    case transfer = "TRANSFER"
    /// The owner's own money, by card.
    case moneyAdded = "MONEY_ADDED"
    /// Collected by somebody else.
    case directDebit = "DIRECT_DEBIT"
    /// Interest from the bank.
    case interest = "BALANCE_INTEREST"
    /// Cashback from the bank. Statements call it unknown.
    case cashback = "CASHBACK"
}

/// One line of an entry: an account and by how much it changed.
public struct Posting: Sendable, Hashable {
    /// Which account.
    public var account: LedgerAccount
    /// By how much, signed.
    public var amount: Money

    /// A posting.
    public init(_ account: LedgerAccount, _ amount: Money) {
        self.account = account
        self.amount = amount
    }
}

/// An account of the ledger: a customer's balance, or one of the bank's own, which exists in each currency.
public enum LedgerAccount: Sendable, Hashable {
    /// A balance by its number.
    case balance(Int)
    /// The bank's own.
    case bank(BankAccount)

    /// `balance:1001` or `bank:fees`; the form in which accounts are stored and shown.
    public var text: String {
        switch self {
        case .balance(let id): "balance:\(id)"
        case .bank(let account): "bank:\(account.rawValue)"
        }
    }

    /// The account of a stored text, or nil.
    public init?(text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "balance":
            guard let id = Int(parts[1]) else { return nil }
            self = .balance(id)
        case "bank":
            guard let account = BankAccount(rawValue: String(parts[1])) else { return nil }
            self = .bank(account)
        default: return nil
        }
    }
}

/// The bank's own accounts.
public enum BankAccount: String, Sendable, Hashable, CaseIterable {
    /// What lies at other banks: the other side of money that comes and goes.
    case cash
    /// What was paid for transfers that are not sent yet.
    case transfers
    /// Where the two halves of a conversion meet.
    case exchange
    /// Fees that customers paid.
    case fees
    /// What the card networks are owed.
    case cards
    /// Interest and cashback that customers got.
    case rewards
}
