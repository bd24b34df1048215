import Money
import Simulator
import Testing
import WiseAPI

@Suite("Balances of a world")
struct WorldBalanceTests {
    static let path = "/v4/profiles/\(WorldCaller.business)/balances"

    @Test("open, hold, close and open again")
    func life() throws {
        var caller = WorldCaller()
        let currency = try Currency(code: "CHF")
        let opened = try Balance(
            json: try caller.json(
                .post, Self.path, #"{"currency":"CHF","type":"STANDARD","name":"x"}"#, key: caller.key(), status: 201))
        #expect(opened.currency == currency && opened.name == nil && opened.amount.isZero && opened.visible)
        let twice = try caller.call(.post, Self.path, #"{"currency":"CHF","type":"STANDARD"}"#, key: caller.key())
        #expect(twice.status == 409 && twice.code == "NOT_UNIQUE" && twice.path == "currency")
        let closed = try Balance(json: try caller.json(.delete, "\(Self.path)/\(opened.id)"))
        #expect(!closed.visible)
        #expect(try caller.call(.get, "\(Self.path)/\(opened.id)").status == 404)
        #expect(try caller.call(.delete, "\(Self.path)/\(opened.id)").status == 404)
        #expect(try !caller.balances().contains { $0.id == opened.id })
        let again = try caller.call(.post, Self.path, #"{"currency":"CHF","type":"STANDARD"}"#, key: caller.key())
        #expect(again.status == 201)
    }

    @Test("close with 204 on the calendar paths")
    func calendarPath() throws {
        var caller = WorldCaller()
        let path = "/2026Q3/profiles/\(WorldCaller.business)/balances"
        let jar = try Balance(
            json: try caller.json(.post, path, #"{"currency":"EUR","type":"SAVINGS","name":"A"}"#, key: caller.key(), status: 201)
        )
        let answer = try caller.call(.delete, "\(path)/\(jar.id)")
        #expect(answer.status == 204 && answer.body.isEmpty)
    }

    @Test("stay as they are when they hold something or are invested", arguments: ["EUR", "Growth"])
    func notClosed(name: String) throws {
        var caller = WorldCaller()
        let balance = try caller.balance(name)
        #expect(try caller.call(.delete, "\(Self.path)/\(balance.id)").status == 422)
        #expect(try caller.balance(name) == balance)
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let body: String
        let status: Int
        let code: String
        let path: String
        var testDescription: String { body }
        init(_ body: String, _ status: Int, _ code: String, _ path: String) {
            (self.body, self.status, self.code, self.path) = (body, status, code, path)
        }
    }

    static let refused = [
        Refused(#"{"type":"STANDARD"}"#, 400, "NotNull", "currency"), Refused(#"{"currency":"EUR"}"#, 400, "NotNull", "type"),
        Refused(#"{"currency":"EUR","type":"JAR"}"#, 400, "BAD_REQUEST", "type"),
        Refused(#"{"currency":"eur","type":"SAVINGS","name":"a"}"#, 400, "CurrencyCode", "currency"),
        Refused(#"{"currency":"EUR","type":"SAVINGS"}"#, 400, "NotNull", "name"),
        Refused(#"{"currency":"EUR","type":"SAVINGS","name":"  "}"#, 400, "NotNull", "name"),
        Refused(#"{"currency":"EUR","type":"SAVINGS","name":5}"#, 400, "BAD_REQUEST", "name"),
        Refused(#"{"currency":"KPW","type":"STANDARD"}"#, 422, "balance.currency-unsupported", "currency"),
    ]

    @Test("are not opened without a sensible request", arguments: refused)
    func refusals(row: Refused) throws {
        var caller = WorldCaller()
        let answer = try caller.call(.post, Self.path, row.body, key: caller.key())
        #expect(answer.status == row.status && answer.code == row.code && answer.path == row.path)
        #expect(!caller.world.hasChanges)
    }

    @Test("are listed by the types that are asked for")
    func types() throws {
        var caller = WorldCaller()
        let standard = try Balance.list(json: try caller.json(.get, "\(Self.path)?types=STANDARD"))
        #expect(standard.map(\.currency.code) == ["EUR", "GBP", "USD", "JPY", "SGD"])
        let missing = try caller.call(.get, Self.path)
        #expect(missing.status == 400 && missing.code == "NotNull" && missing.path == "query.types")
        #expect(try caller.call(.get, "\(Self.path)?types=STANDARD,JAR").status == 400)
    }
}
