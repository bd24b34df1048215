import Testing
import WiseAPI

@Suite(
    "Recorded answers of the bank",
    .enabled(if: RecordedAnswers.folder != nil, "skipped: no recorded answers stand in ../shared/reference/recorded"))
struct RecordedAnswerTests {
    /// What a recorded exchange answered, with the path that was asked.
    private struct Exchange {
        let name: String
        let method: APIRequest.Method
        let path: String
        let status: Int
        let body: JSONValue
    }

    private static func exchanges() throws -> [Exchange] {
        try RecordedAnswers.files(in: "sandbox-2026-07").map { file in
            let json = try JSONValue(parsing: file.bytes)
            let request = try #require(json["request"])
            let target = try #require(request["path"]?.stringValue)
            return Exchange(
                name: file.name, method: try #require(request["method"]?.stringValue.flatMap { APIRequest.Method(rawValue: $0) }),
                path: String(target.prefix { $0 != "?" }), status: try #require(json["status"]?.integerValue),
                body: try #require(json["response"]))
        }
    }

    @Test("of the operations that Florin speaks are read and written as they are")
    func operations() throws {
        var read: [Route: Int] = [:]
        for exchange in try Self.exchanges() where exchange.status < 300 {
            guard case .route(let route, _) = Route.match(exchange.method, path: exchange.path) else { continue }
            read[route, default: 0] += 1
            let again: JSONValue
            switch route {
            case .listBalances: again = .array(try Balance.list(json: exchange.body).map(\.json))
            case .listRates: again = .array(try ExchangeRate.list(json: exchange.body).map(\.json))
            case .createRecipient: again = try Recipient(json: exchange.body).json
            case .createTransfer, .getTransfer:
                let transfer = try Transfer(json: exchange.body)
                #expect(
                    [.incomingPaymentWaiting, .processing, .outgoingPaymentSent].contains(transfer.status)
                        && transfer.customerTransactionID != nil, "\(exchange.name)")
                again = transfer.json
            case .fundTransfer:
                let funding = try FundingResult(json: exchange.body)
                #expect(funding.status == .completed && funding.balanceTransaction != nil, "\(exchange.name)")
                #expect(APIError(refusing: route, APIResponse(status: exchange.status, json: exchange.body)) == nil)
                again = funding.json
            case .createQuote, .getQuote:
                let quote = try Quote(json: exchange.body)
                #expect(quote.id != nil && !quote.paymentOptions.isEmpty, "\(exchange.name)")
                #expect(quote.expirationTime == quote.createdTime?.adding(seconds: 1800), "\(exchange.name)")
                again = quote.json
            default:
                Issue.record("no reader for \(exchange.name)")
                continue
            }
            #expect(again == exchange.body, "\(exchange.name)")
        }
        let expected: Set<Route> = [
            .listBalances, .listRates, .createQuote, .getQuote, .createRecipient, .createTransfer, .getTransfer, .fundTransfer,
        ]
        #expect(Set(read.keys) == expected, "\(read)")
    }

    @Test("are all JSON that survives being written, whatever they are about")
    func everything() throws {
        for folder in ["", "sandbox-2026-07"] {
            for file in RecordedAnswers.files(in: folder) where file.name.hasSuffix(".json") {
                let json = try JSONValue(parsing: file.bytes)
                #expect(try JSONValue(parsing: json.bytes) == json, "\(file.name)")
            }
        }
    }

    @Test("that refuse say why")
    func refusals() throws {
        let refusals = try Self.exchanges().filter { $0.status >= 400 }
        #expect(!refusals.isEmpty)
        for exchange in refusals {
            let error = APIError(APIResponse(status: exchange.status, json: exchange.body))
            #expect(error.kind == .unauthorized && error.code == "invalid_token" && error.message == "Invalid token")
        }
    }

    @Test("of quotes and statements from production are read")
    func production() throws {
        let files = Dictionary(uniqueKeysWithValues: RecordedAnswers.files().map { ($0.name, $0.bytes) })
        for (name, bytes) in files where name.hasPrefix("quote-") {
            let json = try JSONValue(parsing: bytes)
            #expect(try Quote(json: json).json == json, "\(name)")
        }
        for (name, bytes) in files where name.hasPrefix("statement-live") {
            let statement = try BalanceStatement(json: try JSONValue(parsing: bytes))
            #expect(statement.transactions.first?.runningBalance == statement.closing, "\(name)")
        }
        for (name, bytes) in files where name.hasSuffix(".jsonl") {
            let lines = bytes.split(separator: UInt8(ascii: "\n"))
            #expect(!lines.isEmpty, "\(name)")
            for line in lines {
                #expect(throws: Never.self) { try StatementTransaction(json: try JSONValue(parsing: Array(line))) }
            }
        }
    }
}
