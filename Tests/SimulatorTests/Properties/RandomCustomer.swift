import Simulator
import Testing
import WiseAPI

/// A customer who does whatever comes to mind, with a world of their own, and remembers what the bank answered.
struct RandomCustomer {
    private static let headers: HeaderFields = ["Authorization": "Bearer \(WorldCaller.token)"]
    private static let amounts = ["0.01", "1", "12.34", "5000.00", "999999999.99", "0", "-1", "0.001", "1e3"]
    private static let currencies = ["EUR", "GBP", "USD", "JPY", "SGD", "CHF", "XXX"]
    private static let faults = [
        "answer_lost", "connection_reset", "rate_limited", "server_error", "unavailable", "in_progress",
    ]

    var world: World
    /// Which of several things is looked at.
    var choice: SeededGenerator
    private var generator: SeededGenerator
    private var keys = 0
    private var quotes: [String] = []
    private var jars: [Int] = [200_006, 200_007]
    /// The keyed requests that were carried out, with their answers.
    private(set) var kept: [(request: APIRequest, answer: APIResponse)] = []

    init(_ world: World, seed: UInt64) {
        self.world = world
        generator = SeededGenerator(seed: seed)
        choice = SeededGenerator(seed: seed &+ 1)
    }

    @discardableResult
    mutating func send(_ method: APIRequest.Method, _ target: String, _ body: String = "", key: String? = nil) throws
        -> APIResponse
    {
        var headers = Self.headers
        if let key { headers["X-idempotence-uuid"] = key }
        let request = try #require(
            APIRequest(method: method.rawValue, target: target, headers: headers, body: Array(body.utf8)))
        let answer = world.respond(to: request, access: .anyToken)
        if key != nil, answer.status == 201 { kept.append((request, answer)) }
        return answer
    }

    /// Does one thing; whether the bank lets it be done is the bank's matter.
    mutating func act() throws {
        let profile = WorldCaller.business
        let amount = generator.one(of: Self.amounts)
        let currency = generator.one(of: Self.currencies)
        let balance = generator.one(of: [200_001, 200_002, 200_003, 200_004, 200_005] + jars)
        let movements = "/v2/profiles/\(profile)/balance-movements"
        switch generator.next() % 10 {
        case 0, 1:
            let other = generator.one(of: Self.currencies)
            let body =
                "{\"sourceCurrency\":\"\(currency)\",\"targetCurrency\":\"\(other)\",\"sourceAmount\":\(amount),"
                + "\"payOut\":\"BALANCE\"}"
            let answer = try send(.post, "/v3/profiles/\(profile)/quotes", body)
            if answer.status == 200, let id = try JSONValue(parsing: answer.body)["id"]?.stringValue { quotes.append(id) }
        case 2, 3:
            guard !quotes.isEmpty else { return }
            try send(.post, movements, "{\"quoteId\":\"\(generator.one(of: quotes))\"}", key: key())
        case 4, 5:
            let other = generator.one(of: [200_001, 200_002] + jars)
            let body =
                "{\"amount\":{\"value\":\(amount),\"currency\":\"\(currency)\"},\"sourceBalanceId\":\(balance),"
                + "\"targetBalanceId\":\(other)}"
            try send(.post, movements, body, key: key())
        case 6:
            let body = "{\"currency\":\"\(currency)\",\"type\":\"SAVINGS\",\"name\":\"Jar\"}"
            let answer = try send(.post, "/v4/profiles/\(profile)/balances", body, key: key())
            if answer.status == 201, let id = try JSONValue(parsing: answer.body)["id"]?.integerValue { jars.append(id) }
        case 7:
            try send(.delete, "/v4/profiles/\(profile)/balances/\(balance)")
        case 8:
            let body = "{\"balanceId\":\(balance),\"amount\":{\"value\":\(amount),\"currency\":\"\(currency)\"}}"
            try send(.post, "/_simulator/\(generator.one(of: ["deposit", "withdraw"]))", body)
        default:
            if generator.next() % 2 == 0 {
                try send(.post, "/_simulator/clock", "{\"advanceSeconds\":\(generator.next() % 4000)}")
            } else {
                try send(.post, "/_simulator/fault", "{\"route\":\"*\",\"kind\":\"\(generator.one(of: Self.faults))\"}")
            }
        }
    }

    /// A new key, or now and then one that was used already.
    private mutating func key() -> String {
        if generator.next() % 8 > 0 { keys += 1 }
        let digits = String(keys)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}
