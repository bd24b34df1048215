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
    }

    static let quote = "3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11"

    static let rows = [
        Row(.listProfilesFirstVersion, .get, "v1", "profiles"), Row(.listProfiles, .get, "v2", "profiles"),
        Row(.getProfile, .get, "v2", "profiles/7", "7"), Row(.openBalance, .post, "v4", "profiles/7/balances", "7"),
        Row(.listBalances, .get, "v4", "profiles/7/balances", "7"),
        Row(.getBalance, .get, "v4", "profiles/7/balances/42", "7", "42"),
        Row(.closeBalance, .delete, "v4", "profiles/7/balances/42", "7", "42"),
        Row(.moveBetweenBalances, .post, "v2", "profiles/7/balance-movements", "7"),
        Row(.getDepositCapacity, .get, "v1", "profiles/7/balance-capacity", "7"),
        Row(.setExcessMoneyAccount, .post, "v1", "profiles/7/excess-money-account", "7"),
        Row(.getTotalFunds, .get, "v1", "profiles/7/total-funds/EUR", "7", "EUR"),
        Row(.createQuote, .post, "v3", "profiles/7/quotes", "7"),
        Row(.getQuote, .get, "v3", "profiles/7/quotes/\(quote)", "7", quote),
        Row(.getStatement, .get, "v1", "profiles/7/balance-statements/42/statement.json", "7", "42"),
        Row(.listRates, .get, "v1", "rates"), Row(.listCurrencies, .get, "v1", "currencies"),
        Row(.topUpBalance, .post, "v1", "simulation/balance/topup"),
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
        arguments: rows.filter { $0.route != .listProfilesFirstVersion }, ["2026Q3", "2026Q4", "2027Q1"])
    func calendar(row: Row, version: String) {
        let path = row.route.path(filling: row.parameters, .calendar(version))
        #expect(path == "/\(version)/\(row.path)")
        #expect(Route.match(row.method, path: path) == .route(row.route, parameters: row.parameters))
    }

    @Test("that a newer one replaced have no calendar path: it is the newer one's")
    func superseded() {
        #expect(Route.match(.get, path: "/2026Q3/profiles") == .route(.listProfiles, parameters: []))
        #expect(Route.listProfilesFirstVersion.path(generation: .calendar("2026Q3")) == "/v1/profiles")
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
        let hasGet = Self.rows.contains { $0.method == .get && $0.legacyPath == row.legacyPath }
        if hasGet {
            #expect(found == Route.match(.get, path: row.legacyPath))
        } else {
            #expect(found == .methodNotAllowed)
        }
    }

    @Test("refuse other methods as such", arguments: rows)
    func otherMethods(row: Row) {
        let allowed = Set(Self.rows.filter { $0.legacyPath == row.legacyPath }.map(\.method))
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
        #expect(
            Route.allCases.filter { $0.repeatSafety == .unprotected } == [.closeBalance, .setExcessMoneyAccount, .topUpBalance])
        #expect(Route.allCases.filter { $0.method != .get && !$0.isEffect } == [.createQuote])
        #expect(Route.allCases.filter { $0.method == .get }.allSatisfy { !$0.isEffect })
        #expect(Route.allCases.filter { $0.securityClass != .none } == [.getStatement])
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
