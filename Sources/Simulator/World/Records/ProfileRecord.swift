public import Money
public import WiseAPI

/// A person or a business of the world.
public struct ProfileRecord: Sendable, Hashable {
    /// The number in the paths of the API.
    public var id: Int
    /// The UUID that the second version of the API shows.
    public var publicID: String
    /// Person or business.
    public var type: ProfileType
    /// The name of the business, or the first name of the person.
    public var name: String
    /// The last name of a person, empty for a business.
    public var familyName: String
    /// `YYYY-MM-DD` for a person, empty for a business.
    public var dateOfBirth: String
    /// The registration number of a business, empty for a person.
    public var registrationNumber: String
    /// The legal form of a business as the API words it, empty for a person.
    public var companyType: String
    /// The address for mail.
    public var email: String
    /// The telephone number with its country.
    public var phoneNumber: String
    /// Street and number.
    public var addressLine: String
    /// The city.
    public var city: String
    /// The postal code.
    public var postCode: String
    /// ISO 3166 alpha-2, such as `SG`.
    public var country: String
    /// When the profile was made.
    public var createdAt: Timestamp
    /// The most that the regulator of the country lets the profile hold over all balances; nil without a limit.
    public var holdLimit: Money?
    /// The approved overdraft over all balances; nil without one.
    public var overdraftLimit: Money?
    /// Who was named as the recipient of money above the hold limit, who gets it at the end of a day.
    public var excessRecipient: Int?

    /// A profile of its parts.
    public init(
        id: Int, publicID: String, type: ProfileType, name: String, familyName: String = "", dateOfBirth: String = "",
        registrationNumber: String = "", companyType: String = "", email: String, phoneNumber: String, addressLine: String,
        city: String, postCode: String, country: String, createdAt: Timestamp, holdLimit: Money? = nil,
        overdraftLimit: Money? = nil, excessRecipient: Int? = nil
    ) {
        (self.id, self.publicID, self.type, self.name, self.familyName) = (id, publicID, type, name, familyName)
        (self.dateOfBirth, self.registrationNumber, self.companyType) = (dateOfBirth, registrationNumber, companyType)
        (self.email, self.phoneNumber, self.addressLine) = (email, phoneNumber, addressLine)
        (self.city, self.postCode, self.country, self.createdAt) = (city, postCode, country, createdAt)
        (self.holdLimit, self.overdraftLimit, self.excessRecipient) = (holdLimit, overdraftLimit, excessRecipient)
    }

    /// The name in full.
    public var fullName: String { familyName.isEmpty ? name : "\(name) \(familyName)" }
}
