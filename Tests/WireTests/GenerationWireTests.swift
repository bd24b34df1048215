import Money
import Simulator
import Testing
import WiseAPI
import WiseClient

@Suite("Both generations of paths over HTTP")
struct GenerationWireTests {
    static let generations: [PathGeneration] = [.legacy, .calendar("2026Q3"), .calendar("2026Q4")]

    @Test("lead to the same answer for every operation")
    func everyRoute() async throws {
        var answers: [[String]] = []
        for generation in Self.generations {
            let seen = AnswerList()
            try await Wire.running { wire in
                let transport = try CurlTransport(
                    baseURL: "http://127.0.0.1:\(wire.port)", configuration: CurlTransport.Configuration(version: "test"))
                for route in Route.allCases {
                    let path = route.path("\(Wire.business)", "\(Wire.balance)", "3", generation: generation)
                    let body: [UInt8] = route.method == .get ? [] : Array("{}".utf8)
                    let request = APIRequest(route.method, path, headers: ["content-type": route.contentType], body: body)
                    let answer = try await transport.send(request, authorization: Secret(Wire.token))
                    #expect(answer.status < 500, "\(route)")
                    await seen.add("\(route) \(answer.status) \(APIError(answer).code ?? "-")")
                }
            }
            answers.append(await seen.all)
        }
        #expect(answers[0].count == Route.allCases.count)
        for (legacy, (third, fourth)) in zip(answers[0], zip(answers[1], answers[2])) {
            #expect(legacy == third && legacy == fourth)
        }
    }

    @Test("serve a day's work", arguments: generations)
    func work(generation: PathGeneration) async throws {
        try await Wire.running { wire in
            let client = try wire.client(generation: generation)
            let (euro, pound, franc) = (try Currency(code: "EUR"), try Currency(code: "GBP"), try Currency(code: "CHF"))
            let amount = Money(try ExactDecimal(parsing: "10.00"), euro)
            #expect(try await client.profiles().contains { $0.id == Wire.business })
            #expect(try await client.user().id > 0)
            #expect(try await client.rates(source: euro, target: pound).count == 1)
            #expect(try await client.currencies().count > 10)
            let opened = try await client.openBalance(
                OpenBalanceRequest(currency: franc, type: .standard, name: nil), for: Wire.business)
            try await client.closeBalance(opened.id, of: Wire.business)
            let quote = try await client.quote(QuoteRequest(.source(amount, target: pound)), for: Wire.business)
            #expect(try await client.quote(quote.id ?? "", of: Wire.business).id == quote.id)
            #expect(try await client.convert(quote, for: Wire.business).state == .completed)
            #expect(try await client.move(amount, from: Wire.balance, to: Wire.jar, for: Wire.business).state == .completed)
            #expect(try await client.totalFunds(of: Wire.business, in: euro).totalWorth.currency == euro)
            let balance = try await client.balance(Wire.balance, of: Wire.business)
            let start = Timestamp(CivilDate(daysSince1970: 20_720))
            let statement = try await client.statement(
                of: balance, profile: Wire.business, from: start,
                to: Timestamp(microseconds: start.microseconds + 30 * 86_400_000_000))
            #expect(!statement.transactions.isEmpty)
            let prefix = if case .calendar(let version) = generation { "/\(version)/" } else { "/v" }
            #expect(wire.exchanges.all.allSatisfy { $0.target.hasPrefix(prefix) })
        }
    }
}

/// The answers of one generation.
private actor AnswerList {
    private(set) var all: [String] = []

    func add(_ answer: String) { all.append(answer) }
}
