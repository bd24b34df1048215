import Money
import Testing
import WiseAPI
import WiseClient

@Suite("What is looked up or written down for sending")
struct SendingCheckTests {
    @Test("needs names that say something")
    func names() async throws {
        let bench = GateTestBench()
        for (name, type) in [("", "iban"), (" \t", "iban"), ("Anna Berg", "")] {
            let request = RecipientRequest(currency: .eur, type: type, profile: 7, accountHolderName: name, details: [:])
            let error = await #expect(throws: ClientError.self) { try await bench.client.createRecipient(request) }
            #expect(error?.kind == .invalidRequest && error?.code == "text_missing" && error?.hint != nil)
        }
        let country = await #expect(throws: ClientError.self) { try await bench.client.eligibility(inCountry: "") }
        #expect(country?.code == "text_missing" && bench.log.all.isEmpty)
    }

    @Test("needs quotes that are UUIDs")
    func quotes() async throws {
        let bench = GateTestBench()
        let first = await #expect(throws: ClientError.self) {
            try await bench.client.updateQuote("12", of: 7, with: QuoteUpdate(recipient: 8))
        }
        let second = await #expect(throws: ClientError.self) { try await bench.client.recipientRequirements(forQuote: "12") }
        let third = await #expect(throws: ClientError.self) {
            try await bench.client.transferRequirements(TransferRequest(recipient: 8, quote: "12"))
        }
        for error in [first, second, third] { #expect(error?.code == "not_a_uuid") }
        #expect(bench.log.all.isEmpty)
    }

    @Test("says what a missing account takes")
    func account() async throws {
        let bench = GateTestBench(.json(404, ""))
        let error = await #expect(throws: ClientError.self) { try await bench.client.multiCurrencyAccount(of: 7) }
        #expect(error?.kind == .api(.notFound) && error?.hint?.contains("first balance") == true)
    }

    @Test("of a quote is changed by a merge patch, and is no effect")
    func quote() async throws {
        let bench = GateTestBench(.json(200, GateTestAnswers.quote), policy: ReadOnlyPolicy())
        _ = try await bench.client.updateQuote(SendingAnswers.quoteID, of: 7, with: QuoteUpdate(recipient: 8))
        let request = try #require(bench.transport.requests.first)
        #expect(request.headers["content-type"] == "application/merge-patch+json")
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"targetAccount":8}"#)
    }
}
