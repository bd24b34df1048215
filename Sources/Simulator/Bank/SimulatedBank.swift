import Glibc
public import WiseAPI

/// A simulated bank with its doors open: one world, requests answered one after the other.
///
/// The world lives in memory or in a ``WorldStore``. With a store an answer leaves only after what it changed is durable,
/// and changes that other processes made to the same file are taken over before each request.
public actor SimulatedBank {
    /// How the world's time passes.
    public enum ClockMode: Sendable {
        /// It stands still and moves only when it is told to.
        case fixed
        /// It runs with the clock on the wall, from the world's own time on, and never goes back.
        case wall
    }

    let store: WorldStore?
    let clockMode: ClockMode
    var held: HeldWorld
    var snapshots: [String: World] = [:]
    private var limiter: RateLimiter?
    /// A pair of instants that belong together, in wall mode: the world's time, and the wall's in microseconds.
    private var origin: (world: Timestamp, wall: Int64)

    /// A bank in memory: what happens in it is forgotten with it.
    ///
    /// - Parameter limit: How many requests each token may send; nil for any number.
    public init(world: World = .standard(), clock: ClockMode = .fixed, limit: RateLimit? = nil) {
        store = nil
        limiter = limit.map { RateLimiter($0) }
        clockMode = clock
        held = HeldWorld(world: world, version: nil)
        origin = (world.clock, Self.wallMicroseconds())
    }

    /// A bank whose world is kept in a file.
    ///
    /// - Parameter limit: How many requests each token may send; nil for any number.
    /// - Throws: ``WorldStoreError`` when the world cannot be read.
    public init(store: WorldStore, clock: ClockMode = .fixed, limit: RateLimit? = nil) throws(WorldStoreError) {
        self.store = store
        limiter = limit.map { RateLimiter($0) }
        clockMode = clock
        held = try store.load()
        origin = (held.world.clock, Self.wallMicroseconds())
    }

    /// Answers one request. Status 0 stands for an answer that does not arrive; ``reply(to:access:)`` says why not.
    public func respond(to request: APIRequest, access: AccessPolicy = .anyToken) -> APIResponse {
        reply(to: request, access: access).arriving
    }

    /// Answers one request and says what befalls the answer on its way, which the caller of this lets happen.
    public func reply(to request: APIRequest, access: AccessPolicy = .anyToken) -> Reply {
        if let refusal = limitRefusal(of: request) { return Reply(refusal.echoing(request).answering(request.method)) }
        return answer(to: request, access).answering(request.method)
    }

    /// The 429 of a caller who asks too often. Steering the simulation is no matter of the bank's.
    private func limitRefusal(of request: APIRequest) -> APIResponse? {
        guard limiter != nil, !ControlRoute.isControl(request.path) else { return nil }
        let caller = request.headers["authorization"] ?? ""
        guard let seconds = limiter?.secondsToWait(caller, now: Self.microseconds(CLOCK_MONOTONIC)) else { return nil }
        let refusal = Refusal.tooManyRequests(retryAfter: seconds)
        var response = answer(refusal, request)
        for (name, value) in refusal.headers { response.headers.append(name, value) }
        return response
    }

    private func answer(to request: APIRequest, _ access: AccessPolicy) -> Reply {
        if let route = BankRoute(request) { return Reply(respond(on: route, to: request, access).echoing(request)) }
        guard let store else {
            moveClock(of: &held.world)
            let reply = held.world.reply(to: request, access: access)
            held.world.forgetChanges()
            return reply
        }
        do throws(WorldStoreError) {
            if request.method == .get || request.method == .head {
                try store.refresh(&held)
                moveClock(of: &held.world)
                let reply = held.world.reply(to: request, access: access)
                guard held.world.hasChanges else { return reply }
                // A fault struck or a token was given out, which has to be written: ask the stored world again, in a transaction.
                held.version = nil
            }
            return try store.update(&held) { world in
                moveClock(of: &world)
                return world.reply(to: request, access: access)
            }
        } catch {
            return Reply(refusal(error, request).echoing(request))
        }
    }

    /// The proof that the ledger agrees with itself, for the world as it is now.
    ///
    /// - Throws: ``WorldStoreError`` when the stored world cannot be read.
    public func ledgerCheck() throws(WorldStoreError) -> LedgerCheck {
        try store?.refresh(&held)
        return held.world.ledgerCheck()
    }

    /// The answer when the world cannot be read or written. It did not change.
    func refusal(_ error: WorldStoreError, _ request: APIRequest) -> APIResponse {
        held.version = nil
        let shape = Refusal.Shape.framework(error: "Internal Server Error", message: error.description)
        return answer(Refusal(status: 500, shape: shape), request)
    }

    /// A refusal in the bank's own words, outside the world's routes.
    func answer(_ refusal: Refusal, _ request: APIRequest) -> APIResponse {
        answer(status: refusal.status, refusal.json(at: held.world.clock, path: request.path))
    }

    func answer(status: Int, _ json: JSONValue) -> APIResponse {
        var response = APIResponse(status: status, json: json)
        response.headers.append("x-trace-id", held.world.makeTraceIdentifier())
        return response
    }

    /// In wall mode brings a world to the present.
    func moveClock(of world: inout World) {
        guard clockMode == .wall else { return }
        let now = Self.wallMicroseconds()
        let present = origin.world.adding(microseconds: now - origin.wall)
        if present > world.clock {
            world.advance(to: present)
        } else {
            // Somebody moved the world's clock ahead, or the wall's went back: go on from the world's time.
            origin = (world.clock, now)
        }
    }

    /// Makes the present begin at a world's own time.
    func restartClock() { origin = (held.world.clock, Self.wallMicroseconds()) }

    private static func wallMicroseconds() -> Int64 { microseconds(CLOCK_REALTIME) }

    private static func microseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}

/// A world in memory and which version of the stored one it is.
struct HeldWorld: Sendable {
    var world: World
    /// Nil when it has to be read again.
    var version: Int?
}
