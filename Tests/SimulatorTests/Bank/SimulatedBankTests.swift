import Money
import Simulator
import Testing
import WiseAPI

@Suite("A simulated bank in memory")
struct SimulatedBankTests {
    @Test("takes a snapshot and goes back to it, in everything")
    func snapshot() async throws {
        let client = BankClient(bank: SimulatedBank())
        let before = try await client.balance("EUR")
        #expect(try await client.send(.post, "/_simulator/snapshots", #"{"name": "before"}"#).status == 201)
        _ = try await client.json(.post, "/_simulator/clock", #"{"advanceSeconds": 3600}"#)
        #expect(try await client.deposit("12.34", "EUR").isSuccess)
        #expect(try await client.balance("EUR").amount != before.amount)
        let restored = try await client.json(.post, "/_simulator/snapshots/before/restore")
        #expect(restored["clock"]?.stringValue == "2026-11-02T09:00:00Z")
        #expect(try await client.balance("EUR") == before)
        #expect(try await client.json(.get, "/_simulator/snapshots") == .array([.string("before")]))
        #expect(try await client.bank.ledgerCheck().isBalanced)
    }

    @Test("starts anew on reset, as it was made")
    func reset() async throws {
        let client = BankClient(bank: SimulatedBank(world: .standard(seed: 7)))
        let before = try await client.balance("EUR")
        #expect(try await client.deposit("1.00", "EUR").isSuccess)
        _ = try await client.json(.post, "/_simulator/reset")
        #expect(try await client.balance("EUR") == before)
    }

    /// A control request that is refused, and how.
    struct Refused: Sendable {
        let method: APIRequest.Method
        let path: String
        var body = ""
        let status: Int
    }

    static let refused = [
        Refused(method: .post, path: "/_simulator/snapshots", body: #"{"name": "a/b"}"#, status: 400),
        Refused(method: .post, path: "/_simulator/snapshots", body: #"{"name": ""}"#, status: 400),
        Refused(method: .post, path: "/_simulator/snapshots", body: "{}", status: 400),
        Refused(method: .post, path: "/_simulator/snapshots", body: "{", status: 400),
        Refused(method: .post, path: "/_simulator/snapshots/none/restore", status: 404),
        Refused(method: .get, path: "/_simulator/snapshots/none/restore", status: 405),
        Refused(method: .delete, path: "/_simulator/snapshots", status: 405),
        Refused(method: .get, path: "/_simulator/reset", status: 405),
        Refused(method: .post, path: "/_simulator/elsewhere", status: 404),
    ]

    @Test("refuses a control request that makes no sense and changes nothing", arguments: refused)
    func refusals(row: Refused) async throws {
        let client = BankClient(bank: SimulatedBank())
        let before = try await client.balance("EUR")
        let answer = try await client.send(row.method, row.path, row.body)
        #expect(answer.status == row.status)
        #expect(answer.headers["x-trace-id"] != nil)
        #expect(try await client.balance("EUR") == before)
    }

    @Test("asks for a token on the routes of its own too")
    func token() async throws {
        let bank = SimulatedBank()
        for path in ["/_simulator/reset", "/_simulator/snapshots"] {
            #expect(await bank.respond(to: APIRequest(.post, path)).status == 401)
        }
        let request = APIRequest(.post, "/_simulator/reset", headers: ["Authorization": BankClient.token])
        #expect(await bank.respond(to: request, access: .only("another")).status == 401)
    }

    @Test("stands still with a fixed clock, and never goes back with the wall's")
    func clocks() async throws {
        let fixed = BankClient(bank: SimulatedBank(clock: .fixed))
        #expect(try await fixed.clock().text(.microseconds) == "2026-11-02T09:00:00.000000Z")
        #expect(try await fixed.clock().text(.microseconds) == "2026-11-02T09:00:00.000000Z")
        let running = BankClient(bank: SimulatedBank(clock: .wall))
        var last = try await running.clock()
        let start = last
        while last == start { last = try await running.clock() }
        #expect(last > start)
        let told = try await running.json(.post, "/_simulator/clock", #"{"advanceSeconds": 86400}"#)
        #expect(told["clock"]?.stringValue?.hasPrefix("2026-11-03") == true)
        #expect(try await running.clock() >= last.adding(seconds: 86_400))
    }

    @Test("serves many tasks at once, one after the other")
    func manyTasks() async throws {
        let client = BankClient(bank: SimulatedBank())
        let before = try await client.balance("EUR").amount.amount
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 { group.addTask { try await client.deposit("0.01", "EUR").isSuccess } }
            for try await isSuccess in group { #expect(isSuccess) }
        }
        let after = try await client.balance("EUR").amount.amount
        #expect(try after.subtracting(before).description == "0.50")
        #expect(try await client.bank.ledgerCheck().isBalanced)
    }

    @Test("refuses what is no request of the API in the shape of the bank's framework errors")
    func unreadable() async throws {
        let bank = SimulatedBank()
        let answers = [
            await bank.respond(to: .oversizedBody, path: "/v3/profiles"),
            await bank.respond(to: .unknownMethod("BREW"), path: "/v3/profiles"),
            await bank.respond(to: .malformedTarget, path: "*"),
        ]
        #expect(answers.map(\.status) == [413, 405, 400])
        for answer in answers {
            let json = try JSONValue(parsing: answer.body)
            #expect(json["status"]?.integerValue == answer.status)
            #expect(json["message"]?.stringValue?.isEmpty == false)
        }
    }
}
