import Testing
import WiseAPI
import WiseClient

@Suite("The rate limit")
struct RateLimiterTests {
    private func client(
        _ script: [GateTestTransport.Step], _ limit: RequestAllowance, _ time: TestTime, attempts: Int = 1
    ) -> (WiseClient, GateTestTransport) {
        let log = GateTestLog()
        let transport = GateTestTransport(script, log: log)
        let clock = time.clock
        let client = WiseClient(
            transport: transport, credentials: FixedCredentials(nil), gate: EffectGate(journal: GateTestJournal(log: log)),
            retry: RetryPolicy(maximumAttempts: attempts, wait: clock.wait), limiter: RateLimiter(limit, clock: clock),
            clock: clock)
        return (client, transport)
    }

    private static func answers(_ count: Int) -> [GateTestTransport.Step] { Array(repeating: .json(200, "[]"), count: count) }

    @Test("no second and no minute sees more requests than allowed, and nothing waits needlessly")
    func limits() async throws {
        let time = TestTime()
        let (client, _) = client(Self.answers(10), RequestAllowance(perSecond: 3, perMinute: 7), time)
        for _ in 0..<10 { _ = try await client.balances(of: 7) }
        // Three at once, three a second later, one more; the eighth waits for the first of all to be a minute old.
        #expect(time.waits == [1000, 1000, 58_000])
    }

    @Test("tokens come back while nobody asks")
    func refill() async throws {
        let time = TestTime()
        let (client, _) = client(Self.answers(6), RequestAllowance(perSecond: 2, perMinute: 900), time)
        for _ in 0..<3 {
            for _ in 0..<2 { _ = try await client.balances(of: 7) }
            time.advance(1000)
        }
        #expect(time.waits.isEmpty)
    }

    @Test("a Retry-After holds everybody back, and its limiter is named")
    func retryAfter() async throws {
        let time = TestTime()
        let limited = GateTestTransport.Step.json(
            429, "{}", headers: ["Retry-After": "5", "X-Rate-Limited-By": "wise-public-api"])
        let (client, _) = client([limited] + Self.answers(1), RequestAllowance(), time)
        let error = await #expect(throws: ClientError.self) { try await client.balances(of: 7) }
        #expect(error?.kind == .api(.rateLimited) && error?.message.contains("limited by wise-public-api") == true)
        _ = try await client.balances(of: 7)
        #expect(time.waits == [5000])
    }

    @Test("a longer wait than is allowed fails at once for everybody, and nothing is sent")
    func longRetryAfter() async throws {
        for seconds in ["3600", "9223372036854775807"] {
            let time = TestTime()
            let limited = GateTestTransport.Step.json(429, "{}", headers: ["Retry-After": seconds, "X-Rate-Limited-By": "ip"])
            let (client, transport) = client([limited], RequestAllowance(), time)
            await #expect(throws: ClientError.self) { try await client.balances(of: 7) }
            let error = await #expect(throws: ClientError.self) { try await client.balances(of: 7) }
            #expect(error?.kind == .api(.rateLimited) && error?.isRetryable == true && error?.message.contains("ip") == true)
            #expect(transport.requests.count == 1 && time.waits.isEmpty)
        }
    }

    @Test("an effect that the limit turned away was not sent")
    func effect() async throws {
        let time = TestTime()
        let limited = GateTestTransport.Step.json(429, "{}", headers: ["Retry-After": "60"])
        let (client, transport) = client([limited], RequestAllowance(), time)
        await #expect(throws: ClientError.self) { try await client.balances(of: 7) }
        let error = await #expect(throws: ClientError.self) {
            try await client.move(try GateTestAnswers.money("25.00"), from: 1, to: 2, for: 7)
        }
        #expect(error?.kind == .api(.rateLimited) && error?.isAmbiguous == false && transport.requests.count == 1)
    }

    @Test("a wait can be cancelled, and the next in line is served")
    func cancelled() async throws {
        let log = GateTestLog()
        let transport = GateTestTransport(Self.answers(2), log: log)
        let limiter = RateLimiter(
            RequestAllowance(perSecond: 1, perMinute: 900),
            clock: ClientClock(
                now: { 0 },
                wait: { _ in
                    log.append("wait")
                    try await Task.sleep(for: .seconds(3600))
                }))
        let client = WiseClient(
            transport: transport, credentials: FixedCredentials(nil), gate: EffectGate(journal: GateTestJournal(log: log)),
            limiter: limiter)
        _ = try await client.balances(of: 7)
        let first = Task { try await client.balances(of: 7) }
        while !log.all.contains("wait") { await Task.yield() }
        let second = Task { try await client.balances(of: 7) }
        first.cancel()
        second.cancel()
        for task in [first, second] {
            let error = await #expect(throws: ClientError.self) { try await task.value }
            #expect(error?.kind == .cancelled)
        }
        #expect(transport.requests.count == 1)
    }

    @Test("requests leave in the order in which they came")
    func order() async throws {
        let time = TestTime()
        let log = GateTestLog()
        let transport = GateTestTransport(Self.answers(20), log: log)
        let client = WiseClient(
            transport: transport, credentials: FixedCredentials(nil), gate: EffectGate(journal: GateTestJournal(log: log)),
            limiter: RateLimiter(RequestAllowance(perSecond: 1, perMinute: 900), clock: time.clock))
        for profile in 1...20 { _ = try await client.balances(of: profile) }
        #expect(transport.requests.map(\.path) == (1...20).map { "/v4/profiles/\($0)/balances" })
        #expect(time.waits.count == 19)
    }
}
