public import Money

/// What a movement did.
public struct MovementType: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Money came in.
    public static let deposit = MovementType(rawValue: "DEPOSIT")
    /// Money went out.
    public static let withdrawal = MovementType(rawValue: "WITHDRAWAL")
    /// Money changed its balance: conversions and moves between a balance and a jar alike.
    public static let conversion = MovementType(rawValue: "CONVERSION")
}

/// How far a movement is.
public struct MovementState: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// On its way.
    public static let pending = MovementState(rawValue: "PENDING")
    /// Done.
    public static let completed = MovementState(rawValue: "COMPLETED")
    /// Given up.
    public static let cancelled = MovementState(rawValue: "CANCELLED")
    /// Taken back.
    public static let reversed = MovementState(rawValue: "REVERSED")
}

/// What a balance holds after a movement.
public struct BalanceAfter: Sendable, Hashable {
    /// The number of the balance; the steps of a movement do not name it.
    public let id: Int?
    /// What it holds.
    public let value: Money

    /// A balance with what it holds.
    public init(id: Int?, value: Money) {
        self.id = id
        self.value = value
    }

    var json: JSONValue {
        var object: JSONObject = [:]
        if let id { object["id"] = .integer(id) }
        object["value"] = .decimal(value.amount)
        object["currency"] = .string(value.currency.code)
        return .object(object)
    }
}

/// Money that changed its balance: a conversion or a move between a balance and a jar (Wise API reference, Balance).
public struct BalanceMovement: APIResource {
    /// The number of the movement; statements refer to it as `BALANCE-<id>`.
    public let id: Int
    /// What it did.
    public let type: MovementType
    /// How far it is.
    public let state: MovementState
    /// Both balances afterwards, the target first.
    public let balancesAfter: [BalanceAfter]
    /// When.
    public let creationTime: Timestamp
    /// What left the source, fee included.
    public let sourceAmount: Money
    /// What arrived.
    public let targetAmount: Money
    /// Target units for one unit of source; 1 within a currency.
    public let rate: ExactDecimal?
    /// The fees, in the source currency.
    public let feeAmounts: [Money]
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads a movement.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let fields = FieldReader(raw, of: "movement")
        id = try fields.integer("id")
        type = MovementType(rawValue: try fields.string("type"))
        state = MovementState(rawValue: try fields.string("state"))
        var balances: [BalanceAfter] = []
        for item in try fields.array("balancesAfter") {
            guard let object = item.objectValue else { throw fields.failure("balancesAfter", "balances should stand here") }
            let balance = FieldReader(object, of: "movement.balancesAfter")
            let value = Money(try balance.decimal("value"), try balance.currency("currency"))
            balances.append(BalanceAfter(id: try balance.optionalInteger("id"), value: value))
        }
        balancesAfter = balances
        creationTime = try fields.timestamp("creationTime")
        sourceAmount = try fields.money("sourceAmount")
        targetAmount = try fields.money("targetAmount")
        rate = try fields.optionalDecimal("rate")
        feeAmounts = try fields.moneyList("feeAmounts")
        self.raw = raw
    }

    /// Makes a completed movement of one step. `balancesAfter` names the target first; the step lists the source first
    /// and is one millisecond later, as the documented example has it.
    public init(
        id: Int, stepID: Int, type: MovementType, source: BalanceAfter, target: BalanceAfter, creationTime: Timestamp,
        sourceAmount: Money, targetAmount: Money, rate: ExactDecimal, fee: Money
    ) {
        (self.id, self.type, self.state) = (id, type, .completed)
        (self.creationTime, self.sourceAmount, self.targetAmount) = (creationTime, sourceAmount, targetAmount)
        balancesAfter = [target, source]
        self.rate = rate
        feeAmounts = [fee]
        let stepBalances = [source, target].map { BalanceAfter(id: nil, value: $0.value).json }
        let step: JSONObject = [
            "id": .integer(stepID), "type": .string(type.rawValue),
            "creationTime": .string(creationTime.adding(microseconds: 1000).text(.milliseconds)),
            "balancesAfter": .array(stepBalances), "channelName": .null, "channelReferenceId": .null,
            "tracingReferenceCode": .null, "sourceAmount": .money(sourceAmount), "targetAmount": .money(targetAmount),
            "fee": .money(fee), "rate": .decimal(rate),
        ]
        raw = [
            "id": .integer(id), "type": .string(type.rawValue), "state": .string(state.rawValue),
            "balancesAfter": .array([target.json, source.json]), "creationTime": .string(creationTime.text(.milliseconds)),
            "steps": .array([.object(step)]), "sourceAmount": .money(sourceAmount), "targetAmount": .money(targetAmount),
            "rate": .decimal(rate), "feeAmounts": .array([.money(fee)]),
        ]
    }
}
