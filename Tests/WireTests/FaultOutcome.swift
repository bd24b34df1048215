import Money
import Simulator
import WiseAPI
import WiseClient

/// How an operation looks to the caller.
enum FaultOutcome: Sendable, Equatable {
    /// It succeeded.
    case done
    /// It failed, and surely did nothing.
    case refused
    /// It failed, and may have done it.
    case unknown

    init(_ error: ClientError) { self = error.isAmbiguous ? .unknown : .refused }
}

/// A way to change something at the bank, whose effect can be counted afterwards.
enum Change: String, Sendable, CaseIterable {
    /// With a key: from a balance into a jar.
    case move
    /// With a key: by a quote.
    case convert
    /// Without a key: simulated money.
    case topUp
    /// Without a key: an empty balance is closed.
    case close

    /// Whether the bank recognises a repeat.
    var isKeyed: Bool { self == .move || self == .convert }

    var route: Route {
        switch self {
        case .move, .convert: .moveBetweenBalances
        case .topUp: .topUpBalance
        case .close: .closeBalance
        }
    }

    /// Makes the change with a fault on its way, and says how it looked and how often it happened.
    func run(on wire: Wire, fault: Fault.Kind, times: Int) async throws -> (
        outcome: FaultOutcome, count: Int, error: ClientError?
    ) {
        let client = try wire.client()
        let amount = Money(try ExactDecimal(parsing: "10.00"), try Currency(code: "EUR"))
        let perform: @Sendable () async throws(ClientError) -> Void
        var closing: Int?
        switch self {
        case .move:
            perform = { () throws(ClientError) in
                _ = try await client.move(amount, from: Wire.balance, to: Wire.jar, for: Wire.business)
            }
        case .convert:
            let quote = try await client.quote(
                QuoteRequest(.source(amount, target: try Currency(code: "GBP"))), for: Wire.business)
            perform = { () throws(ClientError) in _ = try await client.convert(quote, for: Wire.business) }
        case .topUp:
            let request = TopUpRequest(profile: Wire.business, balance: Wire.balance, amount: amount, channel: .transfer)
            perform = { () throws(ClientError) in _ = try await client.topUp(request) }
        case .close:
            let request = OpenBalanceRequest(currency: try Currency(code: "CHF"), type: .standard, name: nil)
            let opened = try await client.openBalance(request, for: Wire.business).id
            closing = opened
            perform = { () throws(ClientError) in try await client.closeBalance(opened, of: Wire.business) }
        }
        let before = try await wire.amount(of: Wire.balance)
        try await wire.add(fault, on: route, times: times)
        wire.exchanges.forget()
        var failure: ClientError?
        do throws(ClientError) {
            try await perform()
        } catch {
            failure = error
        }
        let count: Int
        if let closing {
            count = try await wire.amount(of: closing) == nil ? 1 : 0
        } else {
            let after = try await wire.amount(of: Wire.balance)
            let difference = try before?.amount.subtracting(after?.amount ?? .zero).magnitude ?? .zero
            count = Int(difference.description.split(separator: ".").first ?? "0").map { $0 / 10 } ?? -1
        }
        return (failure.map { FaultOutcome($0) } ?? .done, count, failure)
    }
}
