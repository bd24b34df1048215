import Money
import WiseAPI
import WiseClient

/// Answers about recipients, transfers and what else belongs to sending, and the operations that they answer.
enum SendingAnswers {
    static let quoteID = "3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11"
    static let key = "f2f6bdc5-e8a3-4caa-84d2-a59f640f92eb"

    static func recipient(_ id: Int = 8, currency: String = "GBP", profile: String = "7", active: Bool = true) -> String {
        """
        {"id":\(id),"profile":\(profile),"accountHolderName":"Anna Berg","currency":"\(currency)","country":"GB",\
        "type":"sort_code","details":{"legalType":"PRIVATE"},"user":31,"active":\(active)}
        """
    }

    static func transfer(
        _ id: Int = 5, recipient: Int = 8, quote: String? = quoteID, key: String? = key,
        status: String = "incoming_payment_waiting"
    ) -> String {
        """
        {"id":\(id),"user":31,"targetAccount":\(recipient),"quoteUuid":\(quote.map { "\"\($0)\"" } ?? "null"),\
        "status":"\(status)","rate":0.85611,"created":"2026-07-31 08:44:02","details":{},"sourceCurrency":"EUR",\
        "sourceValue":198.88,"targetCurrency":"GBP","targetValue":170.26,\
        "customerTransactionId":\(key.map { "\"\($0)\"" } ?? "null")}
        """
    }

    static let order = #"{"status":"DONE","currency":"EUR","requirements":[]}"#
    static let token = #"{"oneTimeToken":"9f5f5812-2609-4e48-8418-b64437c0c7cd","challenges":[],"validity":3600}"#
    static let tokenID = "9f5f5812-2609-4e48-8418-b64437c0c7cd"
    static let eligibility = #"{"eligible":true,"eligibilityCode":"eligible","accountType":"FULL","ineligibilityReason":null}"#
    static let encrypted = "eyJh.bbbb.cccc.dddd.eeee"
    static let order8 = TransferRequest(recipient: 8, quote: quoteID, customerTransactionID: key)
    static let recipientRequest = RecipientRequest(
        currency: .gbp, type: "sort_code", profile: 7, accountHolderName: "Anna Berg", details: ["sortCode": .string("040075")])

    private static let amount = Money(ExactDecimal(25), .eur)

    static let rows: [OperationsTests.Row] = accountRows + sendingRows + proofRows

