/// The objects of the surface: their fields, so that a slip in a name is told apart from a field that is absent.
public struct ClassDescription: Sendable {
    /// One field of an object.
    public struct Field: Sendable {
        /// The name in Lua.
        public let name: String
        /// The type, with `or nil` where the field may be absent.
        public let type: String
    }

    /// The name of the class.
    public let name: String
    /// What an object of it is.
    public let summary: String
    /// Its fields; all but `profile` and those of statements also have `raw`, the API's own JSON.
    public let fields: [Field]

    init(_ name: String, _ summary: String, _ fields: KeyValuePairs<String, String>) {
        self.name = name
        self.summary = summary
        self.fields = fields.map { Field(name: $0.key, type: $0.value) }
    }

    /// The text that `help` shows.
    public var helpText: String {
        let width = fields.map(\.name.count).max() ?? 0
        let lines = fields.map { field in
            "    " + field.name + String(repeating: " ", count: width - field.name.count) + "  " + field.type
        }
        let methods = Surface.functions.filter { $0.module == name }.map { "    \($0.signature)" }
        return (["\(name): \(summary)"] + lines + methods + ["    raw, the object as the API sent it"]).joined(separator: "\n")
    }
}

extension Surface {
    /// The classes of the objects that the functions return.
    public static let classes: [ClassDescription] = accountClasses + sendingClasses

    private static let accountClasses: [ClassDescription] = [
        ClassDescription(
            "profile", "a person or a business whose account it is",
            ["id": "integer", "type": "PERSONAL or BUSINESS", "name": "string", "country": "string or nil"]),
        ClassDescription(
            "balance", "the balance of a currency, or a jar",
            [
                "id": "integer", "profile": "integer", "currency": "string", "type": "STANDARD or SAVINGS",
                "name": "string or nil", "amount": "money, available", "reserved_amount": "money, held back",
                "cash_amount": "money", "total_worth": "money", "investment_state": "string", "creation_time": "string",
                "modification_time": "string", "visible": "boolean",
            ]),
        ClassDescription(
            "quote", "a price that holds for 30 minutes",
            [
                "id": "string or nil", "source_currency": "string", "target_currency": "string",
                "source_amount": "money, fee included", "target_amount": "money", "fee": "money", "rate": "decimal",
                "pay_out": "string", "status": "string", "disabled": "boolean", "disabled_reason": "string or nil",
                "recipient": "integer or nil", "delivery": "string, when a transfer would arrive, or nil", "created_at": "string",
                "expires_at": "string",
            ]),
        ClassDescription(
            "movement", "money that changed its balance",
            [
                "id": "integer", "type": "string", "state": "string", "source_amount": "money, fee included",
                "target_amount": "money", "fee": "money", "rate": "decimal or nil",
                "balances_after": "list of { id, amount }", "creation_time": "string",
            ]),
        ClassDescription(
            "capacity", "how much may still be deposited", ["has_limit": "boolean", "limit": "money or nil"]),
        ClassDescription(
            "excess_account", "who gets the money above a hold limit", ["profile": "integer", "recipient": "integer"]),
        ClassDescription(
            "total_funds", "worth and availability over all balances",
            [
                "total_worth": "money", "total_available": "money", "overdraft_limit": "money", "overdraft_used": "money",
                "overdraft_available": "money", "overdraft_available_by_currency": "list of money",
            ]),
        ClassDescription(
            "statement", "the lines of a balance over a period",
            [
                "currency": "string", "opening": "money or nil", "closing": "money",
                "lines": "list of statement lines, newest first",
            ]),
        ClassDescription(
            "statement_line", "one line of a statement",
            [
                "type": "DEBIT or CREDIT", "date": "string", "amount": "money, signed", "total_fees": "money", "kind": "string",
                "description": "string", "running_balance": "money", "reference": "string",
            ]),
        ClassDescription(
            "rate", "a mid-market rate", ["source": "string", "target": "string", "value": "decimal", "time": "string"]),
        ClassDescription(
            "currency", "a currency of the API",
            ["code": "string", "name": "string", "symbol": "string or nil", "supports_decimals": "boolean"]),
    ]

    /// The class with a name, or nil.
    public static func classDescription(_ name: String) -> ClassDescription? { classes.first { $0.name == name } }
}
