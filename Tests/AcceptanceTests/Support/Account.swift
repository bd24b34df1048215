import Foundation
import Testing

/// What `florin simulator show --json` says, for programs that read it.
struct Account: Sendable {
    private struct Envelope: Decodable {
        struct Result: Decodable {
            struct Profile: Decodable {
                let profile: String
                let balances: [Balance]
            }
            struct Ledger: Decodable {
                let balanced: Bool
                let entries: Int
                let clock: String
            }
            let profiles: [Profile]
            let ledger: Ledger
        }
        let schema: String
        let result: Result
    }

    struct Amount: Decodable, Equatable, Sendable {
        let value: String
        let currency: String
    }

    struct Balance: Decodable, Sendable {
        let id: Int
        let currency: String
        let type: String
        let name: String?
        let amount: Amount
    }

    let isBalanced: Bool
    let entries: Int
    private let balances: [String: [Balance]]

    init(json: String) throws {
        let envelope = try JSONDecoder().decode(Envelope.self, from: Data(json.utf8))
        try #require(envelope.schema == "florin/1")
        isBalanced = envelope.result.ledger.balanced
        entries = envelope.result.ledger.entries
        balances = Dictionary(uniqueKeysWithValues: envelope.result.profiles.map { ($0.profile, $0.balances) })
    }

    /// The account at the beginning, the same for everybody.
    static let first = Task { try await Household().account() }

    static let business = "Alderbrook Paper Goods Ltd"
    static let personal = "Mira Alderbrook"

    /// What a balance or jar holds, in the smallest unit of its currency; nil when there is none.
    func units(_ currency: String, jar: String? = nil, of profile: String = Account.business) -> Int? {
        let balance = balances[profile]?.first { $0.currency == currency && $0.name == jar }
        return balance.flatMap { Account.units($0.amount.value) }
    }

    /// An amount as text in the smallest unit of its currency.
    static func units(_ text: String) -> Int? { Int(text.filter { $0 != "." }) }

    /// Every amount by profile, currency and jar, to compare whole accounts.
    var amounts: [String: String] {
        var amounts: [String: String] = [:]
        for (profile, balances) in balances {
            for balance in balances {
                amounts["\(profile) \(balance.currency) \(balance.name ?? "-") \(balance.id)"] = balance.amount.value
            }
        }
        return amounts
    }
}
