/// Something that happened on a profile, as the bank's app lists it (Wise API reference, Activity).
public struct Activity: APIResource {
    /// How far it is.
    public struct Status: APIWord {
        /// The word on the wire.
        public let rawValue: String
        /// A word by its text.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The user has to do something.
        public static let requiresAttention = Status(rawValue: "REQUIRES_ATTENTION")
        /// On its way.
        public static let inProgress = Status(rawValue: "IN_PROGRESS")
        /// Planned within the next two days.
        public static let upcoming = Status(rawValue: "UPCOMING")
        /// Done.
        public static let completed = Status(rawValue: "COMPLETED")
        /// Given up.
        public static let cancelled = Status(rawValue: "CANCELLED")
    }

    /// The identifier, opaque.
    public let id: String
    /// What it is.
    public let type: ActivityType
    /// What kind of thing it is about; nil when it is about none.
    public let resourceType: ActivityResourceType?
    /// The identifier of that thing.
    public let resourceID: String?
    /// The words for people; they may hold the tags `strong`, `positive`, `negative` and `strikethrough`.
    public let title: String
    /// More words for people.
    public let text: String?
    /// The amount in words, such as `150 JPY`; it may hold the same tags.
    public let primaryAmount: String?
    /// A second amount in words, such as what a card payment cost in the currency of the balance.
    public let secondaryAmount: String?
    /// How far it is.
    public let status: Status
    /// When it happened.
    public let createdOn: Timestamp
    /// When it last changed.
    public let updatedOn: Timestamp?
    /// The object on the wire.
    public let raw: JSONObject

    /// The title without its tags.
    public var plainTitle: String { Self.plain(title) }

    /// A text of an activity without the tags that the API allows in it; anything else in angle brackets stays.
    public static func plain(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
        return ["strong", "positive", "negative", "strikethrough"].reduce(text) { text, tag in
            text.replacing("<\(tag)>", with: "").replacing("</\(tag)>", with: "")
        }
    }

    /// Reads an activity.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "activity")
        id = try fields.string("id")
        type = try fields.word("type")
        let resource = try fields.object("resource")
        resourceType = try resource.optionalWord("type")
        resourceID = try resource.optionalIdentifier("id")
        title = try fields.string("title")
        text = try fields.optionalString("description")
        primaryAmount = try fields.optionalString("primaryAmount")
        secondaryAmount = try fields.optionalString("secondaryAmount")
        status = try fields.word("status")
        createdOn = try fields.timestamp("createdOn")
        updatedOn = try fields.optionalTimestamp("updatedOn")
        self.raw = raw
    }
}

/// One page of activities, newest first.
public struct ActivityPage: APIResource {
    /// What to ask for to get the next page; nil at the end. Opaque.
    public let cursor: String?
    /// The activities of the page.
    public let activities: [Activity]
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a page.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "activities")
        cursor = try fields.optionalString("cursor")
        // A page without its list is not an empty page.
        _ = try fields.required("activities", fields.present("activities"))
        activities = try fields.list("activities")
        self.raw = raw
    }
}
