public import Money

/// Somebody whom money can be sent to; the API also says "account" (Wise API reference, Recipient).
///
/// Two forms are read: that of the first version, which creating one answers in practice, and that of the second, in which
/// lists come. They name the same things differently, and their words for ``type`` and ``legalType`` differ:
/// `sort_code` and `PRIVATE` in the first, `SortCode` and `PERSON` in the second.
public struct Recipient: APIResource {
    /// The number of the recipient.
    public let id: Int
    /// The profile that it belongs to; nil for one that belongs to no profile.
    public let profile: Int?
    /// The user who wrote it down.
    public let creator: Int?
    /// Who is paid.
    public let accountHolderName: String
    /// Paid in this currency.
    public let currency: Currency
    /// Paid in this country, ISO 3166 alpha-2.
    public let country: String?
    /// What kind of account it is, in the words of its form.
    public let type: String
    /// A person or a business, in the words of its form.
    public let legalType: String?
    /// Whether it can be used; deactivating one cannot be undone.
    public let active: Bool
    /// Whether it is an account of the user's own.
    public let ownedByCustomer: Bool?
    /// Whether it is an account at the same bank (second form).
    public let isInternal: Bool?
    /// The account in a few characters (second form).
    public let accountSummary: String?
    /// The account in a few words (second form).
    public let longAccountSummary: String?
    /// The account's numbers as they are shown to people (second form).
    public let displayFields: [DisplayField]
    /// The account's numbers as they were given; members that do not apply are null.
    public let details: JSONObject
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a recipient in either form.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "recipient")
        id = try fields.integer("id")
        profile = try fields.optionalInteger("profileId", or: "profile")
        creator = try fields.optionalInteger("creatorId", or: "user")
        if fields.present("name") != nil {
            accountHolderName = try fields.object("name").string("fullName")
        } else {
            accountHolderName = try fields.string("accountHolderName")
        }
        currency = try fields.currency("currency")
        country = try fields.optionalString("country")
        type = try fields.string("type")
        details = try fields.members("details")
        let legalTypeOfDetails = try FieldReader(details, of: "recipient.details").optionalString("legalType")
        legalType = try fields.optionalString("legalEntityType") ?? legalTypeOfDetails
        active = try fields.bool("active")
        ownedByCustomer = try fields.optionalBool("ownedByCustomer")
        isInternal = try fields.optionalBool("isInternal")
        accountSummary = try fields.optionalString("accountSummary")
        longAccountSummary = try fields.optionalString("longAccountSummary")
        displayFields = try fields.list("displayFields")
        self.raw = raw
    }

    /// A number of an account as it is shown to people.
    public struct DisplayField: APIResource {
        /// Which member of ``Recipient/details`` it shows, such as `details/iban`.
        public let key: String
        /// What it is called.
        public let label: String
        /// The number in groups.
        public let value: String
        /// The object on the wire.
        public let raw: JSONObject

        /// Reads a field.
        public init(raw: JSONObject) throws(UnexpectedAnswer) {
            let fields = FieldReader(raw, of: "recipient.displayFields")
            key = try fields.string("key")
            label = try fields.string("label")
            value = try fields.string("value")
            self.raw = raw
        }
    }
}

/// One page of recipients.
public struct RecipientPage: APIResource {
    /// The recipients of the page.
    public let content: [Recipient]
    /// Where the next page starts; nil or 0 when there is none. On a last page it may lead to an empty one.
    public let seekPositionForNext: Int?
    /// Where this page started.
    public let seekPositionForCurrent: Int?
    /// How many recipients a page holds at most.
    public let size: Int?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a page.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "recipients")
        // A page without its list is not an empty page.
        _ = try fields.required("content", fields.present("content"))
        content = try fields.list("content")
        seekPositionForNext = try fields.optionalInteger("seekPositionForNext")
        seekPositionForCurrent = try fields.optionalInteger("seekPositionForCurrent")
        size = try fields.optionalInteger("size")
        self.raw = raw
    }
}
