import Foundation
import Simulator
import Synchronization
import Testing
import WiseAPI

extension SimulatorServerTests {
    private static let profile = 28_891_001
    private static let clients = 32
    private static let rounds = 12

    @Test("lets 32 clients convert and move at once: each success is in a statement once, and the ledger balances")
    func crowd() async throws {
        try await Self.serving { port in
            let succeeded = Mutex<[Int]>([])
            let finished = DispatchGroup()
            for client in 0..<Self.clients {
                finished.enter()
                Thread.detachNewThread {
                    let made = (try? Self.work(port, client)) ?? []
                    succeeded.withLock { $0 += made }
                    finished.leave()
                }
            }
            finished.wait()
            let movements = succeeded.withLock { $0 }
            #expect(movements.count == Self.clients * Self.rounds, "each of them succeeds")
            #expect(Set(movements).count == movements.count)

            let client = try LoopbackClient(port: port)
            let world = try #require(try client.request("GET", "/_simulator/world"))
            #expect(try JSONValue(parsing: Array(world.body.utf8))["ledger"]?["isBalanced"]?.boolValue == true)
            let interval = "intervalStart=2026-11-01T00:00:00Z&intervalEnd=2027-01-01T00:00:00Z"
            let path = "/v1/profiles/\(Self.profile)/balance-statements/200001/statement.json?\(interval)"
            let answer = try #require(try client.request("GET", path))
            let statement = try BalanceStatement(json: try JSONValue(parsing: Array(answer.body.utf8)))
            let references = statement.transactions.map(\.referenceNumber).filter { $0.hasPrefix("BALANCE-") }
            for movement in movements { #expect(references.count { $0 == "BALANCE-\(movement)" } == 1) }
        }
    }

    /// Conversions and moves out of the euro balance, in turn; the numbers of the movements.
    private static func work(_ port: Int, _ client: Int) throws -> [Int] {
        let connection = try LoopbackClient(port: port)
        return try (0..<rounds).map { round in
            var body =
                "{\"amount\":{\"value\":0.01,\"currency\":\"EUR\"},\"sourceBalanceId\":200001,\"targetBalanceId\":200006}"
            if round.isMultiple(of: 2) {
                let quoted = try connection.request(
                    "POST", "/v3/profiles/\(profile)/quotes",
                    "{\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"GBP\",\"sourceAmount\":1,\"payOut\":\"BALANCE\"}")
                let quote = try JSONValue(parsing: Array((quoted?.body ?? "").utf8))["id"]?.stringValue
                body = "{\"quoteId\":\"\(try #require(quote))\"}"
            }
            let number = String(client * rounds + round)
            let key = "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - number.count) + number
            let answer = try connection.request(
                "POST", "/v2/profiles/\(profile)/balance-movements", body, headers: ["X-idempotence-uuid: \(key)"])
            return try #require(try JSONValue(parsing: Array((answer?.body ?? "").utf8))["id"]?.integerValue)
        }
    }
}
