public import Money

/// What kind of balance it is.
public struct BalanceType: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The balance of a currency; a profile has at most one in each.
    public static let standard = BalanceType(rawValue: "STANDARD")
    /// A jar; a profile may have many in one currency, each with a name.
    public static let savings = BalanceType(rawValue: "SAVINGS")
}

/// Whether the money of a balance is invested. Anything but ``notInvested`` may be shown but not operated.
public struct InvestmentState: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Cash; the only state in which the API operates on a balance.
    public static let notInvested = InvestmentState(rawValue: "NOT_INVESTED")
    /// In assets.
    public static let invested = InvestmentState(rawValue: "INVESTED")
    /// On the way into assets.
    public static let investing = InvestmentState(rawValue: "INVESTING")
    /// On the way out of assets.
    public static let divesting = InvestmentState(rawValue: "DIVESTING")
    /// The bank does not say.
    public static let unknown = InvestmentState(rawValue: "UNKNOWN")
}

/// A balance of the multi-currency account: a currency's balance or a jar (Wise API reference, Balance).
public struct Balance: APIResource {
    /// The number of the balance.
    public let id: Int
    /// Its currency; all its amounts are in it.
    public let currency: Currency
    /// Balance or jar.
    public let type: BalanceType
    /// The name of a jar; nil for a balance.
    public let name: String?
    /// Whether it may be operated.
    public let investmentState: InvestmentState
    /// What is available to fund transfers and conversions.
    public let amount: Money
    /// What is held back for transactions on their way.
    public let reservedAmount: Money
    /// The cash in the account.
    public let cashAmount: Money
    /// What it is worth, invested assets included.
    public let totalWorth: Money
    /// When it was opened.
    public let creationTime: Timestamp
    /// When it last changed.
    public let modificationTime: Timestamp
    /// Whether its owner sees it; a closed balance is not visible.
    public let visible: Bool
    /// The object on the wire.
    public let raw: JSONObject

    /// Whether the API operates on it.
    public var isOperable: Bool { investmentState == .notInvested && visible }

    /// Reads a balance.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "balance")
        id = try fields.integer("id")
        currency = try fields.currency("currency")
        type = BalanceType(rawValue: try fields.string("type"))
        name = try fields.optionalString("name")
        investmentState = InvestmentState(rawValue: try fields.string("investmentState"))
        amount = try fields.money("amount")
        reservedAmount = try fields.money("reservedAmount")
        cashAmount = try fields.money("cashAmount")
        totalWorth = try fields.money("totalWorth")
        creationTime = try fields.timestamp("creationTime")
        modificationTime = try fields.timestamp("modificationTime")
        visible = try fields.optionalBool("visible") ?? true
        self.raw = raw
    }

    /// Makes a balance; the amounts must be in its currency.
    public init(
        id: Int, currency: Currency, type: BalanceType, name: String?, icon: String?, investmentState: InvestmentState,
        amount: Money, reservedAmount: Money, cashAmount: Money, totalWorth: Money, creationTime: Timestamp,
        modificationTime: Timestamp, visible: Bool, primary: Bool
    ) {
        (self.id, self.currency, self.type, self.name) = (id, currency, type, name)
        (self.investmentState, self.amount, self.reservedAmount) = (investmentState, amount, reservedAmount)
        (self.cashAmount, self.totalWorth, self.visible) = (cashAmount, totalWorth, visible)
        (self.creationTime, self.modificationTime) = (creationTime, modificationTime)
        raw = [
            "id": .integer(id), "currency": .string(currency.code), "type": .string(type.rawValue), "name": .text(name),
            "icon": icon.map { .object(["type": .string("EMOJI"), "value": .string($0)]) } ?? .null,
            "investmentState": .string(investmentState.rawValue), "amount": .money(amount),
            "reservedAmount": .money(reservedAmount), "cashAmount": .money(cashAmount), "totalWorth": .money(totalWorth),
            "creationTime": .string(creationTime.text(.microseconds)),
            "modificationTime": .string(modificationTime.text(.microseconds)), "visible": .bool(visible),
            "primary": .bool(primary),
        ]
    }
}
