import Testing
import WiseAPI

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
