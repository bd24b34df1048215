import Money
import WiseAPI

extension World {
    /// `POST /v1/accounts`: writes a recipient down. All that does not fit is named at once.
    ///
    /// On the older path the answer is the first form of a recipient, as recorded answers have it; on a calendar path it is
    /// the second, as the OpenAPI description says.
    mutating func createRecipient(_ request: APIRequest) throws(Refusal) -> Answer {
        let body = try RequestBody(request)
        let profile = try profileOrPersonal(try body.optionalInteger("profile"))
        let currency = try body.currency("currency")
        let type = try body.string("type")
        let name = try body.optionalString("accountHolderName") ?? ""
        let isOwn = try body.optionalBool("ownedByCustomer") ?? false
        let details = try body.optionalObject("details")?.members ?? JSONObject()
        guard isOffered(currency) else {
            throw .unprocessable("balance.currency-unsupported", "Nobody is paid in \(currency.code) here.", path: "currency")
        }
        let legalType = details["legalType"]?.stringValue ?? "PRIVATE"
        var problems: [Refusal.Item] = []
        if let problem = AccountHolderName.problem(name, isPerson: legalType != "BUSINESS") { problems.append(problem) }
        let form = RecipientForm.all(for: currency).first { $0.type == type }
        if let form {
            problems += form.problems(details)
        } else {
            let types = RecipientForm.all(for: currency).map(\.type).joined(separator: ", ")
            let message = "'\(type)' is no account for \(currency.code). There are \(types)."
            problems.append(Refusal.Item(code: "NOT_VALID", message: message, path: "type", arguments: ["type", type]))
        }
        guard problems.isEmpty else { throw Refusal(status: 400, shape: .timedItems(problems)) }
        let recipient = RecipientRecord(
            id: settings.counters.recipient, profile: profile.id, currency: currency,
            country: RecipientForm.country(type, details) ?? profile.country, type: type, accountHolderName: name,
            legalType: legalType, details: RecipientForm.kept(details), ownedByCustomer: isOwn, createdAt: clock)
        guard recipients[recipient.id] == nil else { throw .insideError }
        settings.counters.recipient += 1
        keep(recipient)
        return Answer(request.isOnOlderPath ? firstForm(of: recipient) : secondForm(of: recipient))
    }

    /// The profile of a number; without one the person's own, as the bank takes it.
    func profileOrPersonal(_ id: Int?) throws(Refusal) -> ProfileRecord {
        guard let id else {
            guard let person = profiles.values.filter({ $0.type == .personal }).min(by: { $0.id < $1.id }) else {
                throw .missing("profile")
            }
            return person
        }
        guard let profile = profiles[id] else { throw .foreignProfile }
        return profile
    }

    func getRecipient(_ text: String, _ request: APIRequest) throws(Refusal) -> Answer {
        let recipient = try recipient(text)
        return Answer(request.isOnFirstVersion ? firstForm(of: recipient) : secondForm(of: recipient))
    }

    private func recipient(_ text: String) throws(Refusal) -> RecipientRecord {
        guard let id = Int(text) else {
            throw .invalid("bad.request", "'accountId' should be a valid 'Long'", path: "accountId")
        }
        guard let recipient = recipients[id] else {
            throw .notFound("recipient.not-found", "There is no recipient \(id).", path: "accountId")
        }
        return recipient
    }

    /// Takes a recipient out of use for good. A second time it is forbidden.
    mutating func deactivateRecipient(_ text: String, _ request: APIRequest) throws(Refusal) -> Answer {
        var recipient = try recipient(text)
        guard recipient.isActive, !recipient.isOwnAccount else {
            let message = recipient.isActive ? "The recipient is the account itself" : "The recipient is inactive already"
            throw Refusal(status: 403, shape: .framework(error: "Forbidden", message: message))
        }
        recipient.isActive = false
        keep(recipient)
        return Answer(request.isOnFirstVersion ? firstForm(of: recipient) : secondForm(of: recipient))
    }
}

extension RecipientForm {
    /// The country of an account, as far as its numbers tell.
    static func country(_ type: String, _ details: JSONObject) -> String? {
        func letters(_ key: String, _ range: Range<Int>) -> String? {
            let characters = Array(value(key, of: details)?.stringValue?.uppercased() ?? "")
            guard characters.count >= range.upperBound else { return nil }
            let letters = characters[range]
            return letters.allSatisfy { $0.isASCII && $0.isLetter } ? String(letters) : nil
        }
        return switch type {
        case "iban": letters("IBAN", 0..<2)
        case "sort_code": "GB"
        case "aba": "US"
        case "swift_code": letters("swiftCode", 4..<6)
        default: letters("address.country", 0..<2)
        }
    }
}
