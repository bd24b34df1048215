import Money
import WiseAPI

extension StatementPage {
    /// The rows of one ledger line, newest first: one, or in a flat statement the fee and then the rest.
    func rows(of line: Ledger.Line) -> [JSONValue] {
        let entry = world.ledger[line.sequence]
        let fee = bearsFee(entry) ? entry.fee : ExactDecimal.zero
        let details = EntryText(entry: entry, world: world)
        guard type == .flat, !fee.isZero else {
            return [
                row(
                    entry, amount: line.amount, fees: fee, details: details.json, after: line.balanceAfter,
                    exchange: details.exchange)
            ]
        }
        // A refund gives its fee back, on a line of its own as well.
        let feeAmount = line.amount.isNegative ? fee.negated : fee
        guard let rest = try? line.amount.subtracting(feeAmount), let between = try? line.balanceAfter.subtracting(feeAmount)
        else { return [] }
        let feeDetails: JSONObject = [
            "type": .string(details.word), "description": .string("Wise Charges for: \(reference(of: entry))"),
        ]
        let feeRow = row(
            entry, amount: feeAmount, fees: .zero, details: .object(feeDetails), after: line.balanceAfter, exchange: .null,
            reference: "FEE-\(reference(of: entry))")
        let mainRow = row(entry, amount: rest, fees: .zero, details: details.json, after: between, exchange: details.exchange)
        return [feeRow, mainRow]
    }

    /// The reference as statements show it: the word before a conversion's number can be chosen (A33).
    private func reference(of entry: LedgerEntry) -> String {
        let word = world.settings[.conversionReference]
        guard entry.kind == .conversion, word != WorldSetting.conversionReference.standard else { return entry.reference }
        return word + entry.reference.drop { $0 != "-" }
    }

    /// The first posting of an entry bears its fee.
    private func bearsFee(_ entry: LedgerEntry) -> Bool { entry.postings.first?.account == .balance(balance.id) }

    private func row(
        _ entry: LedgerEntry, amount: ExactDecimal, fees: ExactDecimal, details: JSONValue, after: ExactDecimal,
        exchange: JSONValue, reference: String? = nil
    ) -> JSONValue {
        .object([
            "type": .string(amount.isNegative ? "DEBIT" : "CREDIT"), "date": .string(entry.time.text(.microseconds)),
            "amount": money(amount), "totalFees": money(fees), "details": details, "exchangeDetails": exchange,
            "runningBalance": money(after), "referenceNumber": .string(reference ?? self.reference(of: entry)),
            "attachment": .null,
            "activityAssetAttributions": .array([]),
        ])
    }
}
