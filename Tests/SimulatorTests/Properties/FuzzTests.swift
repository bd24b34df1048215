import Glibc
import Simulator
import Testing
import WiseAPI

/// Requests that nobody would send on purpose: good ones, cut, doubled, mixed and with bytes turned over.
///
/// The environment variable `FLORIN_FUZZ_INPUTS` says how many; `scripts/fuzz` sends millions and looks at the memory.
@Suite("The decoder and the router, whatever arrives")
struct FuzzTests {
    private static let asked = getenv("FLORIN_FUZZ_INPUTS").flatMap { Int(String(cString: $0)) }
    private static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"]
    private static let token = Array("Bearer \(WorldCaller.token)".utf8)
    private static let bodies: [String] = [
        "", "{}", "[]", "null", "{\"quoteId\":\"5f0e8f3a-0000-4000-8000-000000000000\"}",
        "{\"sourceCurrency\":\"EUR\",\"targetCurrency\":\"GBP\",\"sourceAmount\":12.34,\"payOut\":\"BALANCE\"}",
        "{\"amount\":{\"value\":1.25,\"currency\":\"EUR\"},\"sourceBalanceId\":200001,\"targetBalanceId\":200006}",
        "{\"currency\":\"EUR\",\"type\":\"SAVINGS\",\"name\":\"\\u00fc\\ud83d\\ude00\"}", "grant_type=client_credentials",
        "{\"type\":\"BALANCE\"}", "{\"advanceSeconds\":60}", "{\"a\":[[[[[[1e400]]]]]]}",
    ]
    private static let values = [
        "28891001", "28891002", "200001", "200006", "EUR", "1", "x", "%00", "%", "9223372036854775808", "",
    ]
    private static let queries = [
        "", "types=STANDARD", "currency=SGD", "source=EUR&target=GBP", "a=%F0%9F%98%80", "&&==", "time=2026-10-30T14:15:00Z",
        "intervalStart=2026-08-01T00:00:00Z&intervalEnd=2026-10-01T00:00:00Z&type=FLAT",
    ]

    @Test("get an answer that is none of an accident, and leave a ledger that balances", arguments: 0..<2)
    func inputs(worker: Int) throws {
        var generator = SeededGenerator(seed: UInt64(worker))
        let start = World.standard()
        var world = start
        let count = (Self.asked ?? 100_000) / 2
        let before = Self.residentMegabytes()
        for index in 0..<count {
            if index.isMultiple(of: 5000) {
                try #require(world.ledgerCheck().isBalanced, "worker \(worker), input \(index)")
                world = start
            }
            guard let request = Self.request(&generator) else { continue }
            let status = world.respond(to: request, access: .anyToken).status
            try #require((200..<500).contains(status), "worker \(worker), input \(index): \(status) \(request)")
        }
        // With other tests in the same process its memory says nothing.
        if Self.asked != nil { #expect(Self.residentMegabytes() - before < 300) }
    }

    private static func request(_ generator: inout SeededGenerator) -> APIRequest? {
        let route = generator.one(of: Route.allCases)
        let isCalendar = generator.next() % 4 == 0
        var target = Array(
            route.path(
                generator.one(of: values), generator.one(of: values), generation: isCalendar ? .calendar("2026Q3") : .legacy
            ).utf8)
        let query = generator.one(of: queries)
        if !query.isEmpty { target += Array("?\(query)".utf8) }
        if generator.next() % 3 == 0 { mutate(&target, &generator) }
        var body = Array(generator.one(of: bodies).utf8)
        if generator.next() % 2 == 0 { mutate(&body, &generator) }
        var authorization = token
        if generator.next() % 16 == 0 { mutate(&authorization, &generator) }
        var headers: HeaderFields = ["Authorization": String(decoding: authorization, as: UTF8.self)]
        let key = generator.one(of: ["00000000-0000-4000-8000-000000000001", "no key", ""])
        if !key.isEmpty { headers["X-idempotence-uuid"] = key }
        if generator.next() % 8 == 0 { headers["X-External-Correlation-Id"] = String(decoding: body.prefix(60), as: UTF8.self) }
        // Mostly the method that the route has, since nothing else gets past the router.
        let method = generator.next() % 4 == 0 ? generator.one(of: methods) : route.method.rawValue
        return APIRequest(method: method, target: String(decoding: target, as: UTF8.self), headers: headers, body: body)
    }

    /// Changes some bytes: turned over, cut, doubled, or put in from what parsers stumble over.
    private static func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        for _ in 0...(generator.next() % 4) {
            let place = bytes.isEmpty ? 0 : Int(generator.next() % UInt64(bytes.count))
            switch generator.next() % 5 {
            case 0 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8(generator.next() % 8)
            case 1: bytes.removeSubrange(place...)
            case 2: bytes.insert(contentsOf: bytes[place...].prefix(200), at: place)
            case 3: bytes.insert(UInt8.random(in: .min ... .max, using: &generator), at: place)
            default:
                let pieces = ["[", "{\"", "\\u", "\u{0}", "-", "1e999999999", "\"\"", "//", "%FF", ",", "true"]
                bytes.insert(contentsOf: Array(generator.one(of: pieces).utf8), at: place)
            }
        }
    }

    private static func residentMegabytes() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096 >> 20
    }
}
