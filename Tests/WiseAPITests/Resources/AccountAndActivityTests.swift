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

@Suite("An activity")
struct ActivityTests {
    @Test("is read with what it is about")
    func reading() throws {
        let activity = try Activity(json: try JSONValue(parsing: ResourceSample.activity))
        #expect(activity.type == .interBalance && activity.resourceType == .balanceTransaction)
        #expect(activity.resourceID == "30000001" && activity.status == .completed && activity.text == "")
        #expect(activity.plainTitle == "To your GBP balance" && activity.secondaryAmount == "113.48 EUR")
        #expect(activity.primaryAmount.map { Activity.plain($0) } == "+ 100.00 GBP")
    }

    @Test("keeps words that this version does not know")
    func words() throws {
        var object = try #require(try JSONValue(parsing: ResourceSample.activity).objectValue)
        object["type"] = .string("TELEPORT")
        object["status"] = .string("DREAMT")
        let activity = try Activity(raw: object)
        #expect(activity.type.rawValue == "TELEPORT" && activity.status.rawValue == "DREAMT" && activity.raw == object)
    }

    @Test(
        "has a title whose tags can be left out, and nothing else",
        arguments: [
            ("plain", "plain"), ("<strong>A</strong> & <negative>B</negative>", "A & B"), ("1 < 2 > 0", "1 < 2 > 0"),
            ("<b>A</b>", "<b>A</b>"), ("<strikethrough>x</strikethrough><positive>y</positive>", "xy"), ("", ""),
        ])
    func titles(title: String, plain: String) { #expect(Activity.plain(title) == plain) }

    @Test("stands on pages with a cursor, which is null at the end")
    func pages() throws {
        #expect(try ActivityPage(json: try JSONValue(parsing: #"{"cursor":null,"activities":[]}"#)).cursor == nil)
        #expect(try ActivityPage(json: try JSONValue(parsing: #"{"cursor":"c","activities":[]}"#)).cursor == "c")
        #expect(throws: UnexpectedAnswer.self) { try ActivityPage(json: try JSONValue(parsing: #"{"cursor":null}"#)) }
    }
}

@Suite("A one-time token")
struct OneTimeTokenTests {
    @Test("says which challenges are open")
    func open() throws {
        let status = try OneTimeTokenStatus(json: try JSONValue(parsing: ResourceSample.oneTimeToken))
        #expect(status.token == "9f5f5812-2609-4e48-8418-b64437c0c7cd" && status.validity == 3600 && status.user == 31)
        #expect(status.open.map(\.type) == [.pin] && status.open.first?.alternatives == [.sms])
        #expect(status.actionType == "BALANCE__GET_STATEMENT")
    }

    @Test("is read without its wrapping, and a challenge counts unless it says otherwise")
    func bare() throws {
        let challenge = #"{"primaryChallenge":{"type":"SMS"},"passed":\#(false)}"#
        let text = #"{"oneTimeToken":"t","challenges":[\#(challenge),{"primaryChallenge":{"type":"PIN"},"passed":true}]}"#
        let status = try OneTimeTokenStatus(json: try JSONValue(parsing: text))
        #expect(status.challenges.count == 2 && status.open.map(\.type) == [.sms] && status.validity == nil)
    }

    @Test("is proved on paths of their own")
    func paths() {
        let types: [ChallengeType] = [.pin, .faceMap, .sms, .whatsApp, .voice, .partnerDeviceFingerprint]
        #expect(types.map(\.pathSegment) == ["pin", "facemap", "sms", "whatsapp", "voice", "partner-device-fingerprint"])
    }
}
