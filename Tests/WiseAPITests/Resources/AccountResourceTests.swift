import Money
import Testing
import WiseAPI

@Suite("A profile")
struct ProfileTests {
    @Test("is read in its second version")
    func second() throws {
        let profile = try Profile(json: try JSONValue(parsing: ResourceSample.profile))
        #expect(profile.id == 7 && profile.type == .personal && profile.name == "Mei Tan" && profile.country == "SG")
    }

    @Test("is read in its first version, whose types are in lower case and whose names are details")
    func first() throws {
        let profile = try Profile(json: try JSONValue(parsing: ResourceSample.firstProfile))
        #expect(profile.id == 8 && profile.type == .personal && profile.name == "Jonas Weber" && profile.country == nil)
        #expect(profile.json["type"] == .string("personal"))
    }

    static let names = [
        (#"{"id":1,"type":"BUSINESS","businessName":"Lindqvist AB","fullName":"Eva Lindqvist"}"#, "Lindqvist AB"),
        (#"{"id":1,"type":"business","details":{"name":"Lindqvist AB"}}"#, "Lindqvist AB"),
        (#"{"id":1,"type":"PERSONAL","firstName":"Eva","lastName":"Lindqvist"}"#, "Eva Lindqvist"),
        (#"{"id":1,"type":"PERSONAL","firstName":"Eva","lastName":null}"#, "Eva"), (#"{"id":1,"type":"PERSONAL"}"#, ""),
    ]

    @Test("is called by the name of the business, or of the person", arguments: names)
    func name(text: String, expected: String) throws {
        #expect(try Profile(json: try JSONValue(parsing: text)).name == expected)
    }

    @Test("keeps a type that this version does not know")
    func unknownType() throws {
        let profile = try Profile(json: try JSONValue(parsing: #"{"id":1,"type":"trust"}"#))
        #expect(profile.type.rawValue == "TRUST" && profile.type != .business && profile.json["type"] == .string("trust"))
    }
}

@Suite("A statement")
struct BalanceStatementTests {
    @Test("is read with its lines, signed and exact")
    func reading() throws {
        let statement = try BalanceStatement(json: try JSONValue(parsing: ResourceSample.statement))
        #expect(statement.opening?.amount.description == "1000.00" && statement.closing.amount.description == "886.52")
        let line = try #require(statement.transactions.first)
        #expect(line.type == "DEBIT" && line.kind == "CONVERSION" && line.referenceNumber == "BALANCE-30000001")
        #expect(line.amount.amount.description == "-113.48" && line.totalFees.amount.description == "0.56")
        #expect(line.runningBalance == statement.closing && line.text == "Converted 113.48 EUR to 100.00 GBP")
        #expect(line.date == Timestamp("2026-08-21T14:57:38.123456Z"))
    }

    @Test("keeps kinds of lines that this version does not know")
    func unknownKind() throws {
        let text = ResourceSample.statement.replacing("CONVERSION", with: "STABLECOIN")
        let statement = try BalanceStatement(json: try JSONValue(parsing: text))
        #expect(statement.transactions.first?.kind == "STABLECOIN" && statement.json.text == text)
    }
}

@Suite("Funds and limits")
struct FundsTests {
    @Test("total funds may be negative in worth and have an overdraft in each currency")
    func totalFunds() throws {
        let funds = try TotalFunds(json: try JSONValue(parsing: ResourceSample.totalFunds))
        #expect(funds.totalWorth.amount.description == "-12.50" && funds.totalAvailable.amount.description == "487.50")
        #expect(funds.overdraftLimit.amount.description == "500.00" && funds.overdraftUsed.amount.description == "12.50")
        #expect(funds.overdraftAvailable == funds.totalAvailable)
        #expect(funds.overdraftAvailableByCurrency.map(\.currency) == [.eur, .gbp])
        let made = TotalFunds(
            totalWorth: funds.totalWorth, totalAvailable: funds.totalAvailable, totalCash: funds.totalWorth,
            overdraftLimit: funds.overdraftLimit, overdraftUsed: funds.overdraftUsed,
            overdraftAvailable: funds.overdraftAvailable, overdraftAvailableByCurrency: funds.overdraftAvailableByCurrency)
        #expect(made == funds && made.json.text == ResourceSample.totalFunds)
    }

    @Test("a capacity calls its number amount, and has none without a limit")
    func capacity() throws {
        let limit = Money(try ExactDecimal(parsing: "15500.25"), .sgd)
        let capacity = DepositCapacity(depositLimit: limit)
        #expect(capacity.json.text == #"{"hasLimit":true,"depositLimit":{"amount":15500.25,"currency":"SGD"}}"#)
        #expect(try DepositCapacity(json: capacity.json) == capacity && capacity.hasLimit)
        let unlimited = DepositCapacity(depositLimit: nil)
        #expect(unlimited.json.text == #"{"hasLimit":false,"depositLimit":null}"#)
        #expect(try DepositCapacity(json: unlimited.json).depositLimit == nil)
    }

    @Test("an excess money account and a top-up read back as they are made")
    func smallAnswers() throws {
        let account = ExcessMoneyAccount(profile: 7, recipient: 8_800_123)
        #expect(account.json.text == #"{"userProfileId":7,"recipientId":8800123}"#)
        #expect(try ExcessMoneyAccount(json: account.json) == account)
        let topUp = TopUp(transaction: 91, balance: 42, balanceAfter: Money(try ExactDecimal(parsing: "250.00"), .eur))
        #expect(try TopUp(json: topUp.json) == topUp && topUp.state == "COMPLETED")
        #expect(
            topUp.json.text
                == #"{"transactionId":91,"state":"COMPLETED","balancesAfter":[{"id":42,"value":250.00,"currency":"EUR"}]}"#)
    }
}

@Suite("Rates and currencies")
struct ReferenceResourceTests {
    @Test("a rate is exact, and its time has an offset")
    func rate() throws {
        let text = #"{"rate":0.856109,"source":"EUR","target":"GBP","time":"2026-07-31T08:42:43+0000"}"#
        let rate = try ExchangeRate(json: try JSONValue(parsing: text))
        #expect(rate.rate.value.description == "0.856109" && rate.rate.source == .eur && rate.rate.target == .gbp)
        #expect(rate.time == Timestamp("2026-07-31T08:42:43Z"))
        #expect(ExchangeRate(rate: rate.rate, time: rate.time).json.text == text)
    }

    @Test("a rate that is not above zero is refused", arguments: ["0", "-1", "0.00"])
    func noRate(value: String) throws {
        let text = #"{"rate":\#(value),"source":"EUR","target":"GBP","time":"2026-07-31"}"#
        let error = #expect(throws: UnexpectedAnswer.self) { try ExchangeRate(json: try JSONValue(parsing: text)) }
        #expect(error?.member == "rate")
    }

    @Test("a currency that this version does not know is listed all the same")
    func unknownCurrency() throws {
        let currency = try CurrencyDescription(json: try JSONValue(parsing: #"{"code":"QQQ","name":"Quill"}"#))
        #expect(currency.code == "QQQ" && currency.supportsDecimals && currency.symbol == nil)
    }

    @Test("a currency says whether it has decimal places at the bank")
    func decimals() throws {
        #expect(CurrencyDescription(.eur).supportsDecimals && !CurrencyDescription(.jpy).supportsDecimals)
        let described = CurrencyDescription(.jpy)
        #expect(try CurrencyDescription(json: described.json) == described)
    }
}

extension String {
    fileprivate func replacing(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
