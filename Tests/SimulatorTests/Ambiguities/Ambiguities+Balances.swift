import Money
import Simulator
import Testing
import WiseAPI

extension Ambiguities {
    @Test("A1: both generations of paths are served, the calendar's without the operation's own version")
    func paths() throws {
        var caller = WorldCaller()
        let first = try caller.json(.get, "\(Self.balances)?types=STANDARD")
        for version in ["2026Q3", "2026Q4"] {
            let path = "/\(version)/profiles/\(WorldCaller.business)/balances?types=STANDARD"
            #expect(try caller.json(.get, path) == first)
        }
        #expect(try caller.call(.get, "/2026Q3/v4/profiles/\(WorldCaller.business)/balances?types=STANDARD").status == 404)
    }

    @Test("A2: closing answers the closed balance, on calendar paths and by setting 204")
    func closing() throws {
        var caller = WorldCaller()
        func open() throws -> Int {
            let opened = try caller.json(.post, Self.balances, Self.frank, key: caller.key(), status: 201)
            return try #require(opened["id"]?.integerValue)
        }
        let closed = try Balance(json: try caller.json(.delete, "\(Self.balances)/\(open())"))
        #expect(!closed.visible && closed.totalWorth.isZero && closed.amount.isZero)
        let calendar = "/2026Q3/profiles/\(WorldCaller.business)/balances/\(try open())"
        #expect(try caller.call(.delete, calendar).status == 204)
        try Self.set(#""closesWithoutBody":true"#, &caller)
        let answer = try caller.call(.delete, "\(Self.balances)/\(open())")
        #expect(answer.status == 204 && answer.body.isEmpty)
    }

    @Test("A3: opening answers 201")
    func opening() throws {
        var caller = WorldCaller()
        #expect(try caller.call(.post, Self.balances, Self.frank, key: caller.key()).status == 201)
    }

    @Test("A4: a missing or invalid key is a 400 that names the header; its case does not matter")
    func keys() throws {
        var caller = WorldCaller()
        for path in [Self.balances, Self.movements] {
            for key in [nil, "7"] {
                let answer = try caller.call(.post, path, Self.frank, key: key)
                #expect(try answer.status == 400 && Self.isFramework(answer, "Bad Request", "X-idempotence-uuid"))
            }
        }
        let headers: HeaderFields = ["authorization": "Bearer \(WorldCaller.token)", "x-IDEMPOTENCE-uuid": caller.key()]
        #expect(try caller.call(.post, Self.balances, Self.frank, headers: headers).status == 201)
    }

    @Test("A5, A6: a repeated key gets the first answer, byte for byte, whatever its body; a strict world refuses another body")
    func replay() throws {
        var caller = WorldCaller()
        let key = caller.key()
        let body = try Self.fill("1", &caller)
        let first = try caller.call(.post, Self.movements, body, key: key)
        let after = try caller.balance("EUR").amount
        try caller.call(.post, "/_simulator/clock", "{\"advanceSeconds\":60}")
        #expect(try caller.call(.post, Self.movements, body, key: key).body == first.body)
        let other = try Self.fill("2", &caller)
        let repeated = try caller.call(.post, Self.movements, other, key: key)
        #expect(repeated.status == 201 && repeated.body == first.body)
        #expect(try caller.balance("EUR").amount == after)
        try Self.set(#""refusesChangedRepeat":true"#, &caller)
        #expect(try caller.call(.post, Self.movements, other, key: key).status == 409)
        #expect(try caller.call(.post, Self.movements, body, key: key).body == first.body)
    }

    @Test("A7: the same key for two operations, or two profiles, is two keys")
    func keyScope() throws {
        var caller = WorldCaller()
        let key = caller.key()
        #expect(try caller.call(.post, Self.balances, Self.frank, key: key).status == 201)
        #expect(try caller.move(Self.fill("1", &caller), key: key).status == 201)
        let other = "/v4/profiles/\(WorldCaller.person)/balances"
        #expect(try caller.json(.post, other, Self.frank, key: key, status: 201)["id"] != nil)
        #expect(try caller.balances(WorldCaller.person).contains { $0.currency.code == "CHF" })
    }

    @Test("A8: a duplicate that is still being carried out is a 409 that says so")
    func concurrent() throws {
        var caller = WorldCaller()
        try caller.call(.post, "/_simulator/fault", #"{"route":"moveBetweenBalances","kind":"in_progress"}"#)
        let answer = try caller.move(Self.fill("1", &caller))
        #expect(answer.status == 409 && APIError(answer).message == "Request already in progress")
    }

    @Test("A9, A17: too little money is a 422, nothing is entered, and the key can be used again")
    func insufficient() throws {
        var caller = WorldCaller()
        let key = caller.key()
        let entries = caller.world.records.entries.count
        let refused = try caller.move(Self.fill("900000000", &caller), key: key)
        #expect(refused.status == 422 && refused.code == "balance.insufficient-funds")
        #expect(caller.world.records.entries.count == entries)
        #expect(try caller.move(Self.fill("1", &caller), key: key).status == 201)
    }

    @Test("A10: a key is known for as long as the world lasts")
    func keyLifetime() throws {
        var caller = WorldCaller()
        let key = caller.key()
        let first = try caller.move(Self.fill("1", &caller), key: key)
        try caller.call(.post, "/_simulator/clock", "{\"advanceSeconds\":31536000}")
        #expect(try caller.move(Self.fill("1", &caller), key: key).body == first.body)
    }

    @Test("A11: a second balance of a currency is refused with the status of the setting", arguments: [409, 422, 400])
    func duplicate(status: Int) throws {
        var caller = WorldCaller()
        if status != 409 { try Self.set("\"duplicateBalanceStatus\":\(status)", &caller) }
        let answer = try caller.call(.post, Self.balances, #"{"currency":"EUR","type":"STANDARD"}"#, key: caller.key())
        #expect(answer.status == status && answer.code == "NOT_UNIQUE" && answer.path == "currency")
    }

    static let openings: [(body: String, status: Int, code: String, path: String)] = [
        (#"{"currency":"XQX","type":"STANDARD"}"#, 400, "CurrencyCode", "currency"),
        (#"{"currency":"KPW","type":"STANDARD"}"#, 422, "balance.currency-unsupported", "currency"),
        (#"{"currency":"CHF","type":"SAVINGS"}"#, 400, "NotNull", "name"),
        (#"{"currency":"CHF","type":"SHOE"}"#, 400, "BAD_REQUEST", "type"),
    ]

    @Test("A12, A13: what cannot be opened is refused by field", arguments: openings)
    func unopenable(body: String, status: Int, code: String, path: String) throws {
        var caller = WorldCaller()
        let answer = try caller.call(.post, Self.balances, body, key: caller.key())
        #expect(answer.status == status && answer.code == code && answer.path == path)
    }

    @Test("A14: a balance that holds something, or is invested, is not closed", arguments: [422, 409, 400])
    func unclosable(status: Int) throws {
        var caller = WorldCaller()
        if status != 422 { try Self.set("\"closingRefusalStatus\":\(status)", &caller) }
        for name in ["EUR", "Growth"] {
            let balance = try caller.balance(name)
            #expect(try caller.call(.delete, "\(Self.balances)/\(balance.id)").status == status)
            #expect(try caller.balance(name) == balance)
        }
    }

    @Test("A15, A16: an unknown or closed balance is a 404, another profile's a 403")
    func absent() throws {
        var caller = WorldCaller()
        #expect(try caller.call(.get, "\(Self.balances)/1").status == 404)
        let foreign = try caller.call(.get, "\(Self.balances)/\(caller.balance("SGD", WorldCaller.person).id)")
        #expect(try foreign.status == 403 && Self.isFramework(foreign, "unauthorized", "Unauthorized"))
        let opened = try caller.json(.post, Self.balances, Self.frank, key: caller.key(), status: 201)
        let id = try #require(opened["id"]?.integerValue)
        #expect(try caller.call(.delete, "\(Self.balances)/\(id)").status == 200)
        #expect(try caller.call(.get, "\(Self.balances)/\(id)").status == 404)
        #expect(try !caller.balances().contains { $0.id == id })
    }
}
