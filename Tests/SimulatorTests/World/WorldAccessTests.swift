import Money
import Simulator
import Testing
import WiseAPI

@Suite("What a world answers at its door")
struct WorldAccessTests {
    static let profiles = "/v2/profiles"

    @Test("is a 401 without a token, and another for a wrong one")
    func tokens() throws {
        var caller = WorldCaller()
        let none = try caller.call(.get, Self.profiles, headers: [:])
        #expect(none.status == 401 && none.code == "unauthorized")
        for field in ["Bearer 7", "Basic \(WorldCaller.token)", "Bearer \(WorldCaller.token)0", "Bearer"] {
            let wrong = try caller.call(.get, Self.profiles, headers: ["Authorization": field])
            #expect(wrong.status == 401 && wrong.code == "invalid_token", "\(field)")
        }
        caller.access = .only("11111111-1111-4111-8111-111111111111")
        #expect(try caller.call(.get, Self.profiles).status == 401)
        let right: HeaderFields = ["authorization": "bearer 11111111-1111-4111-8111-111111111111"]
        #expect(try caller.call(.get, Self.profiles, headers: right).status == 200)
        #expect(try caller.call(.get, "/_simulator/world", headers: [:]).status == 401)
    }

    @Test("does not give the token away, however the policy is printed")
    func secrecy() {
        let policy = AccessPolicy.only("the-secret-token")
        var dumped = ""
        dump([policy], to: &dumped)
        let texts = ["\(policy)", String(reflecting: policy), "\([policy])", "\(Optional(policy) as Any)", dumped]
        for text in texts { #expect(!text.contains("secret"), "\(text)") }
        #expect(Mirror(reflecting: policy).children.isEmpty)
        #expect("\(policy)" != "\(AccessPolicy.anyToken)")
    }

    @Test("is for HEAD what it is for GET, without the body but with its length", arguments: ["/v2/profiles", "/v9/nothing"])
    func head(target: String) throws {
        var caller = WorldCaller()
        let full = try caller.call(.get, target)
        let head = try caller.call(.head, target)
        #expect(head.status == full.status && head.body.isEmpty && !full.body.isEmpty)
        #expect(head.headers["content-length"].flatMap { Int($0) } == full.body.count)
        #expect(head.headers["content-type"] == full.headers["content-type"])
    }

    static let doors: [(method: APIRequest.Method, target: String, status: Int)] = [
        (.get, "/v2/nothing", 404), (.get, "/v1/profiles/28891001/balances?types=STANDARD", 404), (.post, "/v2/profiles", 405),
        (.get, "/v2/profiles/1", 403), (.get, "/v2/profiles/me", 400), (.get, "//v2/profiles/", 200),
        (.get, "/2026Q4/profiles/28891001/balances?types=STANDARD", 200), (.head, "/v2/profiles", 200),
        (.get, "/v4/profiles/28891001/balances/1", 404), (.get, "/v4/profiles/28891001/balances/x", 400),
        (.get, "/v4/profiles/28891002/balances/200001", 403), (.get, "/v1/currencies", 200),
        (.get, "/v1/profiles/28891001/total-funds/XYZ", 400), (.get, "/_simulator/nothing", 404),
        (.get, "/_simulator/deposit", 405),
        (.get, "/_simulator/ledger?balance=200001", 200), (.get, "/_simulator/ledger?balance=1", 404),
    ]

    @Test("fits the route", arguments: doors)
    func routes(method: APIRequest.Method, target: String, status: Int) throws {
        var caller = WorldCaller()
        let answer = try caller.call(method, target)
        #expect(answer.status == status)
        if method == .head { #expect(answer.body.isEmpty) }
        #expect(answer.headers["x-trace-id"]?.utf8.count == 32)
    }

    static let profileRoutes = Route.allCases.filter { $0.path("9", "9", "9").contains("/profiles/9") }

    @Test("to somebody else's profile is a 403, whatever the operation", arguments: profileRoutes)
    func foreignProfile(route: Route) throws {
        var caller = WorldCaller()
        let answer = try caller.call(route.method, route.path("4711", "1", "1"), "{}", key: caller.key())
        #expect(answer.status == 403, "\(String(decoding: answer.body, as: UTF8.self))")
    }

    @Test("echoes the correlation and traces every request differently")
    func headers() throws {
        var caller = WorldCaller()
        let fields: HeaderFields = ["Authorization": "Bearer \(WorldCaller.token)", "X-External-Correlation-Id": "abc"]
        let first = try caller.call(.get, Self.profiles, headers: fields)
        let second = try caller.call(.get, Self.profiles)
        #expect(first.headers["x-external-correlation-id"] == "abc" && second.headers["x-external-correlation-id"] == nil)
        #expect(first.headers["x-trace-id"] != second.headers["x-trace-id"])
        #expect(first.headers["content-type"] == "application/json")
    }

    @Test("is a 413 for a body beyond a mebibyte")
    func oversized() throws {
        var caller = WorldCaller()
        let body = "{\"currency\":\"" + String(repeating: "x", count: 1 << 20) + "\"}"
        let path = "/v4/profiles/\(WorldCaller.business)/balances"
        let answer = try caller.call(.post, path, body, key: caller.key())
        #expect(answer.status == 413 && answer.code == "Payload Too Large")
    }

    @Test("fails as it is told to, and only then")
    func faults() throws {
        var caller = WorldCaller()
        func add(_ kind: String, nth: Int = 1) throws {
            let body = "{\"route\":\"moveBetweenBalances\",\"kind\":\"\(kind)\",\"nth\":\(nth)}"
            #expect(try caller.call(.post, "/_simulator/fault", body).status == 201)
        }
        let euro = try caller.balance("EUR")
        let reserve = try caller.balance("Reserve")
        let body =
            "{\"amount\":{\"value\":1,\"currency\":\"EUR\"},\"sourceBalanceId\":\(euro.id),\"targetBalanceId\":\(reserve.id)}"
        for (kind, status) in [
            ("connection_reset", 0), ("rate_limited", 429), ("server_error", 500), ("unavailable", 503), ("in_progress", 409),
        ] {
            try add(kind)
            let answer = try caller.move(body)
            #expect(answer.status == status)
            if status == 429 { #expect(answer.headers["retry-after"] == "5" && answer.headers["x-rate-limited-by"] != nil) }
        }
        #expect(try caller.balance("Reserve").amount == reserve.amount)
        try add("answer_lost", nth: 2)
        #expect(try caller.move(body).status == 201)
        let key = caller.key()
        #expect(try caller.move(body, key: key).status == 0)
        #expect(try caller.move(body, key: key).status == 201)
        #expect(try caller.balance("Reserve").amount == reserve.amount.adding(money("2 EUR")))
        #expect(try caller.call(.post, "/_simulator/fault", #"{"route":"nowhere","kind":"unavailable"}"#).status == 400)
        #expect(try caller.call(.post, "/_simulator/fault", #"{"route":"*","kind":"boredom"}"#).status == 400)
    }
}
