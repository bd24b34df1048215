import Money
import WiseAPI

extension World {
    private var orderedProfiles: [ProfileRecord] { profiles.values.sorted { $0.id < $1.id } }

    func listProfiles() -> Answer { Answer(.array(orderedProfiles.map(json))) }

    func listProfilesFirstVersion() -> Answer {
        Answer(.array(orderedProfiles.map { Self.firstVersion($0) }))
    }

    /// A profile as the second version sends it: the type in upper case, all members on one level.
    func json(of profile: ProfileRecord) -> JSONValue {
        let time = String(profile.createdAt.text(.seconds).dropLast())
        let address: JSONObject = [
            "id": .integer(profile.id), "addressFirstLine": .string(profile.addressLine), "city": .string(profile.city),
            "countryIso2Code": .string(profile.country),
            "countryIso3Code": .string(CountryRule.alpha3(profile.country).lowercased()), "postCode": .string(profile.postCode),
            "stateCode": .null,
        ]
        let contact: JSONObject = ["email": .string(profile.email), "phoneNumber": .string(profile.phoneNumber)]
        var object: JSONObject = [
            "type": .string(profile.type.rawValue), "id": .integer(profile.id), "publicId": .string(profile.publicID),
            "userId": .integer(settings.user), "address": .object(address), "email": .string(profile.email),
            "createdAt": .string(time), "updatedAt": .string(time), "currentState": .string("VISIBLE"),
            "contactDetails": .object(contact), "fullName": .string(profile.fullName),
        ]
        if profile.type == .business {
            object["businessName"] = .string(profile.name)
            object["registrationNumber"] = .string(profile.registrationNumber)
            object["companyType"] = .string(profile.companyType)
            object["companyRole"] = .string("OWNER")
            object["webpage"] = .string("")
            object["operationalAddresses"] = .array([])
        } else {
            object["avatar"] = .null
            object["firstName"] = .string(profile.name)
            object["lastName"] = .string(profile.familyName)
            object["preferredName"] = .string(profile.name)
            object["dateOfBirth"] = .string(profile.dateOfBirth)
            object["phoneNumber"] = .string(profile.phoneNumber)
            object["secondaryAddresses"] = .array([])
        }
        return .object(object)
    }

    /// The user, who is the person among the profiles.
    func getUser() -> Answer {
        let person = orderedProfiles.first { $0.type == .personal } ?? orderedProfiles.first
        let details: JSONObject = [
            "firstName": .text(person?.name), "lastName": .text(person?.familyName), "phoneNumber": .text(person?.phoneNumber),
            "occupation": .string(""), "dateOfBirth": .text(person?.dateOfBirth),
            "primaryAddress": person.map { .integer($0.id) } ?? .null,
        ]
        return Answer(
            .object([
                "id": .integer(settings.user), "name": .text(person?.fullName), "email": .text(person?.email),
                "active": .bool(true), "details": .object(details),
            ]))
    }

    /// The older form: the type in lower case, the names under `details`.
    private static func firstVersion(_ profile: ProfileRecord) -> JSONValue {
        let details: JSONObject =
            if profile.type == .business {
                [
                    "name": .string(profile.name), "registrationNumber": .string(profile.registrationNumber), "acn": .null,
                    "abn": .null, "arbn": .null, "companyType": .string(profile.companyType),
                    "companyRole": .string("OWNER"), "descriptionOfBusiness": .null, "primaryAddress": .integer(profile.id),
                    "webpage": .null, "businessCategory": .null, "businessSubCategory": .null,
                ]
            } else {
                [
                    "firstName": .string(profile.name), "lastName": .string(profile.familyName),
                    "dateOfBirth": .string(profile.dateOfBirth), "phoneNumber": .string(profile.phoneNumber),
                    "avatar": .null, "occupation": .null, "occupations": .null, "primaryAddress": .integer(profile.id),
                    "firstNameInKana": .null, "lastNameInKana": .null,
                ]
            }
        return .object([
            "id": .integer(profile.id), "type": .string(profile.type.rawValue.lowercased()), "details": .object(details),
        ])
    }
}
