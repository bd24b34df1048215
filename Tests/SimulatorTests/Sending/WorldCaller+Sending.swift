import Money
import Simulator
import Testing
import WiseAPI

/// Recipients and transfers, as a client makes them.
extension WorldCaller {
    static let iban =
        #""currency":"EUR","type":"iban","accountHolderName":"Fennel Press GmbH","#
        + #""details":{"legalType":"BUSINESS","IBAN":"DE00000000000000000009"}"#
    static let routing =
        #""currency":"USD","type":"aba","accountHolderName":"Otto Example","details":{"legalType":"PRIVATE","#
        + #""abartn":"111000025","accountNumber":"12345678","accountType":"CHECKING","address":{"country":"US","#
        + #""city":"Portland","firstLine":"2 Example Avenue","postCode":"97200","state":"OR"}}"#

    /// Writes a recipient down.
    mutating func recipient(_ members: String = iban, _ profile: Int = business) throws -> Int {
        let json = try json(.post, "/v1/accounts", "{\"profile\":\(profile),\(members)}")
        return try #require(json["id"]?.integerValue)
    }

    /// The identifier of a quote for a transfer.
    mutating func sendingQuote(
        _ source: String, _ target: String, _ amount: String = "\"sourceAmount\":100", _ profile: Int = business
    ) throws -> String {
        let body = "{\"sourceCurrency\":\"\(source)\",\"targetCurrency\":\"\(target)\",\(amount)}"
        return try #require(try json(.post, "/v3/profiles/\(profile)/quotes", body)["id"]?.stringValue)
    }

    static func order(_ recipient: Int, _ quote: String, key: String, _ more: String = "") -> String {
        "{\"targetAccount\":\(recipient),\"quoteUuid\":\"\(quote)\",\"customerTransactionId\":\"\(key)\"\(more)}"
    }

    /// Orders a transfer of euro to a new recipient, in the same currency or another.
    mutating func transfer(_ amount: String = "\"sourceAmount\":100", to target: String = "EUR") throws -> Transfer {
        let recipient = try recipient(target == "USD" ? Self.routing : Self.iban)
        let order = Self.order(recipient, try sendingQuote("EUR", target, amount), key: key(), #","details":{"reference":"R1"}"#)
        return try Transfer(json: try json(.post, "/v1/transfers", order))
    }

    @discardableResult
    mutating func fund(_ transfer: Int, _ body: String = #"{"type":"BALANCE"}"#, _ profile: Int = business) throws -> APIResponse
    {
        try call(.post, "/v3/profiles/\(profile)/transfers/\(transfer)/payments", body)
    }

    /// Takes a transfer through states of the sandbox.
    mutating func simulate(_ transfer: Int, _ states: String...) throws {
        for state in states { _ = try json(.get, "/v1/simulation/transfers/\(transfer)/\(state)") }
    }

    mutating func status(_ transfer: Int) throws -> String? {
        try json(.get, "/v1/transfers/\(transfer)")["status"]?.stringValue
    }

    mutating func advance(days: Int = 0, seconds: Int = 0) throws {
        #expect(try call(.post, "/_simulator/clock", "{\"advanceSeconds\":\(days * 86_400 + seconds)}").status == 200)
    }

    /// That the ledger is at zero, and that the world's records make the same world again.
    func checkLedger() throws {
        #expect(world.ledgerCheck().isBalanced)
        #expect(try World(records: world.records).records == world.records)
    }
}

/// A request that is refused.
struct Refused: Sendable, CustomTestStringConvertible {
    let body: String
    let status: Int
    let code: String
    let path: String?
    var testDescription: String { body }

    init(_ body: String, _ status: Int, _ code: String, _ path: String? = nil) {
        (self.body, self.status, self.code, self.path) = (body, status, code, path)
    }
}
