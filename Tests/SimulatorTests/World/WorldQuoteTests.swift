import Money
import Simulator
import Testing
import WiseAPI

@Suite("Quotes of a world")
struct WorldQuoteTests {
    static let quotes = "/v3/profiles/\(WorldCaller.business)/quotes"

    @Test(
        "price what leaves and what arrives by the recorded arithmetic", arguments: ["EUR-GBP", "GBP-JPY", "JPY-EUR", "USD-SGD"])
    func arithmetic(pair: String) throws {
        var caller = WorldCaller()
        let codes = pair.split(separator: "-")
        let source = try Currency(code: codes[0])
        let target = try Currency(code: codes[1])
        for side in ["source", "target"] {
            for value in ["1000", "7777", "123456"] {
                let members = "\"sourceCurrency\":\"\(source)\",\"targetCurrency\":\"\(target)\",\"\(side)Amount\":\(value)"
                let quote = try caller.quote(members)
                let rate = try #require(quote.rate)
                for option in quote.paymentOptions {
                    let net = try option.sourceAmount.subtracting(option.fee).amount
                    if side == "source" {
                        #expect(option.sourceAmount.amount == (try decimal(value)))
                        let arriving = try net.multiplied(by: rate).rounded(toScale: target.providerDigits, .halfUp)
                        #expect(option.targetAmount.amount == arriving)
                    } else {
                        #expect(option.targetAmount.amount == (try decimal(value)))
                        #expect(net == (try option.targetAmount.amount.divided(by: rate, scale: source.providerDigits, .halfUp)))
                    }
                    #expect(option.fee.isPositive)
                    let share = try option.fee.amount.divided(by: option.sourceAmount.amount, scale: 4, .halfUp)
                    #expect(option.raw["feePercentage"]?.decimalValue == share)
                }
            }
        }
    }

    @Test("cost nothing within one currency")
    func oneCurrency() throws {
        var caller = WorldCaller()
        let quote = try caller.quote("\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"EUR\",\"sourceAmount\":50")
        let option = try #require(quote.balanceOption)
        #expect(option.fee.isZero && option.targetAmount == option.sourceAmount && quote.rate == ExactDecimal(1))
    }

    @Test("put the balance option first, and disable it without both balances")
    func disabledOption() throws {
        var caller = WorldCaller()
        let members = "\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"CHF\",\"targetAmount\":20.05,\"sourceAmount\":null"
        let quote = try caller.quote(members)
        let option = try #require(quote.paymentOptions.first)
        #expect(option.payIn == "BALANCE" && option.disabled && option.disabledCode == "error.payInmethod.disabled")
        let answer = try caller.move("{\"quoteId\":\"\(#require(quote.id))\"}")
        #expect(answer.status == 422 && answer.code == "balance.no-balance-for-currency")
        let path = "/v4/profiles/\(WorldCaller.business)/balances"
        #expect(try caller.call(.post, path, "{\"currency\":\"CHF\",\"type\":\"STANDARD\"}", key: caller.key()).status == 201)
        let again = try Quote(json: try caller.json(.get, "\(Self.quotes)/\(#require(quote.id))"))
        #expect(again.balanceOption?.disabled == false)
    }

    @Test("carry whole seconds and only the amount that was asked for")
    func shape() throws {
        var caller = WorldCaller()
        try caller.call(.post, "/_simulator/clock", "{\"advanceSeconds\":1}")
        let quote = try caller.quote("\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"USD\",\"targetAmount\":10")
        for member in ["createdTime", "expirationTime", "rateExpirationTime", "rateTimestamp"] {
            #expect(quote.raw[member]?.stringValue?.utf8.count == 20, "\(member)")
        }
        #expect(quote.raw["sourceAmount"] == nil && quote.raw["targetAmount"]?.decimalValue == ExactDecimal(10))
        #expect(quote.expirationTime == quote.createdTime?.adding(seconds: 1800))
    }

