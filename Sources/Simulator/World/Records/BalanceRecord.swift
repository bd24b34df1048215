public import Money
public import WiseAPI

/// A balance or a jar of the world.
public struct BalanceRecord: Sendable, Hashable {
    /// The number in the paths of the API.
    public var id: Int
    /// Whose it is.
    public var profile: Int
    /// What it counts.
    public var currency: Currency
    /// Balance or jar.
    public var type: BalanceType
    /// The name of a jar.
    public var name: String?
    /// The emoji of a jar.
    public var icon: String?
    /// Anything but ``WiseAPI/InvestmentState/notInvested`` can be looked at only.
    public var investmentState: InvestmentState
    /// The sum of the postings to this balance: kept with each entry, proved by ``World/ledgerCheck()``.
    public var amount: ExactDecimal
    /// How much of the amount is held back.
    public var reserved: ExactDecimal
    /// By how much the assets behind an invested balance are worth more than what was paid in; in no ledger until sold.
    public var unrealisedGain: ExactDecimal
    /// When it was opened.
    public var createdAt: Timestamp
    /// When it last changed.
    public var modifiedAt: Timestamp
    /// A closed balance is in no list any more; its entries stay.
    public var isClosed: Bool

    /// A balance of its parts.
    public init(
        id: Int, profile: Int, currency: Currency, type: BalanceType, name: String? = nil, icon: String? = nil,
        investmentState: InvestmentState = .notInvested, amount: ExactDecimal, reserved: ExactDecimal,
        unrealisedGain: ExactDecimal, createdAt: Timestamp, modifiedAt: Timestamp, isClosed: Bool = false
    ) {
        (self.id, self.profile, self.currency, self.type) = (id, profile, currency, type)
        (self.name, self.icon, self.investmentState) = (name, icon, investmentState)
        (self.amount, self.reserved, self.unrealisedGain) = (amount, reserved, unrealisedGain)
        (self.createdAt, self.modifiedAt, self.isClosed) = (createdAt, modifiedAt, isClosed)
    }

    /// What may be taken: the amount without what is held back.
    public var available: ExactDecimal { (try? amount.subtracting(reserved)) ?? .zero }

    /// Whether the API operates on it.
    public var isOperable: Bool { !isClosed && investmentState == .notInvested }
}
