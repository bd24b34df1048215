import Money
import Testing
import WiseAPI

@Suite("A balance movement")
struct BalanceMovementTests {
    @Test("is read with its amounts, its fee and both balances afterwards")
    func reading() throws {
        let movement = try BalanceMovement(json: try JSONValue(parsing: ResourceSample.movement))
        #expect(movement.id == 30_000_001 && movement.type == .conversion && movement.state == .completed)
        #expect(movement.balancesAfter.map(\.id) == [1, 2])
        #expect(movement.balancesAfter.map { $0.value.amount.description } == ["210.50", "886.52"])
        #expect(movement.sourceAmount.amount.description == "113.48" && movement.sourceAmount.currency == .eur)
        #expect(movement.targetAmount == Money(ExactDecimal(100), .gbp))
        #expect(movement.rate?.description == "0.88558" && movement.feeAmounts.map(\.amount.description) == ["0.56"])
        #expect(movement.creationTime.description == "2026-08-21T14:57:38.123Z")
    }

    @Test("keeps words that this version does not know")
    func unknownWords() throws {
        var object = try #require(try JSONValue(parsing: ResourceSample.movement).objectValue)
        object["type"] = .string("SWEEP")
        object["state"] = .string("PARKED")
        let movement = try BalanceMovement(raw: object)
        #expect(movement.type.rawValue == "SWEEP" && movement.state.rawValue == "PARKED" && movement.raw == object)
    }

    @Test("names a balance of the list that is none")
    func balances() throws {
        var object = try #require(try JSONValue(parsing: ResourceSample.movement).objectValue)
        object["balancesAfter"] = .array([.string("x")])
        let error = #expect(throws: UnexpectedAnswer.self) { try BalanceMovement(raw: object) }
        #expect(error?.description.contains("balancesAfter") == true)
    }

    @Test("that is made from its parts has the order and the times of the documented example")
    func made() throws {
        let time = try #require(Timestamp("2026-08-21T14:57:38.123Z"))
        let made = BalanceMovement(
            id: 3, stepID: 4, type: .conversion, source: BalanceAfter(id: 2, value: Money(ExactDecimal(1), .eur)),
            target: BalanceAfter(id: 1, value: Money(ExactDecimal(2), .gbp)), creationTime: time,
            sourceAmount: Money(try ExactDecimal(parsing: "113.48"), .eur), targetAmount: Money(ExactDecimal(100), .gbp),
            rate: try ExactDecimal(parsing: "0.88558"), fee: Money(try ExactDecimal(parsing: "0.56"), .eur))
        #expect(try BalanceMovement(json: try JSONValue(parsing: made.json.bytes)) == made)
        #expect(made.balancesAfter.map(\.id) == [1, 2])
        let step = try #require(made.json["steps"]?.arrayValue?.first)
        #expect(step["creationTime"] == .string("2026-08-21T14:57:38.124Z"))
        #expect(step["balancesAfter"]?.text == #"[{"value":1,"currency":"EUR"},{"value":2,"currency":"GBP"}]"#)
        #expect(["channelName", "channelReferenceId", "tracingReferenceCode"].allSatisfy { step[$0] == .null })
    }
}

@Suite("A quote")
struct QuoteTests {
    private func quote(_ changes: JSONObject = [:]) throws -> Quote {
        var object = try #require(try JSONValue(parsing: ResourceSample.quote).objectValue)
        for member in changes.members { object[member.key] = member.value }
        return try Quote(raw: object)
    }

    @Test("is read with its price in each payment option")
    func reading() throws {
        let quote = try quote()
        #expect(quote.id == "3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11" && quote.profile == 7 && quote.payOut == "BALANCE")
        #expect(quote.sourceCurrency == .eur && quote.targetCurrency == .gbp && quote.rate?.description == "0.85611")
        #expect(quote.status == .pending && quote.providedAmountType == .source)
        #expect(quote.expirationTime == quote.createdTime?.adding(seconds: 1800))
        #expect(quote.paymentOptions.map(\.payIn) == ["BALANCE", "BANK_TRANSFER"])
    }

