public import Money

/// An order of bank details in a currency (Wise API reference, Bank account details).
public struct BankDetailsOrder: APIResource {
    /// Who has to do something next.
    public struct Status: APIWord {
        /// The word on the wire.
        public let rawValue: String
        /// A word by its text.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The user.
        public static let pendingUser = Status(rawValue: "PENDING_USER")
        /// The bank.
        public static let pendingBank = Status(rawValue: "PENDING_TW")
        /// The bank: everything that it asked for is there.
        public static let requirementsFulfilled = Status(rawValue: "REQUIREMENTS_FULFILLED")
        /// Nobody: the details are issued.
        public static let done = Status(rawValue: "DONE")
    }

    /// Who has to do something next.
    public let status: Status
    /// The currency of the details.
    public let currency: Currency
    /// What the bank asks for first.
    public let requirements: [Requirement]
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads an order.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "bank details order")
        status = try fields.word("status")
        currency = try fields.currency("currency")
        requirements = try fields.list("requirements")
        self.raw = raw
    }

    /// Something that the bank asks for before it issues the details.
    public struct Requirement: APIResource {
        /// `VERIFICATION` or `TOP_UP`
        public let type: String
        /// Who has to do something next.
        public let status: Status
        /// The object on the wire.
        public let raw: JSONObject

        /// Reads a requirement.
        public init(raw: JSONObject) throws(UnexpectedAnswer) {
            let fields = FieldReader(raw, of: "bank details order.requirements")
            type = try fields.string("type")
            status = try fields.word("status")
            self.raw = raw
        }
    }
}

/// Bank details that were made for one balance (Wise API reference, Bank account details).
public struct BalanceBankDetails: APIResource {
    /// The identifier.
    public let id: String
    /// The currency that is received.
    public let currency: Currency
    /// Whether they take money.
    public let active: Bool
    /// For payers of the same country.
    public let local: BankAccountLines?
    /// For payers abroad.
    public let international: BankAccountLines?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads the answer. The schema says that the identifier is a text; a number is understood as well.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "bank details of a balance")
        id = try fields.identifier("id")
        currency = try fields.currency("currency")
        active = try fields.bool("active")
        local = try fields.optionalResource("localDetails")
        international = try fields.optionalResource("internationalDetails")
        self.raw = raw
    }
}

/// An account number with its bank; which members there are depends on the country.
public struct BankAccountLines: APIResource {
    /// The bank's name.
    public let bankName: String?
    /// The bank's address.
    public let bankAddress: String?
    /// The number of the account within its country.
    public let accountNumber: String?
    /// The bank's number in the United Kingdom.
    public let sortCode: String?
    /// The account as ISO 13616 writes it.
    public let iban: String?
    /// The bank as ISO 9362 writes it.
    public let swiftCode: String?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads the lines.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "bank details of a balance")
        bankName = try fields.optionalString("bankName")
        bankAddress = try fields.optionalString("bankAddress")
        accountNumber = try fields.optionalString("accountNumber")
        sortCode = try fields.optionalString("sortCode")
        iban = try fields.optionalString("iban")
        swiftCode = try fields.optionalString("swiftCode")
        self.raw = raw
    }
}

/// A payment that is on its way back to its sender.
public struct PaymentReturn: APIResource {
    /// The identifier of the return.
    public let id: String
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads the answer.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        id = try FieldReader(raw, of: "payment return").identifier("id")
        self.raw = raw
    }
}
