import WiseAPI

extension ResourceSample {
    static let ofAccounts = [
        ResourceSample(
            User.self, user, required: ["id"],
            optional: ["name", "email", "active", "details", "details.firstName", "details.lastName"]),
        ResourceSample(
            MultiCurrencyAccount.self, multiCurrencyAccount,
            required: ["id", "profileId", "recipientId", "creationTime", "modificationTime", "active", "eligible"]),
        ResourceSample(
            AccountEligibility.self,
            #"{"eligible":false,"eligibilityCode":"invalid.state","accountType":"INELIGIBLE","ineligibilityReason":"Not there"}"#,
            required: ["eligible", "eligibilityCode", "accountType"], optional: ["ineligibilityReason"]),
        ResourceSample(
            BankDetails.self, bankDetails,
            required: [
                "currency", "currency.code", "status", "receiveOptions.0.type", "receiveOptions.0.details.0.type",
                "receiveOptions.0.details.0.title", "receiveOptions.0.details.0.body", "bankFeatures.0.key",
                "bankFeatures.0.supported",
            ],
            optional: [
                "id", "title", "subtitle", "deprecated", "receiveOptions", "receiveOptions.0.title", "receiveOptions.0.details",
                "receiveOptions.0.details.0.hidden", "bankFeatures", "bankFeatures.0.title",
            ]),
        ResourceSample(
            BankDetailsOrder.self,
            #"{"status":"PENDING_USER","currency":"EUR","requirements":[{"type":"VERIFICATION","status":"DONE"}]}"#,
            required: ["status", "currency", "requirements.0.type", "requirements.0.status"], optional: ["requirements"]),
        ResourceSample(
            BalanceBankDetails.self, balanceBankDetails, required: ["id", "currency", "active"],
            optional: [
                "localDetails", "localDetails.bankName", "localDetails.bankAddress", "localDetails.accountNumber",
                "localDetails.sortCode", "internationalDetails", "internationalDetails.iban", "internationalDetails.swiftCode",
            ]),
        ResourceSample(PaymentReturn.self, #"{"id":"9d0d2d0a-55c1-4a30-8f4f-6e1d5c3f2b10"}"#, required: ["id"]),
        ResourceSample(
            Activity.self, activity, required: ["id", "type", "title", "status", "createdOn"],
            optional: [
                "resource", "resource.type", "resource.id", "description", "primaryAmount", "secondaryAmount", "updatedOn",
            ]),
        ResourceSample(
            ActivityPage.self, #"{"cursor":"WyJQUklPUklUWSIsN10=","activities":[\#(activity)]}"#,
            required: ["activities", "activities.0.id"], optional: ["cursor"]),
    ]

    static let user = """
        {"id":31,"name":"Mei Tan","email":"mei@example.com","active":true,"details":{"firstName":"Mei","lastName":"Tan",\
        "phoneNumber":"+6561234567","occupation":"","address":{"city":"Singapore"},"dateOfBirth":"1990-01-31","avatar":""}}
        """

    static let multiCurrencyAccount = """
        {"id":4001,"profileId":7,"recipientId":701058263,"creationTime":"2026-06-04T10:52:39.498Z",\
        "modificationTime":"2026-06-04T10:52:39.773Z","active":true,"eligible":true}
        """

    static let bankDetails = """
        {"id":14001,"currency":{"code":"GBP","name":"British pound"},"title":"Your GBP details","subtitle":"Receive pounds",\
        "status":"ACTIVE","deprecated":false,"receiveOptions":[{"type":"LOCAL","title":"In the UK","description":null,\
        "details":[{"type":"ACCOUNT_NUMBER","title":"Account number","body":"37778842","description":{"title":"What?",\
        "body":"A number.","cta":null},"hidden":false}]},{"type":"INTERNATIONAL","title":"Abroad","description":null,\
        "details":[]}],"bankFeatures":[{"key":"DIRECT_DEBITS","title":"Direct debits","supported":true}]}
        """

    static let balanceBankDetails = """
        {"id":"55","currency":"GBP","active":true,"localDetails":{"bankName":"A bank","bankAddress":"1 Street, London",\
        "sortCode":"04-00-75","accountNumber":"37778842","type":"LOCAL"},"internationalDetails":{"bankName":"A bank",\
        "bankAddress":"1 Street, London","swiftCode":"ABCDGB2L","iban":"GB33BUKB20201555555555","type":"INTERNATIONAL"}}
        """

    static let activity = """
        {"id":"TU9ORVRBUlk6OjE=","type":"INTERBALANCE","resource":{"type":"BALANCE_TRANSACTION","id":"30000001"},\
        "title":"<strong>To your GBP balance</strong>","description":"","primaryAmount":"<positive>+ 100.00 GBP</positive>",\
        "secondaryAmount":"113.48 EUR","status":"COMPLETED","createdOn":"2026-08-21T14:57:38.123Z",\
        "updatedOn":"2026-08-21T14:57:38.124Z"}
        """
}
