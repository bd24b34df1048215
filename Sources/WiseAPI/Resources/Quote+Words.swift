/// Where a quote is in its life.
public struct QuoteStatus: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Waiting to be used.
    public static let pending = QuoteStatus(rawValue: "PENDING")
    /// Used by a transfer.
    public static let accepted = QuoteStatus(rawValue: "ACCEPTED")
    /// Used and paid.
    public static let funded = QuoteStatus(rawValue: "FUNDED")
    /// Too old.
    public static let expired = QuoteStatus(rawValue: "EXPIRED")
    /// Called off (named by the guide, not by the schema).
    public static let cancelled = QuoteStatus(rawValue: "CANCELLED")
}

/// Which amount the caller fixed.
public struct ProvidedAmountType: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// What leaves.
    public static let source = ProvidedAmountType(rawValue: "SOURCE")
    /// What arrives.
    public static let target = ProvidedAmountType(rawValue: "TARGET")
}

/// Whether a rate is promised.
public struct RateType: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The rate of the quote is the rate of the conversion.
    public static let fixed = RateType(rawValue: "FIXED")
    /// The rate is the market's when the money is converted.
    public static let floating = RateType(rawValue: "FLOATING")
}

/// What the bank has to say about a quote.
public struct QuoteNotice: APIResource {
    /// How serious it is.
    public struct Kind: APIWord {
        /// The word on the wire.
        public let rawValue: String
        /// A word by its text.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Good to know.
        public static let info = Kind(rawValue: "INFO")
        /// To be considered before the quote is used.
        public static let warning = Kind(rawValue: "WARNING")
        /// The quote must not be used.
        public static let blocked = Kind(rawValue: "BLOCKED")
    }

    /// How serious it is.
    public let type: Kind
    /// The words for people.
    public let text: String
    /// Where to read more.
    public let link: String?
    /// The bank's code for it; only live answers have one.
    public let code: String?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a notice.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "quote.notices")
        type = try fields.word("type")
        text = try fields.string("text")
        link = try fields.optionalString("link")
        code = try fields.optionalString("code")
        self.raw = raw
    }
}
