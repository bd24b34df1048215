import Money
import WiseAPI

extension ProfileRecord: StoredRecord {
    static let table = "profile"
    static let order = "id"
    static let columns = [
        "id INTEGER PRIMARY KEY", "public_id TEXT NOT NULL", "type TEXT NOT NULL", "name TEXT NOT NULL",
        "family_name TEXT NOT NULL", "date_of_birth TEXT NOT NULL", "registration_number TEXT NOT NULL",
        "company_type TEXT NOT NULL", "email TEXT NOT NULL", "phone_number TEXT NOT NULL", "address_line TEXT NOT NULL",
        "city TEXT NOT NULL", "post_code TEXT NOT NULL", "country TEXT NOT NULL", "created_at INTEGER NOT NULL",
        "hold_limit TEXT", "hold_limit_currency TEXT", "overdraft_limit TEXT", "overdraft_limit_currency TEXT",
        "excess_recipient INTEGER",
    ]

    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(
            id: try row.integer(), publicID: try row.text(), type: try row.word(ProfileType.self), name: try row.text(),
            familyName: try row.text(), dateOfBirth: try row.text(), registrationNumber: try row.text(),
            companyType: try row.text(), email: try row.text(), phoneNumber: try row.text(), addressLine: try row.text(),
            city: try row.text(), postCode: try row.text(), country: try row.text(), createdAt: try row.time(),
            holdLimit: try row.optionalMoney(), overdraftLimit: try row.optionalMoney(),
            excessRecipient: try row.optionalInteger())
    }

    func write(to row: inout RowWriter) {
        row.add(id)
        row.add(publicID)
        row.add(type.rawValue)
        row.add(name)
        row.add(familyName)
        row.add(dateOfBirth)
        row.add(registrationNumber)
        row.add(companyType)
        row.add(email)
        row.add(phoneNumber)
        row.add(addressLine)
        row.add(city)
        row.add(postCode)
        row.add(country)
        row.add(createdAt)
        row.add(holdLimit)
        row.add(overdraftLimit)
        row.add(excessRecipient)
    }
}
