/// The operations of the API that Florin speaks: one table for the client and the simulator.
public enum Route: String, Sendable, Hashable, CaseIterable {
    /// The profiles of the user, older form.
    case listProfilesFirstVersion
    /// The profiles of the user.
    case listProfiles
    /// One profile.
    case getProfile
    /// Opens a balance or a jar.
    case openBalance
    /// The open balances of a profile.
    case listBalances
    /// One balance.
    case getBalance
    /// Closes a balance that holds nothing.
    case closeBalance
    /// Converts by quote, or moves between a balance and a jar.
    case moveBetweenBalances
    /// How much may still be deposited.
    case getDepositCapacity
    /// Names the recipient of money above the hold limit.
    case setExcessMoneyAccount
    /// Worth and availability over all balances.
    case getTotalFunds
    /// A price that holds for half an hour.
    case createQuote
    /// One quote.
    case getQuote
    /// The statement of a balance as JSON.
    case getStatement
    /// Mid-market rates.
    case listRates
    /// Currencies with their names.
    case listCurrencies
    /// Puts simulated money into a balance, on the sandbox and the simulator.
    case topUpBalance
}

/// How strongly the bank protects a route by strong customer authentication.
public enum SecurityClass: Sendable, Hashable {
    /// Never asks.
    case none
    /// May ask; one approval opens five minutes for all routes of this class.
    case low
    /// May ask each time.
    case high
}

/// What makes a repeated request harmless.
public enum RepeatSafety: Sendable, Hashable {
    /// It only reads (or, as a quote does, creates something that moves nothing): it may be sent again.
    case reads
    /// It carries `X-idempotence-uuid`: the same key and bytes may be sent again.
    case keyed
    /// Nothing protects it: after an unknown outcome it is never sent again by itself.
    case unprotected
}

extension Route {
    /// The method.
    public var method: APIRequest.Method { description.method }
    /// Whether the bank may ask for strong customer authentication.
    public var securityClass: SecurityClass { description.securityClass }
    /// What makes a repeat harmless.
    public var repeatSafety: RepeatSafety { description.repeatSafety }
    /// Whether a newer operation took its place: it has no path of the calendar versions, there the newer one answers.
    var isSuperseded: Bool { self == .listProfilesFirstVersion }
    /// Whether it changes something at the bank and so passes the gate. A quote reserves nothing and does not.
    public var isEffect: Bool { repeatSafety != .reads }

    struct Description: Sendable {
        let method: APIRequest.Method
        let version: String
        let template: String
        let segments: [Substring]
        let securityClass: SecurityClass
        let repeatSafety: RepeatSafety

        init(
            _ method: APIRequest.Method, _ version: String, _ template: String, _ repeatSafety: RepeatSafety,
            security: SecurityClass = .none
        ) {
            self.method = method
            self.version = version
            self.template = template
            segments = template.split(separator: "/")
            securityClass = security
            self.repeatSafety = repeatSafety
        }
    }

    /// The method, the version of the older paths, the path without it. Names in braces are parameters.
    private static let table: [Route: Description] = [
        .listProfilesFirstVersion: Description(.get, "v1", "profiles", .reads),
        .listProfiles: Description(.get, "v2", "profiles", .reads),
        .getProfile: Description(.get, "v2", "profiles/{profile}", .reads),
        .openBalance: Description(.post, "v4", "profiles/{profile}/balances", .keyed),
        .listBalances: Description(.get, "v4", "profiles/{profile}/balances", .reads),
        .getBalance: Description(.get, "v4", "profiles/{profile}/balances/{balance}", .reads),
        .closeBalance: Description(.delete, "v4", "profiles/{profile}/balances/{balance}", .unprotected),
        .moveBetweenBalances: Description(.post, "v2", "profiles/{profile}/balance-movements", .keyed),
        .getDepositCapacity: Description(.get, "v1", "profiles/{profile}/balance-capacity", .reads),
        .setExcessMoneyAccount: Description(.post, "v1", "profiles/{profile}/excess-money-account", .unprotected),
        .getTotalFunds: Description(.get, "v1", "profiles/{profile}/total-funds/{currency}", .reads),
        .createQuote: Description(.post, "v3", "profiles/{profile}/quotes", .reads),
        .getQuote: Description(.get, "v3", "profiles/{profile}/quotes/{quote}", .reads),
        .getStatement: Description(
            .get, "v1", "profiles/{profile}/balance-statements/{balance}/statement.json", .reads, security: .low),
        .listRates: Description(.get, "v1", "rates", .reads),
        .listCurrencies: Description(.get, "v1", "currencies", .reads),
        .topUpBalance: Description(.post, "v1", "simulation/balance/topup", .unprotected),
    ]

    var description: Description { Self.table[self] ?? Description(.get, "v0", rawValue, .unprotected) }
}