    private static let accountRows: [OperationsTests.Row] = [
        OperationsTests.Row("GET /v1/me", #"{"id":31,"name":null}"#) { _ = try await $0.user() },
        OperationsTests.Row(
            "GET /v4/profiles/7/multi-currency-account",
            #"{"id":1,"profileId":7,"recipientId":8,"creationTime":"2026-06-04T10:52:39Z","#
                + #""modificationTime":"2026-06-04T10:52:39Z","active":true,"eligible":true}"#
        ) { _ = try await $0.multiCurrencyAccount(of: 7) },
        OperationsTests.Row("GET /v4/multi-currency-account/eligibility?profileId=7", eligibility) {
            _ = try await $0.eligibility(of: 7)
        },
        OperationsTests.Row("GET /v4/multi-currency-account/eligibility?country=US&state=CA", eligibility) {
            _ = try await $0.eligibility(inCountry: "US", state: "CA")
        },
        OperationsTests.Row(
            "GET /v2/borderless-accounts-configuration/profiles/7/available-currencies", #"["EUR","GBP"]"#
        ) { _ = try await $0.availableCurrencies(of: 7) },
        OperationsTests.Row("GET /v2/borderless-accounts-configuration/profiles/7/payin-currencies", "[]") {
            _ = try await $0.payInCurrencies(of: 7)
        },
        OperationsTests.Row("GET /v1/profiles/7/account-details", "[]") { _ = try await $0.bankDetails(of: 7) },
        OperationsTests.Row("POST /v1/profiles/7/account-details-orders", order) {
            _ = try await $0.orderBankDetails(in: .eur, for: 7)
        },
        OperationsTests.Row("GET /v3/profiles/7/account-details-orders?currency=EUR", "[\(order)]") {
            _ = try await $0.bankDetailsOrders(of: 7, in: .eur)
        },
        OperationsTests.Row("GET /v1/profiles/7/account-details-orders", "[\(order)]") {
            _ = try await $0.bankDetailsOrdersFirstVersion(of: 7)
        },
        OperationsTests.Row("POST /v3/profiles/7/bank-details", #"{"id":"1","currency":"GBP","active":true}"#) {
            _ = try await $0.createBankDetails(forBalance: 42, of: 7)
        },
        OperationsTests.Row("POST /v1/profiles/7/account-details/payments/99/returns", #"{"id":"1"}"#, status: 201) {
            _ = try await $0.returnPayment("99", of: 7, reason: "not ours")
        },
        OperationsTests.Row(
            "GET /v1/profiles/7/activities?status=COMPLETED&size=20&nextCursor=WyI%3D", #"{"cursor":null,"activities":[]}"#
        ) { _ = try await $0.activityPage(of: 7, ActivityQuery(status: .completed), size: 20, after: "WyI=") },
    ]

    private static let sendingRows: [OperationsTests.Row] = [
        OperationsTests.Row("PATCH /v3/profiles/7/quotes/\(quoteID)", GateTestAnswers.quote) {
            _ = try await $0.updateQuote(quoteID, of: 7, with: QuoteUpdate(recipient: 8))
        },
        OperationsTests.Row("POST /v3/quotes", GateTestAnswers.quote) {
            _ = try await $0.unauthenticatedQuote(QuoteRequest(.source(amount, target: .gbp)))
        },
        OperationsTests.Row("POST /v1/accounts", recipient()) { _ = try await $0.createRecipient(recipientRequest) },
        OperationsTests.Row("GET /v2/accounts?profileId=7&size=5&seekPosition=40", #"{"content":[]}"#) {
            _ = try await $0.recipientPage(RecipientQuery(profile: 7), size: 5, from: 40)
        },
        OperationsTests.Row("GET /v1/accounts?profileId=7&currency=GBP", "[\(recipient())]") {
            _ = try await $0.recipientsFirstVersion(of: 7, currency: .gbp)
        },
        OperationsTests.Row("GET /v2/accounts/8", recipient()) { _ = try await $0.recipient(8) },
        OperationsTests.Row("DELETE /v2/accounts/8", recipient(active: false)) { _ = try await $0.deactivateRecipient(8) },
        OperationsTests.Row("GET /v1/account-requirements?source=EUR&target=GBP&sourceAmount=25", "[]") {
            _ = try await $0.recipientRequirements(source: .eur, target: .gbp, sourceAmount: amount)
        },
        OperationsTests.Row("GET /v1/quotes/\(quoteID)/account-requirements", "[]") {
            _ = try await $0.recipientRequirements(forQuote: quoteID)
        },
        OperationsTests.Row("POST /v1/quotes/\(quoteID)/account-requirements", "[]") {
            _ = try await $0.recipientRequirements(forQuote: quoteID, draft: ["type": .string("iban")])
        },
        OperationsTests.Row("POST /v1/transfers", transfer()) { _ = try await $0.createTransfer(order8) },
        OperationsTests.Row("GET /v1/transfers?profile=7&limit=10&offset=20", "[\(transfer())]") {
            _ = try await $0.transferPage(TransferQuery(profile: 7), limit: 10, offset: 20)
        },
        OperationsTests.Row("GET /v1/transfers/5", transfer()) { _ = try await $0.transfer(5) },
        OperationsTests.Row("PUT /v1/transfers/5/cancel", transfer(status: "cancelled")) { _ = try await $0.cancelTransfer(5) },
        OperationsTests.Row(
            "POST /v3/profiles/7/transfers/5/payments", #"{"type":"BALANCE","status":"COMPLETED"}"#, status: 201
        ) { _ = try await $0.fundTransfer(5, of: 7) },
        OperationsTests.Row("GET /v1/transfers/5/payments", "[]") { _ = try await $0.transferPayments(of: 5) },
        OperationsTests.Row("POST /v1/transfer-requirements", "[]") { _ = try await $0.transferRequirements(order8) },
        OperationsTests.Row(
            "GET /v1/delivery-estimates/5?timezone=Europe%2FBerlin",
            #"{"estimatedDeliveryDate":"2018-01-10T12:15:00.000+0000"}"#
        ) { _ = try await $0.deliveryEstimate(of: 5, timeZone: "Europe/Berlin") },
    ]

    private static let proofRows: [OperationsTests.Row] = [
        OperationsTests.Row("GET /v1/simulation/transfers/5/funds_converted", transfer()) {
            _ = try await $0.simulateTransfer(5, .fundsConverted)
        },
        OperationsTests.Row("POST /v1/simulation/transfers/5/payout-failure", #"{"failure_reason_code":"X"}"#) {
            _ = try await $0.simulatePayoutFailure(of: 5, reason: "X")
        },
        OperationsTests.Row(
            "POST /v1/simulation/profiles/7/swift-in", #"{"id":1,"amount":25.00,"currency":"EUR"}"#
        ) { _ = try await $0.simulateSwiftPayment(SwiftPaymentRequest(amount: amount), for: 7) },
        OperationsTests.Row("GET /v1/one-time-token/status", token) { _ = try await $0.oneTimeTokenStatus(tokenID) },
        OperationsTests.Row("POST /v1/one-time-token/sms/trigger", "{}") {
            _ = try await $0.triggerChallenge(.sms, of: tokenID)
        },
        OperationsTests.Row("POST /v1/one-time-token/sms/verify", token) {
            _ = try await $0.verifyChallenge(.sms, code: "111111", of: tokenID)
        },
        OperationsTests.Row("POST /v2/profiles/7/pin/verify", token) {
            _ = try await $0.verifyPIN(encrypted: encrypted, for: 7, token: tokenID)
        },
        OperationsTests.Row("POST /v2/profiles/7/sca-sessions/authorise", token) { _ = try await $0.authoriseSession(of: 7) },
    ]
}
