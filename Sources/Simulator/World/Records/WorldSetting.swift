/// A switch for what the bank's documents leave open. Its number is that of the Wise API reference, section 15.
public enum WorldSetting: String, Sendable, Hashable, CaseIterable {
    /// A2: closing a balance answers 204 without a body, also on the older paths.
    case closesWithoutBody
    /// A6: a repeated key with another body is refused with 409; the bank itself ignores the new body.
    case refusesChangedRepeat
    /// A11: the status with which a second balance of a currency is refused.
    case duplicateBalanceStatus
    /// A14: the status with which closing is refused for a balance that is not empty, or invested.
    case closingRefusalStatus
    /// A25: how long the rate of a quote holds after it was made.
    case rateLifetime
    /// A27: a quote that nobody may use has an identifier when a user's token came with it, as in the bank's sandbox.
    case identifiesFreeQuotes
    /// A31: which members the `query` of a statement has.
    case statementQuery
    /// A33: the word before the number of a conversion in statements.
    case conversionReference
    /// A38: whether strong customer authentication is demanded.
    case sca
    /// A38: what the body of a demand says.
    case scaBody
    /// A38: for how long a statement needs no further approval.
    case scaStatementWindow

    /// What it can be set to, the usual choice first.
    public var choices: [String] {
        switch self {
        case .closesWithoutBody, .refusesChangedRepeat, .identifiesFreeQuotes: ["false", "true"]
        case .duplicateBalanceStatus: ["409", "422", "400"]
        case .closingRefusalStatus: ["422", "409", "400"]
        case .rateLifetime: ["30m", "2h"]
        case .statementQuery: ["both", "documented", "live"]
        case .conversionReference: ["BALANCE", "CONVERSION"]
        case .sca: ["off", "on", "everywhere"]
        case .scaBody: ["empty", "json"]
        case .scaStatementWindow: ["90d", "5m"]
        }
    }

    /// How it stands in a new world.
    public var standard: String { choices[0] }

    /// The number of the ambiguity that it settles.
    public var ambiguity: String {
        switch self {
        case .closesWithoutBody: "A2"
        case .refusesChangedRepeat: "A6"
        case .duplicateBalanceStatus: "A11"
        case .closingRefusalStatus: "A14"
        case .rateLifetime: "A25"
        case .identifiesFreeQuotes: "A27"
        case .statementQuery: "A31"
        case .conversionReference: "A33"
        case .sca, .scaBody, .scaStatementWindow: "A38"
        }
    }

    /// What it decides, in one line.
    public var meaning: String {
        switch self {
        case .closesWithoutBody: "closing a balance answers 204 without a body, also on the older path"
        case .refusesChangedRepeat: "a repeated key with another body gets 409 instead of the first answer"
        case .duplicateBalanceStatus: "the refusal of a second balance in a currency"
        case .closingRefusalStatus: "the refusal to close a balance that is not empty, or invested"
        case .rateLifetime: "how long the rate of a quote holds (rateExpirationTime)"
        case .identifiesFreeQuotes: "POST /v3/quotes with a user's token answers an id, as the sandbox did"
        case .statementQuery: "the members of a statement's query: documented, live, or both"
        case .conversionReference: "the word before a conversion's number in statements"
        case .sca: "who is asked for strong customer authentication: nobody, profiles in the EEA and the UK, everybody"
        case .scaBody: "the body of such a 403: none, or the framework's JSON"
        case .scaStatementWindow: "how long an approved profile may read statements"
        }
    }
}
