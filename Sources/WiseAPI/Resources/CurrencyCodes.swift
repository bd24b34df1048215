/// A list of currency codes, as the configuration of an account answers it: plain texts, not objects.
///
/// They stay texts because the bank may name a currency that this version does not know.
public enum CurrencyCodes {
    /// Reads the list.
    public static func list(json: JSONValue) throws(UnexpectedAnswer) -> [String] {
        guard let items = json.arrayValue else { throw unexpected("a list should stand here") }
        var codes: [String] = []
        for item in items {
            guard let code = item.stringValue else { throw unexpected("a list of currency codes should stand here") }
            codes.append(code)
        }
        return codes
    }

    private static func unexpected(_ message: String) -> UnexpectedAnswer {
        UnexpectedAnswer(resource: "currency codes", member: "", message: message)
    }
}
