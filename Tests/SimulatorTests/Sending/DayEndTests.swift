import Money
import Simulator
import Testing
import WiseAPI

@Suite("The end of a day")
struct DayEndTests {
    private static let person = WorldCaller.person

    private static func fill(_ caller: inout WorldCaller, _ value: String, _ currency: String = "SGD") throws {
        let balance = try caller.balance(currency, person).id
        let body = "{\"balanceId\":\(balance),\"amount\":{\"value\":\(value),\"currency\":\"\(currency)\"}}"
        #expect(try caller.call(.post, "/_simulator/deposit", body).isSuccess)
    }

    private static func name(_ recipient: Int, _ caller: inout WorldCaller) throws {
        _ = try caller.json(.post, "/v1/profiles/\(person)/excess-money-account", "{\"recipientId\":\(recipient)}")
    }

    private static func held(_ caller: inout WorldCaller) throws -> Money {
        try caller.balances(person).reduce(money("0.00 SGD")) { try $0.adding($1.amount) }
    }

    private static func excess(_ caller: WorldCaller) -> [TransferRecord] {
        caller.world.records.transfers.filter { $0.origin == .excess }
    }

    @Test("sends what is above the limit to who was named, at midnight, and leaves the limit")
    func sweeps() throws {
        var caller = WorldCaller()
        try Self.fill(&caller, "10000")
        let held = try Self.held(&caller)
        try caller.advance(seconds: 15 * 3600 - 1)
        #expect(Self.excess(caller).isEmpty)
        try caller.advance(seconds: 1)
        let sent = try #require(Self.excess(caller).first)
        #expect(try sent.source == held.subtracting(money("20000.00 SGD")) && sent.target == sent.source)
        #expect(sent.recipient == 148_393_305 && sent.status == .outgoingPaymentSent)
        #expect(sent.createdAt.description == "2026-11-03T00:00:00Z")
        #expect(try Self.held(&caller) == money("20000.00 SGD"))
        let balance = try caller.balance("SGD", Self.person).id
        let line = try #require(try caller.statement(balance, "COMPACT", Self.person).transactions.first)
        #expect(line.referenceNumber == sent.ledgerReference && line.amount == sent.source.negated)
        let path = "/v1/profiles/\(Self.person)/activities?monetaryResourceType=TRANSFER&size=1"
        let activity = try #require(try ActivityPage(json: try caller.json(.get, path)).activities.first)
        #expect(activity.type.rawValue == "EXCESS_REFUND" && activity.resourceID == String(sent.id))
        #expect(try caller.json(.get, "/v1/transfers/\(sent.id)")["status"]?.stringValue == "outgoing_payment_sent")
        try caller.advance(days: 3)
        #expect(Self.excess(caller).count == 1)
        try caller.checkLedger()
    }

    @Test("sends nothing below the limit, without a limit, or to nobody who can be paid", arguments: 0..<5)
    func nothing(case number: Int) throws {
        var caller = WorldCaller()
        if number > 0 { try Self.fill(&caller, "10000") }
        switch number {
        case 1: try caller.call(.post, "/_simulator/settings", "{\"profileId\":\(Self.person),\"holdLimit\":null}")
        case 2: try Self.name(7, &caller)
        case 3: _ = try caller.json(.delete, "/v2/accounts/148393305")
        case 4:
            let account = try caller.json(.get, "/v4/profiles/\(Self.person)/multi-currency-account")
            try Self.name(try #require(account["recipientId"]?.integerValue), &caller)
        default: break
        }
        let entries = caller.world.records.entries.count
        try caller.advance(days: 5)
        #expect(caller.world.records.entries.count == entries && Self.excess(caller).isEmpty)
    }

    @Test("is the same for many days at once as for one after the other, when rates move what is held above the limit")
    func manyDays() throws {
        var caller = WorldCaller()
        let path = "/v4/profiles/\(Self.person)/balances"
        _ = try caller.json(.post, path, #"{"currency":"EUR","type":"STANDARD"}"#, key: caller.key(), status: 201)
        try Self.fill(&caller, "9000", "EUR")
        var other = caller
        try caller.advance(days: 60)
        for _ in 0..<60 { try other.advance(days: 1) }
        let sent = Self.excess(caller)
        #expect(sent.count > 2 && sent == Self.excess(other))
        #expect(caller.world.records.entries == other.world.records.entries)
        #expect(Set(sent.map(\.createdAt)).count > 2)
        try caller.checkLedger()
    }

    @Test("converts into the recipient's currency and takes jars last")
    func converts() throws {
        var caller = WorldCaller()
        let dollar = try caller.recipient(WorldCaller.routing, Self.person)
        try Self.name(dollar, &caller)
        let limit = "{\"profileId\":\(Self.person),\"holdLimit\":{\"value\":500,\"currency\":\"SGD\"}}"
        #expect(try caller.call(.post, "/_simulator/settings", limit).status == 200)
        try caller.advance(days: 1)
        let sent = Self.excess(caller)
        #expect(sent.count == 2 && sent.allSatisfy { $0.target.currency == .usd && $0.fee.isZero })
        let jar = try caller.balance("Holiday", Self.person)
        #expect(try caller.balance("SGD", Self.person).amount.isZero && jar.amount == money("500.00 SGD"))
        #expect(sent.last?.payment?.balance == jar.id)
        try caller.checkLedger()
    }

    @Test("follows the rules of the country in which a profile lives")
    func countries() throws {
        var caller = WorldCaller()
        func limit(_ country: String) throws -> Bool? {
            let body = "{\"profileId\":\(Self.person),\"country\":\"\(country)\"}"
            #expect(try caller.call(.post, "/_simulator/settings", body).status == 200)
            return try caller.json(.get, "/v1/profiles/\(Self.person)/balance-capacity?currency=SGD")["hasLimit"]?.boolValue
        }
        #expect(try limit("MY") == true && limit("JP") == true && limit("FR") == false && limit("SG") == true)
        let body = "{\"profileId\":\(Self.person),\"country\":\"KP\"}"
        #expect(try caller.call(.post, "/_simulator/settings", body).status == 400)
        let business = "{\"profileId\":\(WorldCaller.business),\"country\":\"SG\"}"
        #expect(try caller.call(.post, "/_simulator/settings", business).status == 200)
        let path = "/v1/profiles/\(WorldCaller.business)/balance-capacity?currency=SGD"
        #expect(try caller.json(.get, path)["hasLimit"]?.boolValue == false, "the limit is for persons")
    }
}
