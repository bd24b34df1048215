/// Answers in the form of the API's documents, with values of our own.
extension ResourceSample {
    static let profile = """
        {"type":"PERSONAL","id":7,"publicId":"7a0f3c1e-95d4-4a2b-8c66-1f2e3d4c5b6a","userId":31,"address":{"id":5,\
        "addressFirstLine":"3 Orchard Lane","city":"Singapore","countryIso2Code":"SG","countryIso3Code":"sgp",\
        "postCode":"238801","stateCode":null},"email":"mei@example.com","createdAt":"2024-02-29T09:15:00",\
        "currentState":"VISIBLE","avatar":null,"firstName":"Mei","lastName":"Tan","dateOfBirth":"1990-01-31",\
        "secondaryAddresses":[],"fullName":"Mei Tan"}
        """

    static let firstProfile = """
        {"id":8,"type":"personal","details":{"firstName":"Jonas","lastName":"Weber","dateOfBirth":"1985-12-24",\
        "phoneNumber":"+491701234567","avatar":null,"occupation":null,"primaryAddress":12}}
        """

    static let balance = """
        {"id":285733,"currency":"EUR","type":"SAVINGS","name":"Taxes","icon":{"type":"EMOJI","value":"🧾"},\
        "investmentState":"NOT_INVESTED","amount":{"value":1250.40,"currency":"EUR"},\
        "reservedAmount":{"value":0.60,"currency":"EUR"},"cashAmount":{"value":1251.00,"currency":"EUR"},\
        "totalWorth":{"value":1251.00,"currency":"EUR"},"creationTime":"2026-06-04T10:52:39.498241Z",\
        "modificationTime":"2026-06-04T10:52:39.773710Z","visible":true,"primary":false,"groupId":null,"recipientId":701058263}
        """

    static let movement = """
        {"id":30000001,"type":"CONVERSION","state":"COMPLETED","balancesAfter":[{"id":1,"value":210.50,"currency":"GBP"},\
        {"id":2,"value":886.52,"currency":"EUR"}],"creationTime":"2026-08-21T14:57:38.123Z","steps":[{"id":369588,\
        "type":"CONVERSION","creationTime":"2026-08-21T14:57:38.124Z","balancesAfter":[{"value":886.52,"currency":"EUR"},\
        {"value":210.50,"currency":"GBP"}],"channelName":null,"channelReferenceId":null,"tracingReferenceCode":null,\
        "sourceAmount":{"value":113.48,"currency":"EUR"},"targetAmount":{"value":100,"currency":"GBP"},\
        "fee":{"value":0.56,"currency":"EUR"},"rate":0.88558}],"sourceAmount":{"value":113.48,"currency":"EUR"},\
        "targetAmount":{"value":100,"currency":"GBP"},"rate":0.88558,"feeAmounts":[{"value":0.56,"currency":"EUR"}]}
        """

    static let quote = """
        {"id":"3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11","profile":7,"user":31,"sourceCurrency":"EUR","targetCurrency":"GBP",\
        "sourceAmount":200.00,"payOut":"BALANCE","preferredPayIn":"BALANCE","rate":0.85611,"rateType":"FIXED",\
        "providedAmountType":"SOURCE","guaranteedTargetAmount":false,"guaranteedTargetAmountAllowed":false,\
        "targetAmountAllowed":true,"createdTime":"2026-07-31T08:42:43Z","expirationTime":"2026-07-31T09:12:43Z",\
        "rateExpirationTime":"2026-08-03T07:59:59Z","rateTimestamp":"2026-07-31T08:42:01Z","status":"PENDING",\
        "notices":[{"text":"Three open orders at most.","link":null,"type":"WARNING","code":"limit"}],\
        "paymentOptions":[{"disabled":true,"disabledReason":\
        {"code":"error.payInmethod.disabled","message":"Open a balance first.","arguments":[]},"payIn":"BALANCE",\
        "payOut":"BALANCE","sourceAmount":200.00,"targetAmount":170.26,"sourceCurrency":"EUR","targetCurrency":"GBP",\
        "fee":{"transferwise":1.32,"payIn":0,"discount":0.20,"partner":0,"total":1.12},"feePercentage":0.0056,\
        "price":{"priceSetId":651,"total":{"type":"TOTAL","label":"Total fees","value":{"amount":1.12,"currency":"EUR",\
        "label":"1.12 EUR"}},"items":[{"type":"TRANSFERWISE","label":"Our fee","value":{"amount":1.32,"currency":"EUR",\
        "label":"1.32 EUR"},"explanation":{"plainText":"What we take.","markdown":"What **we** take."}},{"type":"DISCOUNT",\
        "value":{"amount":-0.20,"currency":"EUR","label":"-0.20 EUR"}}],"deferredFee":{"amount":0.05,"currency":"EUR"},\
        "calculatedOn":{"unroundedAmountToConvert":{"amount":198.88005,"currency":"EUR"}}},"payInProduct":"BALANCE",\
        "estimatedDelivery":"2026-07-31T08:42:43.000Z","formattedEstimatedDelivery":"in seconds",\
        "estimatedDeliveryDelays":[{"reason":"a holiday"}],"allowedProfileTypes":["PERSONAL","BUSINESS"]},\
        {"disabled":false,"payIn":"BANK_TRANSFER","payOut":"BALANCE","sourceAmount":200.00,"targetAmount":170.00,\
        "sourceCurrency":"EUR","targetCurrency":"GBP","fee":{"transferwise":1.12,"payIn":0.30,"total":1.42}}]}
        """

    static let statement = """
        {"accountHolder":{"type":"PERSONAL","firstName":"Mei","lastName":"Tan"},"issuer":{"name":"Wise"},"bankDetails":null,\
        "transactions":[{"type":"DEBIT","date":"2026-08-21T14:57:38.123456Z","amount":{"value":-113.48,"currency":"EUR",\
        "zero":false},"totalFees":{"value":0.56,"currency":"EUR","zero":false},"details":{"type":"CONVERSION",\
        "description":"Converted 113.48 EUR to 100.00 GBP","rate":0.88558000},"exchangeDetails":null,\
        "runningBalance":{"value":886.52,"currency":"EUR","zero":false},"referenceNumber":"BALANCE-30000001"}],\
        "startOfStatementBalance":{"value":1000.00,"currency":"EUR","zero":false},\
        "endOfStatementBalance":{"value":886.52,"currency":"EUR","zero":false},\
        "query":{"intervalStart":"2026-08-01T00:00:00Z","intervalEnd":"2026-08-31T23:59:59.999Z","type":"COMPACT"}}
        """

    static let totalFunds = """
        {"totalWorth":{"value":-12.50,"currency":"EUR"},"totalAvailable":{"value":487.50,"currency":"EUR"},\
        "totalCash":{"value":-12.50,"currency":"EUR"},"overdraft":{"available":{"value":487.50,"currency":"EUR"},\
        "limit":{"value":500.00,"currency":"EUR"},"used":{"value":12.50,"currency":"EUR"},\
        "availableByCurrency":[{"value":487.50,"currency":"EUR"},{"value":417.36,"currency":"GBP"}]}}
        """
}
