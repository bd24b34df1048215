/// Everything that Lua scripts can call, in one list.
public enum Surface {
    /// All functions, by module in the order in which help shows them.
    public static let functions: [FunctionDescription] =
        accountFunctions + balanceFunctions + recipientFunctions + transferFunctions + rateFunctions + moneyFunctions
        + amountFunctions + numberFunctions + simulatorFunctions + sandboxFunctions + outputFunctions + globalFunctions

    /// What is done with the account.
    private static let accountFunctions: [FunctionDescription] =
        wiseFunctions + wiseAccountFunctions + profileReadingFunctions + profileMovingFunctions + profileRecipientFunctions
        + profileTransferFunctions + profileActivityFunctions + profileAccountFunctions + authenticationFunctions

    /// The description with a key such as `profile.quote`, or nil.
    public static func function(_ key: String) -> FunctionDescription? { functions.first { $0.key == key } }

    /// What `help()` without an argument shows.
    public static var overview: String {
        var lines = [
            "Operations of the account (each also as wise.<name> on the profile in use):"
        ]
        for (title, module) in [
            ("", "profile"), ("wise", "wise"), ("Recipients", "recipient"), ("Transfers", "transfer"), ("Money", "money"),
            ("Amounts", "amount"), ("Decimals", "number"),
        ] {
            if !title.isEmpty { lines.append("\(title):") }
            for function in functions where function.module == module { lines.append("    \(function.signature)") }
        }
        for module in ["sim", "out", "log", ""] {
            let names = functions.filter { $0.module == module }.map { module.isEmpty ? $0.name : "\(module).\($0.name)" }
            lines.append(names.joined(separator: "  "))
        }
        lines.append("More: help(\"profile.quote\"), help(wise.convert), help(money)")
        return lines.joined(separator: "\n")
    }

    /// The help on a key, a module, or the nearest name there is.
    public static func help(on topic: String) -> String {
        let key = topic.replacing(":", with: ".")
        // Constructors and methods are one subject for a reader.
        if let methods = ["money": "amount", "decimal": "number"][key] {
            let members = functions.filter { $0.module == key || $0.key == key || $0.module == methods }
            return members.map(\.helpText).joined(separator: "\n\n")
        }
        if let function = function(key) { return function.helpText }
        // `wise.quote` is the method on the profile in use.
        if key.hasPrefix("wise."), let function = function("profile." + key.dropFirst(5)) { return function.helpText }
        if let description = classDescription(key) {
            let methods = functions.filter { $0.module == key }.map(\.helpText)
            return ([description.helpText] + methods).joined(separator: "\n\n")
        }
        let members = functions.filter { $0.module == key }
        if !members.isEmpty { return members.map(\.helpText).joined(separator: "\n\n") }
        if let function = functions.first(where: { $0.name == key }) { return function.helpText }
        return "There is no '\(topic)'. " + Suggestion.text(for: key, in: functions.map(\.key))
    }
}