    @Test("has the option of balance to balance, with the reason when it is disabled")
    func balanceOption() throws {
        let option = try #require(try quote().balanceOption)
        #expect(option.disabled && option.disabledCode == "error.payInmethod.disabled")
        #expect(option.disabledMessage == "Open a balance first.")
        #expect(option.sourceAmount == Money(ExactDecimal(200), .eur))
        #expect(option.targetAmount == Money(try ExactDecimal(parsing: "170.26"), .gbp))
        #expect(option.fee == Money(try ExactDecimal(parsing: "1.12"), .eur))
        #expect(try quote(["paymentOptions": .array([])]).balanceOption == nil)
    }

    @Test("has fees in parts, a price in lines and a time of arrival in each option")
    func option() throws {
        let quote = try quote()
        let option = try #require(quote.fundingOption)
        #expect(option == quote.balanceOption && quote.option(payIn: "PISP", payOut: "BALANCE") == nil)
        let parts = option.feeParts
        #expect(
            [parts.transferwise, parts.payIn, parts.discount, parts.partner].map { $0?.amount.description } == [
                "1.32", "0", "0.20", "0",
            ])
        #expect(option.feePercentage?.description == "0.0056" && option.payInProduct == "BALANCE")
        let price = try #require(option.price)
        #expect(price.priceSet == 651 && price.total?.value == option.fee && price.total?.valueLabel == "1.12 EUR")
        #expect(price.items.map(\.type) == ["TRANSFERWISE", "DISCOUNT"] && price.items.map(\.label) == ["Our fee", nil])
        #expect(price.items.map(\.value.amount.description) == ["1.32", "-0.20"])
        #expect(price.items.map(\.explanation) == ["What we take.", nil])
        #expect(price.deferredFee?.description == "0.05 EUR")
        #expect(price.unroundedAmountToConvert?.amount.description == "198.88005")
        #expect(option.estimatedDelivery?.description == "2026-07-31T08:42:43Z" && option.estimatedDeliveryText == "in seconds")
        #expect(option.estimatedDeliveryDelays.map(\.reason) == ["a holiday"])
        #expect(option.allowedProfileTypes == [.personal, .business])
    }

    @Test("says what was asked, until when its rate holds, and what there is to know")
    func whole() throws {
        let quote = try quote()
        #expect(quote.user == 31 && quote.sourceAmount == Money(ExactDecimal(200), .eur) && quote.targetAmount == nil)
        #expect(quote.rateType == .fixed && quote.preferredPayIn == "BALANCE" && quote.targetAmountAllowed == true)
        #expect(quote.guaranteedTargetAmount == false && quote.guaranteedTargetAmountAllowed == false)
        #expect(quote.rateExpirationTime?.description == "2026-08-03T07:59:59Z")
        #expect(quote.rateTimestamp?.description == "2026-07-31T08:42:01Z")
        #expect(quote.notices.map(\.type) == [.warning] && quote.blockingNotice == nil)
        let notice: JSONValue = .object(["type": .string("BLOCKED"), "text": .string("Not now"), "link": .null])
        #expect(try self.quote(["notices": .array([notice])]).blockingNotice?.text == "Not now")
    }

    @Test("keeps words that this version does not know")
    func unknownWords() throws {
        let quote = try quote(["status": .string("HELD"), "providedAmountType": .string("BOTH"), "payOut": .string("PIGEON")])
        #expect(quote.status?.rawValue == "HELD" && quote.providedAmountType?.rawValue == "BOTH" && quote.payOut == "PIGEON")
        #expect(quote.json["status"] == .string("HELD"))
    }

    @Test("without a user has no identifier")
    func anonymous() throws {
        var object = try quote().raw
        object["id"] = nil
        object["profile"] = nil
        let quote = try Quote(raw: object)
        #expect(quote.id == nil && quote.profile == nil)
    }
}
