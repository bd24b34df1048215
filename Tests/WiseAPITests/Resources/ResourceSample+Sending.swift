import WiseAPI

extension ResourceSample {
    static let ofSending = [
        ResourceSample(
            Recipient.self, firstRecipient, required: ["id", "accountHolderName", "currency", "type", "active"],
            optional: ["profile", "user", "country", "details", "details.legalType", "ownedByCustomer"]),
        ResourceSample(
            Recipient.self, recipient,
            required: [
                "id", "name.fullName", "currency", "type", "active", "displayFields.0.key", "displayFields.0.label",
                "displayFields.0.value",
            ],
            optional: [
                "profileId", "creatorId", "country", "legalEntityType", "details", "accountSummary", "longAccountSummary",
                "displayFields", "isInternal", "ownedByCustomer",
            ]),
        ResourceSample(
            RecipientPage.self,
            #"{"content":[\#(recipient)],"seekPositionForNext":40000001,"seekPositionForCurrent":40000000,"size":20}"#,
            required: ["content", "content.0.id"], optional: ["seekPositionForNext", "seekPositionForCurrent", "size"]),
        ResourceSample(
            Transfer.self, transfer,
            required: [
                "id", "targetAccount", "status", "created", "sourceCurrency", "sourceValue", "targetCurrency", "targetValue",
            ],
            optional: [
                "user", "sourceAccount", "quoteUuid", "reference", "rate", "business", "details", "details.reference",
                "hasActiveIssues", "customerTransactionId",
            ]),
        ResourceSample(Transfer.self, olderTransfer, required: ["id", "created"], optional: ["quote", "details", "reference"]),
        ResourceSample(
            FundingResult.self,
            #"{"type":"BALANCE","status":"REJECTED","errorCode":"payment.exists","errorMessage":"Paid","balanceTransactionId":6492}"#,
            required: ["status"], optional: ["type", "errorCode", "errorMessage", "balanceTransactionId"]),
        ResourceSample(
            TransferPayment.self, payment, required: ["id", "method", "amount", "currency"],
            optional: ["timeCreated", "timeUpdated"]),
        ResourceSample(
            DeliveryEstimate.self,
            #"{"estimatedDeliveryDate":"2018-01-10T12:15:00.000+0000","formattedEstimatedDeliveryDate":"by 10 January"}"#,
            required: ["estimatedDeliveryDate"], optional: ["formattedEstimatedDeliveryDate"]),
        ResourceSample(
            RequirementForm.self, requirements,
            required: [
                "type", "fields.0.name", "fields.0.group.0.key", "fields.0.group.0.name", "fields.0.group.0.type",
                "fields.0.group.0.valuesAllowed.0.key", "fields.0.group.0.valuesAllowed.0.name",
            ],
            optional: [
                "title", "usageInfo", "fields", "fields.0.group", "fields.0.group.0.refreshRequirementsOnChange",
                "fields.0.group.0.required", "fields.0.group.0.displayFormat", "fields.0.group.0.example",
                "fields.0.group.0.minLength", "fields.0.group.0.maxLength", "fields.0.group.0.validationRegexp",
                "fields.0.group.0.valuesAllowed",
            ]),
        ResourceSample(
            PayoutFailure.self,
            #"{"failure_reason_code":"WRONG_ID_NUMBER","failure_description":"No","occurred_at":"2026-02-27T09:24:38Z"}"#,
            required: [], optional: ["failure_reason_code", "failure_description", "occurred_at"]),
        ResourceSample(
            SwiftPayment.self,
            #"{"id":123,"uetr":"f87c3c37-d97b-4da6-a788-94004414e648","state":"RECEIVED","amount":100.50,"currency":"EUR"}"#,
            required: ["id", "amount", "currency"], optional: ["uetr", "state"]),
    ]

    static let firstRecipient = """
        {"id":701058303,"business":null,"profile":7,"accountHolderName":"Anna Berg","currency":"GBP","country":"GB",\
        "type":"sort_code","details":{"address":null,"email":null,"legalType":"PRIVATE","accountNumber":"37778842",\
        "sortCode":"040075","iban":null,"IBAN":null},"user":31,"active":true,"ownedByCustomer":false,"confirmations":null}
        """

    static let recipient = """
        {"id":40000000,"creatorId":31,"profileId":7,"name":{"fullName":"Anna Berg","givenName":null,"familyName":null,\
        "middleName":null},"currency":"GBP","country":"GB","type":"SortCode","legalEntityType":"PERSON","active":true,\
        "details":{"reference":null,"accountNumber":"37778842","sortCode":"040075"},"commonFieldMap":\
        {"accountNumberField":"accountNumber"},"hash":"66","accountSummary":"(04-00-75) 37778842",\
        "longAccountSummary":"GBP account ending in 8842","displayFields":[{"key":"details/sortCode","label":"UK sort code",\
        "value":"04-00-75"}],"isInternal":false,"ownedByCustomer":true}
        """

    static let transfer = """
        {"id":2148014122,"user":31,"targetAccount":701058303,"sourceAccount":null,"quote":null,\
        "quoteUuid":"3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11","payinSessionId":"7edd6104-46ae-43ae-b5be-4d0c914ac286",\
        "status":"incoming_payment_waiting","reference":"Invoice 7","rate":0.85611,"created":"2026-07-31 08:44:02",\
        "business":8,"transferRequest":null,"details":{"reference":"Invoice 7"},"hasActiveIssues":false,\
        "sourceCurrency":"EUR","sourceValue":198.88,"targetCurrency":"GBP","targetValue":170.26,\
        "customerTransactionId":"f2f6bdc5-e8a3-4caa-84d2-a59f640f92eb"}
        """

    static let olderTransfer = """
        {"id":15574445,"user":294205,"targetAccount":7993919,"sourceAccount":null,"quote":113379,"status":"processing",\
        "reference":"good times","rate":1.2151,"created":"2017-03-14T15:25:51Z","business":null,"transferRequest":null,\
        "details":{"reference":"good times"},"hasActiveIssues":false,"sourceValue":1000,"sourceCurrency":"EUR",\
        "targetValue":895.32,"targetCurrency":"GBP"}
        """

    static let payment = """
        {"id":81,"method":"BALANCE","pricingVariant":null,"amount":200.00,"currency":"EUR",\
        "timeCreated":"2026-07-31T08:44:03.604Z","timeUpdated":"2026-07-31T08:44:03.604Z"}
        """

    static let requirements = """
        {"type":"iban","title":"Local bank account","usageInfo":null,"fields":[{"name":"Recipient type","group":[{\
        "key":"legalType","name":"Recipient type","type":"select","refreshRequirementsOnChange":true,"required":true,\
        "displayFormat":null,"example":"","minLength":2,"maxLength":34,"validationRegexp":"^[A-Z]+$","validationAsync":null,\
        "valuesAllowed":[{"key":"PRIVATE","name":"Person"},{"key":"BUSINESS","name":"Business"}]}]}]}
        """
}
