import Glibc
import Money
import Simulator
import Testing
import WiseAPI

/// What stays true whatever a customer does: a sequence is a new world and what one seed makes of it.
///
/// The environment variable `FLORIN_PROPERTY_SEQUENCES` says how many; the seeds go on from 0, so that a failure names its
/// own.
@Suite("Whatever happens")
struct WorldPropertyTests {
    private static let count = getenv("FLORIN_PROPERTY_SEQUENCES").flatMap { Int(String(cString: $0)) } ?? 10_000
    private static let workers = 2

    @Test("the ledger balances, a key acts once, and statements agree with balances", arguments: 0..<workers)
    func sequences(worker: Int) throws {
        let start = World.standard()
        for seed in stride(from: worker, to: Self.count, by: Self.workers) {
            var customer = RandomCustomer(start, seed: UInt64(seed))
            for _ in 0..<8 { try customer.act() }
            try #require(try Self.isSound(&customer), "seed \(seed)")
        }
    }

    private static func isSound(_ customer: inout RandomCustomer) throws -> Bool {
        let check = customer.world.ledgerCheck()
        guard check.isBalanced else { return false }
        // The faults that nobody met would strike the questions below, so they strike here.
        for _ in 0..<10 { try customer.send(.get, "/v4/profiles/\(WorldCaller.business)/balances/1") }
        for (request, answer) in customer.kept {
            guard customer.world.respond(to: request, access: .anyToken).body == answer.body else { return false }
        }
        guard customer.world.ledgerCheck() == check else { return false }
        let profile = WorldCaller.business
        let list = try customer.send(.get, "/v4/profiles/\(profile)/balances?types=STANDARD,SAVINGS")
        let balances = try Balance.list(json: try JSONValue(parsing: list.body))
        guard let balance = balances.filter(\.isOperable).randomElement(using: &customer.choice) else { return true }
        let interval = "intervalStart=2026-10-25T00:00:00Z&intervalEnd=2027-01-01T00:00:00Z"
        let path = "/v1/profiles/\(profile)/balance-statements/\(balance.id)/statement.json?\(interval)&type=FLAT"
        let statement = try BalanceStatement(json: try JSONValue(parsing: try customer.send(.get, path).body))
        var running = try #require(statement.opening)
        for line in statement.transactions.reversed() {
            running = try running.adding(line.amount)
            guard running == line.runningBalance else { return false }
        }
        return running == statement.closing && running == balance.amount
    }
}
