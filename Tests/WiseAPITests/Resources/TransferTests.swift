import Money
import Testing
import WiseAPI

@Suite("A transfer")
struct TransferTests {
    @Test("is read with its amounts, its key and its quote")
    func standard() throws {
        let transfer = try Transfer(json: try JSONValue(parsing: ResourceSample.transfer))
        #expect(transfer.id == 2_148_014_122 && transfer.targetAccount == 701_058_303 && transfer.sourceAccount == nil)
        #expect(transfer.quote == "3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11" && transfer.status == .incomingPaymentWaiting)
        #expect(transfer.sourceAmount == Money(try ExactDecimal(parsing: "198.88"), .eur))
        #expect(transfer.targetAmount == Money(try ExactDecimal(parsing: "170.26"), .gbp))
        #expect(transfer.customerTransactionID == "f2f6bdc5-e8a3-4caa-84d2-a59f640f92eb" && transfer.business == 8)
        #expect(transfer.reference == "Invoice 7" && transfer.rate?.description == "0.85611" && !transfer.hasActiveIssues)
    }

    @Test(
        "is ordered at an instant of UTC, with and without a zone",
        arguments: ["2026-07-31 08:44:02", "2026-07-31T08:44:02Z", "2026-07-31T08:44:02.000Z", "2026-07-31T09:44:02+0100"])
    func created(text: String) throws {
        var object = try #require(try JSONValue(parsing: ResourceSample.transfer).objectValue)
        object["created"] = .string(text)
        let transfer = try Transfer(raw: object)
        #expect(transfer.created.description == "2026-07-31T08:44:02Z" && transfer.raw["created"] == .string(text))
    }

    @Test("of the older form has a number for its quote, that of a third party a UUID there")
    func quotes() throws {
        var object = try #require(try JSONValue(parsing: ResourceSample.olderTransfer).objectValue)
        let older = try Transfer(raw: object)
        #expect(older.quote == "113379" && older.customerTransactionID == nil)
        object["quote"] = .string("3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11")
        #expect(try Transfer(raw: object).quote == "3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11")
    }

    @Test("says its reference in either place, and keeps states that this version does not know")
    func words() throws {
        var object = try #require(try JSONValue(parsing: ResourceSample.transfer).objectValue)
        object["reference"] = nil
        object["status"] = .string("resting")
        let transfer = try Transfer(raw: object)
        #expect(transfer.reference == "Invoice 7" && transfer.status.rawValue == "resting" && transfer.raw == object)
    }

    @Test("arrives at a time that is written with an offset")
    func estimate() throws {
        let text = #"{"estimatedDeliveryDate":"2018-01-10T12:15:00.000+0000","formattedEstimatedDeliveryDate":"soon"}"#
        let estimate = try DeliveryEstimate(json: try JSONValue(parsing: text))
        #expect(estimate.time.description == "2018-01-10T12:15:00Z" && estimate.text == "soon")
    }
}
