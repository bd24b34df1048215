import Testing
import WiseAPI

/// What the bank's documents leave open, by the numbers of the Wise API reference, section 15: one test for each row.
///
/// A48 is about webhooks, which the simulator does not send.
@Suite("Ambiguity")
struct Ambiguities {
    static let business = "/v4/profiles/\(WorldCaller.business)"
    static let balances = "\(business)/balances"
    static let movements = "/v2/profiles/\(WorldCaller.business)/balance-movements"
    static let quotes = "/v3/profiles/\(WorldCaller.business)/quotes"
    static let frank = #"{"currency":"CHF","type":"STANDARD"}"#

    static func set(_ members: String, _ caller: inout WorldCaller) throws {
        #expect(try caller.call(.post, "/_simulator/settings", "{\(members)}").status == 200)
    }

    /// The body of a move into the jar Reserve.
    static func fill(_ value: String, _ caller: inout WorldCaller) throws -> String {
        let (euro, jar) = (try caller.balance("EUR").id, try caller.balance("Reserve").id)
        let amount = "{\"value\":\(value),\"currency\":\"EUR\"}"
        return "{\"amount\":\(amount),\"sourceBalanceId\":\(euro),\"targetBalanceId\":\(jar)}"
    }

    static func quote(_ caller: inout WorldCaller, _ members: String = #""sourceAmount":100"#) throws -> Quote {
        try caller.quote(#""sourceCurrency":"EUR","targetCurrency":"USD","# + members)
    }

    /// A refusal in the shape of the framework.
    static func isFramework(_ answer: APIResponse, _ error: String, _ message: String) throws -> Bool {
        let json = try JSONValue(parsing: answer.body)
        return json["error"]?.stringValue == error && json["message"]?.stringValue?.contains(message) == true
            && json["status"]?.integerValue == answer.status && json["timestamp"]?.stringValue != nil
    }
}
