/// What an activity is. Only the words that belong to balances and transfers have a name here.
public struct ActivityType: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Money was sent or came in by transfer.
    public static let transfer = ActivityType(rawValue: "TRANSFER")
    /// Money changed its balance.
    public static let interBalance = ActivityType(rawValue: "INTERBALANCE")
    /// A conversion that was ordered beforehand.
    public static let autoConversion = ActivityType(rawValue: "AUTO_CONVERSION")
    /// Money came in.
    public static let balanceDeposit = ActivityType(rawValue: "BALANCE_DEPOSIT")
    /// The bank put something right.
    public static let balanceAdjustment = ActivityType(rawValue: "BALANCE_ADJUSTMENT")
    /// Interest.
    public static let balanceInterest = ActivityType(rawValue: "BALANCE_INTEREST")
    /// Money back for what was spent or held.
    public static let balanceCashback = ActivityType(rawValue: "BALANCE_CASHBACK")
    /// Money above a hold limit was paid out.
    public static let excessRefund = ActivityType(rawValue: "EXCESS_REFUND")
    /// Bank details were ordered.
    public static let bankDetailsOrder = ActivityType(rawValue: "BANK_DETAILS_ORDER")
    /// Something was paid by card.
    public static let cardPayment = ActivityType(rawValue: "CARD_PAYMENT")
    /// Somebody collected what is owed.
    public static let directDebitTransaction = ActivityType(rawValue: "DIRECT_DEBIT_TRANSACTION")
    /// A fee was paid back.
    public static let feeRefund = ActivityType(rawValue: "FEE_REFUND")
}

/// What kind of thing an activity is about. Only the words that belong to balances and transfers have a name here.
public struct ActivityResourceType: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A transfer.
    public static let transfer = ActivityResourceType(rawValue: "TRANSFER")
    /// A movement between balances, or into one.
    public static let balanceTransaction = ActivityResourceType(rawValue: "BALANCE_TRANSACTION")
    /// An order of bank details.
    public static let bankDetailsOrder = ActivityResourceType(rawValue: "BANK_DETAILS_ORDER")
    /// A payment by card.
    public static let cardTransaction = ActivityResourceType(rawValue: "CARD_TRANSACTION")
    /// A collection of what is owed.
    public static let directDebitTransaction = ActivityResourceType(rawValue: "DIRECT_DEBIT_TRANSACTION")
    /// Interest.
    public static let balanceInterest = ActivityResourceType(rawValue: "BALANCE_INTEREST")
    /// Money back.
    public static let balanceCashback = ActivityResourceType(rawValue: "BALANCE_CASHBACK")
    /// A fee that was paid back.
    public static let feeRefund = ActivityResourceType(rawValue: "FEE_REFUND")
}
