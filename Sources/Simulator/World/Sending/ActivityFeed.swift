import WiseAPI

/// The activities of a profile from a place in the feed on, newest first, made one at a time.
///
/// Three lists that are in the order of time are merged: the lines of the ledger, as far as they belong to no transfer of the
/// profile's own; its transfers; its bank details. An entry that takes back an earlier one belongs to that one's activity. So
/// each line of a balance is in exactly one activity.
struct ActivityFeed: IteratorProtocol {
    private let world: World
    private let profile: Int
    private var balances: [Lines]
    private var transfers: ArraySlice<TransferIndex.Place>
    private var details: ArraySlice<BankDetailsRecord>

    private static let ledgerRank = 0
    private static let transferRank = 1
    private static let detailsRank = 2

    /// The lines of a balance that have not been looked at.
    private struct Lines {
        let all: [Ledger.Line]
        var count: Int
        var last: Ledger.Line? { count > 0 ? all[count - 1] : nil }
    }

    /// - Parameter end: Only what stands before this place in the order of time.
    init(_ world: World, _ profile: Int, before end: ActivityItem.Place?) {
        self.world = world
        self.profile = profile
        func isBefore(_ time: Timestamp, _ rank: Int, _ number: Int) -> Bool {
            end.map { ActivityItem.Place(time, rank: rank, number) < $0 } ?? true
        }
        balances = (world.balancesByProfile[profile] ?? []).map { id in
            let all = world.ledger.lines(of: id)
            let count = Self.count(all) { isBefore(world.ledger[$0.sequence].time, Self.ledgerRank, $0.sequence) }
            return Lines(all: all, count: count)
        }
        let places = world.transferIndex.byProfile[profile] ?? []
        transfers = places.prefix(Self.count(places) { isBefore($0.time, Self.transferRank, $0.id) })
        let issued = world.bankDetails.values.filter { $0.profile == profile }.sorted { $0.id < $1.id }
        details = issued.prefix { isBefore($0.createdAt, Self.detailsRank, $0.id) }
    }

    /// How many of a list in the order of time stand before the end.
    private static func count<Element>(_ list: [Element], _ isBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(list[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    mutating func next() -> ActivityItem? {
        skipForeignLines()
        let entry = balances.compactMap(\.last).max { $0.sequence < $1.sequence }.map { world.ledger[$0.sequence] }
        let places = [
            entry.map { ActivityItem.Place($0.time, rank: Self.ledgerRank, $0.sequence) },
            transfers.last.map { ActivityItem.Place($0.time, rank: Self.transferRank, $0.id) },
            details.last.map { ActivityItem.Place($0.createdAt, rank: Self.detailsRank, $0.id) },
        ]
        guard let newest = places.compactMap(\.self).max() else { return nil }
        switch newest.rank {
        case Self.ledgerRank:
            take(newest.number)
            return entry.map { world.activity(of: $0, newest) }
        case Self.transferRank:
            transfers.removeLast()
            guard let transfer = world.transfers[newest.number] else { return next() }
            return world.activity(of: transfer, newest)
        default: return world.activity(of: details.removeLast(), newest)
        }
    }

    /// Takes the lines of an entry away; it may have one in two balances, or two in one.
    private mutating func take(_ sequence: Int) {
        for index in balances.indices {
            while balances[index].last?.sequence == sequence { balances[index].count -= 1 }
        }
    }

    /// Leaves out the lines whose activity stands elsewhere in the feed.
    private mutating func skipForeignLines() {
        for index in balances.indices {
            while let line = balances[index].last, isElsewhere(world.ledger[line.sequence]) { balances[index].count -= 1 }
        }
    }

    private func isElsewhere(_ entry: LedgerEntry) -> Bool {
        if entry.isContinuation { return true }
        guard entry.kind == .transfer || entry.kind == .deposit,
            let transfer = TransferIndex.number(of: entry.reference).flatMap({ world.transfers[$0] })
        else { return false }
        return transfer.profile == profile
    }
}
