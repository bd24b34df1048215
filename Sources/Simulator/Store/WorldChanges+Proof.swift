import GRDB
import Money

extension WorldChanges {
    /// What is wrong with the changes as a step from the balances before them; nil when the ledger still agrees.
    ///
    /// New postings must sum to zero in each currency, and each balance must be what it was plus its new postings. A
    /// stored world was added up in full when it was opened, so that each right step leaves it right.
    ///
    /// - Parameter before: The amount of a balance before the changes; nil for one that there was not.
    func imbalance(after before: (_ balance: Int) throws -> ExactDecimal?) rethrows -> String? {
        var sums: [Currency: ExactDecimal] = [:]
        var steps: [Int: ExactDecimal] = [:]
        for posting in entries.flatMap(\.postings) {
            let (currency, amount) = (posting.amount.currency, posting.amount.amount)
            guard let sum = try? (sums[currency] ?? .zero).adding(amount) else { return "the sum in \(currency) does not fit" }
            sums[currency] = sum
            guard case .balance(let id) = posting.account else { continue }
            guard let step = try? (steps[id] ?? .zero).adding(amount) else { return "balance \(id) does not fit" }
            steps[id] = step
        }
        if let currency = sums.filter({ !$0.value.isZero }).keys.min() {
            return "the new postings in \(currency) do not sum to zero"
        }
        for balance in balances {
            let step = steps.removeValue(forKey: balance.id) ?? .zero
            guard let expected = try? (before(balance.id) ?? .zero).adding(step), balance.amount == expected else {
                return "balance \(balance.id) is not what it was plus its new postings"
            }
        }
        return steps.keys.min().map { "balance \($0) has postings and did not change" }
    }

    /// Lets nothing into the file that would make its ledger disagree, whatever went wrong before.
    func prove(_ database: Database, path: String) throws {
        let problem = try imbalance { id in
            let statement = try database.cachedStatement(sql: "SELECT amount FROM \(BalanceRecord.table) WHERE id = ?")
            guard let text = try String.fetchOne(statement, arguments: [id]) else { return nil }
            return try ExactDecimal(parsing: text)
        }
        guard let problem else { return }
        throw WorldStoreError.failed(path: path, reason: "a change was refused because \(problem)")
    }
}
