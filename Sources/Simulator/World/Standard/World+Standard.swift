import Money
import WiseAPI

extension World {
    /// The default world: a trading business in London and its owner's personal profile in Singapore, with four months of
    /// transactions behind them. Persons, companies and accounts are invented; amounts follow from the seed.
    public static func standard(seed: UInt64 = 1) -> World {
        var plan = StandardWorld(seed: seed)
        plan.openEverything()
        for month in 7...10 { plan.planMonth(month) }
        return plan.finished()
    }
}

/// Plans the transactions of the default world first and posts them in the order of time, so that the opening deposits
/// can be chosen to end at believable balances.
struct StandardWorld {
    /// The clock of the default world: Monday, 2026-11-02T09:00:00Z.
    static let clock = Timestamp(microseconds: 1_793_610_000_000_000)
    /// When its profiles and balances were opened: 2026-06-22T08:30:00Z.
    static let opening = Timestamp(microseconds: 1_782_117_000_000_000)

    /// An entry that waits for its place in the ledger, and the movement that it belongs to.
    struct Draft {
        var entry: LedgerEntry
        var movement: (id: Int, profile: Int, target: Int)?
    }

    var world: World
    var entropy: Entropy
    var drafts: [Draft] = []
    /// What each balance shall hold in the end, in its smallest unit.
    var goals: [(balance: Int, units: Int)] = []
    var ids = BalanceIDs()

    struct BalanceIDs {
        var euro = 0
        var pound = 0
        var dollar = 0
        var yen = 0
        var singapore = 0
        var reserve = 0
        var tax = 0
        var growth = 0
        var personal = 0
        var holiday = 0
    }

    static let business = 28_891_001
    static let person = 28_891_002

    init(seed: UInt64) {
        world = World(seed: seed, clock: Self.opening)
        entropy = Entropy(seed: seed, stream: 0)
    }

    /// The finished world: opening deposits, then everything else in order of time.
    consuming func finished() -> World {
        addOpeningDeposits()
        drafts.sort { $0.entry.time < $1.entry.time }
        for draft in drafts {
            var entry = draft.entry
            entry.sequence = world.ledger.nextSequence
            // A draft that does not balance stays out; the tests of the default world would miss it.
            guard (try? world.post(entry)) != nil else { continue }
            guard let movement = draft.movement, case .balance(let source) = entry.postings[0].account else { continue }
            world.movements[movement.id] = MovementRecord(
                id: movement.id, profile: movement.profile, entry: entry.sequence, sourceBalance: source,
                targetBalance: movement.target, quote: nil, time: entry.time)
            world.touched.movements.append(movement.id)
        }
        addTransfers()
        world.balances[ids.growth]?.investmentState = .invested
        world.balances[ids.growth]?.unrealisedGain = Self.amount(14_327, .usd).amount
        world.clock = Self.clock
        world.forgetChanges()
        return world
    }

    /// The deposit that starts each balance is what its goal asks for beyond all other transactions.
    private mutating func addOpeningDeposits() {
        var nets: [Int: ExactDecimal] = [:]
        for draft in drafts {
            for posting in draft.entry.postings {
                guard case .balance(let id) = posting.account else { continue }
                nets[id] = (try? (nets[id] ?? .zero).adding(posting.amount.amount)) ?? nets[id]
            }
        }
        for goal in goals {
            guard let balance = world.balances[goal.balance] else { continue }
            let wanted = Self.amount(goal.units + draw(-20_000...20_000) / 10, balance.currency)
            let net = Money(nets[goal.balance] ?? .zero, balance.currency)
            guard let needed = try? wanted.subtracting(net), needed.isPositive else { continue }
            let details = EntryDetails(
                party: "Northgate Savings Bank", partyAccount: "GB00 NSBK 0000 0000 0000 00", paymentReference: "Opening balance")
            let time = Self.opening.adding(seconds: 3600 + draw(0...7200))
            addDeposit(needed, to: goal.balance, at: time, details)
        }
    }

    /// A number of a range, from the world's seed.
    mutating func draw(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(entropy.next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// An amount of a range of smallest units.
    mutating func draw(_ range: ClosedRange<Int>, _ currency: Currency) -> Money { Self.amount(draw(range), currency) }

    mutating func pick<Element>(_ list: [Element]) -> Element { list[draw(0...(list.count - 1))] }

    /// A moment of the working day.
    mutating func time(_ month: Int, _ day: Int) -> Timestamp {
        guard let date = CivilDate(year: 2026, month: month, day: day) else { return Self.opening }
        return Timestamp(
            date, hour: draw(7...17), minute: draw(0...59), second: draw(0...59), microsecond: draw(0...999_999))
    }

    /// An amount from its smallest units: 1230 is 12.30 EUR, and 1230 JPY.
    static func amount(_ units: Int, _ currency: Currency) -> Money {
        let amount = try? ExactDecimal(coefficient: Int128(units), scale: currency.providerDigits)
        return Money(amount ?? .zero, currency)
    }
}
