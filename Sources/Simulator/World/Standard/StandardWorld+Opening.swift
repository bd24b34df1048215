import Money
import WiseAPI

extension StandardWorld {
    mutating func openEverything() {
        openProfiles()
        func open(
            _ profile: Int, _ currency: Currency, _ goal: Int, _ type: BalanceType = .standard, name: String? = nil,
            icon: String? = nil
        ) -> Int {
            // The numbers of an empty world are free; the tests of the default world would miss a balance.
            guard let id = try? world.addBalance(profile, currency, type, name: name, icon: icon).id else { return 0 }
            if goal > 0 { goals.append((id, goal)) }
            return id
        }
        ids.euro = open(Self.business, .eur, 1_840_000)
        ids.pound = open(Self.business, .gbp, 920_000)
        ids.dollar = open(Self.business, .usd, 1_270_000)
        ids.yen = open(Self.business, .jpy, 1_240_000)
        ids.singapore = open(Self.business, .sgd, 630_000)
        ids.reserve = open(Self.business, .eur, 0, .savings, name: "Reserve", icon: "🛟")
        ids.tax = open(Self.business, .gbp, 0, .savings, name: "Tax", icon: "🏛️")
        ids.growth = open(Self.business, .usd, 0, .savings, name: "Growth", icon: "🌱")
        ids.personal = open(Self.person, .sgd, 1_385_000)
        ids.holiday = open(Self.person, .sgd, 0, .savings, name: "Holiday", icon: "🏝️")
        Self.addRecipients(to: &world, at: Self.opening)
        Self.addBankDetails(to: &world)
        world.profiles[Self.person]?.excessRecipient = Self.excessRecipient
    }

    private mutating func openProfiles() {
        let business = ProfileRecord(
            id: Self.business, publicID: world.makeUUID(), type: .business, name: "Alderbrook Paper Goods Ltd",
            registrationNumber: "00000000", companyType: "LIMITED", email: "accounts@alderbrook.example",
            phoneNumber: "+442079460000", addressLine: "14 Lantern Yard", city: "London", postCode: "E2 0AA", country: "GB",
            createdAt: Self.opening)
        let person = ProfileRecord(
            id: Self.person, publicID: world.makeUUID(), type: .personal, name: "Mira", familyName: "Alderbrook",
            dateOfBirth: "1987-04-12", email: "mira@alderbrook.example", phoneNumber: "+6560000000",
            addressLine: "7 Example Rise", city: "Singapore", postCode: "000000", country: "SG", createdAt: Self.opening,
            holdLimit: CountryRule.holdLimit(.personal, in: "SG"))
        for profile in [business, person] { world.profiles[profile.id] = profile }
    }
}
