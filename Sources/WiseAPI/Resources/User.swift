/// The user whom a token belongs to (Wise API reference, User).
public struct User: APIResource {
    /// The number of the user; quotes and transfers name it.
    public let id: Int
    /// The whole name, null until there is a profile.
    public let name: String?
    /// The address for electronic mail, by which the user signs in.
    public let email: String?
    /// Whether the user may do anything.
    public let active: Bool?
    /// The given name.
    public let firstName: String?
    /// The family name.
    public let lastName: String?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a user.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "user")
        id = try fields.integer("id")
        name = try fields.optionalString("name")
        email = try fields.optionalString("email")
        active = try fields.optionalBool("active")
        let details = try fields.object("details")
        firstName = try details.optionalString("firstName")
        lastName = try details.optionalString("lastName")
        self.raw = raw
    }
}
