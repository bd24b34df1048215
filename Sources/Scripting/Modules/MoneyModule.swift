import LuaRuntime
import Money

extension Surface {
    /// `rate:` methods.
    static let rateFunctions: [FunctionDescription] = [
        FunctionDescription(
            "rate", "convert", "Values money at a mid-market rate, rounded as named: indicative, not what a conversion pays.",
            positional: [
                .required("rate", "rate", "one of wise.rates"), .required("amount", "money", "in the rate's source currency"),
                .required("mode", "string", "half_even, half_up, half_down, up, down, ceiling or floor"),
            ], result: "money in the rate's target currency", effect: .computes,
            example: "print(wise.rates{ source = \"EUR\", target = \"USD\" }[1]:convert(EUR \"10\", \"half_even\"))",
            immediate: { _, arguments in
                guard case .string(let source) = arguments["rate"][field: "source"],
                    case .string(let target) = arguments["rate"][field: "target"],
                    case .decimal(let value) = arguments["rate"][field: "value"]
                else { throw arguments.mismatch("rate", "a rate of wise.rates") }
                let amount = try arguments.money("amount")
                let mode = try arguments.roundingMode("mode")
                return try Values.calculate {
                    let rate = try Rate(source: Values.currency(source), target: Values.currency(target), value: value)
                    return .money(try rate.converting(amount, mode))
                }
            })
    ]

    /// `balance:` methods, which the prelude does.
    static let balanceFunctions: [FunctionDescription] = [
        FunctionDescription(
            "balance", "operable", "Says whether the API operates on it: visible and not invested.", result: "true or false",
            effect: .computes, example: "print(wise.balance(\"EUR\"):operable())"),
        FunctionDescription(
            "balance", "label", "Names it for people: the currency, and the name of a jar.", result: "a text",
            effect: .computes, example: "print(wise.balance(\"EUR\"):label())"),
    ]

    /// The constructors of exact values.
    static let moneyFunctions: [FunctionDescription] = [
        FunctionDescription(
            "money", "of",
            "Makes money. Written money(\"12.30\", \"EUR\"), money \"12.30 EUR\" or EUR \"12.30\"; never from a float.",
            positional: [
                .required("amount", "string, integer or decimal", "the amount, or amount and currency in one text"),
                .optional("currency", "currency", "the currency, unless the text has it"),
            ], result: "money", effect: .computes, example: "print(money(\"12.30\", \"EUR\") + EUR \"0.70\")",
            immediate: { _, arguments in
                guard arguments.has("currency") else {
                    guard case .string(let text) = arguments["amount"] else {
                        throw arguments.mismatch("amount", "money as text, such as \"12.30 EUR\"")
                    }
                    return .money(try Values.calculate { try Money(parsing: text) })
                }
                guard let amount = try arguments["amount"].exactDecimal() else {
                    throw arguments.mismatch("amount", "money written as a text, an integer or a decimal")
                }
                return .money(Money(amount, try arguments.currency("currency")))
            }),
        FunctionDescription(
            "money", "zero", "Gives nothing, in a currency.", positional: [.required("currency", "currency", "the currency")],
            result: "money", effect: .computes, example: "print(money.zero(\"EUR\"))",
            immediate: { _, arguments in .money(.zero(try arguments.currency("currency"))) }),
        FunctionDescription(
            "money", "min", "Gives the smaller of two amounts.",
            positional: [.required("first", "money", "one"), .required("second", "money", "the other")], result: "money",
            effect: .computes, example: "print(money.min(EUR \"1\", EUR \"2\"))",
            immediate: { _, arguments in
                let (first, second) = (try arguments.money("first"), try arguments.money("second"))
                return .money(try Values.calculate { try second.isLess(than: first) ? second : first })
            }),
        FunctionDescription(
            "money", "max", "Gives the larger of two amounts.",
            positional: [.required("first", "money", "one"), .required("second", "money", "the other")], result: "money",
            effect: .computes, example: "print(money.max(EUR \"1\", EUR \"2\"))",
            immediate: { _, arguments in
                let (first, second) = (try arguments.money("first"), try arguments.money("second"))
                return .money(try Values.calculate { try first.isLess(than: second) ? second : first })
            }),
    ]

