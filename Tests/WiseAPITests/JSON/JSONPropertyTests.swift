import Testing
import WiseAPI

@Suite("Whatever arrives")
struct JSONPropertyTests {
    static let samples = [
        #"{"id":12,"rate":-1.5e+10,"name":"J\u00e9\ud83d\ude00 €","list":[true,false,null,{}],"end":[]}"#,
        #"{"errors":[{"code":"NotNull","message":"must not be null","path":"currency","arguments":null}],"timestamp":"2026-08-01"}"#,
        #"{"timestamp":"2026-08-01T10:00:00.000+0000","status":403,"error":"Forbidden","message":"no","path":"/v1"}"#,
        #"{"type":"/errors/types/access","title":"Denied","status":403,"errors":[{"detail":"d","code":"c","ref":"r"}]}"#,
    ]

    /// Reads the bytes in every way in which an answer is read; a text that is accepted must survive being written.
    private func read(_ bytes: [UInt8], status: Int) {
        if let value = try? JSONValue(parsing: bytes) {
            #expect((try? JSONValue(parsing: value.bytes)) == value)
        }
        let error = APIError(APIResponse(status: status, body: bytes))
        #expect(!error.message.isEmpty && error.status == status)
    }

    @Test("ten thousand random byte strings are read or refused", arguments: [1, 2, 3, 4])
    func randomBytes(seed: UInt64) {
        var random = RandomSource(seed: seed)
        for _ in 0..<2500 {
            let status = Int.random(in: 0...999, using: &random)
            read(random.bytes(upTo: 64), status: status)
        }
    }

    @Test("ten thousand damaged JSON texts are read or refused", arguments: [5, 6, 7, 8])
    func damagedTexts(seed: UInt64) {
        var random = RandomSource(seed: seed)
        let structural = Array("{}[]:,\"\\u0dDeE+-.019tfn \n".utf8)
        for round in 0..<2500 {
            var bytes = Array(Self.samples[round % Self.samples.count].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
                case 1: bytes[place] = structural.randomElement(using: &random) ?? 0
                case 2: bytes.insert(structural.randomElement(using: &random) ?? 0, at: place)
                case 3 where bytes.count > 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: bytes[place...].prefix(12), at: place)
                }
            }
            read(bytes, status: [400, 401, 403, 409, 422, 500][round % 6])
        }
    }

    @Test("every resource refuses or reads damaged JSON, and none brings the process down", arguments: [9, 10])
    func damagedResources(seed: UInt64) throws {
        var random = RandomSource(seed: seed)
        for sample in ResourceSample.all {
            for _ in 0..<150 {
                let value = Self.damaged(try JSONValue(parsing: sample.text), using: &random)
                if let json = try? sample.reencode(value) { #expect(json == value) }
            }
        }
    }

    /// The value with one of its parts, at any depth, replaced by something else.
    private static func damaged(_ value: JSONValue, using random: inout RandomSource) -> JSONValue {
        let others: [JSONValue] = [.null, .bool(true), .integer(-1), .string("€"), .array([.null]), .object(["a": .null])]
        let other = others.randomElement(using: &random) ?? .null
        switch value {
        case .object(var object) where !object.members.isEmpty && Int.random(in: 0..<8, using: &random) > 0:
            let member = object.members[Int.random(in: 0..<object.members.count, using: &random)]
            object[member.key] = damaged(member.value, using: &random)
            return .object(object)
        case .array(var items) where !items.isEmpty && Int.random(in: 0..<8, using: &random) > 0:
            let place = Int.random(in: 0..<items.count, using: &random)
            items[place] = damaged(items[place], using: &random)
            return .array(items)
        default: return other
        }
    }
}
