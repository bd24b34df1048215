public import Money

/// The proof that the ledger agrees with itself and with the balances.
public struct LedgerCheck: Sendable, Equatable {
    /// For each currency the sum of all postings, which must be zero; ordered by code.
    public let sums: [Money]
    /// The balances whose amount is not the sum of their postings.
    public let wrongBalances: [Int]
    /// How many entries were added up.
    public let entryCount: Int

    /// Whether every sum is zero and every balance is the sum of its postings.
    public var isBalanced: Bool { wrongBalances.isEmpty && sums.allSatisfy(\.isZero) }
}

extension World {
    /// Adds up every posting of the ledger, from nothing.
    public func ledgerCheck() -> LedgerCheck {
        var byCurrency: [Currency: ExactDecimal] = [:]
        var byBalance: [Int: ExactDecimal] = [:]
        var wrong = Set<Int>()
        for entry in ledger.entries {
            for posting in entry.postings {
                let amount = posting.amount.amount
                // A sum that does not fit cannot agree with anything: it is reported by the balance that it belongs to.
                byCurrency[posting.amount.currency] = try? (byCurrency[posting.amount.currency] ?? .zero).adding(amount)
                guard case .balance(let id) = posting.account else { continue }
                guard balances[id]?.currency == posting.amount.currency,
                    let sum = try? (byBalance[id] ?? .zero).adding(amount)
                else {
                    wrong.insert(id)
                    continue
                }
                byBalance[id] = sum
            }
        }
        for balance in balances.values where balance.amount != byBalance[balance.id] ?? .zero { wrong.insert(balance.id) }
        let sums = byCurrency.map { Money($0.value, $0.key) }.sorted { $0.currency < $1.currency }
        return LedgerCheck(sums: sums, wrongBalances: wrong.sorted(), entryCount: ledger.entries.count)
    }
}
