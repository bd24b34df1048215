import WiseAPI

/// A resource with an answer in the form of the API's documents, and its typed members.
struct ResourceSample: Sendable {
    let name: String
    let text: String
    /// Members without which there is no such resource; a dot leads into an object or the first item of a list.
    let required: [String]
    /// Members that may be missing or null.
    let optional: [String]
    /// Reads the resource and writes it again.
    let reencode: @Sendable (JSONValue) throws -> JSONValue

    init<Resource: APIResource>(_ type: Resource.Type, _ text: String, required: [String], optional: [String] = []) {
        name = "\(Resource.self)"
        (self.text, self.required, self.optional) = (text, required, optional)
        reencode = { try Resource(json: $0).json }
    }

    static let all = ofBalances + ofAccounts + ofSending + ofProofs

    private static let ofBalances = [
        ResourceSample(
            Profile.self, profile, required: ["id", "type"],
            optional: ["fullName", "firstName", "lastName", "address", "address.countryIso2Code"]),
        ResourceSample(
            Profile.self, firstProfile, required: ["id", "type"], optional: ["details", "details.firstName", "details.lastName"]),
        ResourceSample(
            Balance.self, balance,
            required: [
                "id", "currency", "type", "investmentState", "amount", "amount.value", "amount.currency", "reservedAmount",
                "cashAmount", "totalWorth", "creationTime", "modificationTime",
            ],
            optional: ["name", "visible"]),
        ResourceSample(
            BalanceMovement.self, movement,
            required: ["id", "type", "state", "creationTime", "sourceAmount", "targetAmount.value", "targetAmount.currency"],
            optional: ["balancesAfter", "balancesAfter.0.id", "rate", "feeAmounts"]),
        ResourceSample(
            Quote.self, quote,
            required: [
                "sourceCurrency", "targetCurrency", "paymentOptions.0.payIn", "paymentOptions.0.payOut",
                "paymentOptions.0.sourceAmount", "paymentOptions.0.targetAmount", "paymentOptions.0.sourceCurrency",
                "paymentOptions.0.targetCurrency", "paymentOptions.0.fee", "paymentOptions.0.fee.total", "notices.0.type",
                "notices.0.text", "paymentOptions.0.price.items.0.type", "paymentOptions.0.price.items.0.value",
                "paymentOptions.0.price.items.0.value.amount", "paymentOptions.0.price.items.0.value.currency",
                "paymentOptions.0.estimatedDeliveryDelays.0.reason",
            ],
            optional: [
                "id", "user", "profile", "sourceAmount", "payOut", "preferredPayIn", "rate", "rateType", "providedAmountType",
                "guaranteedTargetAmount", "guaranteedTargetAmountAllowed", "targetAmountAllowed", "createdTime",
                "expirationTime", "rateExpirationTime", "rateTimestamp", "status", "notices", "notices.0.link",
                "notices.0.code", "paymentOptions", "paymentOptions.0.disabled", "paymentOptions.0.disabledReason",
                "paymentOptions.0.disabledReason.code", "paymentOptions.0.disabledReason.message",
                "paymentOptions.0.payInProduct", "paymentOptions.0.fee.transferwise", "paymentOptions.0.fee.payIn",
                "paymentOptions.0.fee.discount", "paymentOptions.0.fee.partner", "paymentOptions.0.feePercentage",
                "paymentOptions.0.price", "paymentOptions.0.price.priceSetId", "paymentOptions.0.price.total",
                "paymentOptions.0.price.items", "paymentOptions.0.price.items.0.label",
                "paymentOptions.0.price.items.0.value.label", "paymentOptions.0.price.items.0.explanation",
                "paymentOptions.0.price.items.0.explanation.plainText", "paymentOptions.0.price.deferredFee",
                "paymentOptions.0.price.calculatedOn", "paymentOptions.0.price.calculatedOn.unroundedAmountToConvert",
                "paymentOptions.0.estimatedDelivery", "paymentOptions.0.formattedEstimatedDelivery",
                "paymentOptions.0.estimatedDeliveryDelays", "paymentOptions.0.allowedProfileTypes",
            ]),
        ResourceSample(
            BalanceStatement.self, statement,
            required: [
                "endOfStatementBalance", "transactions", "transactions.0.type", "transactions.0.date", "transactions.0.amount",
                "transactions.0.totalFees", "transactions.0.details", "transactions.0.details.type",
                "transactions.0.runningBalance", "transactions.0.referenceNumber",
            ],
            optional: ["startOfStatementBalance", "transactions.0.details.description"]),
        ResourceSample(
            DepositCapacity.self, #"{"hasLimit":true,"depositLimit":{"amount":15500.25,"currency":"SGD"}}"#,
            required: ["hasLimit", "depositLimit.amount", "depositLimit.currency"], optional: ["depositLimit"]),
        ResourceSample(
            ExcessMoneyAccount.self, #"{"userProfileId":7,"recipientId":8800123}"#, required: ["userProfileId", "recipientId"]),
        ResourceSample(
            TotalFunds.self, totalFunds,
            required: [
                "totalWorth", "totalAvailable", "overdraft", "overdraft.limit", "overdraft.used", "overdraft.available",
            ],
            optional: ["overdraft.availableByCurrency"]),
        ResourceSample(
            ExchangeRate.self, #"{"rate":0.856109,"source":"EUR","target":"GBP","time":"2026-07-31T08:42:43+0000"}"#,
            required: ["rate", "source", "target", "time"]),
        ResourceSample(
            CurrencyDescription.self,
            #"{"code":"JPY","symbol":"¥","name":"Yen","countryKeywords":["JPY","Japan"],"supportsDecimals":false}"#,
            required: ["code", "name"], optional: ["symbol", "supportsDecimals"]),
        ResourceSample(
            TopUp.self, #"{"transactionId":91,"state":"COMPLETED","balancesAfter":[{"id":42,"value":250.00,"currency":"EUR"}]}"#,
            required: ["transactionId", "state", "balancesAfter.0.value", "balancesAfter.0.currency"],
            optional: ["balancesAfter"]),
    ]
}
