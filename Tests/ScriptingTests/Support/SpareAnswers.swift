import WiseAPI

/// Answers for operations that the simulator behind a test does not have, in the bank's shapes.
enum SpareAnswers {
    /// The answer to a request that found no operation, or nil where nothing is spare.
    static func answer(to request: APIRequest) -> APIResponse? {
        guard case .route(let route, let parameters) = Route.match(request.method, path: request.path) else { return nil }
        let body = try? JSONValue(parsing: request.body)
        return text(route, parameters, body, request).map { text in
            APIResponse(status: 200, headers: ["content-type": "application/json"], body: Array(text.utf8))
        }
    }

    private static func text(
        _ route: Route, _ parameters: [String], _ body: JSONValue?, _ request: APIRequest
    ) -> String? {
        switch route {
        case .listRecipients: recipients(from: request.query("seekPosition"))
        case .getRecipient: recipient(parameters[0], active: true)
        case .deactivateRecipient: recipient(parameters[0], active: false)
        case .createRecipient:
            """
            {"id":700003,"business":null,"profile":28891001,"accountHolderName":"Ann Example","type":"sort_code",
             "country":"GB","currency":"GBP","user":12970001,"active":true,"ownedByCustomer":false,
             "details":{"legalType":"PRIVATE","sortCode":"231470"}}
            """
        case .createTransfer:
            transfer(
                "50000001", "incoming_payment_waiting", recipient: body?["targetAccount"]?.text,
                quote: body?["quoteUuid"]?.stringValue, key: body?["customerTransactionId"]?.stringValue)
        case .listTransfers: request.query("offset") == "0" ? "[\(transfer("50000001", "processing"))]" : "[]"
        case .getTransfer: transfer(parameters[0], "processing")
        case .cancelTransfer: transfer(parameters[0], "cancelled")
        case .simulateTransferState: transfer(parameters[0], parameters[1])
        case .fundTransfer: "{\"type\":\"BALANCE\",\"status\":\"COMPLETED\",\"errorCode\":null,\"balanceTransactionId\":3000027}"
        case .listTransferPayments:
            """
            [{"id":1,"method":"BALANCE","pricingVariant":null,"amount":10.00,"currency":"GBP",
              "timeCreated":"2026-11-02T09:00:00Z","timeUpdated":"2026-11-02T09:00:00Z"}]
            """
        case .getTransferRequirements: "[{\"type\":\"transfer\",\"usageInfo\":\"x\",\"fields\":[]}]"
        case .getDeliveryEstimate:
            "{\"estimatedDeliveryDate\":\"2026-11-03T12:15:00.000+0000\",\"formattedEstimatedDeliveryDate\":\"tomorrow\"}"
        case .simulatePayoutFailure:
            "{\"failure_reason_code\":\"ACCOUNT_CLOSED\",\"failure_description\":\"closed\",\"occurred_at\":\"2026-11-02T09:00:00Z\"}"
        case .listActivities: activities(from: request.query("nextCursor"))
        default: accountText(route)
        }
    }

    private static func accountText(_ route: Route) -> String? {
        switch route {
        case .getMultiCurrencyAccount:
            """
            {"id":1,"profileId":28891001,"recipientId":148393305,"creationTime":"2026-06-22T08:30:00Z",
             "modificationTime":"2026-06-22T08:30:00Z","active":true,"eligible":true}
            """
        case .getAccountEligibility:
            "{\"eligible\":false,\"eligibilityCode\":\"invalid.country\",\"accountType\":\"INELIGIBLE\",\"ineligibilityReason\":\"x\"}"
        case .listAvailableCurrencies: "[\"EUR\",\"GBP\",\"CHF\"]"
        case .listPayInCurrencies: "[\"EUR\",\"GBP\"]"
        case .listBankDetails:
            """
            [{"id":5,"currency":{"code":"EUR","name":"Euro"},"title":"Your EUR details","subtitle":"IBAN","status":"ACTIVE",
              "deprecated":false,"receiveOptions":[{"type":"LOCAL","title":"Local","description":null,"details":[
              {"type":"IBAN","title":"IBAN","body":"BE00 0000","description":null,"hidden":false}]}],
              "bankFeatures":[{"key":"LOCAL_RECEIVE","title":"Receive","supported":true}]}]
            """
        case .orderBankDetails: order
        case .listBankDetailsOrders, .listBankDetailsOrdersFirstVersion: "[\(order)]"
        case .simulateVerification, .importBankTransaction: ""
        case .simulateSwiftPayment:
            "{\"id\":9,\"uetr\":\"a\",\"state\":\"COMPLETED\",\"amount\":90.00,\"currency\":\"USD\"}"
        default: nil
        }
    }

    private static let order =
        "{\"status\":\"DONE\",\"currency\":\"EUR\",\"requirements\":[{\"type\":\"TOP_UP\",\"status\":\"DONE\"}]}"

    /// Two pages of one recipient each.
    private static func recipients(from position: String?) -> String {
        position == nil
            ? "{\"content\":[\(recipient("700001", active: true))],\"seekPositionForNext\":700002,\"size\":1}"
            : "{\"content\":[\(recipient("700002", active: true))],\"seekPositionForNext\":0,\"size\":1}"
    }

    private static func recipient(_ id: String, active: Bool) -> String {
        """
        {"id":\(id),"creatorId":12970001,"profileId":28891001,"name":{"fullName":"Ann Example"},"currency":"GBP","country":"GB",
         "type":"SortCode","legalEntityType":"PERSON","active":\(active),"details":{},"accountSummary":"(23-14-70) 28821822",
         "longAccountSummary":"GBP account ending in 1822","displayFields":[],"isInternal":false,"ownedByCustomer":false}
        """
    }

    private static func transfer(
        _ id: String, _ status: String, recipient: String? = nil, quote: String? = nil, key: String? = nil
    ) -> String {
        """
        {"id":\(id),"user":12970001,"targetAccount":\(recipient ?? "700001"),"sourceAccount":null,"quote":null,
         "quoteUuid":"\(quote ?? "7f3a2b5c-0d1e-4f60-8a9b-1c2d3e4f5a6b")","status":"\(status)","reference":"INV-7","rate":1,
         "created":"2026-11-02 09:00:00","business":28891001,"details":{"reference":"INV-7"},"hasActiveIssues":false,
         "sourceCurrency":"GBP","sourceValue":10.00,"targetCurrency":"GBP","targetValue":10.00,
         "customerTransactionId":"\(key ?? "11111111-2222-4333-8444-555555555555")"}
        """
    }

    /// Two pages of one activity each.
    private static func activities(from cursor: String?) -> String {
        let number = cursor == nil ? 1 : 2
        return """
            {"cursor":\(cursor == nil ? "\"next\"" : "null"),"activities":[{"id":"a\(number)","type":"TRANSFER",
             "resource":{"type":"TRANSFER","id":"5000000\(number)"},"title":"<strong>Ann Example</strong>","description":"",
             "primaryAmount":"10 GBP","secondaryAmount":"","status":"COMPLETED","createdOn":"2026-11-02T09:00:00Z",
             "updatedOn":"2026-11-02T09:00:00Z"}]}
            """
    }
}
