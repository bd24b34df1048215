import Money
import WiseAPI

extension World {
    /// How much may still be deposited until the hold limit of the profile's country is reached.
    ///
    /// All balances and jars count at mid-market. The rest is rounded down, so that a deposit of it stays within.
    func depositCapacity(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        let code = try request.required("currency")
        let currency = try RequestBody.currency(code: code, path: "query.currency")
        guard let limit = profile.holdLimit else { return Answer(DepositCapacity(depositLimit: nil).json) }
        var left = limit.amount
        for balance in openBalances(profile.id) {
            guard let worth = worth(Money(balance.amount, balance.currency), in: limit.currency),
                let rest = try? left.subtracting(worth)
            else { throw .insideError }
            left = rest
        }
        if left.isNegative { left = .zero }
        guard let capacity = worth(Money(left, limit.currency), in: currency) else {
            throw .unprocessable("balance.currency-unsupported", "There is no rate for \(code).", path: "query.currency")
        }
        let digits = currency.providerDigits
        let rounded = Money(capacity.rounded(toScale: digits, .down).atScale(digits), currency)
        return Answer(DepositCapacity(depositLimit: rounded).json)
    }

    /// Names the recipient of what lies above the hold limit at the end of a day.
    mutating func setExcessMoneyAccount(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        let recipient = try RequestBody(request).integer("recipientId")
        guard recipient > 0 else {
            throw .invalid("error.greaterThanZero", "recipientId must be larger than 0", path: "recipientId")
        }
        profiles[profile.id]?.excessRecipient = recipient
        touched.profiles.insert(profile.id)
        return Answer(ExcessMoneyAccount(profile: profile.id, recipient: recipient).json)
    }
}
