import Money
import WiseAPI

extension World {
    /// A recipient in the form of the first version: every member that an account could have, null where it does not apply.
    func firstForm(of recipient: RecipientRecord) -> JSONValue {
        var details: JSONObject = ["address": recipient.address, "email": .null, "legalType": .string(recipient.legalType)]
        for name in RecipientRecord.detailNames { details[name] = .null }
        for member in recipient.details.members where member.key != "address" { details[member.key] = member.value }
        if let iban = RecipientForm.value("IBAN", of: recipient.details) {
            details["iban"] = iban
            details["IBAN"] = iban
        }
        let isBusiness = profiles[recipient.profile]?.type == .business
        return .object([
            "id": .integer(recipient.id), "business": isBusiness ? .integer(recipient.profile) : .null,
            "profile": .integer(recipient.profile), "accountHolderName": .string(recipient.accountHolderName),
            "currency": .string(recipient.currency.code), "country": .string(recipient.country),
            "type": .string(recipient.type), "details": .object(details), "user": .integer(settings.user),
            "active": .bool(recipient.isActive), "ownedByCustomer": .bool(recipient.ownedByCustomer), "confirmations": .null,
        ])
    }

    /// A recipient in the form of the second version.
    func secondForm(of recipient: RecipientRecord) -> JSONValue {
        let shown = recipient.shownFields
        var details: JSONObject = ["reference": .null]
        for field in shown { details[field.key] = .string(field.value) }
        let hash = hash(of: recipient)
        details["hashedByLooseHashAlgorithm"] = .string(hash)
        var common: JSONObject = [:]
        for (role, key) in recipient.commonFields { common[role] = .string(key) }
        let name: JSONObject = [
            "fullName": .string(recipient.accountHolderName), "givenName": .null, "familyName": .null, "middleName": .null,
            "patronymicName": .null, "cannotHavePatronymicName": .null,
        ]
        let display = shown.map { field -> JSONValue in
            .object([
                "key": .string("details/\(field.key)"), "label": .string(field.label), "value": .string(field.shown),
            ])
        }
        return .object([
            "id": .integer(recipient.id), "creatorId": .integer(settings.user), "profileId": .integer(recipient.profile),
            "name": .object(name), "currency": .string(recipient.currency.code), "country": .string(recipient.country),
            "type": .string(recipient.typeOfSecondForm),
            "legalEntityType": .string(recipient.legalType == "BUSINESS" ? "BUSINESS" : "PERSON"),
            "active": .bool(recipient.isActive), "details": .object(details), "commonFieldMap": .object(common),
            "hash": .string(hash), "accountSummary": .string(recipient.summary),
            "longAccountSummary": .string(recipient.longSummary), "displayFields": .array(display),
            "isInternal": .bool(recipient.isOwnAccount), "ownedByCustomer": .bool(recipient.ownedByCustomer),
        ])
    }

    /// 64 hexadecimal digits that change with the name or the numbers of the account.
    private func hash(of recipient: RecipientRecord) -> String {
        let text = recipient.accountHolderName + JSONValue.object(recipient.details).text
        var entropy = Entropy(seed: Self.fingerprint(Array(text.utf8)), stream: 3)
        return entropy.traceIdentifier() + entropy.traceIdentifier()
    }
}

extension RecipientRecord {
    /// `SortCode` for `sort_code`.
    var typeOfSecondForm: String { type.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() }

    /// The numbers of the account: member, what it is called, the number, and the number in groups.
    fileprivate var shownFields: [(key: String, label: String, value: String, shown: String)] {
        guard let form = RecipientForm.named(type) else { return [] }
        return form.fields.compactMap { field in
            guard !field.key.contains("."), let value = RecipientForm.value(field.key, of: details)?.stringValue else {
                return nil
            }
            let key = field.key == "IBAN" ? "iban" : field.key
            let digits = field.key == "sortCode" ? value.filter { $0 != "-" } : value
            return (key, field.name, digits, field.key == "sortCode" ? Self.grouped(digits) : value)
        }
    }

    /// Pairs of digits, as sort codes are written.
    private static func grouped(_ digits: String) -> String {
        let characters = Array(digits)
        return stride(from: 0, to: characters.count, by: 2).map { start in
            String(characters[start..<min(start + 2, characters.count)])
        }.joined(separator: "-")
    }

    fileprivate var commonFields: [(role: String, key: String)] {
        switch type {
        case "iban": [("accountNumberField", "iban")]
        case "sort_code": [("accountNumberField", "accountNumber"), ("bankCodeField", "sortCode")]
        case "aba": [("accountNumberField", "accountNumber"), ("bankCodeField", "abartn")]
        case "swift_code": [("accountNumberField", "accountNumber"), ("bankCodeField", "swiftCode")]
        case "email": [("accountNumberField", "email")]
        default: []
        }
    }

    /// The account in a few characters, as the documents show it: `(04-00-75) 37778842`.
    var summary: String {
        let fields = shownFields
        func shown(_ key: String) -> String? { fields.first { $0.key == key }?.shown }
        guard let number = shown("accountNumber") else { return shown("iban") ?? shown("email") ?? "Balance" }
        let code = ["sortCode", "abartn", "swiftCode"].compactMap(shown).first
        return code.map { "(\($0)) \(number)" } ?? number
    }

    var longSummary: String {
        if isOwnAccount { return "Balances" }
        if type == "email" { return "Account with \(summary)" }
        return "\(currency.code) account ending in \(summary.suffix(4))"
    }

    /// The address as the first version shows it.
    fileprivate var address: JSONValue {
        guard let given = details["address"]?.objectValue else { return .null }
        let country = given["country"]?.stringValue
        var address: JSONObject = ["country": .text(country), "countryCode": .text(country)]
        for name in ["firstLine", "postCode", "city", "state"] { address[name] = given[name] ?? .null }
        return .object(address)
    }

    /// The members that every recipient of the first version has, most of them null.
    static let detailNames = """
        accountHolderName accountNumber sortCode abartn accountType bankgiroNumber ifscCode bsbCode institutionNumber \
        transitNumber phoneNumber bankCode russiaRegion routingNumber branchCode cpf cardToken idType idNumber idCountryIso3 \
        idValidFrom idValidTo clabe swiftCode dateOfBirth clearingNumber bankName branchName businessNumber province city rut \
        token cnpj payinReference pspReference orderId idDocumentType idDocumentNumber identificationNumber \
        zarIdentificationNumber targetProfile targetUserId taxId job nationality interacAccount bban town postCode language \
        billerCode customerReferenceNumber prefix relationship taxNumber beneficiaryBankCorrespondentAccount \
        beneficiaryBankTaxId iban bic IBAN BIC
        """.split(separator: " ").map(String.init)
}
