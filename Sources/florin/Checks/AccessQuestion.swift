import Glibc
import Money
import WiseAPI
import WiseClient

/// A harmless question to the bank, one for each kind of route: its answer tells what the token may do.
struct AccessQuestion: Sendable {
    /// What it is about, in a word or two.
    let subject: String
    /// The operation.
    let route: Route
    /// Asks, and says in some words what was found.
    let ask: @Sendable (_ client: WiseClient, _ profile: Profile) async throws(ClientError) -> String

    /// What follows once a profile is known. Each reads one thing or one page; none is of high risk.
    static let all: [AccessQuestion] = [
        AccessQuestion(subject: "rates", route: .listRates) { (client, _) throws(ClientError) in
            "\(try await client.rates(source: euro, target: dollar).count) found"
        },
        AccessQuestion(subject: "account", route: .getAccountEligibility) { (client, profile) throws(ClientError) in
            "may \(try await client.eligibility(of: profile.id).eligible ? "" : "not ")hold several currencies"
        },
        // A quote fixes a price for a while and moves nothing.
        AccessQuestion(subject: "quotes", route: .createQuote) { (client, profile) throws(ClientError) in
            guard let euro, let dollar else { return "no currency to ask about" }
            let hundred = Money(ExactDecimal(100), dollar)
            let quote = try await client.quote(QuoteRequest(.target(source: euro, hundred)), for: profile.id)
            return quote.balanceOption.map { "\(hundred) would cost \($0.sourceAmount)" } ?? "no price now"
        },
        AccessQuestion(subject: "balances", route: .listBalances) { (client, profile) throws(ClientError) in
            "\(try await client.balances(of: profile.id).count) found"
        },
        AccessQuestion(subject: "statements", route: .getStatement) { (client, profile) throws(ClientError) in
            guard let balance = try await client.balances(of: profile.id, types: [.standard]).first else {
                return "no balance to ask about"
            }
            let now = Timestamp(microseconds: Int64(time(nil)) * 1_000_000)
            let statement = try await client.statement(
                of: balance, profile: profile.id, from: Timestamp(microseconds: now.microseconds - 86_400_000_000), to: now)
            return "\(statement.transactions.count) entries of a day"
        },
        AccessQuestion(subject: "activities", route: .listActivities) { (client, profile) throws(ClientError) in
            "\(try await client.activityPage(of: profile.id, size: 10).activities.count) or more found"
        },
        AccessQuestion(subject: "recipients", route: .listRecipients) { (client, profile) throws(ClientError) in
            "\(try await client.recipientPage(RecipientQuery(profile: profile.id), size: 1).content.count) or more found"
        },
        AccessQuestion(subject: "transfers", route: .listTransfers) { (client, profile) throws(ClientError) in
            "\(try await client.transferPage(TransferQuery(profile: profile.id), limit: 1).count) or more found"
        },
        AccessQuestion(subject: "bank details", route: .listBankDetails) { (client, profile) throws(ClientError) in
            "\(try await client.bankDetails(of: profile.id).count) found"
        },
    ]

    private static let euro = try? Currency(code: "EUR")
    private static let dollar = try? Currency(code: "USD")
}

/// What the bank said to one question.
struct AccessAnswer: Sendable {
    /// What it means for the token.
    enum Verdict: String, Sendable {
        /// It may.
        case allowed
        /// It may not, or nobody knows it.
        case refused
        /// It may once a person has approved it.
        case approval = "needs approval"
        /// Who answers does not know the operation.
        case absent
        /// The bank did not say.
        case unknown
    }

    let subject: String
    let route: Route
    let verdict: Verdict
    /// What was found, or the bank's words.
    let text: String
    let hint: String?
    let status: Int?

    init(_ subject: String, _ route: Route, refusedBy error: ClientError) {
        (self.subject, self.route, text, hint, status) = (subject, route, error.message, error.hint, error.status)
        verdict =
            switch error.kind {
            case .api(.unauthorized), .api(.forbidden): .refused
            case .api(.authenticationRequired): .approval
            // Each question is about something that is there, or about a list: what is not found is the operation.
            case .api(.notFound): .absent
            default: .unknown
            }
    }

    init(_ subject: String, _ route: Route, found text: String) {
        (self.subject, self.route, verdict, self.text, hint, status) = (subject, route, .allowed, text, nil, nil)
    }

    /// For programs.
    var json: JSONValue {
        var object: JSONObject = [
            "subject": .string(subject), "route": .string(route.rawValue), "verdict": .string(verdict.rawValue),
            "text": .string(text),
        ]
        object["hint"] = hint.map { .string($0) }
        object["http_status"] = status.map { .integer($0) }
        return .object(object)
    }
}
