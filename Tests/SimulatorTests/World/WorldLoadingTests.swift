import Money
import Simulator
import Testing
import WiseAPI

@Suite("Records that cannot be those of a world")
struct WorldLoadingTests {
    /// A change to the records of a good world.
    struct Harm: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let apply: @Sendable (inout WorldRecords) -> Void

        init(_ description: String, _ apply: @escaping @Sendable (inout WorldRecords) -> Void) {
            testDescription = description
            self.apply = apply
        }
    }

    static let harms = [
        Harm("the clock at the end of all numbers") { $0.settings.clock = Timestamp(microseconds: .max) },
        Harm("the clock at the beginning of all numbers") { $0.settings.clock = Timestamp(microseconds: .min) },
        Harm("the clock before the last entry") { $0.settings.clock = $0.entries[0].time },
        Harm("no room for movements") { $0.settings.counters.movement = .max },
        Harm("a counter below zero") { $0.settings.counters.step = -1 },
        Harm("too many requests") { $0.settings.counters.request = .max },
        Harm("the number of a balance again") { $0.settings.counters.balance = $0.balances[2].id },
        Harm("the number of a movement again") { $0.settings.counters.movement = $0.movements[0].id },
        Harm("the number of a transfer again") { $0.settings.counters.transfer -= 1 },
        Harm("the number of a card payment again") { $0.settings.counters.card -= 1 },
        Harm("the number of another transaction again") { $0.settings.counters.transaction -= 1 },
        Harm("the number of a fault again") { $0.faults = [Self.fault(id: $0.settings.counters.fault)] },
        Harm("a fault that waits for less than nothing") { $0.faults = [Self.fault(passesBefore: -1)] },
        Harm("a fault that never strikes") { $0.faults = [Self.fault(timesLeft: 0)] },
        Harm("an entry before the one before it") { $0.entries[9].time = $0.entries[0].time.adding(seconds: -1) },
        Harm("an entry of no year") { $0.entries[$0.entries.count - 1].time = Timestamp(microseconds: .max) },
        Harm("a balance of no year") { $0.balances[0].createdAt = Timestamp(microseconds: .min) },
        Harm("a profile of no year") { $0.profiles[0].createdAt = Timestamp(microseconds: .max) },
        Harm("one profile twice") { $0.profiles.append($0.profiles[0]) },
        Harm("one balance twice") { $0.balances.append($0.balances[0]) },
        Harm("one movement twice") { $0.movements.append($0.movements[0]) },
        Harm("a movement without its entry") { $0.movements[0].entry = $0.entries.count + 1 },
        Harm("a movement to nowhere") { $0.movements[0].targetBalance = 1 },
        Harm("a balance of nobody") { $0.balances[0].profile = 1 },
        Harm("less than nothing reserved") { $0.balances[0].reserved = ExactDecimal(-1) },
        Harm("a rate of nothing") { records in
            let rate = RateOverride(source: .eur, target: .usd, rate: .zero, since: records.settings.clock)
            records.rateOverrides = [rate]
        },
    ]

    private static func fault(id: Int = 0, passesBefore: Int = 0, timesLeft: Int = 1) -> Fault {
        Fault(id: id, route: "*", kind: .unavailable, passesBefore: passesBefore, timesLeft: timesLeft)
    }

    @Test("make no world, and the refusal says what does not fit", arguments: harms)
    func refused(harm: Harm) throws {
        var records = World.standard().records
        _ = try World(records: records)
        harm.apply(&records)
        let error = try #require(throws: WorldLoadingError.self) { try World(records: records) }
        #expect(!error.description.isEmpty)
    }
}
