import Money
import WiseAPI

extension World {
    /// The longest interval of one statement.
    static let longestStatement: Int64 = 469 * 86_400 * 1_000_000

    /// A statement of a balance, open or closed, between two instants, both included.
    func statement(_ profile: ProfileRecord, _ text: String, _ request: APIRequest) throws(Refusal) -> Answer {
        guard let id = Int(text) else {
            throw .invalid("bad.request", "'balanceId' should be a valid 'Long'", path: "balanceId")
        }
        guard let balance = balances[id] else {
            throw .notFound("balance.account-not-found", "There is no balance \(id).", path: "balanceId")
        }
        guard balance.profile == profile.id else { throw .foreignProfile }
        let start = try request.instant("intervalStart")
        let end = try request.instant("intervalEnd")
        guard start <= end else {
            throw .invalid("NOT_VALID", "intervalStart is after intervalEnd", path: "query.intervalStart")
        }
        guard end.microseconds - start.microseconds <= Self.longestStatement else {
            throw .invalid("NOT_VALID", "An interval cannot exceed 469 days.", path: "query.intervalEnd")
        }
        if let currency = try request.currency("currency"), currency != balance.currency {
            let message = "The balance is in \(balance.currency.code), not in \(currency.code)."
            throw .invalid("NOT_VALID", message, path: "query.currency")
        }
        let type = StatementType(rawValue: request.query("type") ?? StatementType.compact.rawValue)
        guard type == .compact || type == .flat else {
            throw .invalid("BAD_REQUEST", "Unknown statement type '\(type)'", path: "query.type")
        }
        let page = StatementPage(world: self, profile: profile, balance: balance, start: start, end: end, type: type)
        return Answer(page.json(locale: request.query("statementLocale")))
    }
}

/// The lines of one balance between two instants.
struct StatementPage {
    let world: World
    let profile: ProfileRecord
    let balance: BalanceRecord
    let start: Timestamp
    let end: Timestamp
    let type: StatementType
    private let lines: ArraySlice<Ledger.Line>
    private let opening: ExactDecimal
    private let closing: ExactDecimal

    init(world: World, profile: ProfileRecord, balance: BalanceRecord, start: Timestamp, end: Timestamp, type: StatementType) {
        (self.world, self.profile, self.balance) = (world, profile, balance)
        (self.start, self.end, self.type) = (start, end, type)
        let all = world.ledger.lines(of: balance.id)
        let zero = ExactDecimal.zero.atScale(balance.currency.providerDigits)
        // Lines are in the order of the ledger, whose time never goes back; intervals count milliseconds.
        let first = Self.firstIndex(in: all) { world.ledger[$0.sequence].time.milliseconds >= start.milliseconds }
        let last = Self.firstIndex(in: all) { world.ledger[$0.sequence].time.milliseconds > end.milliseconds }
        lines = all[first..<max(first, last)]
        opening = first > 0 ? all[first - 1].balanceAfter : zero
        closing = lines.last?.balanceAfter ?? opening
    }

    private static func firstIndex(in lines: [Ledger.Line], where isAfter: (Ledger.Line) -> Bool) -> Int {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if isAfter(lines[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    func money(_ amount: ExactDecimal) -> JSONValue {
        .statementMoney(Money(amount.atScale(balance.currency.providerDigits), balance.currency))
    }

    func json(locale: String?) -> JSONValue {
        var transactions: [JSONValue] = []
        transactions.reserveCapacity(lines.count)
        for line in lines.reversed() { transactions.append(contentsOf: rows(of: line)) }
        return .object([
            "accountHolder": accountHolder, "issuer": Self.issuer, "bankDetails": .null, "transactions": .array(transactions),
            "startOfStatementBalance": money(opening), "endOfStatementBalance": money(closing),
            "endOfStatementUnrealisedGainLoss": .null, "balanceAssetConfiguration": .null, "query": query, "request": request,
            "feeSummary": Self.feeSummary, "locale": .object(["code": .string(locale ?? "en-GB")]),
        ])
    }

    /// The documents show four members and the bank sends others: both, unless the world is set to one of them (A31).
    private var query: JSONValue {
        var object: JSONObject = [
            "intervalStart": .string(start.description), "intervalEnd": .string(end.description),
            "currency": .string(balance.currency.code),
        ]
        let form = world.settings[.statementQuery]
        if form != "live" { object["accountId"] = .integer(balance.id) }
        if form != "documented" {
            object["type"] = .string(type.rawValue)
            object["addStamp"] = .bool(false)
            object["profileId"] = .integer(profile.id)
            object["timezone"] = .string("Z")
        }
        return .object(object)
    }

    private var request: JSONValue {
        var entropy = Entropy(seed: world.settings.seed, stream: UInt64(truncatingIfNeeded: balance.id) << 20)
        return .object([
            "id": .string(entropy.uuid()), "creationTime": .string(world.clock.text(.microseconds)),
            "profileId": .integer(profile.id), "currency": .string(balance.currency.code), "balanceId": .integer(balance.id),
            "balanceName": .text(balance.name), "intervalStart": .string(start.description),
            "intervalEnd": .string(end.description),
        ])
    }

    private var accountHolder: JSONValue {
        let address: JSONObject = [
            "addressFirstLine": .string(profile.addressLine), "city": .string(profile.city),
            "postCode": .string(profile.postCode), "stateCode": .null,
            "countryName": .string(CountryRule.name(profile.country)),
        ]
        var object: JSONObject = ["type": .string(profile.type.rawValue), "address": .object(address)]
        if profile.type == .business {
            object["businessName"] = .string(profile.name)
            object["registrationNumber"] = .string(profile.registrationNumber)
            object["companyType"] = .string(profile.companyType)
        } else {
            object["firstName"] = .string(profile.name)
            object["lastName"] = .string(profile.familyName)
        }
        object["profileId"] = .integer(profile.id)
        return .object(object)
    }

    private static let issuer: JSONValue = .object([
        "name": .string("Simulated Bank"), "firstLine": .string("1 Example Street"), "city": .string("London"),
        "postCode": .string("E1 6JJ"), "stateCode": .null, "countryCode": .string("gbr"), "country": .string("United Kingdom"),
    ])

    private static let feeSummary: JSONValue = .object([
        "summaryTitle": .string("Fees Summary"), "fromTitle": .string("From"), "toTitle": .string("To"),
        "feesTitle": .string("Fees"), "feeSummaryItems": .array([]),
    ])
}

extension Timestamp {
    /// Milliseconds since 1970, the rest cut off.
    fileprivate var milliseconds: Int64 { seconds * 1000 + (microseconds - seconds * 1_000_000) / 1000 }
}
