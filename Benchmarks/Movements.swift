import GRDB
import Simulator
import WiseAPI

/// Jar moves through the simulator in this process, beside rows that SQLite inserts.
enum Movements {
    private static let count = 100_000

    static func measure() throws {
        var world = World.standard()
        let requests = (0..<count).map(request)
        let start = ContinuousClock().now
        for request in requests {
            let response = world.respond(to: request, access: .anyToken)
            guard response.status == 201 else { throw ProcessFailure(description: "a movement failed: \(response.status)") }
        }
        guard world.ledgerCheck().isBalanced else { throw ProcessFailure(description: "the ledger does not balance") }
        let ours = Double(count) / (Stopwatch.milliseconds(ContinuousClock().now - start) / 1000)
        Report.print(
            "movements in process, ledger checked", ours, "/s", against: "SQLite inserts, one transaction", try inserts(),
            aim: ">= 50000/s")
    }

    static let authorization = "Bearer 11111111-1111-4111-8111-111111111111"

    /// A move between the euro balance and its jar, there and back in turn, each under a key of its own.
    static func request(_ index: Int) -> APIRequest {
        let (source, target) = index.isMultiple(of: 2) ? (200_001, 200_006) : (200_006, 200_001)
        let body =
            "{\"amount\":{\"value\":1.25,\"currency\":\"EUR\"},\"sourceBalanceId\":\(source),\"targetBalanceId\":\(target)}"
        var request = APIRequest(.post, "/v2/profiles/28891001/balance-movements", body: Array(body.utf8))
        request.headers["authorization"] = authorization
        request.headers["x-idempotence-uuid"] = key(index)
        return request
    }

    private static func key(_ index: Int) -> String {
        let digits = String(index)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    private static func inserts() throws -> Double {
        let database = try DatabaseQueue()
        try database.write {
            try $0.execute(sql: "CREATE TABLE movement (id INTEGER PRIMARY KEY, source INTEGER, target INTEGER, amount TEXT)")
        }
        let start = ContinuousClock().now
        try database.write { database in
            let insert = try database.makeStatement(sql: "INSERT INTO movement VALUES (?, ?, ?, ?)")
            for index in 0..<count { try insert.execute(arguments: [index, 1, 2, "1.25"]) }
        }
        return Double(count) / (Stopwatch.milliseconds(ContinuousClock().now - start) / 1000)
    }
}
