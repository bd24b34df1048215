import Money
import Simulator
import Testing
import WiseAPI

@Suite("Rates of a world")
struct WorldRatesTests {
    private func rates(_ query: String) throws -> [ExchangeRate] {
        var caller = WorldCaller()
        return try ExchangeRate.list(json: try caller.json(.get, "/v1/rates?\(query)"))
    }

    @Test("come in every documented form")
    func forms() throws {
        #expect(try rates("source=EUR&target=USD").count == 1)
        #expect(try rates("source=EUR").allSatisfy { $0.rate.source == .eur })
        #expect(try rates("").count > 400)
        let noon = try rates("source=EUR&target=USD&time=2026-10-30T14:15:00Z")
        #expect(noon.first?.raw["time"]?.stringValue == "2026-10-30T14:15:00+0000")
        #expect(try rates("source=EUR&target=USD&from=2026-10-01&to=2026-10-31&group=day").count == 31)
        #expect(try rates("source=EUR&target=USD&from=2026-11-02T00:00:00Z&to=2026-11-02T23:00:00Z&group=hour").count == 10)
    }

    @Test(
        "do not exist for unknown pairs, wrong times and wrong groups",
        arguments: [
            "source=EUR&target=XXY", "source=eur&target=USD", "source=EUR&target=USD&time=soon",
            "source=EUR&target=USD&time=2027-01-01T00:00:00Z", "source=EUR&target=USD&from=2026-10-02&to=2026-10-01&group=day",
            "source=EUR&target=USD&from=2026-10-01&to=2026-10-02&group=year",
            "source=EUR&from=2026-10-01&to=2026-10-02&group=day",
            "source=EUR&target=USD&from=2000-10-01&to=2026-10-02&group=minute",
        ])
    func refused(query: String) throws {
        var caller = WorldCaller()
        let answer = try caller.call(.get, "/v1/rates?\(query)")
        #expect(answer.status == 400 && answer.code == "Bad Request")
        // Alone of all services this one sends no path (Wise API reference, rates).
        #expect(try JSONValue(parsing: answer.body)["path"] == .null)
    }

    @Test("can be set by hand, both ways, and given back")
    func overrides() throws {
        var caller = WorldCaller()
        func now(_ source: String, _ target: String) throws -> ExactDecimal {
            let json = try caller.json(.get, "/v1/rates?source=\(source)&target=\(target)")
            return try #require(try ExchangeRate.list(json: json).first).rate.value
        }
        let before = try now("EUR", "USD")
        try caller.call(.post, "/_simulator/clock", #"{"advanceSeconds":0}"#)
        try caller.call(.post, "/_simulator/rate", #"{"source":"EUR","target":"USD","rate":1.6}"#)
        #expect(try now("EUR", "USD") == decimal("1.6"))
        #expect(try now("USD", "EUR") == decimal("0.625"))
        #expect(
            try caller.quote("\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"USD\",\"sourceAmount\":10").rate == decimal("1.6"))
        try caller.call(.post, "/_simulator/rate", #"{"source":"EUR","target":"USD","rate":null}"#)
        #expect(try now("EUR", "USD") == before)
        for body in [
            #"{"source":"EUR","target":"EUR","rate":1}"#, #"{"source":"EUR","target":"USD","rate":0}"#,
            #"{"source":"EUR","target":"USD","rate":"1"}"#,
        ] {
            #expect(try caller.call(.post, "/_simulator/rate", body).status == 400)
        }
    }
}
