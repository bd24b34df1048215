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
    /// With a key in its body: a transfer is ordered.
    case order
    /// Without a key: a transfer is paid for.
    case pay
    /// Without a key: simulated money.
    case topUp
    /// Without a key: an empty balance is closed.
    case close

    /// Whether the bank recognises a repeat.
    var isKeyed: Bool { route.repeatSafety.isKeyed }
    /// Whether the request names a quote, so that one that is out of date stops it.
    var namesQuote: Bool { self == .convert || self == .order }

    var route: Route {
        switch self {
        case .move, .convert: .moveBetweenBalances
        case .order: .createTransfer
        case .pay: .fundTransfer
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
        var ordered: Int?
        switch self {
        case .move:
            perform = { () throws(ClientError) in
                _ = try await client.move(amount, from: Wire.balance, to: Wire.jar, for: Wire.business)
            }
        case .convert:
            let quote = try await client.quote(
                QuoteRequest(.source(amount, target: try Currency(code: "GBP"))), for: Wire.business)
            perform = { () throws(ClientError) in _ = try await client.convert(quote, for: Wire.business) }
        case .order:
            let request = try await Self.transferRequest(amount, client)
            ordered = try await client.transfers(TransferQuery(profile: Wire.business)).count
            perform = { () throws(ClientError) in _ = try await client.createTransfer(request) }
        case .pay:
            let transfer = try await client.createTransfer(try await Self.transferRequest(amount, client)).id
            perform = { () throws(ClientError) in _ = try await client.fundTransfer(transfer, of: Wire.business) }
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
        } else if let ordered {
            count = try await client.transfers(TransferQuery(profile: Wire.business)).count - ordered
        } else {
            let after = try await wire.amount(of: Wire.balance)
            let difference = try before?.amount.subtracting(after?.amount ?? .zero).magnitude ?? .zero
            count = Int(difference.description.split(separator: ".").first ?? "0").map { $0 / 10 } ?? -1
        }
        return (failure.map { FaultOutcome($0) } ?? .done, count, failure)
    }

    /// An order to send euros to somebody who is paid in pounds.
    private static func transferRequest(_ amount: Money, _ client: WiseClient) async throws -> TransferRequest {
        let pound = try Currency(code: "GBP")
        let known = try await client.recipients(RecipientQuery(profile: Wire.business, currency: pound))
        guard let recipient = known.first?.id else { throw NobodyToPay() }
        let quote = try await client.quote(
            QuoteRequest(
                .source(amount, target: pound), payOut: "BANK_TRANSFER", preferredPayIn: "BALANCE", recipient: recipient),
            for: Wire.business)
        return TransferRequest(recipient: recipient, quote: quote.id ?? "", reference: "wire")
    }

    private struct NobodyToPay: Error {}
}
