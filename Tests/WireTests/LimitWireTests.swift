import Simulator
import Testing
import WiseAPI
import WiseClient

@Suite("The rate limit over HTTP")
struct LimitWireTests {
    private static let few = RateLimit(perSecond: 5, perMinute: 1000)

    /// One less than the bank allows: requests that left a second apart may arrive a little closer together.
    @Test("is never met by a client that keeps below it")
    func kept() async throws {
        try await Wire.running(limit: Self.few) { wire in
            let client = try wire.client(limiter: RateLimiter(RequestAllowance(perSecond: 4, perMinute: 900)))
            let start = ContinuousClock.now
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<12 { group.addTask { _ = try await client.user() } }
                try await group.waitForAll()
            }
            #expect(wire.exchanges.statuses.count == 12 && !wire.exchanges.statuses.contains(429))
            #expect(ContinuousClock.now - start >= .seconds(2))
        }
    }

    @Test("that is met holds all requests back for as long as the bank says, and they succeed")
    func met() async throws {
        // A place comes back every three seconds, so that a machine with much else to do meets the limit too.
        try await Wire.running(limit: RateLimit(perSecond: 100, perMinute: 20)) { wire in
            let client = try wire.client(limiter: RateLimiter(RequestAllowance(perSecond: 100, perMinute: 900)))
            var calls = 0
            while calls < 200, !wire.exchanges.statuses.contains(429) {
                _ = try await client.user()
                calls += 1
            }
            #expect(wire.exchanges.statuses.contains(429))
            #expect(wire.exchanges.statuses.filter { $0 == 200 }.count == calls)
        }
    }

    @Test("that lasts longer than anybody waits is an error with the limiter's name")
    func tooLong() async throws {
        try await Wire.running { wire in
            try await wire.steer(
                "fault",
                .object([
                    "route": .string("getUser"), "kind": .string("rate_limited"), "seconds": .integer(3000),
                ]))
            let client = try wire.client(limiter: RateLimiter())
            do throws(ClientError) {
                _ = try await client.user()
                Issue.record("it was let through")
            } catch {
                #expect(error.kind == .api(.rateLimited) && error.isRetryable)
                #expect(error.message.contains("wise-public-api"))
            }
            // Neither is anything else sent meanwhile.
            await #expect(throws: ClientError.self) { _ = try await client.profiles() }
            #expect(wire.exchanges.all.count == 1)
        }
    }
}
