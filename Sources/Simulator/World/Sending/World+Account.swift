import Money
import WiseAPI

/// The account that holds the balances of a profile. It has the profile's number and comes into being with the first balance.
extension World {
    func multiCurrencyAccount(_ profile: ProfileRecord) throws(Refusal) -> Answer {
        let all = (balancesByProfile[profile.id] ?? []).compactMap { balances[$0] }
        guard let first = all.map(\.createdAt).min(), let recipient = ownAccount(of: profile.id) else {
            let message = "Profile \(profile.id) has no multi-currency account. Open a balance first."
            throw .notFound("balance.account-not-found", message, path: "profileId")
        }
        return Answer(
            .object([
                "id": .integer(profile.id), "profileId": .integer(profile.id), "recipientId": .integer(recipient.id),
                "creationTime": .string(first.text(.milliseconds)),
                "modificationTime": .string((all.map(\.modifiedAt).max() ?? first).text(.milliseconds)),
                "active": .bool(all.contains { !$0.isClosed }), "eligible": .bool(CountryRule.of(profile.country) != nil),
            ]))
    }

    /// The recipient that stands for the balances of a profile.
    func ownAccount(of profile: Int) -> RecipientRecord? {
        recipients.values.filter { $0.profile == profile && $0.isOwnAccount }.min { $0.id < $1.id }
    }

    /// Makes the recipient of a profile's account, with its first balance.
    mutating func makeOwnAccount(of profile: ProfileRecord, _ currency: Currency, at time: Timestamp) {
        guard ownAccount(of: profile.id) == nil, recipients[settings.counters.recipient] == nil else { return }
        keep(
            RecipientRecord(
                id: settings.counters.recipient, profile: profile.id, currency: currency, country: profile.country,
                type: RecipientRecord.balanceType, accountHolderName: profile.fullName,
                legalType: profile.type == .business ? "BUSINESS" : "PRIVATE", details: [:], ownedByCustomer: true,
                createdAt: time))
        settings.counters.recipient += 1
    }

    /// `GET /v4/multi-currency-account/eligibility`: for a profile, or for a country and, in the United States, a state.
    func accountEligibility(_ request: APIRequest) throws(Refusal) -> Answer {
        if let id = try request.wholeNumber("profileId") {
            guard let profile = profiles[id] else { throw .foreignProfile }
            return Self.eligibility(CountryRule.of(profile.country) == nil ? "invalid.country" : nil)
        }
        guard let country = request.query("country"), !country.isEmpty else {
            throw .invalid("NotNull", "Either profileId or country is needed.", path: "query.profileId")
        }
        guard country.utf8.count == 2, country.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            throw .invalid("NOT_VALID", "'\(country)' is no ISO 3166 code of two letters.", path: "query.country")
        }
        guard let rule = CountryRule.of(country) else { return Self.eligibility("invalid.country") }
        guard let states = rule.states else { return Self.eligibility(nil) }
        let state = request.query("state") ?? ""
        return Self.eligibility(states.contains(state.uppercased()) ? nil : "invalid.state")
    }

    private static func eligibility(_ obstacle: String?) -> Answer {
        let reason = obstacle.map { "Accounts are not offered in this \($0.split(separator: ".").last ?? "place")." }
        return Answer(
            .object([
                "eligible": .bool(obstacle == nil), "eligibilityCode": .string(obstacle ?? "eligible"),
                "accountType": .string(obstacle == nil ? "FULL" : "INELIGIBLE"), "ineligibilityReason": .text(reason),
            ]))
    }

    func availableCurrencies(_ profile: ProfileRecord) throws(Refusal) -> Answer {
        Answer(.array(offeredCurrencies.map { .string($0.code) }))
    }

    func payInCurrencies(_ profile: ProfileRecord) throws(Refusal) -> Answer {
        Answer(.array(payableCurrencies.map { .string($0.code) }))
    }
}
