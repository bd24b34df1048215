import Money
import WiseAPI

/// The entries in order, and for each balance where its lines are.
struct Ledger: Sendable {
    /// One line of a balance: which entry changed it, by how much, and what it held then.
    struct Line: Sendable, Hashable {
        let sequence: Int
        let amount: ExactDecimal
        let balanceAfter: ExactDecimal
    }

    private(set) var entries: [LedgerEntry] = []
    private(set) var lines: [Int: [Line]] = [:]
    /// The entries that take back an earlier one with the same reference, in order.
    private(set) var continuations: [String: [Int]] = [:]

    /// The number of the next entry.
    var nextSequence: Int { entries.count + 1 }

    /// The entry of a line.
    subscript(sequence: Int) -> LedgerEntry { entries[sequence - 1] }

    func lines(of balance: Int) -> [Line] { lines[balance] ?? [] }

    /// The only way into the ledger; the caller has checked the entry and worked out its lines.
    mutating func append(_ entry: LedgerEntry, lines newLines: [(balance: Int, line: Line)]) {
        entries.append(entry)
        if entry.isContinuation { continuations[entry.reference, default: []].append(entry.sequence) }
        for (balance, line) in newLines { lines[balance, default: []].append(line) }
    }

    mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }
}

extension LedgerEntry {
    /// Whether it takes back what an earlier entry with the same reference did: a refund, or a payment that was sent back.
    var isContinuation: Bool {
        guard let first = postings.first, case .balance = first.account else { return false }
        return switch kind {
        case .transfer, .card: first.amount.isPositive
        case .deposit: first.amount.isNegative
        default: false
        }
    }
}

/// Why an entry was not let into the ledger. A bug of the simulator, not a mistake of its caller.
enum LedgerError: Error, Equatable {
    /// The postings of a currency do not sum to zero.
    case unbalanced(Currency)
    /// A posting names a balance that there is not, or one of another currency.
    case wrongAccount(String)
    /// An amount has more digits than the bank moves, or more than fit.
    case inexactAmount
}
