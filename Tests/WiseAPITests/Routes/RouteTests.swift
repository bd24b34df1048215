import Testing
import WiseAPI

@Suite("The routes")
struct RouteTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let route: Route
        let method: APIRequest.Method
        let version: String
        let path: String
        let parameters: [String]

        init(_ route: Route, _ method: APIRequest.Method, _ version: String, _ path: String, _ parameters: String...) {
            (self.route, self.method, self.version, self.path, self.parameters) = (route, method, version, path, parameters)
        }

        var testDescription: String { route.rawValue }
        var legacyPath: String { "/\(version)/\(path)" }
        /// Whether no newer operation took its place and its path has a version.
        var hasCalendarPath: Bool {
            ![
                .listProfilesFirstVersion, .createQuoteSecondVersion, .listBankDetailsOrdersFirstVersion,
                .listRecipientsFirstVersion, .getRecipientFirstVersion, .deactivateRecipientFirstVersion,
                .simulateProfileVerification, .createToken,
            ].contains(route)
        }
    }

    static let quote = "3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11"

    static let rows = [
        Row(.getUser, .get, "v1", "me"),
        Row(.listProfilesFirstVersion, .get, "v1", "profiles"),
        Row(.listProfiles, .get, "v2", "profiles"),
        Row(.getProfile, .get, "v2", "profiles/7", "7"),
        Row(.openBalance, .post, "v4", "profiles/7/balances", "7"),
        Row(.listBalances, .get, "v4", "profiles/7/balances", "7"),
        Row(.getBalance, .get, "v4", "profiles/7/balances/42", "7", "42"),
        Row(.closeBalance, .delete, "v4", "profiles/7/balances/42", "7", "42"),
        Row(.moveBetweenBalances, .post, "v2", "profiles/7/balance-movements", "7"),
        Row(.getDepositCapacity, .get, "v1", "profiles/7/balance-capacity", "7"),
        Row(.setExcessMoneyAccount, .post, "v1", "profiles/7/excess-money-account", "7"),
        Row(.getTotalFunds, .get, "v1", "profiles/7/total-funds/EUR", "7", "EUR"),
        Row(.getStatement, .get, "v1", "profiles/7/balance-statements/42/statement.json", "7", "42"),
        Row(.getMultiCurrencyAccount, .get, "v4", "profiles/7/multi-currency-account", "7"),
        Row(.getAccountEligibility, .get, "v4", "multi-currency-account/eligibility"),
        Row(.listAvailableCurrencies, .get, "v2", "borderless-accounts-configuration/profiles/7/available-currencies", "7"),
        Row(.listPayInCurrencies, .get, "v2", "borderless-accounts-configuration/profiles/7/payin-currencies", "7"),
        Row(.listBankDetails, .get, "v1", "profiles/7/account-details", "7"),
        Row(.orderBankDetails, .post, "v1", "profiles/7/account-details-orders", "7"),
        Row(.listBankDetailsOrdersFirstVersion, .get, "v1", "profiles/7/account-details-orders", "7"),
        Row(.listBankDetailsOrders, .get, "v3", "profiles/7/account-details-orders", "7"),
        Row(.createBankDetails, .post, "v3", "profiles/7/bank-details", "7"),
        Row(.returnBankDetailsPayment, .post, "v1", "profiles/7/account-details/payments/77/returns", "7", "77"),
        Row(.createQuote, .post, "v3", "profiles/7/quotes", "7"),
        Row(.getQuote, .get, "v3", "profiles/7/quotes/\(quote)", "7", quote),
        Row(.updateQuote, .patch, "v3", "profiles/7/quotes/\(quote)", "7", quote),
        Row(.createUnauthenticatedQuote, .post, "v3", "quotes"),
        Row(.createQuoteSecondVersion, .post, "v2", "quotes"),
        Row(.listRates, .get, "v1", "rates"),
        Row(.listCurrencies, .get, "v1", "currencies"),
        Row(.createRecipient, .post, "v1", "accounts"),
        Row(.listRecipients, .get, "v2", "accounts"),
        Row(.listRecipientsFirstVersion, .get, "v1", "accounts"),
        Row(.getRecipient, .get, "v2", "accounts/55", "55"),
        Row(.getRecipientFirstVersion, .get, "v1", "accounts/55", "55"),
        Row(.deactivateRecipient, .delete, "v2", "accounts/55", "55"),
        Row(.deactivateRecipientFirstVersion, .delete, "v1", "accounts/55", "55"),
        Row(.getRecipientRequirements, .get, "v1", "account-requirements"),
        Row(.getQuoteRecipientRequirements, .get, "v1", "quotes/\(quote)/account-requirements", quote),
        Row(.refreshQuoteRecipientRequirements, .post, "v1", "quotes/\(quote)/account-requirements", quote),
        Row(.createTransfer, .post, "v1", "transfers"),
        Row(.listTransfers, .get, "v1", "transfers"),
        Row(.getTransfer, .get, "v1", "transfers/66", "66"),
        Row(.cancelTransfer, .put, "v1", "transfers/66/cancel", "66"),
        Row(.fundTransfer, .post, "v3", "profiles/7/transfers/66/payments", "7", "66"),
        Row(.listTransferPayments, .get, "v1", "transfers/66/payments", "66"),
        Row(.getTransferRequirements, .post, "v1", "transfer-requirements"),
        Row(.getDeliveryEstimate, .get, "v1", "delivery-estimates/66", "66"),
        Row(.listActivities, .get, "v1", "profiles/7/activities", "7"),
        Row(.topUpBalance, .post, "v1", "simulation/balance/topup"),
        Row(.simulateTransferState, .get, "v1", "simulation/transfers/66/processing", "66", "processing"),
        Row(.simulatePayoutFailure, .post, "v1", "simulation/transfers/66/payout-failure", "66"),
        Row(.simulateVerification, .post, "v1", "simulation/profiles/7/verifications", "7"),
        Row(.simulateProfileVerification, .post, "v1", "simulation/verify-profile"),
        Row(.importBankTransaction, .post, "v1", "simulation/profiles/7/bank-transactions/import", "7"),
        Row(.simulateSwiftPayment, .post, "v1", "simulation/profiles/7/swift-in", "7"),
        Row(.getOneTimeTokenStatus, .get, "v1", "one-time-token/status"),
        Row(.triggerChallenge, .post, "v1", "one-time-token/sms/trigger", "sms"),
        Row(.verifyChallenge, .post, "v1", "one-time-token/sms/verify", "sms"),
        Row(.createPIN, .post, "v2", "profiles/7/pin", "7"),
        Row(.deletePIN, .delete, "v2", "profiles/7/pin", "7"),
        Row(.verifyPIN, .post, "v2", "profiles/7/pin/verify", "7"),
        Row(.authoriseSession, .post, "v2", "profiles/7/sca-sessions/authorise", "7"),
        Row(.createToken, .post, "oauth", "token"),
    ]

    @Test("are all in this table")
    func complete() {
        #expect(Set(Self.rows.map(\.route)) == Set(Route.allCases))
    }

    @Test("are found by their older path, and their path is written so", arguments: rows)
    func legacy(row: Row) {
        #expect(row.route.method == row.method)
        #expect(row.route.path(filling: row.parameters, .legacy) == row.legacyPath)
        #expect(Route.match(row.method, path: row.legacyPath) == .route(row.route, parameters: row.parameters))
    }

    @Test(
        "are found by the path of a calendar version, and their path is written so",
        arguments: rows.filter { $0.hasCalendarPath }, ["2026Q3", "2026Q4", "2027Q1"])
    func calendar(row: Row, version: String) {
        let path = row.route.path(filling: row.parameters, .calendar(version))
        #expect(path == "/\(version)/\(row.path)")
        #expect(Route.match(row.method, path: path) == .route(row.route, parameters: row.parameters))
    }

    @Test("that a newer one replaced have no calendar path: it is the newer one's")
    func superseded() {
        #expect(Route.match(.get, path: "/2026Q3/profiles") == .route(.listProfiles, parameters: []))
        #expect(Route.listProfilesFirstVersion.path(generation: .calendar("2026Q3")) == "/v1/profiles")
        #expect(Route.createToken.path(generation: .calendar("2026Q3")) == "/oauth/token")
        #expect(Route.match(.post, path: "/2026Q3/token") == .unknown)
    }

    @Test("are found through doubled and trailing slashes", arguments: rows)
    func slashes(row: Row) {
        let found = Route.Match.route(row.route, parameters: row.parameters)
        let doubled = "/" + row.legacyPath.split(separator: "/").map { "/\($0)" }.joined(separator: "//")
        for path in [row.legacyPath + "/", row.legacyPath + "//", "/" + row.legacyPath, doubled] {
            #expect(Route.match(row.method, path: path) == found, "\(path)")
        }
    }

    @Test("answer HEAD wherever they answer GET", arguments: rows)
    func head(row: Row) {
        let found = Route.match(.head, path: row.legacyPath)
        // What changes something by GET is no page to probe.
        let hasGet = Self.rows.contains { $0.method == .get && !$0.route.isEffect && $0.legacyPath == row.legacyPath }
        if hasGet {
            #expect(found == Route.match(.get, path: row.legacyPath))
        } else {
            #expect(found == .methodNotAllowed)
        }
    }

    @Test("refuse other methods as such", arguments: rows)
    func otherMethods(row: Row) {
        var allowed = Set(Self.rows.filter { $0.legacyPath == row.legacyPath }.map(\.method))
        // By GET the last segment is the name of a state; the operation refuses one that there is not.
        if row.route == .simulatePayoutFailure { allowed.insert(.get) }
        for method in [APIRequest.Method.get, .post, .put, .patch, .delete] where !allowed.contains(method) {
            #expect(Route.match(method, path: row.legacyPath) == .methodNotAllowed)
        }
    }

    @Test(
        "do not know other paths",
        arguments: [
            "", "/", "//", "/v1", "/profiles", "/v3/profiles", "/v1/profiles/7/balances", "/v0/rates", "/v11/rates", "/V1/rates",
            "/v1/Rates",
            "/v1/rates/EUR", "/2026Q0/rates", "/2026Q5/rates", "/2026q3/rates", "/202Q3/rates", "/2026Q33/rates", "/2o26Q3/rates",
            "/v1/profiles/7/balance-statements/42/statement.pdf", "/v1/profiles/7/balance-statements/42", "/v1/%72ates",
            "/v4/profiles/%/balances", "/v4/profiles/%F/balances", "/v4/profiles/%FF/balances", "/_simulator/clock",
        ])
    func unknown(path: String) {
        for method in [APIRequest.Method.get, .post, .delete, .head] { #expect(Route.match(method, path: path) == .unknown) }
    }

    @Test(
        "keep a parameter in its segment, whatever it holds",
        arguments: ["a/b", "../..", "a?b#c", "é €", "%2F", "+", "a b", "100%"])
    func encodedParameters(parameter: String) {
        let path = Route.getQuote.path("7", parameter)
        #expect(path.split(separator: "/").count == 5)
        #expect(Route.match(.get, path: path) == .route(.getQuote, parameters: ["7", parameter]))
    }

    @Test("give back an encoded slash as a slash of the parameter")
    func encodedSlash() {
        #expect(Route.match(.get, path: "/v3/profiles/7/quotes/a%2Fb") == .route(.getQuote, parameters: ["7", "a/b"]))
        #expect(Route.match(.get, path: "/v3/profiles/7/quotes/a%2fb+c") == .route(.getQuote, parameters: ["7", "a/b+c"]))
    }

    @Test("say what makes a repeat harmless and what passes the gate")
    func safety() {
        let keyed = Route.allCases.filter { $0.repeatSafety == .keyed }
        #expect(keyed == [.openBalance, .moveBetweenBalances])
        #expect(Route.allCases.filter { $0.repeatSafety == .keyedInBody } == [.createTransfer])
        #expect(
            Route.allCases.filter { $0.method != .get && $0.repeatSafety == .reads } == [
                .createQuote, .updateQuote, .createUnauthenticatedQuote, .createQuoteSecondVersion,
                .refreshQuoteRecipientRequirements, .getTransferRequirements,
            ])
        // A simulated transfer changes its state by GET, as the sandbox has it.
        #expect(Route.allCases.filter { $0.method == .get && $0.isEffect } == [.simulateTransferState])
        let proofs: [Route] = [.triggerChallenge, .verifyChallenge, .verifyPIN, .authoriseSession, .createToken]
        #expect(Route.allCases.filter { !$0.isEffect && $0.repeatSafety != .reads } == proofs)
        #expect(Route.allCases.filter { $0.securityClass == .low } == [.getStatement])
        #expect(Route.allCases.filter { $0.securityClass == .high } == [.fundTransfer])
    }
}

extension Route {
    /// The path with its parameters from a list of at most two.
    fileprivate func path(filling parameters: [String], _ generation: PathGeneration) -> String {
        switch parameters.count {
        case 0: path(generation: generation)
        case 1: path(parameters[0], generation: generation)
        default: path(parameters[0], parameters[1], generation: generation)
        }
    }
}
