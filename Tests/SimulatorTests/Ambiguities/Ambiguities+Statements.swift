import Money
import Simulator
import Testing
import WiseAPI

extension Ambiguities {
    /// The path of the euro balance's statement with these items of the query.
    static func statement(_ query: String, _ caller: inout WorldCaller) throws -> String {
        "/v1/profiles/\(WorldCaller.business)/balance-statements/\(try caller.balance("EUR").id)/statement.json?\(query)"
    }

    static let october = "intervalStart=2026-10-01T00:00:00Z&intervalEnd=2026-10-31T23:59:59.999Z"

    @Test("A30: money is a number in major units; statements say besides whether it is zero")
    func money() throws {
        var caller = WorldCaller()
        let json = try caller.json(.get, Self.statement(Self.october, &caller))
        for member in ["startOfStatementBalance", "endOfStatementBalance"] {
            #expect(json[member]?["value"]?.decimalValue != nil && json[member]?["zero"]?.boolValue != nil)
        }
        #expect(try caller.balance("EUR").raw["amount"]?["value"]?.decimalValue != nil)
    }

    @Test("A31: the query of a statement has the documented and the live members, or the ones of the setting")
    func query() throws {
        var caller = WorldCaller()
        func members() throws -> Set<String> {
            let json = try caller.json(.get, Self.statement(Self.october, &caller))
            return Set(try #require(json["query"]?.objectValue).members.map(\.key))
        }
        let documented: Set = ["intervalStart", "intervalEnd", "currency", "accountId"]
        let live: Set = ["intervalStart", "intervalEnd", "currency", "type", "addStamp", "profileId", "timezone"]
        #expect(try members() == documented.union(live))
        try Self.set(#""statementQuery":"documented""#, &caller)
        #expect(try members() == documented)
        try Self.set(#""statementQuery":"live""#, &caller)
        #expect(try members() == live)
    }

    @Test("A32: an exchange is told as the bank tells it live, with both amounts and the rate")
    func exchange() throws {
        var caller = WorldCaller()
        let quote = try #require(try Self.quote(&caller).id)
        #expect(try caller.move("{\"quoteId\":\"\(quote)\"}").status == 201)
        let lines = try caller.statement(try caller.balance("EUR").id).raw["transactions"]?.arrayValue
        let exchange = try #require(lines?.first?["exchangeDetails"])
        #expect(exchange["fromAmount"] != nil && exchange["toAmount"] != nil && exchange["rate"]?.decimalValue != nil)
        #expect(exchange["forAmount"] == nil)
        let card = lines?.first { $0["details"]?["type"]?.stringValue == "CARD" && $0["exchangeDetails"]?.isNull == false }
        #expect(try #require(card)["exchangeDetails"]?["forAmount"] != nil)
    }

    @Test("A33: both lines of a conversion carry BALANCE and its number, the fee's line FEE before it; another word by setting")
    func references() throws {
        var caller = WorldCaller()
        let quote = try #require(try Self.quote(&caller).id)
        let movement = try JSONValue(parsing: try caller.move("{\"quoteId\":\"\(quote)\"}").body)
        let number = try #require(movement["id"]?.integerValue)
        func newest(_ currency: String, _ type: String = "COMPACT", _ count: Int = 1) throws -> [String?] {
            let lines = try caller.statement(try caller.balance(currency).id, type).raw["transactions"]?.arrayValue ?? []
            return lines.prefix(count).map { $0["referenceNumber"]?.stringValue }
        }
        #expect(try newest("EUR") == ["BALANCE-\(number)"] && newest("USD") == ["BALANCE-\(number)"])
        #expect(try newest("EUR", "FLAT", 2) == ["FEE-BALANCE-\(number)", "BALANCE-\(number)"])
        try Self.set(#""conversionReference":"CONVERSION""#, &caller)
        #expect(try newest("EUR", "FLAT", 2) == ["FEE-CONVERSION-\(number)", "CONVERSION-\(number)"])
        #expect(try newest("USD") == ["CONVERSION-\(number)"])
    }

    static let intervals: [(query: String, status: Int, code: String?)] = [
        ("intervalStart=2026-01-01T00:00:00Z&intervalEnd=2027-04-15T00:00:00.000Z", 200, nil),
        ("intervalStart=2026-01-01T00:00:00Z&intervalEnd=2027-04-15T00:00:00.001Z", 400, "NOT_VALID"),
        ("intervalStart=2026-10-02T00:00:00Z&intervalEnd=2026-10-01T00:00:00Z", 400, "NOT_VALID"),
        ("intervalStart=2026-10-02T00:00:00Z", 400, "NotNull"),
        ("intervalStart=yesterday&intervalEnd=2026-10-01T00:00:00Z", 400, "wrong.date.format"),
        ("intervalStart=2026-10-01T00:00:00%2B02:00&intervalEnd=2026-10-02T00:00:00Z", 422, "wrong.date.format"),
        ("intervalStart=2026-10-01T00:00:00%2B00:00&intervalEnd=2026-10-02T00:00:00.123456Z", 200, nil),
        ("\(october)&currency=USD", 400, "NOT_VALID"), ("\(october)&currency=EUR", 200, nil),
    ]

    @Test("A35, A36: intervals of up to 469 days in UTC, in the currency of the balance or none", arguments: intervals)
    func intervals(query: String, status: Int, code: String?) throws {
        var caller = WorldCaller()
        let answer = try caller.call(.get, Self.statement(query, &caller))
        #expect(answer.status == status && (code == nil || answer.code == code))
    }

    @Test("A37: both ends of an interval belong to it, to the millisecond; lines come newest first and lead from start to end")
    func bounds() throws {
        var caller = WorldCaller()
        let all = try caller.json(.get, Self.statement(Self.october, &caller))
        let lines = try #require(all["transactions"]?.arrayValue)
        let dates = lines.compactMap { $0["date"]?.stringValue }
        #expect(dates == dates.sorted(by: >))
        let instant = try #require(dates.first.map { $0.prefix(23) + "Z" })
        let one = try caller.json(.get, Self.statement("intervalStart=\(instant)&intervalEnd=\(instant)", &caller))
        #expect(one["transactions"]?.arrayValue == [lines[0]])
        #expect(one["startOfStatementBalance"]?["value"] == lines[1]["runningBalance"]?["value"])
        #expect(one["endOfStatementBalance"]?["value"] == lines[0]["runningBalance"]?["value"])
    }
}
