import Money
import WiseAPI

extension World {
    /// `GET settings`: every switch with what it can be and what it decides.
    func listSettings() -> Answer {
        Answer(
            .array(
                WorldSetting.allCases.map { setting in
                    .object([
                        "name": .string(setting.rawValue), "value": setting.json(settings[setting]),
                        "choices": .array(setting.choices.map { setting.json($0) }), "ambiguity": .string(setting.ambiguity),
                        "meaning": .string(setting.meaning),
                    ])
                }))
    }

    /// `POST settings`: switches for what the bank's documents leave open, and with `profileId` that profile's country, with
    /// whose rules it begins, and its overdraft and hold limit, which null removes. Nothing is changed unless all of it can be.
    mutating func changeSettings(_ body: RequestBody) throws(Refusal) -> Answer {
        var chosen: [(WorldSetting, String)] = []
        for name in body.names where !Self.profileMembers.contains(name) {
            guard let setting = WorldSetting(rawValue: name) else {
                let names = WorldSetting.allCases.map(\.rawValue).joined(separator: ", ")
                throw .invalid("NOT_VALID", "Unknown setting '\(name)'. There are \(names).", path: name)
            }
            guard let choice = try body.optionalWord(name) else { continue }
            guard setting.choices.contains(choice) else {
                let choices = setting.choices.joined(separator: ", ")
                throw .invalid("NOT_VALID", "'\(choice)' is no choice for \(name). There are \(choices).", path: name)
            }
            chosen.append((setting, choice))
        }
        let profile = try changedProfile(body)
        for (setting, choice) in chosen { settings[setting] = choice }
        if let profile {
            profiles[profile.id] = profile
            touched.profiles.insert(profile.id)
        }
        touched.settings = true
        var object: JSONObject = [:]
        for setting in WorldSetting.allCases { object[setting.rawValue] = setting.json(settings[setting]) }
        return Answer(.object(object))
    }

    private static let profileMembers: Set<String> = ["profileId", "overdraftLimit", "holdLimit", "country"]

    private func changedProfile(_ body: RequestBody) throws(Refusal) -> ProfileRecord? {
        guard let id = try body.optionalInteger("profileId") else {
            for member in ["overdraftLimit", "holdLimit", "country"] where body.mentions(member) { throw .missing("profileId") }
            return nil
        }
        guard var changed = profiles[id] else { throw .foreignProfile }
        if let country = try body.optionalString("country") {
            guard let rule = CountryRule.of(country) else {
                throw .invalid("NOT_VALID", "There are no accounts in '\(country)'.", path: "country")
            }
            changed.country = rule.code
            changed.holdLimit = CountryRule.holdLimit(changed.type, in: rule.code)
        }
        if body.mentions("overdraftLimit") { changed.overdraftLimit = try limit("overdraftLimit", body) }
        if body.mentions("holdLimit") { changed.holdLimit = try limit("holdLimit", body) }
        return changed
    }

    private func limit(_ member: String, _ body: RequestBody) throws(Refusal) -> Money? {
        guard let limit = try body.optionalMoney(member) else { return nil }
        guard midMarketRate(.eur, limit.currency, at: clock) != nil else {
            throw .invalid("CurrencyCode", "There is no rate for \(limit.currency.code).", path: "\(member).currency")
        }
        return limit
    }
}

extension WorldSetting {
    /// A choice as it stands in JSON: a truth value, a number or a text.
    fileprivate func json(_ choice: String) -> JSONValue {
        switch choice {
        case "true": .bool(true)
        case "false": .bool(false)
        default: Int(choice).map { .integer($0) } ?? .string(choice)
        }
    }
}
