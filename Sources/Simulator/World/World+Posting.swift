import Money
import WiseAPI

extension World {
    /// Lets an entry into the ledger and changes the balances that it names.
    ///
    /// Everything is checked first: an entry that does not sum to zero in each currency, names a wrong account or has an
    /// amount that the bank could not move leaves the world as it was.
    mutating func post(_ entry: LedgerEntry) throws(LedgerError) {
        try Self.checkSums(entry.postings)
        var lines: [(balance: Int, line: Ledger.Line)] = []
        lines.reserveCapacity(2)
        for posting in entry.postings {
            guard case .balance(let id) = posting.account else { continue }
            guard let balance = balances[id], balance.currency == posting.amount.currency else {
                throw .wrongAccount(posting.account.text)
            }
            guard posting.amount.amount.normalized.scale <= balance.currency.providerDigits else { throw .inexactAmount }
            let before = lines.last { $0.balance == id }?.line.balanceAfter ?? balance.amount
            guard let after = try? before.adding(posting.amount.amount) else { throw .inexactAmount }
            lines.append((id, Ledger.Line(sequence: entry.sequence, amount: posting.amount.amount, balanceAfter: after)))
        }
        for (id, line) in lines {
            balances[id]?.amount = line.balanceAfter
            balances[id]?.modifiedAt = entry.time
            touched.balances.insert(id)
        }
        ledger.append(entry, lines: lines)
        touched.entryCount += 1
    }

    private static func checkSums(_ postings: [Posting]) throws(LedgerError) {
        // An entry has two currencies at most in practice: a short scan for each posting is quicker than a dictionary.
        for (index, posting) in postings.enumerated() {
            let currency = posting.amount.currency
            guard !postings[..<index].contains(where: { $0.amount.currency == currency }) else { continue }
            var sum = posting.amount.amount
            for other in postings[(index + 1)...] where other.amount.currency == currency {
                guard let next = try? sum.adding(other.amount.amount) else { throw .inexactAmount }
                sum = next
            }
            guard sum.isZero else { throw .unbalanced(currency) }
        }
    }
}
