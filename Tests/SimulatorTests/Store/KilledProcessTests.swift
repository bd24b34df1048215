import Foundation
import Money
import Simulator
import Testing
import WiseAPI

@Suite("A process that is killed")
struct KilledProcessTests {
    @Test("leaves a world that opens and balances, with everything that was answered")
    func killed() async throws {
        let folder = try StateFolder()
        let start = try await BankClient(bank: SimulatedBank()).balance("EUR").amount.amount
        let path = folder.world
        for round in 1...8 {
            let answered = folder.path + "/answered"
            // Killed at a moment that nothing in the process decides, in the first round also while it makes the file.
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [path = path as String, answered = answered as String, round = round as Int] in
                let lifetime = UInt32(round) * 23_000
                Thread.detachNewThread {
                    usleep(lifetime)
                    kill(getpid(), SIGKILL)
                }
                let client = BankClient(bank: try SimulatedBank(store: try WorldStore(path: path)))
                let log = open(answered, O_WRONLY | O_CREAT | O_APPEND, 0o600)
                while true {
                    try #require(try await client.deposit("0.01", "EUR").isSuccess)
                    write(log, "x", 1)
                }
            }
            let client = BankClient(bank: try SimulatedBank(store: try WorldStore(path: path)))
            #expect(try await client.bank.ledgerCheck().isBalanced)
            let count = (try? Data(contentsOf: URL(filePath: answered)).count) ?? 0
            let deposited = try await client.balance("EUR").amount.amount.subtracting(start)
            let cents = try #require(try deposited.multiplied(by: .init(100)).integer)
            // One deposit may have been written whose answer did not leave any more, in each round.
            #expect((count...count + round).contains(cents), "\(cents) deposits, \(count) answers")
        }
    }
}