    @Test("live half an hour, are readable two days longer, then are forgotten")
    func expiry() throws {
        var caller = WorldCaller()
        let quote = try caller.quote("\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"USD\",\"sourceAmount\":10")
        let id = try #require(quote.id)
        try caller.call(.post, "/_simulator/clock", "{\"advanceSeconds\":1800}")
        #expect(try Quote(json: try caller.json(.get, "\(Self.quotes)/\(id)")).status == .expired)
        let answer = try caller.move("{\"quoteId\":\"\(id)\"}")
        #expect(answer.status == 422 && answer.code == "quote.expired")
        try caller.call(.post, "/_simulator/clock", "{\"advanceSeconds\":172800}")
        #expect(try caller.call(.get, "\(Self.quotes)/\(id)").status == 200)
        try caller.call(.post, "/_simulator/clock", "{\"advanceSeconds\":1}")
        #expect(try caller.call(.get, "\(Self.quotes)/\(id)").status == 404)
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let body: String
        let status: Int
        let code: String?
        let path: String?
        var testDescription: String { body }
        init(_ body: String, _ status: Int, _ code: String?, _ path: String?) {
            (self.body, self.status, self.code, self.path) = (body, status, code, path)
        }
    }

    static let refused = [
        Refused(#"{"sourceCurrency":"EUR","targetCurrency":"USD"}"#, 400, "NotNull", "sourceAmount"),
        Refused(
            #"{"sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":1,"targetAmount":1}"#, 400,
            "error.quote.amount.onlySingle", "sourceAmount"),
        Refused(
            #"{"sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":0}"#, 400, "error.greaterThanZero", "sourceAmount"),
        Refused(
            #"{"sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":-5}"#, 400, "error.greaterThanZero", "sourceAmount"),
        Refused(#"{"sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":1.001}"#, 400, "NOT_VALID", "sourceAmount"),
        Refused(#"{"sourceCurrency":"EUR","targetCurrency":"JPY","targetAmount":100.5}"#, 400, "NOT_VALID", "targetAmount"),
        Refused(#"{"sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":"12"}"#, 400, "BAD_REQUEST", "sourceAmount"),
        Refused(
            #"{"sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":1e15,"payOut":"PIGEON"}"#, 400, "NOT_VALID", "payOut"),
        Refused(#"{"sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":1e30}"#, 400, "NOT_VALID", "sourceAmount"),
        Refused(#"{"sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":0.05}"#, 422, "TOO_SMALL", "sourceAmount"),
        Refused(#"{"sourceCurrency":"EUR","targetCurrency":"XYZ","sourceAmount":1}"#, 400, "CurrencyCode", "targetCurrency"),
        Refused(
            #"{"sourceCurrency":"HRK","targetCurrency":"EUR","sourceAmount":1}"#, 400, "CurrencyDeprecated", "sourceCurrency"),
        Refused(#"{"targetCurrency":"EUR","sourceAmount":1}"#, 400, "NotNull", "sourceCurrency"),
        Refused(#"{"sourceCurrency":7,"targetCurrency":"EUR","sourceAmount":1}"#, 400, "BAD_REQUEST", "sourceCurrency"),
        Refused("{", 400, "Bad Request", nil),
        Refused("[]", 400, "Bad Request", nil),
        Refused("", 400, "Bad Request", nil),
    ]

    @Test(
        "name each wrong currency, the target first",
        arguments: [
            (#""sourceCurrency":"XQX","targetCurrency":"eur""#, ["CurrencyCode targetCurrency", "CurrencyCode sourceCurrency"]),
            (
                #""sourceCurrency":"HRK","targetCurrency":"XQX""#,
                ["CurrencyCode targetCurrency", "CurrencyDeprecated sourceCurrency"]
            ),
            (#""sourceCurrency":"XQX","targetCurrency":"EUR""#, ["CurrencyCode sourceCurrency"]),
            (#""amount":1"#, ["NotNull targetCurrency", "NotNull sourceCurrency"]),
        ])
    func wrongCurrencies(members: String, items: [String]) throws {
        var caller = WorldCaller()
        let answer = try caller.call(.post, Self.quotes, "{\(members),\"sourceAmount\":1}")
        #expect(answer.status == 400)
        #expect(APIError(answer).items.map { "\($0.code) \($0.path ?? "")" } == items)
    }

    @Test("refuse what makes no sense and name the field", arguments: refused)
    func refusals(row: Refused) throws {
        var caller = WorldCaller()
        let answer = try caller.call(.post, Self.quotes, row.body)
        #expect(answer.status == row.status)
        #expect(answer.code == row.code)
        #expect(answer.path == row.path)
        #expect(!caller.world.hasChanges)
    }
}