    /// Methods of money.
    static let amountFunctions: [FunctionDescription] = [
        FunctionDescription(
            "amount", "split", "Splits money into equal parts that add up to it; the first parts get the units left over.",
            positional: [.required("amount", "money", "the money"), .required("parts", "integer", "how many")],
            result: "a list of money", effect: .computes, example: "print(#EUR(\"10.00\"):split(3))",
            immediate: { _, arguments in
                let (amount, parts) = (try arguments.money("amount"), try arguments.integer("parts"))
                return .table(LuaTable(array: try Values.calculate { try amount.split(into: parts) }.map { .money($0) }))
            }),
        FunctionDescription(
            "amount", "allocate", "Shares money by weights; no unit is lost and the largest remainders get what is left over.",
            positional: [
                .required("amount", "money", "the money"),
                .required("weights", "table", "a list of weights, or weights by name"),
            ], result: "a table of money with the same keys", effect: .computes,
            example: "print(EUR(\"100.00\"):allocate({ EUR = \"0.5\", USD = \"0.3\", GBP = \"0.2\" }).USD)",
            immediate: { _, arguments in try allocate(&arguments) }),
        FunctionDescription(
            "amount", "round", "Rounds money to what the bank moves, or to a number of decimal places.",
            positional: [
                .required("amount", "money", "the money"),
                .required("mode", "string", "half_even, half_up, half_down, up, down, ceiling or floor"),
                .optional("digits", "integer", "decimal places; the currency's own without it"),
            ], result: "money", effect: .computes, example: "print((EUR \"10.00\" * decimal \"0.333\"):round(\"half_even\"))",
            immediate: { _, arguments in
                let digits = arguments.has("digits") ? try arguments.digits("digits") : nil
                return .money(try arguments.money("amount").rounded(try arguments.roundingMode("mode"), digits: digits))
            }),
        FunctionDescription(
            "amount", "ratio", "Divides by another amount of the currency: a share, rounded as named.",
            positional: [
                .required("amount", "money", "the money"), .required("other", "money", "what it is divided by"),
                .required("digits", "integer", "decimal places"),
                .required("mode", "string", "half_even, half_up, half_down, up, down, ceiling or floor"),
            ], result: "a decimal", effect: .computes,
            example: "print((EUR \"1\"):ratio(EUR \"3\", 4, \"half_even\"))",
            immediate: { _, arguments in
                let (amount, other) = (try arguments.money("amount"), try arguments.money("other"))
                let (digits, mode) = (try arguments.digits("digits"), try arguments.roundingMode("mode"))
                return .decimal(
                    try Values.calculate {
                        guard amount.currency == other.currency else {
                            throw MoneyError.currencyMismatch(amount.currency, other.currency)
                        }
                        return try amount.amount.divided(by: other.amount, scale: digits, mode)
                    })
            }),
        FunctionDescription(
            "amount", "abs", "Drops the sign.", positional: [.required("amount", "money", "the money")], result: "money",
            effect: .computes, example: "print((EUR \"1\" - EUR \"3\"):abs())",
            immediate: { _, arguments in .money(try arguments.money("amount").magnitude) }),
        FunctionDescription(
            "amount", "is_zero", "Says whether it is nothing.", positional: [.required("amount", "money", "the money")],
            result: "true or false", effect: .computes, example: "print(EUR(\"0.00\"):is_zero())",
            immediate: { _, arguments in .boolean(try arguments.money("amount").isZero) }),
        FunctionDescription(
            "amount", "is_positive", "Says whether it is above zero.", positional: [.required("amount", "money", "the money")],
            result: "true or false", effect: .computes, example: "print(EUR(\"0.01\"):is_positive())",
            immediate: { _, arguments in .boolean(try arguments.money("amount").isPositive) }),
        FunctionDescription(
            "amount", "is_negative", "Says whether it is below zero.", positional: [.required("amount", "money", "the money")],
            result: "true or false", effect: .computes, example: "print((-EUR \"0.01\"):is_negative())",
            immediate: { _, arguments in .boolean(try arguments.money("amount").isNegative) }),
    ]

    /// Methods of decimals.
    static let numberFunctions: [FunctionDescription] = [
        FunctionDescription(
            "number", "divide", "Divides, to a number of decimal places, rounded as named.",
            positional: [
                .required("number", "decimal", "the number"),
                .required("other", "decimal or integer", "what it is divided by"),
                .required("digits", "integer", "decimal places"),
                .required("mode", "string", "half_even, half_up, half_down, up, down, ceiling or floor"),
            ], result: "a decimal", effect: .computes, example: "print(decimal(\"1\"):divide(3, 6, \"half_even\"))",
            immediate: { _, arguments in
                let (number, other) = (try arguments.decimal("number"), try arguments.decimal("other"))
                let (digits, mode) = (try arguments.digits("digits"), try arguments.roundingMode("mode"))
                return .decimal(try Values.calculate { try number.divided(by: other, scale: digits, mode) })
            }),
        FunctionDescription(
            "number", "round", "Rounds to a number of decimal places.",
            positional: [
                .required("number", "decimal", "the number"), .required("digits", "integer", "decimal places"),
                .required("mode", "string", "half_even, half_up, half_down, up, down, ceiling or floor"),
            ], result: "a decimal", effect: .computes, example: "print((decimal \"0.125\"):round(2, \"half_even\"))",
            immediate: { _, arguments in
                let (digits, mode) = (try arguments.digits("digits"), try arguments.roundingMode("mode"))
                return .decimal(try arguments.decimal("number").rounded(toScale: digits, mode))
            }),
        FunctionDescription(
            "number", "abs", "Drops the sign.", positional: [.required("number", "decimal", "the number")],
            result: "a decimal", effect: .computes, example: "print((-decimal \"1\"):abs())",
            immediate: { _, arguments in .decimal(try arguments.decimal("number").magnitude) }),
        FunctionDescription(
            "number", "is_zero", "Says whether it is zero; a decimal never equals the integer 0 by ==.",
            positional: [.required("number", "decimal", "the number")], result: "true or false", effect: .computes,
            example: "print(decimal(\"0\"):is_zero())",
            immediate: { _, arguments in .boolean(try arguments.decimal("number").isZero) }),
    ]

    private static func allocate(_ arguments: inout Arguments) throws -> LuaValue {
        let amount = try arguments.money("amount")
        guard case .table(let table) = arguments["weights"] else { throw arguments.mismatch("weights", "a table of weights") }
        let values = table.array + table.fields.map(\.value)
        let weights = try values.map { value in
            guard let weight = try value.exactDecimal() else {
                throw arguments.mismatch("weights", "a table of integers, decimals or texts")
            }
            return weight
        }
        let shares = try Values.calculate { try amount.allocated(by: weights) }.map { LuaValue.money($0) }
        let names = zip(table.fields, shares.dropFirst(table.array.count))
        return .table(
            LuaTable(array: Array(shares.prefix(table.array.count)), fields: names.map { .init(key: $0.key, value: $1) }))
    }
}
