import ArgumentParser
import LuaRuntime
import Money

/// The options of everything that has a price: which amount is fixed, and between which currencies.
struct PriceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The amount that is fixed: what leaves, or what arrives.", valueName: "money"))
    var amount: String?

    @Option(help: ArgumentHelp("The currency that leaves; the amount is then what arrives.", valueName: "currency"))
    var from: String?

    @Option(help: ArgumentHelp("The currency that arrives; the amount is then what leaves.", valueName: "currency"))
    var to: String?

    /// Adds what a quote is asked for: `source` and `target`, one of them money.
    ///
    /// With both currencies the one of the amount says which side is fixed.
    func add(to arguments: inout OperationArguments) throws {
        guard let amount else {
            throw CleanFailure.usage("--amount is missing", hint: Self.example)
        }
        let money = try OperationArguments.read(amount, as: .money, named: "--amount")
        let source = try from.map { try OperationArguments.read($0, as: .currency, named: "--from") }
        let target = try to.map { try OperationArguments.read($0, as: .currency, named: "--to") }
        switch (source, target) {
        case (nil, nil): throw CleanFailure.usage("the other currency is missing", hint: Self.example)
        case (nil, let target?): arguments.setSides(money, target)
        case (let source?, nil): arguments.setSides(source, money)
        case (let source?, let target?):
            guard case .money(let value) = money else { return }
            switch LuaValue.string(value.currency.code) {
            case source: arguments.setSides(money, target)
            case target: arguments.setSides(source, money)
            default:
                throw CleanFailure.usage(
                    "the amount is in \(value.currency.code), which is neither --from nor --to", hint: Self.example)
            }
        }
    }

    /// Whether any of them was given.
    var isGiven: Bool { amount != nil || from != nil || to != nil }

    private static let example =
        "write --amount \"250.00 EUR\" --to GBP for what leaves, or --from EUR --amount \"50.00 GBP\" for what arrives"
}

extension OperationArguments {
    fileprivate mutating func setSides(_ source: LuaValue, _ target: LuaValue) {
        setOption("source", source)
        setOption("target", target)
    }
}
