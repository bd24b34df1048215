import Money
import Testing
import WiseAPI

@Suite("A recipient")
struct RecipientTests {
    @Test("is read in the form of the first version and in that of the second")
    func forms() throws {
        let first = try Recipient(json: try JSONValue(parsing: ResourceSample.firstRecipient))
        #expect(first.id == 701_058_303 && first.profile == 7 && first.creator == 31 && first.accountHolderName == "Anna Berg")
        #expect(first.currency == .gbp && first.country == "GB" && first.type == "sort_code" && first.legalType == "PRIVATE")
        #expect(first.active && first.ownedByCustomer == false && first.isInternal == nil && first.displayFields.isEmpty)
        #expect(first.details["sortCode"]?.stringValue == "040075")
        let second = try Recipient(json: try JSONValue(parsing: ResourceSample.recipient))
        #expect(second.id == 40_000_000 && second.profile == 7 && second.creator == 31 && second.accountHolderName == "Anna Berg")
        #expect(second.type == "SortCode" && second.legalType == "PERSON" && second.isInternal == false)
        #expect(second.accountSummary == "(04-00-75) 37778842" && second.longAccountSummary == "GBP account ending in 8842")
        #expect(second.displayFields.map(\.label) == ["UK sort code"] && second.displayFields.map(\.value) == ["04-00-75"])
    }

    @Test("stands on pages that say where the next one starts")
    func page() throws {
        let text = #"{"content":[],"seekPositionForNext":null,"seekPositionForCurrent":0,"sort":{"empty":true},"size":20}"#
        let page = try RecipientPage(json: try JSONValue(parsing: text))
        #expect(page.content.isEmpty && page.seekPositionForNext == nil && page.seekPositionForCurrent == 0 && page.size == 20)
    }
}
