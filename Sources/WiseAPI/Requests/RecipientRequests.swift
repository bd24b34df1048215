public import Money

/// What is asked when a recipient is written down.
public struct RecipientRequest: Sendable, Hashable {
    /// Paid in this currency.
    public var currency: Currency
    /// What kind of account it is, such as `iban`, `sort_code`, `aba`, `email`.
    public var type: String
    /// The profile that it belongs to.
    public var profile: Int
    /// Who is paid; a person needs two names.
    public var accountHolderName: String
    /// Whether it is an account of the user's own; nil leaves it to the bank.
    public var ownedByCustomer: Bool?
    /// The account's numbers and what else the bank wants to know, see ``RequirementForm``.
    public var details: JSONObject

    /// A request to write a recipient down.
    public init(
        currency: Currency, type: String, profile: Int, accountHolderName: String, ownedByCustomer: Bool? = nil,
        details: JSONObject
    ) {
        (self.currency, self.type, self.profile) = (currency, type, profile)
        (self.accountHolderName, self.ownedByCustomer, self.details) = (accountHolderName, ownedByCustomer, details)
    }

    /// The body on the wire.
    public var json: JSONValue {
        var object: JSONObject = [
            "currency": .string(currency.code), "type": .string(type), "profile": .integer(profile),
            "accountHolderName": .string(accountHolderName),
        ]
        if let ownedByCustomer { object["ownedByCustomer"] = .bool(ownedByCustomer) }
        object["details"] = .object(details)
        return .object(object)
    }
}

/// Which recipients are asked for.
public struct RecipientQuery: Sendable, Hashable {
    /// The profile; without one the bank takes the personal one.
    public var profile: Int?
    /// Only those who are paid in this currency.
    public var currency: Currency?
    /// Only those who can or cannot be used.
    public var active: Bool?
    /// Only this kind of account, in the words of the second form.
    public var type: String?
    /// Only the user's own accounts, or only those of others.
    public var ownedByCustomer: Bool?
    /// Only those whom this user wrote down.
    public var creator: Int?

    /// A question for recipients.
    public init(
        profile: Int?, currency: Currency? = nil, active: Bool? = nil, type: String? = nil, ownedByCustomer: Bool? = nil,
        creator: Int? = nil
    ) {
        (self.profile, self.currency, self.active) = (profile, currency, active)
        (self.type, self.ownedByCustomer, self.creator) = (type, ownedByCustomer, creator)
    }

    /// The items of the query.
    public var items: [QueryItem] {
        var items: [QueryItem] = []
        if let profile { items.append(QueryItem("profileId", "\(profile)")) }
        if let currency { items.append(QueryItem("currency", currency.code)) }
        if let active { items.append(QueryItem("active", "\(active)")) }
        if let type { items.append(QueryItem("type", type)) }
        if let ownedByCustomer { items.append(QueryItem("ownedByCustomer", "\(ownedByCustomer)")) }
        if let creator { items.append(QueryItem("creatorId", "\(creator)")) }
        return items
    }
}
