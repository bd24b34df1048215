import CLuaHost
import Money

/// All calculation with amounts and numbers of Lua: it happens here and nowhere else.
enum MoneyArithmetic {
    /// Calculates, and writes the number or the truth to `result`, or the text or the error to the reply.
    static func calculate(
        _ operation: florin_operation,
        _ left: UnsafePointer<florin_decimal>,
        _ right: UnsafePointer<florin_decimal>,
        into result: UnsafeMutablePointer<florin_decimal>,
        reply: Reply
    ) -> florin_status {
        if left.pointee.currency == right.pointee.currency, operation <= florin_operation(FLORIN_SUBTRACT),
            let sum = sumInOneUnit(operation, left.pointee, right.pointee)
        {
            result.pointee = sum
            return florin_status(FLORIN_OK)
        }
        do {
            let first = try Operand(left.pointee), second = try Operand(right.pointee)
            switch operation {
            case florin_operation(FLORIN_ADD): result.pointee = try first.adding(second)
            case florin_operation(FLORIN_SUBTRACT): result.pointee = try first.subtracting(second)
            case florin_operation(FLORIN_MULTIPLY): result.pointee = try first.multiplied(by: second)
            case florin_operation(FLORIN_NEGATE): result.pointee = first.negated
            case florin_operation(FLORIN_EQUAL): result.pointee.low = first.isEqual(to: second) ? 1 : 0
            case florin_operation(FLORIN_LESS): result.pointee.low = try first.compared(to: second) < 0 ? 1 : 0
            case florin_operation(FLORIN_LESS_OR_EQUAL): result.pointee.low = try first.compared(to: second) <= 0 ? 1 : 0
            default: reply.append(first.text, as: florin_kind(FLORIN_STRING))
            }
            return florin_status(FLORIN_OK)
        } catch {
            reply.fail(with: error)
            return florin_status(FLORIN_ERROR)
        }
    }

    /// What is calculated most: amounts of one currency, or numbers. `nil` when that has no result, which
    /// the general way then explains.
    private static func sumInOneUnit(
        _ operation: florin_operation, _ left: florin_decimal, _ right: florin_decimal
    ) -> florin_decimal? {
        do throws(ArithmeticError) {
            let first = try ExactDecimal(coefficient: left.coefficient, scale: Int(left.scale))
            let second = try ExactDecimal(coefficient: right.coefficient, scale: Int(right.scale))
            let isSum = operation == florin_operation(FLORIN_ADD)
            var sum = florin_decimal(isSum ? try first.adding(second) : try first.subtracting(second))
            sum.currency = left.currency
            return sum
        } catch {
            return nil
        }
    }
}

/// One side of a calculation.
private enum Operand {
    case money(Money)
    case number(ExactDecimal)

    init(_ parts: florin_decimal) throws(LuaRaisedError) {
        switch LuaValue(parts) {
        case .money(let money): self = .money(money)
        case .decimal(let number): self = .number(number)
        default: throw LuaRaisedError(kind: "internal", message: "an amount in Lua holds what is no amount")
        }
    }

    func adding(_ other: Operand) throws(LuaRaisedError) -> florin_decimal {
        switch (self, other) {
        case (.money(let left), .money(let right)):
            florin_decimal(try LuaRaisedError.translating("add") { () throws(MoneyError) in try left.adding(right) })
        case (.number(let left), .number(let right)):
            florin_decimal(try LuaRaisedError.translating { () throws(ArithmeticError) in try left.adding(right) })
        default: throw missingCurrency("add", other)
        }
    }

    func subtracting(_ other: Operand) throws(LuaRaisedError) -> florin_decimal {
        switch (self, other) {
        case (.money(let left), .money(let right)):
            florin_decimal(try LuaRaisedError.translating("subtract") { () throws(MoneyError) in try left.subtracting(right) })
        case (.number(let left), .number(let right)):
            florin_decimal(try LuaRaisedError.translating { () throws(ArithmeticError) in try left.subtracting(right) })
        default: throw missingCurrency("subtract", other)
        }
    }

    func multiplied(by other: Operand) throws(LuaRaisedError) -> florin_decimal {
        switch (self, other) {
        case (.money(let money), .number(let number)), (.number(let number), .money(let money)):
            florin_decimal(
                try LuaRaisedError.translating("multiply") { () throws(MoneyError) in try money.multiplied(by: number) })
        case (.number(let left), .number(let right)):
            florin_decimal(try LuaRaisedError.translating { () throws(ArithmeticError) in try left.multiplied(by: right) })
        case (.money, .money):
            throw LuaRaisedError(
                kind: "money", code: "invalid_operand", message: "an amount cannot be multiplied by an amount",
                hint: "multiply by an integer or a decimal")
        }
    }

    var negated: florin_decimal {
        switch self {
        case .money(let money): florin_decimal(money.negated)
        case .number(let number): florin_decimal(number.negated)
        }
    }

    /// Amounts of two currencies are not equal, also when both are zero; that is no error.
    func isEqual(to other: Operand) -> Bool {
        switch (self, other) {
        case (.money(let left), .money(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        default: false
        }
    }

    func compared(to other: Operand) throws(LuaRaisedError) -> Int {
        switch (self, other) {
        case (.money(let left), .money(let right)):
            try LuaRaisedError.translating("compare") { () throws(MoneyError) in try left.compared(to: right) }
        case (.number(let left), .number(let right)): left < right ? -1 : (left == right ? 0 : 1)
        default: throw missingCurrency("compare", other)
        }
    }

    var text: String {
        switch self {
        case .money(let money): money.description
        case .number(let number): number.description
        }
    }

    private func missingCurrency(_ verb: String, _ other: Operand) -> LuaRaisedError {
        LuaRaisedError(
            kind: "money", code: "missing_currency", message: "cannot \(verb) \(text) and \(other.text): one has no currency",
            hint: "give the number a currency, such as EUR \"12.30\"")
    }
}

extension LuaRaisedError {
    fileprivate static func translating<Value>(
        _ verb: String, _ body: () throws(MoneyError) -> Value
    ) throws(LuaRaisedError) -> Value {
        do {
            return try body()
        } catch {
            guard case .currencyMismatch(let left, let right) = error else {
                throw LuaRaisedError(
                    kind: "money", code: error == .overflow ? "overflow" : "invalid_operand", message: "\(error)")
            }
            throw LuaRaisedError(
                kind: "money", code: "currency_mismatch", message: "cannot \(verb) \(left.code) and \(right.code)",
                hint: "convert one of them first")
        }
    }

    fileprivate static func translating<Value>(_ body: () throws(ArithmeticError) -> Value) throws(LuaRaisedError) -> Value {
        do {
            return try body()
        } catch {
            throw LuaRaisedError(
                kind: "money", code: "overflow", message: "the exact result has more than 38 digits", hint: "round before")
        }
    }
}
