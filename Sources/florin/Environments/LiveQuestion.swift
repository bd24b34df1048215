import Money
import WiseAPI
import WiseClient

/// What a person is asked about one effect, and the answer that lets it pass.
struct LiveQuestion {
    /// What is about to happen.
    let subject: String
    /// What has to be typed: the amount, or the name of an operation that moves none.
    let answer: String
    private let amount: Money?

    init(about intent: Intent, reader: WiseClient) async throws(ClientError) {
        let body = try? JSONValue(parsing: intent.body)
        var parameters: [String] = []
        if case .route(_, let found) = Route.match(intent.route.method, path: intent.path) { parameters = found }
        let profile = parameters.first.flatMap { Int($0) }
        switch intent.route {
        case .moveBetweenBalances:
            let isConversion = body?["quoteId"]?.isNull == false
            if isConversion, body?["amount"] == nil, let quote = body?["quoteId"]?.stringValue, let profile {
                self.init(converting: try await reader.quote(quote, of: profile))
            } else if !isConversion, let amount = Self.amount(in: body?["amount"]) {
                let places = ["sourceBalanceId", "targetBalanceId"].compactMap { body?[$0]?.integerValue }.map { "\($0)" }
                self.init("\(amount) moves from balance \(places.joined(separator: " to "))", amount)
            } else {
                throw Self.unclear(intent)
            }
        case .fundTransfer:
            guard let profile, let id = parameters.last.flatMap({ Int($0) }) else {
                throw Self.unclear(intent)
            }
            let transfer = try await reader.transfer(id)
            var price: Money?
            if let quote = transfer.quote {
                let quote = try await reader.quote(quote, of: profile)
                price = quote.fundingOption?.sourceAmount
            }
            let leaves = price.map { "\($0) leaves" } ?? "\(transfer.sourceAmount) and a fee that is not known leave"
            let subject =
                "\(leaves) for transfer \(id): \(transfer.targetAmount) to recipient \(transfer.targetAccount)"
            // An amount that is known to be too small is no amount to confirm.
            self.init(subject, answer: intent.route.rawValue, price)
        default:
            let amount = Self.amount(in: body?["amount"])
            let recipient = body?["targetAccount"]?.integerValue ?? body?["recipientId"]?.integerValue
            let target = recipient.map { ", recipient \($0)" } ?? ""
            self.init("\(intent.route.rawValue)\(target), \(intent.path)", answer: intent.route.rawValue, amount)
        }
    }

    /// What cannot be read cannot be confirmed.
    private static func unclear(_ intent: Intent) -> ClientError {
        ClientError(
            .invalidRequest, code: "not_clear", message: "LIVE: it cannot be told what \(intent.route.rawValue) would move",
            hint: "Give whole numbers and amounts as the documents show them, and either a quote or an amount; nothing was sent")
    }

    /// Whether a line says yes.
    func accepts(_ line: String) -> Bool {
        let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let amount else { return words == answer }
        return (try? Money(parsing: words)) == amount
    }

    private init(converting quote: Quote) {
        let option = quote.balanceOption
        guard let source = option?.sourceAmount ?? quote.sourceAmount else {
            self.init("a conversion by quote \(quote.id ?? "")", answer: Route.moveBetweenBalances.rawValue)
            return
        }
        self.init(
            "\(source) becomes \((option?.targetAmount ?? quote.targetAmount).map { "\($0)" } ?? "another currency")", source)
    }

    private init(_ subject: String, _ amount: Money) { self.init(subject, answer: "\(amount)", amount) }

    private init(_ subject: String, answer: String, _ amount: Money? = nil) {
        (self.subject, self.amount) = (subject, amount)
        self.answer = amount.map { "\($0)" } ?? answer
    }

    private static func amount(in json: JSONValue?) -> Money? {
        guard let value = json?["value"]?.decimalValue, let code = json?["currency"]?.stringValue,
            let currency = try? Currency(code: code)
        else { return nil }
        return Money(value, currency)
    }
}
