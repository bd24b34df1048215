import Money
import Testing
import WiseAPI

@Suite("A balance")
struct BalanceTests {
    private func balance(_ changes: JSONObject = [:]) throws -> Balance {
        var object = try #require(try JSONValue(parsing: ResourceSample.balance).objectValue)
        for member in changes.members { object[member.key] = member.value }
        return try Balance(raw: object)
    }

    @Test("is read with exact amounts")
    func reading() throws {
        let balance = try balance()
        #expect(balance.id == 285_733 && balance.currency == .eur && balance.type == .savings && balance.name == "Taxes")
        #expect(balance.amount == Money(try ExactDecimal(parsing: "1250.40"), .eur))
        #expect(balance.reservedAmount.amount.description == "0.60")
        #expect(balance.cashAmount == balance.totalWorth && balance.cashAmount.amount.description == "1251.00")
        #expect(balance.creationTime == Timestamp("2026-06-04T10:52:39.498241Z"))
        #expect(balance.modificationTime == Timestamp("2026-06-04T10:52:39.773710Z"))
        #expect(balance.visible && balance.isOperable)
    }

    @Test("is operable only while its money is cash and its owner sees it")
    func operable() throws {
        for state in ["INVESTED", "INVESTING", "DIVESTING", "UNKNOWN", "TOKENISED"] {
            #expect(try !balance(["investmentState": .string(state)]).isOperable)
        }
        #expect(try !balance(["visible": .bool(false)]).isOperable)
    }

    @Test("keeps words that this version does not know")
    func unknownWords() throws {
        let balance = try balance(["type": .string("ESCROW"), "investmentState": .string("TOKENISED")])
        #expect(balance.type.rawValue == "ESCROW" && balance.type != .standard && balance.type != .savings)
        #expect(balance.investmentState.description == "TOKENISED")
        #expect(balance.json["type"] == .string("ESCROW") && balance.json["investmentState"] == .string("TOKENISED"))
    }

    @Test("has an icon that is a text, an object or nothing")
    func icons() throws {
        for icon in [JSONValue.null, .string("🧾"), .object(["type": .string("EMOJI"), "value": .string("🧾")])] {
            #expect(try balance(["icon": icon]).json["icon"] == icon)
        }
    }

    @Test("is refused in a currency that there is not")
    func currency() {
        for code in ["eur", "EURO", "", "XXQ"] {
            let error = #expect(throws: UnexpectedAnswer.self) { try balance(["currency": .string(code)]) }
            #expect(error?.member == "currency")
        }
    }

    @Test("is refused with an amount of more digits than can be kept, never rounded")
    func tooLong() throws {
        for digits in ["1e40", "0.1234567890123456789012345678901234567890"] {
            let value = try JSONValue(parsing: digits)
            let error = #expect(throws: UnexpectedAnswer.self) {
                try balance(["amount": .object(["value": value, "currency": .string("EUR")])])
            }
            #expect(error?.description.contains("balance.amount: value") == true)
        }
    }

    @Test("that is made from its parts is the same when it is read")
    func made() throws {
        let time = try #require(Timestamp("2026-06-04T10:52:39.498241Z"))
        let amount = Money(try ExactDecimal(parsing: "-12.30"), .eur)
        let made = Balance(
            id: 42, currency: .eur, type: .standard, name: nil, icon: nil, investmentState: .invested, amount: amount,
            reservedAmount: .zero(.eur), cashAmount: amount, totalWorth: amount, creationTime: time,
            modificationTime: time.adding(microseconds: 1), visible: false, primary: true)
        #expect(try Balance(json: try JSONValue(parsing: made.json.bytes)) == made)
        #expect(made.json["name"] == .null && made.json["icon"] == .null && made.json["primary"] == .bool(true))
        #expect(made.json["amount"]?.text == #"{"value":-12.30,"currency":"EUR"}"#)
        #expect(made.json["modificationTime"] == .string("2026-06-04T10:52:39.498242Z"))
    }
}
