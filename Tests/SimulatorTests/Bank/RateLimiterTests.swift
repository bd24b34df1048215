import Testing
import WiseAPI

@testable import Simulator

@Suite("The limiter of requests")
struct RateLimiterTests {
    @Test("lets a hundred through at once, then a hundred each second")
    func perSecond() {
        var limiter = RateLimiter(RateLimit(perSecond: 100, perMinute: 100_000))
        for _ in 1...100 { #expect(limiter.secondsToWait("a", now: 0) == nil) }
        #expect(limiter.secondsToWait("a", now: 0) == 1)
        #expect(limiter.secondsToWait("b", now: 0) == nil)
        #expect(limiter.secondsToWait("a", now: 9_999) == 1)
        #expect(limiter.secondsToWait("a", now: 10_000) == nil)
        #expect(limiter.secondsToWait("a", now: 10_000) == 1)
        // An idle hour fills the bucket, and no more than that.
        let later: Int64 = 3_600_000_000
        for _ in 1...100 { #expect(limiter.secondsToWait("a", now: later) == nil) }
        #expect(limiter.secondsToWait("a", now: later) == 1)
    }

    @Test("lets nine hundred through in a minute, and says how long to wait")
    func perMinute() {
        var limiter = RateLimiter(.personalToken)
        var now: Int64 = 0
        var count = 0
        while limiter.secondsToWait("a", now: now) == nil {
            count += 1
            now += 10_000
        }
        // 900 at once, and 15 a second while they were sent.
        #expect((1000...1060).contains(count))
        #expect(limiter.secondsToWait("a", now: now) == 1)
        // A clock that stands still or goes back gives nothing away.
        #expect(limiter.secondsToWait("a", now: now - 1_000_000) == 1)
    }

    @Test("answers 429 with what to do, and leaves the steering alone")
    func bank() async throws {
        let bank = SimulatedBank(limit: RateLimit(perSecond: 2, perMinute: 2))
        let client = BankClient(bank: bank)
        for _ in 1...2 { #expect(try await client.send(.get, "/v2/profiles").status == 200) }
        let refused = try await client.send(.get, "/v2/profiles")
        #expect(refused.status == 429 && refused.headers["x-rate-limited-by"] == "wise-public-api")
        #expect(refused.headers["retry-after"].flatMap { Int($0) }.map { (1...30).contains($0) } == true)
        #expect(try JSONValue(parsing: refused.body).objectValue != nil)
        #expect(refused.headers["x-trace-id"] != nil)
        #expect(try await client.send(.get, "/_simulator/world").status == 200)
        #expect(try await BankClient(bank: SimulatedBank()).send(.get, "/v2/profiles").status == 200)
    }
}
