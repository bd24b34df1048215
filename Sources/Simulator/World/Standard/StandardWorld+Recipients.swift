import Money
import WiseAPI

extension StandardWorld {
    /// Somebody who is paid in the default world, before there is a number.
    private struct Payee {
        let profile: Int
        let name: String
        let currency: Currency
        let type: String
        let country: String
        let details: JSONObject
        var legalType = "BUSINESS"
        var isOwn = false
    }

    /// Who is paid in the default world, in the order of their numbers. Persons, companies and accounts are invented.
    private static let recipients: [Payee] = [
        Payee(
            profile: business, name: "Nordwind Papiermühle KG", currency: .eur, type: "iban", country: "DE",
            details: ["legalType": .string("BUSINESS"), "IBAN": .string("DE00000000000000000000")]),
        Payee(
            profile: business, name: "Alderbrook Payroll Services", currency: .gbp, type: "sort_code", country: "GB",
            details: [
                "legalType": .string("BUSINESS"), "sortCode": .string("000000"), "accountNumber": .string("00000000"),
            ]),
        Payee(
            profile: person, name: "Mira Alderbrook", currency: .sgd, type: "swift_code", country: "SG",
            details: [
                "legalType": .string("PRIVATE"), "swiftCode": .string("FLRNSGS0"), "accountNumber": .string("0000000001"),
            ], legalType: "PRIVATE", isOwn: true),
        Payee(
            profile: business, name: "Cedar Press Works LLC", currency: .usd, type: "aba", country: "US",
            details: [
                "legalType": .string("BUSINESS"), "abartn": .string("000000000"), "accountNumber": .string("000000000"),
                "accountType": .string("CHECKING"),
                "address": .object([
                    "country": .string("US"), "city": .string("Portland"), "firstLine": .string("1 Example Avenue"),
                    "postCode": .string("97200"), "state": .string("OR"),
                ]),
            ]),
        Payee(
            profile: business, name: "Kumano Fude Kobo KK", currency: .jpy, type: "swift_code", country: "JP",
            details: [
                "legalType": .string("BUSINESS"), "swiftCode": .string("FLRNJPJ0"), "accountNumber": .string("0000000"),
            ]),
        Payee(
            profile: business, name: "Straits Parcel Pte Ltd", currency: .sgd, type: "swift_code", country: "SG",
            details: [
                "legalType": .string("BUSINESS"), "swiftCode": .string("FLRNSGS0"), "accountNumber": .string("0000000000"),
            ]),
        Payee(
            profile: person, name: "Example Rise Homes Pte Ltd", currency: .sgd, type: "swift_code", country: "SG",
            details: [
                "legalType": .string("BUSINESS"), "swiftCode": .string("FLRNSGS0"), "accountNumber": .string("0000000002"),
            ]),
    ]

    /// Writes the recipients of the default world down, as far as its profiles are there.
    static func addRecipients(to world: inout World, at time: Timestamp) {
        for payee in recipients where world.profiles[payee.profile] != nil {
            let id = world.settings.counters.recipient
            world.settings.counters.recipient += 1
            world.keep(
                RecipientRecord(
                    id: id, profile: payee.profile, currency: payee.currency, country: payee.country, type: payee.type,
                    accountHolderName: payee.name, legalType: payee.legalType, details: payee.details,
                    ownedByCustomer: payee.isOwn, createdAt: time))
        }
    }

    /// Issues the business's bank details in euro and pounds.
    static func addBankDetails(to world: inout World) {
        for currency in [Currency.eur, .gbp] {
            guard let balance = world.standardBalance(business, currency) else { continue }
            // The numbers are free; the tests of the default world would miss the details.
            _ = try? world.issueBankDetails(for: balance)
        }
    }

    /// The number of the recipient whom the person named for money above the hold limit.
    static let excessRecipient = 148_393_305
}

extension World {
    /// What a world of today has from its beginning and one of the first format lacks: a recipient for each account, and in
    /// the default world those who are paid, and bank details. Nobody is named for money above a hold limit: who was named
    /// when there were no recipients is no recipient of today.
    mutating func completeFirstVersion() {
        for profile in profiles.values.sorted(by: { $0.id < $1.id }) {
            profiles[profile.id]?.excessRecipient = nil
            touched.profiles.insert(profile.id)
            let first = (balancesByProfile[profile.id] ?? []).compactMap { balances[$0] }.min { $0.createdAt < $1.createdAt }
            if let first { makeOwnAccount(of: profile, first.currency, at: first.createdAt) }
        }
        touched.settings = true
        guard let opened = profiles[StandardWorld.business]?.createdAt, profiles[StandardWorld.person] != nil else { return }
        StandardWorld.addRecipients(to: &self, at: opened)
        StandardWorld.addBankDetails(to: &self)
    }
}
