import Money
import Simulator
import Testing
import WiseAPI

@Suite("Activities of a world")
struct ActivityTests {
    /// All activities that a query finds, page by page.
    private static func all(
        _ caller: inout WorldCaller, size: Int = 100, _ query: String = "", _ profile: Int = WorldCaller.business
    ) throws -> [Activity] {
        var found: [Activity] = []
        var cursor = ""
        for _ in 0..<200 {
            let target = "/v1/profiles/\(profile)/activities?size=\(size)\(query)\(cursor)"
            let page = try ActivityPage(json: try caller.json(.get, target))
            #expect(page.activities.count <= size)
            found += page.activities
            guard let next = page.cursor else { return found }
            #expect(page.activities.count == size)
            let encoded = next.flatMap { $0 == "+" ? "%2B" : $0 == "/" ? "%2F" : $0 == "=" ? "%3D" : String($0) }
            cursor = "&nextCursor=" + String(encoded)
        }
        Issue.record("the cursor leads nowhere")
        return found
    }

    @Test("come newest first, each once, whatever the size of a page", arguments: [1, 7, 10, 100])
    func paging(size: Int) throws {
        var caller = WorldCaller()
        let whole = try Self.all(&caller)
        #expect(whole.count > 100 && Set(whole.map(\.id)).count == whole.count)
        #expect(zip(whole, whole.dropFirst()).allSatisfy { $0.createdOn >= $1.createdOn })
        #expect(try Self.all(&caller, size: size) == whole)
        #expect(try caller.json(.get, "/v1/profiles/\(WorldCaller.business)/activities")["activities"]?.arrayValue?.count == 10)
    }

    @Test("do not move under a cursor when something happens meanwhile")
    func steadyCursor() throws {
        var caller = WorldCaller()
        let before = try Self.all(&caller)
        let path = "/v1/profiles/\(WorldCaller.business)/activities?size=5"
        let cursor = try #require(try caller.json(.get, path)["cursor"]?.stringValue)
        #expect(!cursor.contains("+") && !cursor.contains("/"))
        _ = try caller.transfer()
        let euro = try caller.balance("EUR").id
        try caller.call(.post, "/_simulator/deposit", "{\"balanceId\":\(euro),\"amount\":{\"value\":5,\"currency\":\"EUR\"}}")
        let page = try ActivityPage(json: try caller.json(.get, "\(path)&nextCursor=\(cursor)"))
        #expect(page.activities == Array(before[5..<10]))
        #expect(try Self.all(&caller).count == before.count + 2)
    }

    @Test("tell every line of every statement once, and nothing that no statement tells but unpaid orders and details")
    func agreement() throws {
        var caller = WorldCaller()
        let paid = try caller.transfer(to: "USD").id
        try caller.fund(paid)
        try caller.simulate(paid, "processing", "funds_converted", "outgoing_payment_sent", "bounced_back", "funds_refunded")
        let back = try caller.transfer().id
        try caller.fund(back)
        _ = try caller.json(.put, "/v1/transfers/\(back)/cancel")
        _ = try caller.transfer()
        let words = [
            "BALANCE_TRANSACTION": "BALANCE", "TRANSFER": "TRANSFER", "CARD_TRANSACTION": "CARD",
            "DIRECT_DEBIT_TRANSACTION": "DIRECT_DEBIT", "BALANCE_INTEREST": "BALANCE_INTEREST",
            "BALANCE_CASHBACK": "BALANCE_CASHBACK",
        ]
        for profile in [WorldCaller.business, WorldCaller.person] {
            var told: [String] = []
            for activity in try Self.all(&caller, "", profile) {
                let type = try #require(activity.resourceType?.rawValue)
                if activity.status == Activity.Status(rawValue: "REQUIRES_ATTENTION") || type == "BANK_DETAILS_ORDER" { continue }
                told.append("\(try #require(words[type]))-\(try #require(activity.resourceID))")
            }
            var shown = Set<String>()
            for balance in try caller.balances(profile) {
                shown.formUnion(try caller.statement(balance.id, "COMPACT", profile).transactions.map(\.referenceNumber))
            }
            #expect(Set(told) == shown && told.count == shown.count)
        }
        try caller.checkLedger()
    }

    @Test("follow a transfer from its order to its end")
    func states() throws {
        var caller = WorldCaller()
        let id = try caller.transfer("\"targetAmount\":50", to: "USD").id
        func newest() throws -> Activity {
            try #require(try Self.all(&caller, "&monetaryResourceType=TRANSFER").first { $0.resourceID == String(id) })
        }
        let waiting = try newest()
        #expect(waiting.status.rawValue == "REQUIRES_ATTENTION" && waiting.title == "<strong>Otto Example</strong>")
        #expect(waiting.primaryAmount == "50.00 USD" && waiting.secondaryAmount?.hasSuffix(" EUR") == true)
        try caller.advance(seconds: 60)
        try caller.fund(id)
        let underWay = try newest()
        #expect(underWay.status.rawValue == "IN_PROGRESS" && underWay.createdOn == waiting.createdOn)
        #expect(underWay.updatedOn == caller.world.clock && underWay.id == waiting.id)
        try caller.simulate(id, "processing", "funds_converted", "outgoing_payment_sent")
        #expect(try newest().status.rawValue == "COMPLETED")
        try caller.simulate(id, "bounced_back", "funds_refunded")
        let off = try newest()
        #expect(off.status.rawValue == "CANCELLED" && off.title == "<strikethrough>Otto Example</strikethrough>")
    }

    @Test("are found by kind, state and time, both ends included")
    func filters() throws {
        var caller = WorldCaller()
        let all = try Self.all(&caller)
        for type in ["TRANSFER", "CARD_TRANSACTION", "BALANCE_TRANSACTION", "BANK_DETAILS_ORDER", "BATCH_TRANSFER"] {
            let found = try Self.all(&caller, size: 6, "&monetaryResourceType=\(type)")
            #expect(found == all.filter { $0.resourceType?.rawValue == type })
        }
        let off = try Self.all(&caller, "&status=CANCELLED")
        #expect(!off.isEmpty && off == all.filter { $0.status.rawValue == "CANCELLED" })
        let (first, last) = (all[20].createdOn, all[4].createdOn)
        let between = try Self.all(&caller, size: 3, "&since=\(first.text(.milliseconds))&until=\(last.text(.milliseconds))")
        #expect(between == Array(all[4...20]))
    }

    @Test("are refused when size, cursor, kind, state or time make no sense")
    func refusals() throws {
        var caller = WorldCaller()
        let queries = [
            "size=0", "size=101", "size=x", "nextCursor=x", "nextCursor=W10%3D", "monetaryResourceType=CAT", "status=LOST",
            "since=yesterday", "until=2026-13-01",
        ]
        for query in queries {
            #expect(try caller.call(.get, "/v1/profiles/\(WorldCaller.business)/activities?\(query)").status == 400, "\(query)")
        }
        #expect(try caller.call(.get, "/v1/profiles/1/activities").status == 403)
    }
}
