import Money
import WiseAPI

/// The lines of bank details. All numbers are invented: no bank of these codes exists, and the account follows from the number
/// of the details.
struct BankDetailsLines {
    private let currency: Currency
    private let number: Int
    private let holder: String

    /// - Parameter number: The number of the details; 0 for an example.
    init(_ currency: Currency, number: Int, holder: String) {
        (self.currency, self.number, self.holder) = (currency, number, holder)
    }

    /// Which kinds of lines payers of a country need.
    private static let localLines: [String: [Line]] = [
        "AUD": [.bankCode("BSB code", "000-000"), .accountNumber],
        "CAD": [.bankCode("Institution number", "000"), .accountNumber],
        "EUR": [.iban("BE"), .swiftCode], "GBP": [.bankCode("Sort code", "00-00-00"), .accountNumber, .iban("GB")],
        "NZD": [.accountNumber], "SGD": [.bankCode("Bank code", "0000"), .accountNumber],
        "USD": [.bankCode("Routing number", "000000000"), .accountNumber],
    ]

    /// The currencies that can have bank details.
    static let currencies: Set<String> = Set(localLines.keys)

    private enum Line {
        case bankCode(String, String)
        case accountNumber
        case iban(String)
        case swiftCode
    }

    static let swiftCode = "FLRNGB00XXX"
    private static let bank = "Simulated Bank"
    private static let address = "1 Example Street, London, E1 6JJ, United Kingdom"

    private var accountNumber: String {
        let digits = String(number % 100_000_000)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// An account in the form of ISO 13616 that cannot exist: its check digits are 00.
    private func iban(_ country: String) -> String { "\(country)00 FLRN 0000 00\(accountNumber)" }

    private func member(_ line: Line) -> (type: String, title: String, body: String) {
        switch line {
        case .bankCode(let title, let code): ("BANK_CODE", title, code)
        case .accountNumber: ("ACCOUNT_NUMBER", "Account number", accountNumber)
        case .iban(let country): ("IBAN", "IBAN", iban(country))
        case .swiftCode: ("SWIFT_CODE", "Swift/BIC", Self.swiftCode)
        }
    }

    private func option(_ type: String, _ title: String, _ lines: [Line]) -> JSONValue {
        let all =
            [("ACCOUNT_HOLDER", "Name", holder)] + lines.map(member) + [
                ("ADDRESS", "Bank address", "\(Self.bank), \(Self.address)")
            ]
        let details = all.map { line -> JSONValue in
            .object([
                "type": .string(line.0), "title": .string(line.1), "body": .string(line.2), "description": .null,
                "hidden": .bool(false),
            ])
        }
        return .object([
            "type": .string(type), "title": .string(title), "description": .null, "details": .array(details),
        ])
    }

    private var isEuropean: Bool { ["EUR", "GBP"].contains(currency.code) }

    /// As `GET /v1/profiles/{p}/account-details` lists them.
    func json(id: Int?) -> JSONValue {
        let local = Self.localLines[currency.code] ?? [.accountNumber]
        let international: [Line] = [isEuropean ? .iban(currency == .eur ? "BE" : "GB") : .accountNumber, .swiftCode]
        let features = [
            ("LOCAL_RECEIVE", "Receive locally", true), ("SWIFT", "Receive internationally", true),
            ("DIRECT_DEBITS", "Set up direct debits", isEuropean), ("PLATFORM_RECEIVE", "Receive from platforms", true),
        ].map { feature -> JSONValue in
            .object(["key": .string(feature.0), "title": .string(feature.1), "supported": .bool(feature.2)])
        }
        return .object([
            "id": id.map { .integer($0) } ?? .null,
            "currency": .object(["code": .string(currency.code), "name": .string(currency.name)]),
            "title": .string("Your \(currency.code) account details"),
            "subtitle": .string((local.map { member($0).title }).joined(separator: ", ")),
            "status": .string(id == nil ? "AVAILABLE" : "ACTIVE"), "deprecated": .bool(false),
            "receiveOptions": .array([
                option("LOCAL", "Local", local), option("INTERNATIONAL", "International", international),
            ]),
            "bankFeatures": .array(features),
        ])
    }

    /// As `POST /v3/profiles/{p}/bank-details` answers them.
    func partnerForm(_ details: BankDetailsRecord) -> JSONValue {
        let local = Self.localLines[currency.code] ?? []
        let code = local.compactMap { line -> String? in if case .bankCode(_, let code) = line { code } else { nil } }.first
        let country = currency == .eur ? "BE" : "GB"
        return .object([
            "id": .string(String(details.id)), "currency": .string(currency.code), "active": .bool(details.isActive),
            "localDetails": .object([
                "bankName": .string(Self.bank), "bankAddress": .string(Self.address), "sortCode": .string(code ?? ""),
                "accountNumber": .string(accountNumber), "type": .string("LOCAL"),
            ]),
            "internationalDetails": .object([
                "bankName": .string(Self.bank), "bankAddress": .string(Self.address), "swiftCode": .string(Self.swiftCode),
                "iban": .string(iban(country)), "type": .string("INTERNATIONAL"),
            ]),
        ])
    }
}
