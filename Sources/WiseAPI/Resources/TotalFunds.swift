public import Money

/// Worth and availability over all balances of a profile, in one currency (Wise API reference, Balance).
///
/// Worth may be negative. What is available is the cash plus the approved overdraft.
public struct TotalFunds: APIResource {
    /// Cash and the worth of assets.
    public let totalWorth: Money
    /// Cash and the approved overdraft limit.
    public let totalAvailable: Money
    /// The approved overdraft.
    public let overdraftLimit: Money
    /// How much of it is used.
    public let overdraftUsed: Money
    /// What is left of it.
    public let overdraftAvailable: Money
    /// What is left of it, in each currency in which there is a balance.
    public let overdraftAvailableByCurrency: [Money]
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads the answer.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "total funds")
        totalWorth = try fields.money("totalWorth")
        totalAvailable = try fields.money("totalAvailable")
        let overdraft = try fields.object("overdraft")
        overdraftLimit = try overdraft.money("limit")
        overdraftUsed = try overdraft.money("used")
        overdraftAvailable = try overdraft.money("available")
        overdraftAvailableByCurrency = try overdraft.moneyList("availableByCurrency")
        self.raw = raw
    }

    /// Makes the answer; all but the last are in the currency that was asked for.
    public init(
        totalWorth: Money, totalAvailable: Money, totalCash: Money, overdraftLimit: Money, overdraftUsed: Money,
        overdraftAvailable: Money, overdraftAvailableByCurrency: [Money]
    ) {
        (self.totalWorth, self.totalAvailable, self.overdraftLimit) = (totalWorth, totalAvailable, overdraftLimit)
        (self.overdraftUsed, self.overdraftAvailable) = (overdraftUsed, overdraftAvailable)
        self.overdraftAvailableByCurrency = overdraftAvailableByCurrency
        let overdraft: JSONObject = [
            "available": .money(overdraftAvailable), "limit": .money(overdraftLimit), "used": .money(overdraftUsed),
            "availableByCurrency": .array(overdraftAvailableByCurrency.map { .money($0) }),
        ]
        raw = [
            "totalWorth": .money(totalWorth), "totalAvailable": .money(totalAvailable), "totalCash": .money(totalCash),
            "overdraft": .object(overdraft),
        ]
    }
}
