import Testing
import WiseAPI

@Suite("A form of requirements")
struct RequirementFormTests {
    @Test("lists its inputs with their rules and choices")
    func reading() throws {
        let form = try RequirementForm(json: try JSONValue(parsing: ResourceSample.requirements))
        let input = try #require(form.inputs.first)
        #expect(form.type == "iban" && form.fields.map(\.name) == ["Recipient type"] && form.inputs.count == 1)
        #expect(input.key == "legalType" && input.type == "select" && input.required && input.refreshesForm)
        #expect(input.minLength == 2 && input.maxLength == 34 && input.pattern == "^[A-Z]+$")
        #expect(input.values.map(\.key) == ["PRIVATE", "BUSINESS"] && input.values.map(\.name) == ["Person", "Business"])
    }
}
