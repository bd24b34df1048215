import WiseAPI

extension RecipientForm {
    /// What of a recipient's details does not fit the form, one reason for each field, worded as the bank words it for the
    /// fields that its documents show.
    func problems(_ details: JSONObject) -> [Refusal.Item] {
        var problems: [Refusal.Item] = []
        if let given = details["legalType"], !given.isNull {
            let isKnown = given.stringValue.map(Self.legalTypes.contains) ?? false
            if !isKnown {
                problems.append(
                    Self.problem("legalType", "Please choose PRIVATE or BUSINESS.", [given.stringValue ?? given.text]))
            }
        }
        for field in fields {
            let given = Self.value(field.key, of: details)
            guard let given, !given.isNull, given.stringValue?.isEmpty != true else {
                problems.append(Self.problem(field.key, "Please specify \(Self.article(field.name)) \(field.name).", []))
                continue
            }
            guard let text = given.stringValue, field.accepts(text) else {
                let message = "Please specify a valid \(field.name)."
                problems.append(Self.problem(field.key, message, [given.stringValue ?? given.text]))
                continue
            }
        }
        return problems
    }

    /// What the bank keeps of the details that it is given: texts that an account can have, and the address.
    static func kept(_ details: JSONObject) -> JSONObject {
        var kept: JSONObject = [:]
        for member in details.members {
            if member.key == "address", let given = member.value.objectValue {
                kept["address"] = .object(keptTexts(of: given, ["country", "state", "city", "postCode", "firstLine"]))
            }
        }
        for member in keptTexts(of: details, ["legalType", "email"] + RecipientRecord.detailNames).members {
            kept[member.key] = member.value
        }
        return kept
    }

    private static func keptTexts(of object: JSONObject, _ names: [String]) -> JSONObject {
        var kept: JSONObject = [:]
        for member in object.members where member.value.stringValue != nil {
            let name = names.first { $0 == member.key } ?? names.first { $0.lowercased() == member.key.lowercased() }
            if let name { kept[name] = member.value }
        }
        return kept
    }

    private static let legalTypes: Set<String> = ["PRIVATE", "BUSINESS"]

    private static func article(_ name: String) -> String { "AEIO".contains(name.first ?? " ") ? "an" : "a" }

    private static func problem(_ key: String, _ message: String, _ given: [String]) -> Refusal.Item {
        Refusal.Item(code: "NOT_VALID", message: message, path: key, arguments: [key] + given)
    }

    /// The value under a key whose dots lead into objects. Clients write `IBAN` and `iban` alike.
    static func value(_ key: String, of details: JSONObject) -> JSONValue? {
        let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
        let name = parts[0]
        let found = details[name] ?? details.members.first { $0.key.lowercased() == name.lowercased() }?.value
        guard parts.count == 2 else { return found }
        return found?.objectValue.flatMap { value(parts[1], of: $0) }
    }
}

extension RecipientForm.Field {
    /// Whether a text is one that the field takes.
    func accepts(_ text: String) -> Bool {
        if !choices.isEmpty { return choices.contains { $0.key == text } }
        if let lengths, !lengths.contains(text.unicodeScalars.count) { return false }
        guard let pattern, let expression = try? Regex(pattern) else { return true }
        return (try? expression.wholeMatch(in: text)) != nil
    }
}

/// The names that the bank takes for the holder of an account (Wise API reference, 9.1).
enum AccountHolderName {
    /// Why a name is not taken; nil when it is.
    ///
    /// A person has at least two names of at least two characters each, and none with a digit.
    static func problem(_ name: String, isPerson: Bool) -> Refusal.Item? {
        guard name.utf8.count <= 255 else {
            return Refusal.Item(code: "Size", message: "size must be between 2 and 255", path: "accountHolderName")
        }
        let isPlain = name.unicodeScalars.allSatisfy(isAllowed) && !name.allSatisfy(\.isWhitespace)
        let words = name.split(whereSeparator: \.isWhitespace)
        let isWhole =
            isPerson
            ? words.count { $0.count >= 2 } >= 2 && !name.unicodeScalars.contains { ("0"..."9").contains($0) }
            : name.count >= 2
        guard !(isPlain && isWhole) else { return nil }
        let message = isPerson ? "Please enter the recipients first and last name." : "Please enter the recipients name."
        return Refusal.Item(code: "NOT_VALID", message: message, path: "accountHolderName")
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "A"..."Z", "a"..."z", "À"..."Ö", "Ø"..."ö", "ø"..."ÿ": true
        case "-", "_", "(", ")", "'", "*", ",", ".": true
        default: scalar.properties.isWhitespace
        }
    }
}
