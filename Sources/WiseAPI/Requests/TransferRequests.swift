public import Money

/// What is asked when money is to be sent: a recipient, a quote, and what the bank wants to know.
public struct TransferRequest: Sendable, Hashable {
    /// The recipient.
    public var recipient: Int
    /// The quote, a UUID. It must not be one for a conversion.
    public var quote: String
    /// The recipient who gets the money back if it cannot be paid out.
    public var refundRecipient: Int?
    /// What the recipient reads.
    public var reference: String?
    /// What else the bank wants to know, such as `transferPurpose` or `sourceOfFunds`, see ``RequirementForm``.
    public var details: JSONObject
    /// The key of the order, a UUID: the bank makes one transfer of each. Nil lets the gate choose one.
    public var customerTransactionID: String?

    /// A request to send money.
    public init(
        recipient: Int, quote: String, refundRecipient: Int? = nil, reference: String? = nil, details: JSONObject = [:],
        customerTransactionID: String? = nil
    ) {
        (self.recipient, self.quote, self.refundRecipient) = (recipient, quote, refundRecipient)
        (self.reference, self.details, self.customerTransactionID) = (reference, details, customerTransactionID)
    }

    /// The body on the wire.
    public var json: JSONValue {
        var object: JSONObject = ["targetAccount": .integer(recipient), "quoteUuid": .string(quote)]
        if let refundRecipient { object["sourceAccount"] = .integer(refundRecipient) }
        if let customerTransactionID { object["customerTransactionId"] = .string(customerTransactionID) }
        var details = self.details
        if let reference { details["reference"] = .string(reference) }
        object["details"] = .object(details)
        return .object(object)
    }
}

/// Which transfers are asked for: those that a profile sent, for money that came in is in none.
public struct TransferQuery: Sendable, Hashable {
    /// The profile; without one the bank takes the personal one.
    public var profile: Int?
    /// Only these states; all when empty.
    public var statuses: [TransferStatus]
    /// Only those that leave in this currency.
    public var sourceCurrency: Currency?
    /// Only those that arrive in this currency.
    public var targetCurrency: Currency?
    /// Only those ordered then or later.
    public var createdFrom: Timestamp?
    /// Only those ordered then or earlier.
    public var createdTo: Timestamp?

    /// A question for transfers.
    public init(
        profile: Int?, statuses: [TransferStatus] = [], sourceCurrency: Currency? = nil, targetCurrency: Currency? = nil,
        createdFrom: Timestamp? = nil, createdTo: Timestamp? = nil
    ) {
        (self.profile, self.statuses) = (profile, statuses)
        (self.sourceCurrency, self.targetCurrency) = (sourceCurrency, targetCurrency)
        (self.createdFrom, self.createdTo) = (createdFrom, createdTo)
    }

    /// The items of the query. Instants are written in UTC with a `Z`: the bank refuses any other zone.
    public var items: [QueryItem] {
        var items: [QueryItem] = []
        if let profile { items.append(QueryItem("profile", "\(profile)")) }
        if !statuses.isEmpty { items.append(QueryItem("status", statuses.map(\.rawValue).joined(separator: ","))) }
        if let sourceCurrency { items.append(QueryItem("sourceCurrency", sourceCurrency.code)) }
        if let targetCurrency { items.append(QueryItem("targetCurrency", targetCurrency.code)) }
        if let createdFrom { items.append(QueryItem("createdDateStart", createdFrom.text(.milliseconds))) }
        if let createdTo { items.append(QueryItem("createdDateEnd", createdTo.text(.milliseconds))) }
        return items
    }
}

/// What is asked when a transfer is paid for from a balance.
public struct FundingRequest: Sendable, Hashable {
    /// The balance; nil takes the one in the transfer's source currency.
    public var balance: Int?

    /// A request to pay from a balance.
    public init(balance: Int? = nil) { self.balance = balance }

    /// The body on the wire.
    public var json: JSONValue {
        var object: JSONObject = ["type": .string("BALANCE")]
        if let balance { object["balanceId"] = .integer(balance) }
        return .object(object)
    }
}
