public import Money
public import WiseAPI

/// Somebody whom a profile can send money to.
public struct RecipientRecord: Sendable, Hashable {
    /// The number; the API also calls it an account.
    public var id: Int
    /// The profile that it belongs to.
    public var profile: Int
    /// Paid in this currency.
    public var currency: Currency
    /// Paid in this country, ISO 3166 alpha-2.
    public var country: String
    /// What kind of account it is, in the words of the first version: `iban`, `sort_code`.
    public var type: String
    /// Who is paid.
    public var accountHolderName: String
    /// `PRIVATE` or `BUSINESS`
    public var legalType: String
    /// The account's numbers as they were given.
    public var details: JSONObject
    /// Whether it is an account of the user's own.
    public var ownedByCustomer: Bool
    /// Whether money can be sent to it; what was deactivated stays so.
    public var isActive: Bool
    /// When it was written down.
    public var createdAt: Timestamp

    /// The type of the recipient that stands for the balances of a profile of this bank.
    public static let balanceType = "balance"

    /// A recipient of its parts.
    public init(
        id: Int, profile: Int, currency: Currency, country: String, type: String, accountHolderName: String, legalType: String,
        details: JSONObject, ownedByCustomer: Bool = false, isActive: Bool = true, createdAt: Timestamp
    ) {
        (self.id, self.profile, self.currency, self.country, self.type) = (id, profile, currency, country, type)
        (self.accountHolderName, self.legalType, self.details) = (accountHolderName, legalType, details)
        (self.ownedByCustomer, self.isActive, self.createdAt) = (ownedByCustomer, isActive, createdAt)
    }

    /// Whether it stands for the balances of its own profile: the recipient of the multi-currency account.
    public var isOwnAccount: Bool { type == Self.balanceType }
}
