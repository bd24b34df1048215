import Money
import WiseAPI

extension World {
    /// How much may still be deposited until the hold limit of the profile's country is reached.
    ///
    /// All balances and jars count at mid-market. What is left is divided by the rate at which a deposit would count, and
    /// rounded down, so that a deposit of it stays within.
    func depositCapacity(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        let code = try request.required("currency")
        let currency = try RequestBody.currency(code: code, path: "query.currency")
        guard let limit = profile.holdLimit else { return Answer(DepositCapacity(depositLimit: nil).json) }
        var left = limit.amount
        for balance in openBalances(profile.id) {
            guard let worth = worth(Money(balance.amount, balance.currency), in: limit.currency) else {
                throw .withoutRate(balance.currency, path: "query.currency")
            }
            guard let rest = try? left.subtracting(worth) else { throw .insideError }
            left = rest
        }
        if left.isNegative { left = .zero }
        guard let rate = midMarketRate(currency, limit.currency, at: clock) else {
            throw .withoutRate(currency, path: "query.currency")
        }
        let digits = currency.providerDigits
        guard let capacity = try? left.divided(by: rate, scale: digits, .down) else { throw .insideError }
        return Answer(DepositCapacity(depositLimit: Money(capacity.atScale(digits), currency)).json)
    }

    /// Names the recipient of what lies above the hold limit, who gets it at the end of a day. Any number can be named, as long
    /// as there is no such recipient nothing is sent.
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
