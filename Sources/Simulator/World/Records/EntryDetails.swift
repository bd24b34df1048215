public import Money

/// What a statement tells about an entry beyond its amounts. What does not apply is nil.
public struct EntryDetails: Sendable, Hashable {
    /// The other party: sender, recipient or merchant; for a move the jar.
    public var party: String?
    /// The other party's account.
    public var partyAccount: String?
    /// What the payer wrote.
    public var paymentReference: String?
    /// The merchant's trade.
    public var category: String?
    /// The merchant's city.
    public var city: String?
    /// The merchant's country, ISO 3166 alpha-2.
    public var country: String?
    /// The last four digits of the card.
    public var cardDigits: String?
    /// Who carries the card.
    public var cardHolder: String?

    /// Details; what is left out does not apply.
    public init(
        party: String? = nil, partyAccount: String? = nil, paymentReference: String? = nil, category: String? = nil,
        city: String? = nil, country: String? = nil, cardDigits: String? = nil, cardHolder: String? = nil
    ) {
        (self.party, self.partyAccount, self.paymentReference) = (party, partyAccount, paymentReference)
        (self.category, self.city, self.country) = (category, city, country)
        (self.cardDigits, self.cardHolder) = (cardDigits, cardHolder)
    }
}

/// Two amounts that were exchanged for each other, both positive, and the rate between them.
public struct EntryExchange: Sendable, Hashable {
    /// What left the balance, fee included as the kind has it.
    public var source: Money
    /// What arrived, or what the merchant asked for.
    public var target: Money
    /// Target units for one unit of source.
    public var rate: ExactDecimal

    /// An exchange.
    public init(source: Money, target: Money, rate: ExactDecimal) {
        (self.source, self.target, self.rate) = (source, target, rate)
    }
}
