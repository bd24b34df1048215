/// The account that holds the balances of a profile (Wise API reference, Multi-currency account).
///
/// It comes into being with the first balance.
public struct MultiCurrencyAccount: APIResource {
    /// The number of the account.
    public let id: Int
    /// Whose it is.
    public let profile: Int
    /// The recipient for transfers into the account; it never changes.
    public let recipient: Int
    /// When it came into being.
    public let creationTime: Timestamp
    /// When it last changed.
    public let modificationTime: Timestamp
    /// Whether it is in use.
    public let active: Bool
    /// Whether the profile may have one.
    public let eligible: Bool
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads an account.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "multi-currency account")
        id = try fields.integer("id")
        profile = try fields.integer("profileId")
        recipient = try fields.integer("recipientId")
        creationTime = try fields.timestamp("creationTime")
        modificationTime = try fields.timestamp("modificationTime")
        active = try fields.bool("active")
        eligible = try fields.bool("eligible")
        self.raw = raw
    }
}

/// Whether a profile or a country may have a multi-currency account (Wise API reference, Multi-currency account).
public struct AccountEligibility: APIResource {
    /// Why, or why not.
    public struct Code: APIWord {
        /// The word on the wire.
        public let rawValue: String
        /// A word by its text.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// It may.
        public static let eligible = Code(rawValue: "eligible")
        /// Not this kind of profile.
        public static let invalidProfileType = Code(rawValue: "invalid.profile.type")
        /// Not this country.
        public static let invalidCountry = Code(rawValue: "invalid.country")
        /// Not this state of the country.
        public static let invalidState = Code(rawValue: "invalid.state")
    }

    /// What the account can do.
    public struct AccountType: APIWord {
        /// The word in upper case; the documents also write it in lower case.
        public let rawValue: String
        /// A word by its text.
        public init(rawValue: String) { self.rawValue = rawValue.uppercased() }
        /// Everything.
        public static let full = AccountType(rawValue: "FULL")
        /// Only receive.
        public static let receiveOnly = AccountType(rawValue: "RECEIVE_ONLY")
        /// There is none.
        public static let ineligible = AccountType(rawValue: "INELIGIBLE")
    }

    /// Whether there may be an account.
    public let eligible: Bool
    /// Why, or why not.
    public let code: Code
    /// What the account can do.
    public let accountType: AccountType
    /// Why not, in words.
    public let reason: String?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads the answer.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "account eligibility")
        eligible = try fields.bool("eligible")
        code = try fields.word("eligibilityCode")
        accountType = try fields.word("accountType")
        reason = try fields.optionalString("ineligibilityReason")
        self.raw = raw
    }
}
