/// Whose account it is: a person or a business.
public struct ProfileType: APIWord {
    /// The word in upper case, as the second version of the API writes it.
    public let rawValue: String
    /// A word by its text; the first version writes it in lower case.
    public init(rawValue: String) { self.rawValue = rawValue.uppercased() }
    /// A person.
    public static let personal = ProfileType(rawValue: "PERSONAL")
    /// A business.
    public static let business = ProfileType(rawValue: "BUSINESS")
}

/// A profile of the user, from either version of the list.
public struct Profile: APIResource {
    /// The number that stands in the paths of the profile's operations.
    public let id: Int
    /// A person or a business.
    public let type: ProfileType
    /// The name of the person or the business.
    public let name: String
    /// The country as ISO 3166 alpha-2, where the answer has an address (second version only).
    public let country: String?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a profile of the first version (`details` holds the names) or of the second.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "profile")
        id = try fields.integer("id")
        type = ProfileType(rawValue: try fields.string("type"))
        let details = fields.present("details") == nil ? fields : try fields.object("details")
        let parts = [try details.optionalString("firstName"), try details.optionalString("lastName")]
        var names: [String] = []
        for member in ["businessName", "name", "fullName"] {
            if let text = try details.optionalString(member) { names.append(text) }
        }
        name = names.first ?? parts.compactMap { $0 }.joined(separator: " ")
        country = try fields.object("address").optionalString("countryIso2Code")
        self.raw = raw
    }
}
