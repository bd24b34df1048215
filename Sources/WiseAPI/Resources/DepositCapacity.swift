public import Money

/// How much may still be deposited before a regulatory hold limit is reached (Wise API reference, Balance).
public struct DepositCapacity: APIResource {
    /// Whether the country of the profile has a limit.
    public let hasLimit: Bool
    /// What may be added, in the currency that was asked for; nil without a limit. The API calls its number `amount`.
    public let depositLimit: Money?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a capacity.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "deposit capacity")
        hasLimit = try fields.bool("hasLimit")
        depositLimit = try fields.optionalMoney("depositLimit", value: "amount")
        self.raw = raw
    }

    /// Makes a capacity; nil means that there is no limit.
    public init(depositLimit: Money?) {
        hasLimit = depositLimit != nil
        self.depositLimit = depositLimit
        raw = [
            "hasLimit": .bool(hasLimit), "depositLimit": depositLimit.map { .money($0, value: "amount") } ?? .null,
        ]
    }
}

/// Which recipient gets the money above a hold limit at the end of the day.
public struct ExcessMoneyAccount: APIResource {
    /// The profile.
    public let profile: Int
    /// The recipient.
    public let recipient: Int
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads the answer.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "excess money account")
        profile = try fields.integer("userProfileId")
        recipient = try fields.integer("recipientId")
        self.raw = raw
    }

    /// Makes the answer.
    public init(profile: Int, recipient: Int) {
        self.profile = profile
        self.recipient = recipient
        raw = ["userProfileId": .integer(profile), "recipientId": .integer(recipient)]
    }
}
