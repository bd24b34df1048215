public import Money

/// Where others can pay into a balance (Wise API reference, Bank account details).
public struct BankDetails: APIResource {
    /// Whether they can be used.
    public struct Status: APIWord {
        /// The word on the wire.
        public let rawValue: String
        /// A word by its text.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// They can be ordered; what is shown is an example.
        public static let available = Status(rawValue: "AVAILABLE")
        /// They are issued and take money.
        public static let active = Status(rawValue: "ACTIVE")
    }

    /// The number; nil for details that are not issued, whose lines are an example.
    public let id: Int?
    /// The currency that is received.
    public let currency: Currency
    /// The words for people.
    public let title: String?
    /// More words for people.
    public let subtitle: String?
    /// Whether they can be used.
    public let status: Status
    /// Whether newer ones took their place.
    public let deprecated: Bool
    /// The ways to be paid, each with its lines.
    public let receiveOptions: [ReceiveOption]
    /// What the details can do.
    public let features: [BankFeature]
    /// The object on the wire.
    public let raw: JSONObject

    /// Whether somebody can pay into them.
    public var isIssued: Bool { status == .active && id != nil }

    /// Reads bank details.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "bank details")
        id = try fields.optionalInteger("id")
        currency = try fields.object("currency").currency("code")
        title = try fields.optionalString("title")
        subtitle = try fields.optionalString("subtitle")
        status = try fields.word("status")
        deprecated = try fields.optionalBool("deprecated") ?? false
        receiveOptions = try fields.list("receiveOptions")
        features = try fields.list("bankFeatures")
        self.raw = raw
    }
}

/// One way to be paid: from within the country or from abroad.
public struct ReceiveOption: APIResource {
    /// `LOCAL` or `INTERNATIONAL`
    public let type: String
    /// The words for people.
    public let title: String?
    /// The lines to give to the payer.
    public let lines: [BankDetailsLine]
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a way to be paid.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "bank details.receiveOptions")
        type = try fields.string("type")
        title = try fields.optionalString("title")
        lines = try fields.list("details")
        self.raw = raw
    }
}

/// One line of bank details.
public struct BankDetailsLine: APIResource {
    /// What it is, such as `IBAN`, `SWIFT_CODE`, `ACCOUNT_HOLDER`.
    public let type: String
    /// The words for people.
    public let title: String
    /// The value.
    public let body: String
    /// Whether the bank does not show it at first.
    public let hidden: Bool
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a line.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "bank details.receiveOptions.details")
        type = try fields.string("type")
        title = try fields.string("title")
        body = try fields.string("body")
        hidden = try fields.optionalBool("hidden") ?? false
        self.raw = raw
    }
}

/// Something that bank details can or cannot do.
public struct BankFeature: APIResource {
    /// What, such as `LOCAL_RECEIVE`, `SWIFT`, `DIRECT_DEBITS`.
    public let key: String
    /// The words for people.
    public let title: String?
    /// Whether they can.
    public let supported: Bool
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a feature.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "bank details.bankFeatures")
        key = try fields.string("key")
        title = try fields.optionalString("title")
        supported = try fields.bool("supported")
        self.raw = raw
    }
}
