public import Money

/// Simulated money that was put into a balance (sandbox and simulator only).
public struct TopUp: APIResource {
    /// The number of the transaction.
    public let transaction: Int
    /// `COMPLETED`
    public let state: String
    /// The balance afterwards.
    public let balanceAfter: BalanceAfter?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads the answer.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "top-up")
        transaction = try fields.integer("transactionId")
        state = try fields.string("state")
        if let first = try fields.array("balancesAfter").first {
            guard let first = first.objectValue else { throw fields.failure("balancesAfter", "balances should stand here") }
            let balance = FieldReader(first, of: "top-up.balancesAfter")
            let value = Money(try balance.decimal("value"), try balance.currency("currency"))
            balanceAfter = BalanceAfter(id: try balance.optionalInteger("id"), value: value)
        } else {
            balanceAfter = nil
        }
        self.raw = raw
    }

    /// Makes the answer.
    public init(transaction: Int, balance: Int, balanceAfter: Money) {
        self.transaction = transaction
        state = "COMPLETED"
        self.balanceAfter = BalanceAfter(id: balance, value: balanceAfter)
        raw = [
            "transactionId": .integer(transaction), "state": .string(state),
            "balancesAfter": .array([BalanceAfter(id: balance, value: balanceAfter).json]),
        ]
    }
}
