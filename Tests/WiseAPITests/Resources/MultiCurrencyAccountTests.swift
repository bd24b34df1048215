import Money
import Testing
import WiseAPI

@Suite("The account of a profile")
struct MultiCurrencyAccountTests {
    @Test("is read with the recipient for transfers into it")
    func account() throws {
        let account = try MultiCurrencyAccount(json: try JSONValue(parsing: ResourceSample.multiCurrencyAccount))
        #expect(account.id == 4001 && account.profile == 7 && account.recipient == 701_058_263)
        #expect(account.active && account.eligible && account.creationTime.description == "2026-06-04T10:52:39.498Z")
    }

    @Test("may exist or not, in either case of the words", arguments: ["RECEIVE_ONLY", "receive_only"])
    func eligibility(word: String) throws {
        let text = #"{"eligible":true,"eligibilityCode":"eligible","accountType":"\#(word)","ineligibilityReason":null}"#
        let answer = try AccountEligibility(json: try JSONValue(parsing: text))
        #expect(answer.eligible && answer.code == .eligible && answer.accountType == .receiveOnly && answer.reason == nil)
        #expect(answer.json.text == text)
    }

    @Test("holds currencies that are listed as plain codes, also unknown ones")
    func codes() throws {
        #expect(try CurrencyCodes.list(json: try JSONValue(parsing: #"["EUR","ZZZ"]"#)) == ["EUR", "ZZZ"])
        #expect(try CurrencyCodes.list(json: .array([])).isEmpty)
        for text in ["null", "{}", "[1]", #"[{"code":"EUR"}]"#] {
            #expect(throws: UnexpectedAnswer.self) { try CurrencyCodes.list(json: try JSONValue(parsing: text)) }
        }
    }

    @Test("is paid into by its bank details, once they are issued")
    func bankDetails() throws {
        var object = try #require(try JSONValue(parsing: ResourceSample.bankDetails).objectValue)
        let details = try BankDetails(raw: object)
        #expect(details.isIssued && details.id == 14_001 && details.currency == .gbp)
        #expect(details.receiveOptions.map(\.type) == ["LOCAL", "INTERNATIONAL"])
        let line = try #require(details.receiveOptions.first?.lines.first)
        #expect(line.type == "ACCOUNT_NUMBER" && line.title == "Account number" && line.body == "37778842" && !line.hidden)
        #expect(details.features.map(\.key) == ["DIRECT_DEBITS"] && details.features.allSatisfy(\.supported))
        object["id"] = .null
        object["status"] = .string("AVAILABLE")
        let example = try BankDetails(raw: object)
        #expect(!example.isIssued && example.status == .available)
    }

    @Test("takes an identifier of bank details as a text and as a number")
    func identifiers() throws {
        for id in [#""55""#, "55"] {
            let json = try JSONValue(parsing: #"{"id":\#(id),"currency":"GBP","active":true,"localDetails":null}"#)
            let details = try BalanceBankDetails(json: json)
            #expect(details.id == "55" && details.local == nil && details.json == json)
            #expect(try PaymentReturn(json: json).id == "55")
        }
    }

    @Test("belongs to a user")
    func user() throws {
        let user = try User(json: try JSONValue(parsing: ResourceSample.user))
        #expect(user.id == 31 && user.name == "Mei Tan" && user.email == "mei@example.com" && user.active == true)
        #expect(user.firstName == "Mei" && user.lastName == "Tan")
        #expect(try User(json: try JSONValue(parsing: #"{"id":1,"name":null}"#)).firstName == nil)
    }
}
