/// What the bank wants to know about a recipient or a transfer, as a form (Wise API reference, Requirements).
///
/// For recipients there is one form for each kind of account.
public struct RequirementForm: APIResource {
    /// Which kind of account, such as `iban`; `transfer` for a transfer.
    public let type: String
    /// The words for people.
    public let title: String?
    /// What the kind of account is good for.
    public let usage: String?
    /// The fields.
    public let fields: [Field]
    /// The object on the wire.
    public let raw: JSONObject

    /// All inputs of the form in their order.
    public var inputs: [Input] { fields.flatMap(\.group) }

    /// Reads a form.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let reader = FieldReader(raw, of: "requirements")
        type = try reader.string("type")
        title = try reader.optionalString("title")
        usage = try reader.optionalString("usageInfo")
        fields = try reader.list("fields")
        self.raw = raw
    }

    /// A field with its inputs: mostly one.
    public struct Field: APIResource {
        /// The words for people.
        public let name: String
        /// The inputs.
        public let group: [Input]
        /// The object on the wire.
        public let raw: JSONObject

        /// Reads a field.
        public init(raw: JSONObject) throws(UnexpectedAnswer) {
            let fields = FieldReader(raw, of: "requirements.fields")
            name = try fields.string("name")
            group = try fields.list("group")
            self.raw = raw
        }
    }

    /// One value that the bank wants.
    public struct Input: APIResource {
        /// Which member of `details` it becomes; a dot leads into an object, such as `address.city`.
        public let key: String
        /// The words for people.
        public let name: String
        /// `text`, `select`, `radio` or `date`
        public let type: String
        /// Whether it must be given.
        public let required: Bool
        /// Whether the form has to be asked for anew once it is filled in.
        public let refreshesForm: Bool
        /// How it is written.
        public let displayFormat: String?
        /// An example.
        public let example: String?
        /// The shortest text.
        public let minLength: Int?
        /// The longest text.
        public let maxLength: Int?
        /// A regular expression that the whole text matches.
        public let pattern: String?
        /// The values to choose from; empty when any may be given.
        public let values: [Choice]
        /// The object on the wire.
        public let raw: JSONObject

        /// Reads an input.
        public init(raw: JSONObject) throws(UnexpectedAnswer) {
            let fields = FieldReader(raw, of: "requirements.fields.group")
            key = try fields.string("key")
            name = try fields.string("name")
            type = try fields.string("type")
            required = try fields.optionalBool("required") ?? false
            refreshesForm = try fields.optionalBool("refreshRequirementsOnChange") ?? false
            displayFormat = try fields.optionalString("displayFormat")
            example = try fields.optionalString("example")
            minLength = try fields.optionalInteger("minLength")
            maxLength = try fields.optionalInteger("maxLength")
            pattern = try fields.optionalString("validationRegexp")
            values = try fields.list("valuesAllowed")
            self.raw = raw
        }
    }

    /// A value to choose.
    public struct Choice: APIResource {
        /// What is sent.
        public let key: String
        /// What is shown.
        public let name: String
        /// The object on the wire.
        public let raw: JSONObject

        /// Reads a value.
        public init(raw: JSONObject) throws(UnexpectedAnswer) {
            let fields = FieldReader(raw, of: "requirements.fields.group.valuesAllowed")
            key = try fields.string("key")
            name = try fields.string("name")
            self.raw = raw
        }
    }
}
