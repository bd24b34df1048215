import ExchangeRecording
import Money
import Simulator
import Testing
import WiseAPI

/// Speaks to a world as a client does, in requests and answers.
struct WorldCaller {
    static let token = "12345678-1234-4234-8234-123456789abc"
    static let business = 28_891_001
    static let person = 28_891_002

    var world: World
    var access = AccessPolicy.anyToken
    private var keys = 0

    init(_ world: World = .standard()) { self.world = world }

    /// A fresh idempotence key.
    mutating func key() -> String {
        keys += 1
        let number = String(keys, radix: 16)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - number.count) + number
    }

    @discardableResult
    mutating func call(
        _ method: APIRequest.Method, _ target: String, _ body: String = "", key: String? = nil,
        headers: HeaderFields = ["Authorization": "Bearer \(WorldCaller.token)"]
    ) throws -> APIResponse {
        var headers = headers
        if let key { headers["X-idempotence-uuid"] = key }
        let request = try #require(
            APIRequest(method: method.rawValue, target: target, headers: headers, body: Array(body.utf8)))
        let answer = world.respond(to: request, access: access)
        ExchangeRecorder.record(request, answer)
        return answer
    }

    /// The JSON of an answer with this status.
    mutating func json(
        _ method: APIRequest.Method, _ target: String, _ body: String = "", key: String? = nil, status: Int = 200
    ) throws -> JSONValue {
        let answer = try call(method, target, body, key: key)
        #expect(answer.status == status, "\(method.rawValue) \(target): \(String(decoding: answer.body, as: UTF8.self))")
        return try JSONValue(parsing: answer.body)
    }

    mutating func balances(_ profile: Int = business) throws -> [Balance] {
        try Balance.list(json: try json(.get, "/v4/profiles/\(profile)/balances?types=STANDARD,SAVINGS"))
    }

    /// A balance by its currency, or a jar by its name.
    mutating func balance(_ name: String, _ profile: Int = business) throws -> Balance {
        let all = try balances(profile)
        return try #require(all.first { ($0.name ?? $0.currency.code) == name })
    }

    mutating func quote(_ members: String, _ profile: Int = business) throws -> Quote {
        let body = "{\(members),\"payOut\":\"BALANCE\"}"
        return try Quote(json: try json(.post, "/v3/profiles/\(profile)/quotes", body))
    }

    mutating func move(_ body: String, key: String? = nil, _ profile: Int = business) throws -> APIResponse {
        try call(.post, "/v2/profiles/\(profile)/balance-movements", body, key: key ?? self.key())
    }

    mutating func statement(_ balance: Int, _ type: String = "COMPACT", _ profile: Int = business) throws -> BalanceStatement {
        let interval = "intervalStart=2026-06-01T00:00:00Z&intervalEnd=2027-01-01T00:00:00.000Z&type=\(type)"
        let path = "/v1/profiles/\(profile)/balance-statements/\(balance)/statement.json?\(interval)"
        return try BalanceStatement(json: try json(.get, path))
    }
}

extension APIResponse {
    /// The API's code of the first reason.
    var code: String? { APIError(self).code }
    var path: String? { APIError(self).items.first?.path }
}

func decimal(_ text: String) throws -> ExactDecimal { try ExactDecimal(parsing: text) }
func money(_ text: String) throws -> Money { try Money(parsing: text) }
