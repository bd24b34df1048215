import LuaRuntime
import Money
import WiseAPI

extension LuaValue {
    /// An object of a class, whose `raw` is the API's own JSON.
    static func object(_ className: String, _ resource: some APIResource, _ fields: LuaTable) -> LuaValue {
        var table = fields
        table.fields.removeAll { $0.value == .none }
        table.className = className
        table.raw = resource.json.text
        return .table(table)
    }

    static func optional(_ text: String?) -> LuaValue { text.map { .string($0) } ?? .none }
    static func optional(_ instant: Timestamp?) -> LuaValue { instant.map { .string($0.description) } ?? .none }
    static func optional(_ money: Money?) -> LuaValue { money.map { .money($0) } ?? .none }
    static func optional(_ number: Int?) -> LuaValue { number.map { .integer(Int64($0)) } ?? .none }
    static func optional(_ flag: Bool?) -> LuaValue { flag.map { .boolean($0) } ?? .none }
    static func list(_ items: [LuaValue]) -> LuaValue { .table(LuaTable(array: items)) }

    /// A list of objects.
    static func list<Resource>(_ resources: [Resource], _ make: (Resource) -> LuaValue) -> LuaValue { list(resources.map(make)) }

    init(_ profile: Profile) {
        self = Self.object(
            "profile", profile,
            [
                "id": .integer(Int64(profile.id)), "type": .string(profile.type.rawValue), "name": .string(profile.name),
                "country": Self.optional(profile.country),
            ])
    }

    /// - Parameter profile: The profile that owns it, for the methods of the object.
    init(_ balance: Balance, profile: Int) {
        self = Self.object(
            "balance", balance,
            [
                "id": .integer(Int64(balance.id)), "profile": .integer(Int64(profile)),
                "currency": .string(balance.currency.code), "type": .string(balance.type.rawValue),
                "name": Self.optional(balance.name), "amount": .money(balance.amount),
                "reserved_amount": .money(balance.reservedAmount), "cash_amount": .money(balance.cashAmount),
                "total_worth": .money(balance.totalWorth), "investment_state": .string(balance.investmentState.rawValue),
                "creation_time": .string(balance.creationTime.description),
                "modification_time": .string(balance.modificationTime.description), "visible": .boolean(balance.visible),
            ])
    }

    init(_ quote: Quote) {
        let option = quote.payOut == "BALANCE" ? quote.balanceOption : quote.offeredOption
        self = Self.object(
            "quote", quote,
            [
                "id": Self.optional(quote.id), "source_currency": .string(quote.sourceCurrency.code),
                "target_currency": .string(quote.targetCurrency.code),
                "source_amount": Self.optional(option?.sourceAmount), "target_amount": Self.optional(option?.targetAmount),
                "fee": Self.optional(option?.fee), "rate": quote.rate.map { .decimal($0) } ?? .none,
                "pay_out": Self.optional(quote.payOut), "status": Self.optional(quote.status?.rawValue),
                "recipient": Self.optional(quote.json["targetAccount"]?.integerValue),
                "delivery": Self.optional(option?.estimatedDelivery),
                "disabled": .boolean(option?.disabled ?? true), "disabled_reason": Self.optional(option?.disabledMessage),
                "created_at": Self.optional(quote.createdTime), "expires_at": Self.optional(quote.expirationTime),
            ])
    }

    init(_ movement: BalanceMovement) {
        let balances = movement.balancesAfter.map { after -> LuaValue in
            .table(["id": after.id.map { .integer(Int64($0)) } ?? .none, "amount": .money(after.value)])
        }
        let fee = movement.feeAmounts.first ?? .zero(movement.sourceAmount.currency)
        self = Self.object(
            "movement", movement,
            [
                "id": .integer(Int64(movement.id)), "type": .string(movement.type.rawValue),
                "state": .string(movement.state.rawValue), "source_amount": .money(movement.sourceAmount),
                "target_amount": .money(movement.targetAmount), "fee": .money(fee),
                "rate": movement.rate.map { .decimal($0) } ?? .none, "balances_after": Self.list(balances),
                "creation_time": .string(movement.creationTime.description),
            ])
    }

    init(_ capacity: DepositCapacity) {
        self = Self.object(
            "capacity", capacity,
            ["has_limit": .boolean(capacity.hasLimit), "limit": Self.optional(capacity.depositLimit)])
    }

    init(_ account: ExcessMoneyAccount) {
        self = Self.object(
            "excess_account", account,
            ["profile": .integer(Int64(account.profile)), "recipient": .integer(Int64(account.recipient))])
    }

    init(_ funds: TotalFunds) {
        self = Self.object(
            "total_funds", funds,
            [
                "total_worth": .money(funds.totalWorth), "total_available": .money(funds.totalAvailable),
                "overdraft_limit": .money(funds.overdraftLimit), "overdraft_used": .money(funds.overdraftUsed),
                "overdraft_available": .money(funds.overdraftAvailable),
                "overdraft_available_by_currency": Self.list(funds.overdraftAvailableByCurrency.map { .money($0) }),
            ])
    }

    init(_ statement: BalanceStatement) {
        let lines = statement.transactions.map { line in
            Self.object(
                "statement_line", line,
                [
                    "type": .string(line.type), "date": .string(line.date.description), "amount": .money(line.amount),
                    "total_fees": .money(line.totalFees), "kind": .string(line.kind), "description": .string(line.text),
                    "running_balance": .money(line.runningBalance), "reference": .string(line.referenceNumber),
                ])
        }
        self = Self.object(
            "statement", statement,
            [
                "currency": .string(statement.closing.currency.code), "opening": Self.optional(statement.opening),
                "closing": .money(statement.closing), "lines": Self.list(lines),
            ])
    }

    init(_ rate: ExchangeRate) {
        self = Self.object(
            "rate", rate,
            [
                "source": .string(rate.rate.source.code), "target": .string(rate.rate.target.code),
                "value": .decimal(rate.rate.value), "time": .string(rate.time.description),
            ])
    }

    init(_ currency: CurrencyDescription) {
        self = Self.object(
            "currency", currency,
            [
                "code": .string(currency.code), "name": .string(currency.name), "symbol": Self.optional(currency.symbol),
                "supports_decimals": .boolean(currency.supportsDecimals),
            ])
    }
}

extension Quote {
    /// How a transfer by this quote would be paid: from the balance. A price for nobody knows no balance, so there it is the
    /// first way that is open.
    var offeredOption: PaymentOption? {
        let open = paymentOptions.first { $0.payOut == payOut && !$0.disabled }
        return id == nil ? open ?? fundingOption : fundingOption
    }
}
